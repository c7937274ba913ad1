import { input, kind, type Level, levels, type RegionCode, type UnitId } from '@lookback/kernel';
import { Field, IsRegionCode, OneOf } from '@lookback/office/desk';
import { type PostKind, postKinds } from './post.codes.js';

export class RegisterPerson {
  /** Family name and given name; sealed to the person. */
  @Field(kind.text(input.personName, '李伟'), { en: 'Name', zh: '姓名' }) name: string;
  /** Sealed to the person. */
  @Field(kind.text(input.phone, '13900000000'), {
    en: 'Phone',
    zh: '联系电话',
    hint: { en: 'Kept encrypted; the last four digits tell namesakes apart.', zh: '加密保存；后四位用于区分同名人员。' },
    optional: true,
  })
  phone?: string;
  @Field(kind.region, {
    en: 'Serves in',
    zh: '任职区域',
    hint: { en: 'Usually the county; posts can be held only in units of this region.', zh: '一般为本县；只能在此区域内的单位任职。' },
  })
  region: RegionCode;
  /** False where nobody has checked who it is. */
  @Field(kind.yesNo, {
    en: 'Identity checked',
    zh: '身份已核实',
    hint: { en: 'Choose "Yes" where the identity document has been checked.', zh: '已核对证件、确认是本人的，选“是”。' },
  })
  confirmed: boolean;
}

export class PostPerson {
  @Field(kind.fillingUnit, { en: 'Unit', zh: '单位' }) unit: UnitId;
  @Field(kind.code(postKinds), { en: 'Post', zh: '岗位' }) post: PostKind;
  /** The unit's level, as it is on record. */
  @OneOf(levels) level: Level;
  /** The unit's region, as it is on record. */
  @IsRegionCode() region: RegionCode;
}

export class EndPost {
  @Field(kind.unit, { en: 'Unit', zh: '单位' }) unit: UnitId;
  @Field(kind.code(postKinds), { en: 'Post', zh: '岗位' }) post: PostKind;
}
