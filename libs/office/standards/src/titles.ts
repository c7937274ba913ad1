import { type Code, type InBoth, input, kind } from '@lookback/kernel';

/** What a class, a source or a cause is called in one language: the title of a list's line, never a sentence about somebody. */
export type Title = Code<'title'>;
/** The code of a line of a list: `public-report`. */
export type ListCode = Code<'list-code'>;
/** The code of a cause of poverty, as households carry it: `01` to `12`, or a county's own. */
export type ListedCause = Code<'cause'>;

const titleShape = /^[\p{Script=Han}A-Za-z0-9()（）、/-][\p{Script=Han}A-Za-z0-9()（）、/ -]{0,49}$/u;
const codeShape = /^[a-z][a-z0-9-]{1,39}$/;
const causeShape = /^[0-9a-z]{1,8}$/;
/** `01` to `12`, the nation's own list. */
export const nationalShape = /^(0[1-9]|1[0-2])$/;

/** A mark that is kept as it was typed, but for spaces at its ends and signs that look alike. */
const mark = (shape: RegExp, example: string, form: InBoth) => kind.mark({ shape, example, form, clean: input.line });

export const title = (example: string) =>
  mark(titleShape, example, {
    en: 'a title of 1 to 50 characters, letters, digits, brackets, slashes and hyphens',
    zh: '名称：1 至 50 个汉字、字母、数字、括号、顿号、斜线或连字符',
  });
export const listCode = (example: string) =>
  mark(codeShape, example, {
    en: '2 to 40 small letters, digits and hyphens, a letter first',
    zh: '2 至 40 个小写字母、数字或连字符，以字母开头',
  });
export const causeCode = mark(causeShape, '01', { en: '1 to 8 small letters and digits', zh: '1 至 8 个小写字母或数字' });
