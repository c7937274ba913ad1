import { intoAddress } from '../../moment/address.js';
import type { MomentAsked } from '../../moment/moment-asked.js';
import type { RowPlace } from './register-shapes.js';

const files: Readonly<Record<string, string>> = {
  household: 'households',
  person: 'people',
  unit: 'units',
  account: 'accounts',
  standards: 'standards',
  regions: 'regions',
};

/** Where the file of a row's subject is, at the moment of the list. */
export const fileOf = ({ subject }: Pick<RowPlace, 'subject'>, moment: MomentAsked = {}): `/households/${string}` => {
  const plural = files[subject.kind] ?? subject.kind;
  return `/${plural}/${subject.id}${intoAddress({ ...moment })}` as `/households/${string}`;
};
