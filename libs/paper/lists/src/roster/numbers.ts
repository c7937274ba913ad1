import { faultIn, type HouseholdNumber, type PersonNumber, upgraded } from '@lookback/case/identification';
import { code, digits, type Kind } from '../kinds.js';
import { unfit } from '../lists.rules.js';

/** 18 digits: the village's 12 and six more. After a merger of villages the 12 may be those of the former one. */
export const householdNumber = digits(18) as Kind<HouseholdNumber>;

/** 20 digits: the household's 18 and two more. */
export const personNumber = digits(20) as Kind<PersonNumber>;

/** A sound number of GB 11643 as it stands today: those of 15 digits are upgraded, an x is an X. */
export const citizenNumber: Kind<string> = (written) => {
  const plainly = upgraded(code(written));
  if (plainly === '') return unfit('list.value-missing');
  const fault = faultIn(plainly);
  return fault ? unfit(`list.citizen-number-${fault}`) : { value: plainly, plainly };
};
