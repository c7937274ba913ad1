import { describe, expect, it } from '@jest/globals';
import { plain, plainCode, plainHeader } from './index.js';

describe('plain text', () => {
  it.each([
    ['　张\u00A0 三\t', '张 三'],
    ['１２３．５', '123.5'],
    ['\u200B永\uFEFF寿\r\n县 ', '永 寿 县'.replace('永 寿', '永寿')],
    ['是（否）', '是(否)'],
  ])('of %j is %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('of a code has no space and capitals', () => {
    expect(plainCode(' 61042619420415 809ｘ')).toBe('61042619420415809X');
  });

  it('of a header has no space and narrow brackets', () => {
    expect(plainHeader('务工时间 （月）')).toBe(plainHeader('务工时间(月)'));
  });
});
