import type { HouseholdListed } from '@lookback/case/household';
import type { ListsFromLog } from '@lookback/office/standards';
import type { HouseholdLine } from './households.dto.js';

/** Households as they are listed, with what their causes were called where and when they were said. */
export async function householdLines(listed: readonly HouseholdListed[], lists: ListsFromLog): Promise<HouseholdLine[]> {
  const words = await lists.words(listed.map(({ county }) => county));
  return listed.map(({ causeSince: on, ...line }) => ({
    ...line,
    mainCauseWords: line.mainCause && words('cause-codes', line.mainCause, { region: line.county, on }),
  }));
}
