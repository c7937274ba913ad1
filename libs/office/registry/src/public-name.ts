import { type Code, input, kind, type ValueKind } from '@lookback/kernel';

/** The name of a division: public geography, no personal data. */
export type RegionName = Code<'region-name'>;
/** The name of a public body. */
export type UnitName = Code<'unit-name'>;

/** Han characters, letters, digits and brackets, at most 40: a name fits, a sentence with its commas and spaces does not. */
const shape = /^[\p{Script=Han}A-Za-z0-9()（）〔〕[\]]{1,40}$/u;

export const isPublicName = (text: string): text is RegionName & UnitName => shape.test(text);

/** The name of a division or of a public body. */
export const publicName = (example: string): ValueKind =>
  kind.mark({
    shape,
    form: {
      en: 'a name of 1 to 40 characters, letters, digits and brackets, without spaces and commas',
      zh: '名称：1 至 40 个汉字、字母、数字或括号，不含空格和标点',
    },
    clean: input.line,
    example,
  });
