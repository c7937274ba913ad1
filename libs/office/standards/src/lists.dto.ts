import { Integer, Nested } from '@lookback/office/desk';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { type ListedCause, IsCauseCode, IsListCode, IsNationalCause, IsTitle, type ListCode, type Title } from './titles.js';

/** A list of 1 to 100 lines, no two under one code. */
const Lines = <Line extends object>(type: () => new () => Line, code: (line: Line) => unknown) =>
  applyDecorators(IsArray(), ArrayMinSize(1), ArrayMaxSize(100), ArrayUnique(code), Nested(type));

export class Cause {
  /** Under which it is counted. */
  @IsCauseCode() code: ListedCause;
  /** As lists from outside write it. */
  @IsTitle('因病') zh: Title;
  @IsTitle('illness') en: Title;
  /** The national cause that it counts as, where a county has classes of its own. */
  @IsNationalCause() national: ListedCause;
}

/** Why households are poor. */
export class CauseCodes {
  @Lines(() => Cause, ({ code }: Cause) => code) causes: Cause[];
}

export const ranks = ['county-leader', 'department-leader', 'cadre'] as const;
export type Rank = (typeof ranks)[number];

export class HelperQuota {
  @IsIn(ranks) rank: Rank;
  /** As lists from outside write it. */
  @IsTitle('县级领导') zh: Title;
  @IsTitle('county leader') en: Title;
  /** How many households a helper of this rank should have at least. */
  @Integer(1, 100) households: number;
}

/** How many households helpers should have, by rank. */
export class HelperQuotas {
  @Lines(() => HelperQuota, ({ rank }: HelperQuota) => rank) quotas: HelperQuota[];
}

export class ProblemClass {
  @IsListCode('exit') code: ListCode;
  @IsTitle('精准退出') zh: Title;
  @IsTitle('exit') en: Title;
  /** True where an open problem of the class keeps a household from exiting. */
  @IsBoolean() blocksExit: boolean;
  /** True where the people are asked before its number is cancelled; false allows "not applicable". */
  @IsBoolean() asksPeople: boolean;
}

/** The classes of problems. */
export class ProblemClasses {
  @Lines(() => ProblemClass, ({ code }: ProblemClass) => code) classes: ProblemClass[];
}

export class ProblemSource {
  @IsListCode('public-report') code: ListCode;
  @IsTitle('群众反映') zh: Title;
  @IsTitle('report by the public') en: Title;
}

/** Where problems come from. */
export class ProblemSources {
  @Lines(() => ProblemSource, ({ code }: ProblemSource) => code) sources: ProblemSource[];
}
