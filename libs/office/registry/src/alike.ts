import { input } from '@lookback/kernel';

/** A name, of a person or a unit, as it is compared: as it is read, without spaces, whatever the case of its letters. */
export const plainName = (name: string): string => input.name(name).replaceAll(' ', '').toLowerCase();

/** A telephone number as it is compared: the digits of what is read in it. */
export function plainPhone(phone: string): string {
  const read = input.phone(phone);
  return ('value' in read ? read.value : input.code(phone)).replace(/\D/g, '');
}
