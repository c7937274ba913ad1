import type { HouseholdNumber } from '@lookback/case/identification';
import type { Code, RegionCode } from '@lookback/kernel';
import { uuidsIn } from '@lookback/log/runtime';

const uuidOf = uuidsIn('6b1a0f4e-7a53-4c1e-9d64-5a0c0b7ad9f2');

/**
 * The id of a household that a list brings on record: of the key under which it does, which is the household's number, so that two that
 * bring it at once open one file; of one without a number it is the digest of its rows. It is nothing to find a household by: that may
 * have another number by now, or had a file before. Source: decisions.md, 9.
 */
export const listedHouseholdId = (county: RegionCode, key: HouseholdNumber | Code<'body'>): string => uuidOf(`${county}/${key}`);
