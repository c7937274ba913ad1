import { code } from './characters.js';
import { unreadable } from './input.rules.js';
import { itself, missing, type Reading } from './meant.js';

/** GB 11643: 17 digits and a check character by ISO 7064 MOD 11-2; older ones have 15 digits and none. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** The check character that 17 digits need. */
export const checkCharacter = (seventeen: string): string =>
  checks.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(seventeen[i]), 0) % 11);

/** A number of 15 digits as it stands today; others as they are. People born in 1800 to 1899 had 15-digit numbers ending 996 to 999; none lives. */
export function upgraded(number: string): string {
  if (!/^\d{15}$/.test(number)) return number;
  const seventeen = `${number.slice(0, 6)}19${number.slice(6)}`;
  return seventeen + checkCharacter(seventeen);
}

export type NumberFault = 'length' | 'digits' | 'birthday' | 'check-character';

/** What is wrong with a citizen number of 18 characters; undefined where nothing is. Disability cards append two to four characters to one. */
export function citizenNumberFault(number: string): NumberFault | undefined {
  if (![18, 20, 22].includes(number.length)) return 'length';
  if (!/^\d{17}[\dX]([1-7][1-4](B[1-9])?)?$/.test(number)) return 'digits';
  if (!isDay(number.slice(6, 14))) return 'birthday';
  return checkCharacter(number.slice(0, 17)) === number[17] ? undefined : 'check-character';
}

/** `19530428` of a sound number. */
export const birthdayIn = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** By arithmetic: a list brings tens of thousands of birthdays, and a Date for each would cost more than all the other checks. */
function isDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A sound number of GB 11643 as it stands today: those of 15 digits are upgraded, an x is an X. */
export const citizenNumber: Reading<string> = (written) => {
  const plainly = upgraded(code(written));
  if (plainly === '') return missing;
  const fault = citizenNumberFault(plainly);
  return fault ? unreadable(`input.citizen-number-${fault}`) : itself(plainly);
};
