import { type Meant, missing } from './meant.js';
import { unreadable } from './input.rules.js';
import type { Inapplicable } from '../refusal.js';

/** Zero-width signs, marks of direction, soft hyphens: what nobody sees and every copy from a web page brings. */
const invisible = /\p{Cf}/gu;
/** Line breaks and tabs too, and letters that are blank: the fillers of Hangul, and of Braille. */
const blank = /[\s\u115F\u1160\u2800\u3164\uFFA0]+/gu;
const betweenHan = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
/** Well written already: the many texts that are so are spared the work. */
const alreadyPlain = /^[\u4e00-\u9fff\w]*$/;
/** The same of sentences, whose punctuation may be of full width. */
const plainSentences = /^[\u4e00-\u9fff\w，。、；：？！（）《》“”]*$/;

/**
 * One line of text as it was meant: full-width letters, digits and signs as half-width ones (NFKC), invisible characters out, one space
 * between words, none around and none between Han characters (张　三).
 */
export function line(text: string): string {
  return alreadyPlain.test(text) ? text : spaced(text).replace(betweenHan, '');
}

/** As `line`, but that Han characters may be apart. */
export const spaced = (text: string): string =>
  text.replace(invisible, '').normalize('NFKC').replace(invisible, '').replace(blank, ' ').trim();

/** As `line`, for numbers and codes that know no case: without any space and in capitals, so that the `x` of a citizen number is an `X`. */
export const code = (text: string): string => (/^[\dX]*$/.test(text) ? text : mixedCode(text).toUpperCase());

/** The same, where letters keep their case: numbers that differ in it are two. */
export const mixedCode = (text: string): string => spaced(text).replaceAll(' ', '');

/** Many lines of text as they were written (NFC), but for what nobody sees, and for blanks around them and at the ends of lines. */
export const lines = (text: string): string => (plainSentences.test(text) ? text : tidied(text));

const tidied = (text: string): string =>
  text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\s+|[\s\u115F\u1160\u2800\u3164\uFFA0]+$/gu, '');

/** Signs that no database, workbook or page can carry, and the one that stands where a text was read in a wrong encoding. */
const unshowable = /[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|(?![\n\t])\p{Cc}/u;
/** What Excel writes where it has no value, `#N/A` and `#REF!`, pasted as text too. */
const excelError = /^#(?:N\/A|[A-Z\d][A-Z\d/_]*[!?])$/;

/** What keeps text from being taken whatever it is to be; undefined where nothing does. */
export function faultOf(cleaned: string, most: number): Inapplicable | undefined {
  if (cleaned === '') return missing;
  if (plainSentences.test(cleaned)) return cleaned.length > most ? unreadable('input.too-long', { limit: most }) : undefined;
  if (unshowable.test(cleaned)) return unreadable('input.sign-unreadable');
  if (excelError.test(cleaned)) return unreadable('input.excel-error');
  return cleaned.length > most ? unreadable('input.too-long', { limit: most }) : undefined;
}

/** Cleaned text as what it means. */
export const meant = (cleaned: string, most: number): Meant<string> | Inapplicable =>
  faultOf(cleaned, most) ?? { value: cleaned, plainly: cleaned };
