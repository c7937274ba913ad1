import { input } from '@lookback/kernel';
import { isPublicName, type UnitName } from '@lookback/office/registry';
import { inapplicable } from '../lists.rules.js';

const asName = input.text(40);

/** What a public body is called. */
export const unitName: input.Reading<UnitName> = (written) => {
  const reading = asName(written);
  if (!('value' in reading)) return reading;
  return isPublicName(reading.value) ? { value: reading.value, plainly: reading.plainly } : inapplicable('list.unit-unreadable');
};
