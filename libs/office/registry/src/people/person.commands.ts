import { input, type Level, levels, type RegionCode, type UnitId } from '@lookback/kernel';
import { IsId, IsRegionCode, Typed } from '@lookback/office/desk';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { type PostKind, postKinds } from './post.codes.js';

export class RegisterPerson {
  /** Family name and given name; sealed to the person. */
  @Typed(input.personName, '李伟') name: string;
  /** Sealed to the person. */
  @IsOptional() @Typed(input.phone, '13900000000') phone?: string;
  /** Where the person serves, with every post held here. */
  @IsRegionCode() region: RegionCode;
  /** False where nobody has checked who it is. */
  @IsBoolean() confirmed: boolean;
}

export class PostPerson {
  /** What the person is posted as. */
  @IsIn(Object.keys(postKinds)) post: PostKind;
  /** In which unit. */
  @IsId() unit: UnitId;
  /** The unit's level, as it is on record. */
  @IsIn(levels) level: Level;
  /** The unit's region, as it is on record. */
  @IsRegionCode() region: RegionCode;
}

export class EndPost {
  /** The post that ends. */
  @IsIn(Object.keys(postKinds)) post: PostKind;
  /** In which unit. */
  @IsId() unit: UnitId;
}
