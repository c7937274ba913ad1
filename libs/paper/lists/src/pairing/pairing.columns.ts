import { assistanceCodes } from '@lookback/case/assistance';
import { type CalendarDate, input } from '@lookback/kernel';
import type { Rank } from '@lookback/office/standards';
import { coded, inDayCell, oneOf } from '../cell-parsers.js';
import { unitName } from '../officials/official-columns.js';
import { householdNumber } from '../roster/numbers.js';

/** The value of the standard `helper-quotas`: the ranks of helpers, each with its words, and how many households each should have. */
export interface Ranks {
  readonly quotas: readonly { readonly rank: Rank; readonly zh: string; readonly households: number }[];
}

/** What a row says of a helper. Source: domain.md, section 5. Township and village are the household's own, and not read. */
export const helperColumns = ({ quotas }: Ranks, until: CalendarDate) => ({
  户编号: householdNumber,
  帮扶责任人: input.personName,
  帮扶单位: unitName,
  单位隶属关系: input.optional(coded(assistanceCodes.affiliations)),
  职级: oneOf(quotas.map(({ zh, rank }) => [zh, rank])),
  联系电话: input.phone,
  帮扶开始时间: inDayCell(input.optional(input.dayUpTo(until))),
});

/** What is only compared with the record. */
export const headColumns = { 户主姓名: input.optional(input.personName) };

export type PairingColumn = keyof ReturnType<typeof helperColumns> | keyof typeof headColumns;
