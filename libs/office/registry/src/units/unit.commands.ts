import { kind, type Level, levels, type RegionCode } from '@lookback/kernel';
import { Field } from '@lookback/office/desk';
import { levelWords } from '../levels.js';
import { publicName, type UnitName } from '../public-name.js';
import { type UnitKind, unitKinds } from './unit.codes.js';

export class RegisterUnit {
  /** Its official name. */
  @Field(publicName('永寿县民政局'), {
    en: 'Name of the unit',
    zh: '单位名称',
    hint: { en: 'In full, such as 永寿县民政局; no spaces or commas.', zh: '全称，如 永寿县民政局；不含空格和标点。' },
  })
  name: UnitName;
  @Field(kind.code(unitKinds), { en: 'Kind of unit', zh: '单位类型' }) kind: UnitKind;
  @Field(kind.fillingRegion, {
    en: 'Region',
    zh: '区域',
    hint: { en: 'The region that the unit serves.', zh: '单位负责的区域。' },
  })
  region: RegionCode;
  @Field(kind.oneOf(levels, levelWords), {
    en: 'Level',
    zh: '层级',
    hint: { en: 'Not below the level of its region.', zh: '不低于所在区域的层级。' },
  })
  level: Level;
}
