import { intoAddress } from '../../moment/address.js';
import type { MomentAsked } from '../../moment/moment-asked.js';
import type { RowPlace } from './register-shapes.js';

/** Where the file of a row's subject is, at the moment of the list. */
export const fileOf = ({ subject }: Pick<RowPlace, 'subject'>, moment: MomentAsked = {}): `/households/${string}` =>
  `${subject.path}${intoAddress({ ...moment })}` as `/households/${string}`;
