import { describe, expect, it } from '@jest/globals';
import { Inapplicable } from '../refusal.js';
import {
  day,
  dayUpTo,
  documentKindOf,
  documentNumber,
  digits,
  personName,
  phone,
  type Reading,
  text,
  words,
  yuan,
  mu,
  signedYuan,
  whole,
} from './index.js';

const read = <T>(reading: Reading<T>, written: string) => {
  const result = reading(written);
  return result instanceof Inapplicable ? result.rule : result.plainly;
};

describe('a name', () => {
  it.each(['买买提·艾力', '买买提•艾力', '买买提．艾力', '买买提・艾力', '买买提･艾力', '买买提‧艾力', '买买提 · 艾力', '买买提.艾力'])(
    '%s has one dot',
    (written) => {
      expect(read(personName, written)).toBe('买买提·艾力');
    },
  );
  it.each([
    ['张　三', '张三'],
    ['王\u200b五', '王五'],
    [' 李四\u202e', '李四'],
    ['赵\r\n六', '赵六'],
    ['J. Smith', 'J. Smith'],
    ['Ａbdul', 'Abdul'],
    ['⼀丁', '一丁'],
    ['　　', 'input.missing'],
    ['张\0三', 'input.sign-unreadable'],
    ['张\ufffd', 'input.sign-unreadable'],
    ['张\ud842', 'input.sign-unreadable'],
    ['#N/A', 'input.excel-error'],
    ['2020-01-01', 'input.name-unreadable'],
    ['张'.repeat(51), 'input.too-long'],
  ])('%j reads %s', (written, expected) => {
    expect(read(personName, written)).toBe(expected);
  });
});

describe('text', () => {
  it.each([
    [text(9), ' 一\t组\n', '一组'],
    [text(9), '#REF!', 'input.excel-error'],
    [text(9), '#3', '#3'],
    [words(99), ' 屋顶漏雨。 \r\n　已修缮 ', '屋顶漏雨。\n　已修缮'],
    [words(99), 'Ａ栋', 'Ａ栋'],
    [words(99), ' \u200b', 'input.missing'],
    [words(99), '漏\0雨', 'input.sign-unreadable'],
  ])('%p of %j reads %j', (reading, written, expected) => {
    expect(read(reading, written)).toBe(expected);
  });
});

describe('a phone', () => {
  it.each([
    ['１３９ 0000 0000', '13900000000'],
    ['139-0000-0000', '13900000000'],
    ['+86 139 0000 0000', '13900000000'],
    ['0910—7661234', '0910-7661234'],
    ['（0910）7661234', '0910-7661234'],
    ['无', 'input.missing'],
    ['/', 'input.missing'],
    ['-', 'input.missing'],
    ['——', 'input.missing'],
    ['同户主', 'input.phone-unreadable'],
    ['2020-01-01', 'input.phone-unreadable'],
    ['1234', 'input.phone-unreadable'],
  ])('%j reads %s', (written, expected) => {
    expect(read(phone, written)).toBe(expected);
  });
});

describe('an amount', () => {
  it.each([
    ['3,500', '3500'],
    ['3，500.5元', '3500.5'],
    ['３５００元', '3500'],
    ['￥3500', '3500'],
    ['3,50', 'input.number-unreadable'],
    ['元', 'input.number-unreadable'],
    ['-1', 'input.amount-negative'],
    ['', 'input.missing'],
  ])('%j reads %s', (written, expected) => {
    expect(read(yuan, written)).toBe(expected);
  });
  it('may be negative where a net income may, and an area has its own unit', () => {
    expect([read(signedYuan, '－1,200.50元'), read(signedYuan, '-0'), read(mu, '３.５亩'), read(mu, '3.5元')]).toEqual([
      '-1200.5',
      '0',
      '3.5',
      'input.number-unreadable',
    ]);
  });
  it('with more than two decimals is refused where a person types it, and rounded where a workbook computed it', () => {
    expect(['12.345', '12.340', '3.005亩'].map((typed) => [read(signedYuan, typed), read(mu, typed), read(yuan, typed)])).toEqual([
      ['input.decimals-too-many', 'input.decimals-too-many', '12.35'],
      ['12.34', '12.34', '12.34'],
      ['input.number-unreadable', 'input.decimals-too-many', 'input.number-unreadable'],
    ]);
  });
  it('and a count may be grouped alike', () => {
    expect([read(whole(9_999), '1,200'), read(digits(3), '１２３'), read(digits(3), '1.2E+17')]).toEqual([
      '1200',
      '123',
      'input.digits-differ',
    ]);
  });
});

describe('a day', () => {
  it.each([
    ...['2015-03-05', '2015/3/5', '2015.03.5', '2015年3月5日', ' ２０１５-３-５ ', '20150305', '二〇一五年三月五日', '2015—03—05'],
    ...['2015-03-05 08:30:00', '2015/3/5 8:30', '2015-03-05T23:30:00', '2015年3月5日8:30'],
  ])('%s reads', (written) => {
    expect(read(day, written)).toBe('2015-03-05');
  });
  it.each([
    ['二〇一九年十二月二十三日', '2019-12-23'],
    ['2015-02-29', 'input.day-unreadable'],
    ['2015-13-01', 'input.day-unreadable'],
    ['2015年3月', 'input.day-unreadable'],
    ['2015-3', 'input.day-unreadable'],
    ['3/5/2015', 'input.day-unreadable'],
    ['15-3-5', 'input.day-unreadable'],
    ['2015-3/5', 'input.day-unreadable'],
    ['42068', 'input.day-unreadable'],
    ['2015-03-05T23:30:00Z', 'input.day-unreadable'],
    ['不详', 'input.day-unreadable'],
    ['0019-03-05', 'input.day-unreadable'],
    ['2135-01-01', 'input.day-impossible'],
    ['', 'input.missing'],
  ])('%j reads %s', (written, expected) => {
    expect(read(day, written)).toBe(expected);
  });
  it('is not after the day of the list that states it', () => {
    const upTo = dayUpTo('2020-12-31');
    expect([read(upTo, '2020-12-31'), read(upTo, '2035-01-01')]).toEqual(['2020-12-31', 'input.day-impossible']);
  });
});

describe('a document', () => {
  it.each([
    ['H01234567', 'hk-macao-permit'],
    ['M0123456789', 'hk-macao-permit'],
    ['GBR110102030405', 'permanent-residence-card'],
    ['U610000001', 'birth-certificate'],
    ['12345678', undefined],
    ['610426194204158094', undefined],
  ])('%s can only be of the kind %s', (number, kind) => {
    expect(documentKindOf(number)).toBe(kind);
  });
  it('has the number of its kind', () => {
    expect([read(documentNumber('taiwan-permit'), ' 0123 4567'), read(documentNumber('passport'), 'ｅ1234567')]).toEqual([
      '01234567',
      'E1234567',
    ]);
    expect(read(documentNumber('passport'), '12')).toBe('input.document-unreadable');
  });
});
