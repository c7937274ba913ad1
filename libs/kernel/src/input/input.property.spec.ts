import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Inapplicable } from '../refusal.js';
import * as input from './index.js';

const readings: Readonly<Record<string, input.Reading<unknown>>> = {
  text: input.text(50),
  words: input.words(4_000),
  name: input.personName,
  digits: input.digits(3),
  whole: input.whole(999),
  yuan: input.yuan,
  'signed yuan': input.signedYuan,
  mu: input.mu,
  phone: input.phone,
  day: input.day,
  'citizen number': input.citizenNumber,
  permit: input.documentNumber('hk-macao-permit'),
};

const invisible = ['\u200b', '\u200d', '\ufeff', '\u202e', '\u2066', '\u00ad', '\u200e'];
const odd = ['\0', '\r\n', '\t', '\u0085', '\ud800', '\ufffd', '\uffff', '\u2028', '\u3164', '\u2800', ' ', '　', '\u00a0'];
const meaning = [
  '张',
  '三',
  '·',
  '•',
  '．',
  '・',
  '.',
  '-',
  '—',
  '/',
  'Ａ',
  'x',
  'é',
  'e\u0301',
  '1',
  '９',
  '年',
  '3月',
  ',',
  '元',
  '无',
  '#N/A',
];
const pieces = fc.array(fc.oneof(fc.constantFrom(...invisible, ...odd, ...meaning), fc.string({ unit: 'binary', maxLength: 2 })), {
  maxLength: 12,
});
const figures = fc.double({ min: 0, max: 1e6, noNaN: true }).map(String);
const dated = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2110-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const written = fc.oneof(
  pieces.map((some) => some.join('')),
  figures,
  dated,
  fc.stringMatching(/^[HM０-９0-9 -]{6,22}$/),
);

const law = (holds: (read: input.Meant<unknown>, name: string) => void) =>
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(readings)), written, (name, typed) => {
      const read = readings[name]?.(typed);
      if (read !== undefined && !(read instanceof Inapplicable)) holds(read, name);
    }),
    { seed: 20201231, numRuns: 20_000 },
  );

describe('whatever is let in', () => {
  it('means the same again as it is written plainly', () => {
    law((read, name) => {
      expect(readings[name]?.(read.plainly)).toEqual(read);
    });
  });

  it('can be shown: in a workbook, in a database, on a page', () => {
    law(({ plainly }) => {
      expect(plainly).toBe(plainly.normalize('NFC'));
      expect(plainly).toBe(plainly.trim());
      expect(plainly).not.toMatch(/[\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]|(?![\n\t])\p{Cc}/u);
    });
  });

  it('is something: what is blank is nothing, whatever it is blank with', () => {
    const blank = fc.array(fc.constantFrom(...invisible, ' ', '　', '\r\n', '\t', '\u00a0', '\u3164', '\u2800'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(readings)), blank, (reading, some) => {
        expect(reading(some.join(''))).toBe(input.missing);
        expect(input.optional(reading)(some.join(''))).toEqual({ value: null, plainly: '' });
      }),
      { seed: 20201231 },
    );
  });

  it('does not depend on what nobody sees in it', () => {
    const known = ['买买提·艾力', '13900000000', '3,500', '2015-03-05', '61042619420415809X', '屋顶漏雨，已修缮。'];
    const places = fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...invisible)), { maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(readings)), fc.constantFrom(...known), places, (reading, text, hidden) => {
        const typed = hidden.reduce((all, [at, sign]) => all.slice(0, at) + sign + all.slice(at), text);
        expect(reading(typed)).toEqual(reading(text));
      }),
      { seed: 20201231 },
    );
  });
});
