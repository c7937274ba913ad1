import { type Code, type InBoth, type input, kind } from '@lookback/kernel';

/** The lists of the national registry's export, each value with the word that it has there. Source: domain.md, sections 3 to 5. */
type List = Readonly<Record<string, InBoth>>;

export const relations = {
  head: { zh: '户主', en: 'head' },
  spouse: { zh: '配偶', en: 'spouse' },
  son: { zh: '之子', en: 'son' },
  daughter: { zh: '之女', en: 'daughter' },
  'son-in-law': { zh: '之女婿', en: 'son-in-law' },
  'daughter-in-law': { zh: '之儿媳', en: 'daughter-in-law' },
  grandson: { zh: '之孙子', en: 'grandson' },
  granddaughter: { zh: '之孙女', en: 'granddaughter' },
  'daughters-son': { zh: '之外孙子', en: "daughter's son" },
  'daughters-daughter': { zh: '之外孙女', en: "daughter's daughter" },
  father: { zh: '之父', en: 'father' },
  mother: { zh: '之母', en: 'mother' },
  'father-in-law': { zh: '之岳父', en: "wife's father" },
  'mother-in-law': { zh: '之岳母', en: "wife's mother" },
  'husbands-father': { zh: '之公公', en: "husband's father" },
  'husbands-mother': { zh: '之婆婆', en: "husband's mother" },
  grandfather: { zh: '之祖父', en: 'grandfather' },
  grandmother: { zh: '之祖母', en: 'grandmother' },
  brother: { zh: '之兄弟', en: 'brother' },
  sister: { zh: '之姐妹', en: 'sister' },
  other: { zh: '其他', en: 'other' },
} as const satisfies List;
export type Relation = keyof typeof relations;

export const schoolings = {
  none: { zh: '文盲或半文盲', en: 'illiterate or semi-literate' },
  primary: { zh: '小学', en: 'primary school' },
  'junior-middle': { zh: '初中', en: 'junior middle school' },
  'senior-middle': { zh: '高中', en: 'senior middle school' },
  college: { zh: '大专及以上', en: 'college or above' },
} as const satisfies List;
export type Schooling = keyof typeof schoolings;

export const pupilStatuses = {
  none: { zh: '非在校生', en: 'not at school' },
  preschool: { zh: '学前教育', en: 'pre-school' },
  primary: { zh: '小学', en: 'primary school' },
  'grade-7': { zh: '七年级', en: 'grade 7' },
  'grade-8': { zh: '八年级', en: 'grade 8' },
  'grade-9': { zh: '九年级', en: 'grade 9' },
  'senior-1': { zh: '高中一年级', en: 'senior middle, year 1' },
  'senior-2': { zh: '高中二年级', en: 'senior middle, year 2' },
  'senior-3': { zh: '高中三年级', en: 'senior middle, year 3' },
  'vocational-1': { zh: '中职一年级', en: 'vocational school, year 1' },
  'vocational-2': { zh: '中职二年级', en: 'vocational school, year 2' },
  'vocational-3': { zh: '中职三年级', en: 'vocational school, year 3' },
  'higher-vocational-1': { zh: '高职高专一年级', en: 'higher vocational college, year 1' },
  'higher-vocational-2': { zh: '高职高专二年级', en: 'higher vocational college, year 2' },
  'higher-vocational-3': { zh: '高职高专三年级', en: 'higher vocational college, year 3' },
  'bachelor-1': { zh: '本科一年级', en: 'university, year 1' },
  'bachelor-2': { zh: '本科二年级', en: 'university, year 2' },
  'bachelor-3': { zh: '本科三年级', en: 'university, year 3' },
  'bachelor-4': { zh: '本科四年级', en: 'university, year 4' },
  'bachelor-5': { zh: '本科五年级', en: 'university, year 5' },
  graduate: { zh: '硕士研究生及以上', en: 'postgraduate' },
} as const satisfies List;
export type PupilStatus = keyof typeof pupilStatuses;

export const healths = {
  healthy: { zh: '健康', en: 'healthy' },
  'chronic-illness': { zh: '长期慢性病', en: 'chronic illness' },
  'serious-illness': { zh: '患有大病', en: 'serious illness' },
  disabled: { zh: '残疾', en: 'disabled' },
} as const satisfies List;
export type Health = keyof typeof healths;

export const labours = {
  ordinary: { zh: '普通劳动力', en: 'ordinary labour' },
  skilled: { zh: '技能劳动力', en: 'skilled labour' },
  lost: { zh: '丧失劳动力', en: 'lost the ability to work' },
  none: { zh: '无劳动力', en: 'unable to work' },
} as const satisfies List;
export type Labour = keyof typeof labours;

export const workplaces = {
  township: { zh: '乡镇内务工', en: 'within the township' },
  county: { zh: '乡镇外县内务工', en: 'within the county' },
  province: { zh: '县外省内务工', en: 'within the province' },
  'other-province': { zh: '省外务工', en: 'in another province' },
} as const satisfies List;
export type Workplace = keyof typeof workplaces;

export const attributes = {
  general: { zh: '一般贫困户', en: 'general poor household' },
  allowance: { zh: '低保贫困户', en: 'subsistence allowance household' },
  'five-guarantees': { zh: '五保贫困户', en: 'five-guarantees household' },
} as const satisfies List;
export type Attribute = keyof typeof attributes;

