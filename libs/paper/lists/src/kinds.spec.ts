import { describe, expect, it } from '@jest/globals';
import { Unfit } from '@lookback/kernel';
import fc from 'fast-check';
import { coded, digits, type Kind, oneOf, optional, phone, text, whole, yesOrNo, yuan } from './kinds.js';
import { upgraded } from '@lookback/case/identification';
import { citizenNumber } from './roster/numbers.js';

const relation = coded({ head: { zh: '户主', en: 'head' }, son: { zh: '之子', en: 'son' } });

const read = <T>(kind: Kind<T>, written: string) => {
  const said = kind(written);
  return said instanceof Unfit ? said.rule : [said.value, said.plainly];
};

describe('a cell is read as', () => {
  it.each<[string, Kind<unknown>, string, unknown, string]>([
    ['a word', relation, '户主', 'head', '户主'],
    ['a word with stray spaces', relation, ' 户　主\u200b ', 'head', '户主'],
    ['yes', yesOrNo, '是 ', true, '是'],
    ['a name', text(50), '张三', '张三', '张三'],
    ['a name that was spread out', text(50), ' 张　三 ', '张三', '张三'],
    ['a name with a dot and Latin words', text(50), '阿依古丽·Ａ  b', '阿依古丽·A b', '阿依古丽·A b'],
    ['a name that looks like a formula', text(50), '=1+1', '=1+1', '=1+1'],
    ['nothing', optional(text(50)), ' 　', null, ''],
    ['a phone', phone, '１３０ 0000 0000', '13000000000', '13000000000'],
    ['digits of full width', digits(3), '１２３', '123', '123'],
    ['a whole number', whole(9), '３', 3, '3'],
    ['a whole number with a point', whole(9), '3.0', 3, '3'],
    ['a whole number with a leading nought', whole(9), '03', 3, '3'],
    ['yuan', yuan, '11806.4', 1180640, '11806.4'],
    ['yuan with two decimals', yuan, '11806.40', 1180640, '11806.4'],
    ['yuan of full width', yuan, '１１８０６．４ ', 1180640, '11806.4'],
    ['half a fen', yuan, '1.005', 101, '1.01'],
    ['half a fen that binary fractions miss', yuan, '1234.565', 123457, '1234.57'],
    ['less than half a fen', yuan, '1.00499999', 100, '1'],
    ['a binary fraction', yuan, '2897.4700000000003', 289747, '2897.47'],
    ['nought', yuan, '-0.00', 0, '0'],
    ['a citizen number', citizenNumber, '610426194204158094', '610426194204158094', '610426194204158094'],
    ['a lower-case x', citizenNumber, '11010519491231002x', '11010519491231002X', '11010519491231002X'],
    ['a citizen number of full width', citizenNumber, '６１０４２６ 19420415 8094', '610426194204158094', '610426194204158094'],
    ['a citizen number of 15 digits', citizenNumber, '610426420415809', upgraded('610426420415809'), upgraded('610426420415809')],
    ['a disability card', citizenNumber, '61042619420415809411', '61042619420415809411', '61042619420415809411'],
  ])('%s', (_, kind, written, value, plainly) => {
    expect(read(kind, written)).toEqual([value, plainly]);
  });

  it.each<[Kind<unknown>, string, string]>([
    [text(2), '', 'list.value-missing'],
    [text(2), '一二三', 'list.text-too-long'],
    [relation, '之孙', 'list.word-unknown'],
    [relation, 'constructor', 'list.word-unknown'],
    [relation, ' ', 'list.value-missing'],
    [digits(3), '12', 'list.digits-differ'],
    [digits(3), '1.2E+17', 'list.digits-differ'],
    [whole(9), '三', 'list.number-unreadable'],
    [whole(9), '1.5', 'list.number-unreadable'],
    [whole(9), '-1', 'list.number-unreadable'],
    [whole(9), '10', 'list.number-too-large'],
    [whole(9), '', 'list.value-missing'],
    [yuan, '', 'list.value-missing'],
    [yuan, '11,806.4元', 'list.number-unreadable'],
    [yuan, '-0.001', 'list.income-negative'],
    [yuan, '100000000.01', 'list.number-too-large'],
  ])('no %p of %j: %s', (kind, written, rule) => {
    expect(read(kind, written)).toBe(rule);
  });

  it('the same again when it is written plainly', () => {
    const kinds: Kind<unknown>[] = [text(50), phone, yuan, whole(999), optional(text(20)), oneOf([['甲', 1]])];
    const written = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ min: 0, max: 1e6, noNaN: true }).map(String),
      fc.constantFrom(' 甲', '12 3'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), written, (kind, cell) => {
        const said = kind(cell);
        if (!(said instanceof Unfit)) expect(kind(said.plainly)).toEqual(said);
      }),
      { seed: 20201231, numRuns: 2_000 },
    );
  });
});
