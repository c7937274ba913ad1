import { HouseholdLookup } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { Inside } from './in-process.js';

/** The id of a household that is named by its id, or by the number that it has now; what no household has is left as it is, to be told. */
export async function householdNamed({ app }: Inside, named: string): Promise<string> {
  if (!/^\d{18}$/.test(named)) return named;
  return (await app.get(HouseholdLookup).numbered(named as HouseholdNumber)) ?? named;
}