/** How a household stands by what a roster says of it. All standings are those of `case/standing`. */
export const listedStandings = {
  registered: { zh: '未脱贫', en: 'registered, not exited' },
  exited: { zh: '已脱贫', en: 'exited' },
  returned: { zh: '返贫', en: 'returned to poverty' },
} as const satisfies List;
export type ListedStanding = keyof typeof listedStandings;

export const guarantees = {
  food: { zh: '吃', en: 'food' },
  clothing: { zh: '穿', en: 'clothing' },
  education: { zh: '义务教育', en: 'education' },
  health: { zh: '基本医疗', en: 'health care' },
  housing: { zh: '住房安全', en: 'housing' },
  water: { zh: '饮水安全', en: 'drinking water' },
  industry: { zh: '产业', en: 'industry' },
  employment: { zh: '就业', en: 'employment' },
} as const satisfies List;
export type Guarantee = keyof typeof guarantees;

export const houseGrades = {
  A: { zh: 'A 级（安全）', en: 'A (safe)' },
  B: { zh: 'B 级（基本安全）', en: 'B (basically safe)' },
  C: { zh: 'C 级（局部危险）', en: 'C (partly dangerous)' },
  D: { zh: 'D 级（整体危险）', en: 'D (dangerous)' },
} as const satisfies List;
export type HouseGrade = keyof typeof houseGrades;

export const fuels = {
  electricity: { zh: '电', en: 'electricity' },
  gas: { zh: '燃气', en: 'gas' },
  coal: { zh: '煤', en: 'coal' },
  firewood: { zh: '柴草', en: 'firewood' },
  other: { zh: '其他', en: 'other' },
} as const satisfies List;
export type Fuel = keyof typeof fuels;

export const accessRoads = {
  mud: { zh: '泥土路', en: 'mud' },
  gravel: { zh: '砂石路', en: 'gravel' },
  concrete: { zh: '水泥路', en: 'concrete' },
  asphalt: { zh: '沥青路', en: 'asphalt' },
} as const satisfies List;
export type AccessRoad = keyof typeof accessRoads;

export const joinReasons = {
  born: { zh: '出生', en: 'born' },
  'married-in': { zh: '嫁入或入赘', en: 'married in' },
  adopted: { zh: '收养', en: 'adopted' },
  returned: { zh: '回迁', en: 'came back' },
  other: { zh: '其他', en: 'other' },
} as const satisfies List;
export type JoinReason = keyof typeof joinReasons;

export const leaveReasons = {
  died: { zh: '死亡', en: 'died' },
  'married-out': { zh: '嫁出', en: 'married out' },
  'moved-away': { zh: '迁出', en: 'moved away' },
  imprisoned: { zh: '服刑', en: 'in prison' },
  'set-up-household': { zh: '分户', en: 'set up a household' },
  other: { zh: '其他', en: 'other' },
} as const satisfies List;
export type LeaveReason = keyof typeof leaveReasons;

/** What shows who somebody is that has no citizen number. */
export const documentKinds = {
  'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'mainland travel permit for Hong Kong and Macao residents' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'mainland travel permit for Taiwan residents' },
  'residence-permit': { zh: '港澳台居民居住证', en: 'residence permit for Hong Kong, Macao and Taiwan residents' },
  'permanent-residence-card': { zh: '外国人永久居留身份证', en: "foreigner's permanent residence card" },
  passport: { zh: '护照', en: 'passport' },
  'birth-certificate': { zh: '出生医学证明', en: 'medical certificate of birth' },
} as const satisfies Readonly<Record<input.IdentityDocumentKind, InBoth>>;
export type DocumentKind = keyof typeof documentKinds;

/** Why somebody has no citizen number. */
export const noNumberReasons = {
  newborn: { zh: '新生儿未落户', en: 'newborn, not yet registered' },
  foundling: { zh: '弃婴（捡拾儿童）', en: 'foundling' },
  foreigner: { zh: '外国人', en: 'foreigner' },
  'hk-macao-taiwan': { zh: '港澳台居民', en: 'resident of Hong Kong, Macao or Taiwan' },
  'not-registered': { zh: '未落户', en: 'not registered with the police' },
  'not-stated': { zh: '名册未填', en: 'not stated in the list' },
} as const satisfies List;
export type NoNumberReason = keyof typeof noNumberReasons;

export { type EthnicGroup, ethnicGroups } from './ethnic-groups.js';

/** The code of a cause, of the nation's list or a county's own. */
export const cause = kind.listed('cause-codes', /^[0-9a-z]{1,8}$/, '01');
export const otherCauses = kind.listedSeveral('cause-codes', /^[0-9a-z]{1,8}$/, 2, '02');
/** Why a household is poor: `01` to `12`, or a county's own; the list is the standard `cause-codes`. */
export type CauseCode = Code<'cause'>;
/** 户编号: village (12 digits) and six more. */
export type HouseholdNumber = Code<'household-number'>;
/** 人编号: 户编号 and two more. */
export type PersonNumber = Code<'person-number'>;
/** A member of a household: opaque, and never reused. */
export type { MemberId } from '@lookback/kernel';

export const keysOf = <Key extends string>(list: Readonly<Record<Key, unknown>>) => Object.keys(list) as Key[];
