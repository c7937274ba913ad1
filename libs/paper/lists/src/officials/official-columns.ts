import { isPublicName, type UnitName } from '@lookback/office/registry';
import { code, type Kind, text } from '../kinds.js';
import { unfit } from '../lists.rules.js';

const asName = text(40);

/** What a public body is called. */
export const unitName: Kind<UnitName> = (written) => {
  const said = asName(written);
  if (!('value' in said)) return said;
  return isPublicName(said.value) ? { value: said.value, plainly: said.plainly } : unfit('list.unit-unreadable');
};

/** By which an official is told from another of his name; without the spaces in it. */
export const phoneNumber: Kind<string> = (written) => {
  const plainly = code(written);
  if (plainly === '') return unfit('list.value-missing');
  return /^\+?\d[\d-]{4,19}$/.test(plainly) ? { value: plainly, plainly } : unfit('list.phone-unreadable');
};
