import { faultOf, line, lines, meant } from './characters.js';
import { unreadable } from './input.rules.js';
import { itself, type Reading } from './meant.js';

/** One line of text, of so many characters at most. */
export const text =
  (most: number): Reading<string> =>
  (written) =>
    meant(line(written), most);

/** What somebody is looked for by: text of so many characters at most, and two at least, as names are kept by no fewer. */
export const searched =
  (most: number): Reading<string> =>
  (written) => {
    const read = text(most)(written);
    return 'value' in read && Array.from(name(read.value)).length < 2 ? unreadable('input.search-too-short') : read;
  };

/** Sentences, of so many characters at most; their own signs are nobody's mistake. */
export const words =
  (most: number): Reading<string> =>
  (written) =>
    meant(lines(written), most);

/** Every sign that people type between the parts of a name. U+00B7 is the one of the registers of names. */
const dots = / ?[\u00B7\u2022\u2027\u2219\u22C5\u30FB\u16EB\u2E31\u2E33] ?/gu;
const stopBetweenHan = /(?<=\p{Script=Han}) ?[.] ?(?=\p{Script=Han})/gu;

/** A name as it is compared and kept: as `line`, with one middle dot, whichever was typed. */
export const name = (written: string): string => {
  const plainly = line(written);
  return /^[\u4e00-\u9fff]*$/.test(plainly) ? plainly : plainly.replace(dots, '·').replace(stopBetweenHan, '·');
};

/** Somebody's name: of 50 characters at most, at least one of them a letter. */
export const personName: Reading<string> = (written) => {
  const plainly = name(written);
  return faultOf(plainly, 50) ?? (/\p{L}/u.test(plainly) ? itself(plainly) : unreadable('input.name-unreadable'));
};
