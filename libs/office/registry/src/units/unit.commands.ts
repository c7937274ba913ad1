import { type Level, levels, type RegionCode } from '@lookback/kernel';
import { IsRegionCode } from '@lookback/office/desk';
import { IsIn } from 'class-validator';
import { IsPublicName, type UnitName } from '../public-name.js';
import { type UnitKind, unitKinds } from './unit.codes.js';

export class RegisterUnit {
  /** Its official name. */
  @IsPublicName('永寿县民政局') name: UnitName;
  /** What kind of body it is. */
  @IsIn(Object.keys(unitKinds)) kind: UnitKind;
  /** Where it works. */
  @IsRegionCode() region: RegionCode;
  /** Of which level it is; never below its region's. */
  @IsIn(levels) level: Level;
}
