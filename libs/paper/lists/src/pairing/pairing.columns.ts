import { assistanceCodes } from '@lookback/case/assistance';
import { type CalendarDate, input } from '@lookback/kernel';
import type { Rank } from '@lookback/office/standards';
import { coded, inDayCell } from '../cell-parsers.js';
import { codeIn, type ListOfCounty, type ReadIn } from '../list-of-county.js';
import { unitName } from '../officials/official-columns.js';
import { householdNumber } from '../roster/numbers.js';

/** What a row says of a helper. Source: domain.md, section 5. Township and village are the household's own, and not read. */
export const helperColumns = (ranks: ListOfCounty, until: CalendarDate, where: ReadIn) => ({
  户编号: householdNumber,
  帮扶责任人: input.personName,
  帮扶单位: unitName,
  单位隶属关系: input.optional(coded(assistanceCodes.affiliations)),
  职级: codeIn<Rank>(ranks, where),
  联系电话: input.phone,
  帮扶开始时间: inDayCell(input.optional(input.dayUpTo(until))),
});

/** What is only compared with the record. */
export const headColumns = { 户主姓名: input.optional(input.personName) };

export type PairingColumn = keyof ReturnType<typeof helperColumns> | keyof typeof headColumns;
