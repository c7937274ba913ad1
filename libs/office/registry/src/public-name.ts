import type { Code } from '@lookback/kernel';
import { Shaped } from '@lookback/office/desk';

/** The name of a division: public geography, no personal data. */
export type RegionName = Code<'region-name'>;
/** The name of a public body. */
export type UnitName = Code<'unit-name'>;

/** Han characters, letters, digits and brackets, at most 40: a name fits, a sentence with its commas and spaces does not. */
const shape = /^[\p{Script=Han}A-Za-z0-9()（）〔〕[\]]{1,40}$/u;

export const isPublicName = (text: string): text is RegionName & UnitName => shape.test(text);

/** The name of a division or of a public body. */
export const IsPublicName = (example: string) =>
  Shaped(shape, example, {
    en: 'a name of 1 to 40 characters, letters, digits and brackets, without spaces and commas',
    zh: '名称：1 至 40 个汉字、字母、数字或括号，不含空格和标点',
  });
