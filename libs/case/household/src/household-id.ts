import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';

const uuidOf = uuidsIn('6b1a0f4e-7a53-4c1e-9d64-5a0c0b7ad9f2');

/** The id of a household that a list brings: the same for the same county and number. Source: event-log.md, Idempotency. */
export const householdIdOf = (county: RegionCode, number: HouseholdNumber): string => uuidOf(`${county}/${number}`);
