import { describe, expect, it } from '@jest/globals';
import { checkCharacter, type input, Inapplicable } from '@lookback/kernel';
import { coded, yesOrNo } from './cell-parsers.js';
import { identity } from './roster/numbers.js';

const relation = coded({ head: { zh: '户主', en: 'head' }, son: { zh: '之子', en: 'son' } });

const read = <T>(reading: input.Reading<T>, written: string) => {
  const result = reading(written);
  return result instanceof Inapplicable ? result.rule : result.value;
};

describe('a word of a list', () => {
  it.each([
    [relation, '户主', 'head'],
    [relation, ' 户　主\u200b ', 'head'],
    [yesOrNo, '是 ', true],
    [relation, '之孙', 'list.word-unknown'],
    [relation, 'constructor', 'list.word-unknown'],
    [relation, ' ', 'input.missing'],
  ])('%p of %j reads %j', (reading, written, expected) => {
    expect(read<unknown>(reading, written)).toBe(expected);
  });
});

describe('who somebody is', () => {
  const number = `61042619420415809${checkCharacter('61042619420415809')}`;
  it.each([
    [' ６１０４２６ 19420415 8094', number],
    ['11010519491231002x', '11010519491231002X'],
    [`${number}11`, `${number}11`],
    ['', { withoutNumber: 'not-stated' }],
    ['无', { withoutNumber: 'not-stated' }],
    ['新生儿', { withoutNumber: 'newborn' }],
    ['未上户', { withoutNumber: 'not-registered' }],
    ['外国人', { withoutNumber: 'foreigner' }],
    ['H01234567', { document: { kind: 'hk-macao-permit', number: 'H01234567' } }],
    ['h 0123 4567', { document: { kind: 'hk-macao-permit', number: 'H01234567' } }],
    ['12345678', 'input.citizen-number-length'],
    ['不详', 'input.citizen-number-length'],
    [`A${number.slice(1)}`, 'input.citizen-number-digits'],
  ])('%j reads %j', (written, expected) => {
    expect(read(identity, written)).toEqual(expected);
  });
  it('reads the same again as it is written plainly', () => {
    for (const written of ['', '新生儿未落户', 'H01234567', number]) {
      const reading = identity(written);
      if (!(reading instanceof Inapplicable)) expect(identity(reading.plainly)).toEqual(reading);
      expect(reading).not.toBeInstanceOf(Inapplicable);
    }
  });
});
