import { HouseholdLookup } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { Inside } from './in-process.js';

/** Milliseconds that the read models may take to come up to the log: a log that was just copied has none yet. */
const timeoutMs = 600_000;

/** The id of a household that is named by its id, or by the number that it has now; what no household has is left as it is, to be told. */
export async function householdNamed({ app, system: { log, projector } }: Inside, named: string): Promise<string> {
  if (!/^\d{18}$/.test(named)) return named;
  await projector.start();
  await projector.reached(await log.head(), { timeoutMs });
  return (await app.get(HouseholdLookup).numbered(named as HouseholdNumber)) ?? named;
}
