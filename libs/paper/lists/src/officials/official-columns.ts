import { input } from '@lookback/kernel';
import { isPublicName, type UnitName } from '@lookback/office/registry';
import { inapplicable } from '../lists.rules.js';

const asName = input.text(40);

/** What a public body is called. */
export const unitName: input.Reading<UnitName> = (written) => {
  const said = asName(written);
  if (!('value' in said)) return said;
  return isPublicName(said.value) ? { value: said.value, plainly: said.plainly } : inapplicable('list.unit-unreadable');
};
