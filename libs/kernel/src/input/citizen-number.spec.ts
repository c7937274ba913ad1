import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { birthdayIn, checkCharacter, citizenNumberFault, upgraded } from './citizen-number.js';

const seed = 11643;
const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const seventeen = fc.tuple(digits(6), day, digits(3)).map((parts) => parts.join(''));
const sound = seventeen.map((number) => number + checkCharacter(number));

describe('a citizen number', () => {
  it.each(['11010519491231002X', '440524188001010014'])('of the standard’s own text is sound: %s', (number) => {
    expect(citizenNumberFault(number)).toBeUndefined();
    expect(checkCharacter(number.slice(0, 17))).toBe(number[17]);
  });

  it.each([
    ['1101051949123100', 'length'],
    ['110105194912310021', 'check-character'],
    ['11010519491231002x', 'digits'],
    ['1101051949123100A1', 'digits'],
    ['１10105194912310021', 'digits'],
    ['11010519490229002X', 'birthday'],
    ['110105179912310020', 'birthday'],
    ['', 'length'],
  ])('%s has a fault: %s', (number, fault) => {
    expect(citizenNumberFault(number)).toBe(fault);
  });

  it.each(['41', '14', '74', '44B1', '11B9'])('may stand on a disability card, with %s behind it', (suffix) => {
    expect(citizenNumberFault(`11010519491231002X${suffix}`)).toBeUndefined();
  });

  it.each(['84', '15', '4', '44B', '44B0', '44C1', '441'])('stands on no disability card with %s behind it', (suffix) => {
    expect(citizenNumberFault(`11010519491231002X${suffix}`)).toMatch(/^(length|digits)$/);
  });

  it('tells the birthday', () => {
    fc.assert(
      fc.property(digits(6), day, digits(3), (region, born, serial) => {
        const number = region + born + serial;
        const birthday = birthdayIn(number + checkCharacter(number));
        expect(birthday.replaceAll('-', '')).toBe(born);
        expect(birthday).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { seed },
    );
  });

  it('with any one character changed is found out: ISO 7064 MOD 11-2 misses no single error', () => {
    fc.assert(
      fc.property(sound, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789X'), (number, at, other) => {
        fc.pre(other !== number[at]);
        expect(citizenNumberFault(number.slice(0, at) + other + number.slice(at + 1))).toBeDefined();
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('with two neighbours swapped is found out', () => {
    fc.assert(
      fc.property(sound, fc.nat({ max: 15 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        expect(citizenNumberFault(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2))).toBeDefined();
      }),
      { seed, numRuns: 1_000 },
    );
  });
});

describe('a number of 15 digits', () => {
  it('is upgraded to a sound one, born in the 1900s', () => {
    const bornIn1900s = fc.tuple(digits(6), day, digits(3)).filter(([, born]) => born.startsWith('19'));
    fc.assert(
      fc.property(bornIn1900s, ([region, born, serial]) => {
        const number = upgraded(region + born.slice(2) + serial);
        expect(number).toHaveLength(18);
        expect(citizenNumberFault(number)).toBeUndefined();
        expect(birthdayIn(number).replaceAll('-', '')).toBe(born);
      }),
      { seed },
    );
  });

  it('is known in its new form', () => {
    expect(upgraded('110105491231002')).toBe('11010519491231002X');
  });

  it.each(['11010519491231002X', '11010549123100', '11010549123100X', ''])('%j is none, and stays', (number) => {
    expect(upgraded(number)).toBe(number);
  });
});
