import { input } from '@lookback/kernel';

/** A name, of a person or a unit, as it is compared: as it is read, without spaces, whatever the case of its letters. */
export const plainName = (name: string): string => input.name(name).replaceAll(' ', '').toLowerCase();

/** A telephone number as it is compared: the digits of what is read in it. */
export function plainPhone(phone: string): string {
  const read = input.phone(phone);
  return ('value' in read ? read.value : input.code(phone)).replace(/\D/g, '');
}

/** Shorter ends say too little: every 办 ends like another. */
const shortestEnd = 3;

/** Whether two plain names of bodies say the same, with or without the place before them. */
export const saysTheSame = (one: string, other: string): boolean => {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter === longer || (shorter.length >= shortestEnd && longer.endsWith(shorter));
};
