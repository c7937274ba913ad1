import { kind } from '@lookback/kernel';
import { Field } from '@lookback/office/desk';
import { ArrayUnique } from 'class-validator';
import { causeCode, listCode, type ListCode, type ListedCause, nationalShape, title, type Title } from './titles.js';

/** A list of 1 to 100 lines. */
const lines = (type: () => new () => object) => kind.rows(type, 1, 100);
const Zh = (example: string) => Field(title(example), { en: 'In Chinese', zh: '中文名称' });
const En = (example: string) => Field(title(example), { en: 'In English', zh: '英文名称' });
const codeWords = { en: 'Code', zh: '代码' };

export class Cause {
  /** Under which it is counted. */
  @Field(causeCode, codeWords) code: ListedCause;
  /** As lists from outside write it. */
  @Zh('因病') zh: Title;
  @En('illness') en: Title;
  /** The national cause that it counts as, where a county has classes of its own. */
  @Field(kind.listed('cause-codes', nationalShape, '01'), { en: 'National cause', zh: '对应国家分类' }) national: ListedCause;
}

/** Why households are poor. */
export class CauseCodes {
  @Field(lines(() => Cause), { en: 'Causes', zh: '致贫原因' })
  @ArrayUnique(({ code }: Cause) => code)
  causes: Cause[];
}

export const ranks = ['county-leader', 'department-leader', 'cadre'] as const;
export type Rank = (typeof ranks)[number];
/** By which the quota of households goes. */
export const helperRank = kind.listed('helper-quotas', ranks, 'cadre');

export class HelperQuota {
  @Field(helperRank, { en: 'Rank', zh: '职级' }) rank: Rank;
  /** As lists from outside write it. */
  @Zh('县级领导') zh: Title;
  @En('county leader') en: Title;
  @Field(kind.count(1, 100), { en: 'Households, at least', zh: '户数（至少）' }) households: number;
}

/** How many households helpers should have, by rank. */
export class HelperQuotas {
  @Field(lines(() => HelperQuota), { en: 'By rank', zh: '各级别户数' })
  @ArrayUnique(({ rank }: HelperQuota) => rank)
  quotas: HelperQuota[];
}

export class ProblemClass {
  @Field(listCode('exit'), codeWords) code: ListCode;
  @Zh('精准退出') zh: Title;
  @En('exit') en: Title;
  @Field(kind.yesNo, { en: 'No exit before it is cancelled', zh: '未销号不得退出' }) blocksExit: boolean;
  /** False allows "not applicable". */
  @Field(kind.yesNo, { en: 'The people are asked before it is cancelled', zh: '销号前征求意见' }) asksPeople: boolean;
}

/** The classes of problems. */
export class ProblemClasses {
  @Field(lines(() => ProblemClass), { en: 'Classes', zh: '问题类别' })
  @ArrayUnique(({ code }: ProblemClass) => code)
  classes: ProblemClass[];
}

export class ProblemSource {
  @Field(listCode('public-report'), codeWords) code: ListCode;
  @Zh('群众反映') zh: Title;
  @En('report by the public') en: Title;
}

/** Where problems come from. */
export class ProblemSources {
  @Field(lines(() => ProblemSource), { en: 'Sources', zh: '问题来源' })
  @ArrayUnique(({ code }: ProblemSource) => code)
  sources: ProblemSource[];
}
