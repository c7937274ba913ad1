import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode, StreamName } from '@lookback/kernel';
import type { Office } from '../../support/office.js';
import { county } from '../../support/staff.js';

/** The id of a household of the county's roster. */
export const idOf = (number: string): string => listedHouseholdId(county as RegionCode, number as HouseholdNumber);

/** What the entries of a type say in a household's stream, the oldest first. */
export async function recorded<T>({ system }: Office, number: string, type: string): Promise<T[]> {
  const stream = `household-${idOf(number)}` as StreamName;
  const history = await system.log.readStream(stream);
  return history.filter((entry) => entry.type === type).map(({ data }) => data as T);
}
