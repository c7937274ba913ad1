import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ProposeStandard } from './standards.commands.js';

const faults = (standard: unknown, value: unknown) =>
  validateSync(plainToInstance(ProposeStandard, { standard, value, document: '陕扶发〔2018〕3号' }), {
    whitelist: true,
    forbidNonWhitelisted: true,
  }).flatMap(({ constraints }) => Object.values(constraints ?? {}));

const days = { days: 7, counted: 'calendar' };
const cause = { code: '01', zh: '因病', en: 'illness', national: '01' };

describe('the value of a proposed standard', () => {
  it.each([
    ['quorum', { present: { part: 2, of: 3 }, inFavour: { part: 1, of: 2 } }],
    ['notice-days', { village: days, township: days, announcement: days }],
    ['cause-codes', { causes: [cause, { ...cause, code: '02' }] }],
    ['monitoring-scope', { percentOfLine: 150, amounts: [] }],
    ['work-calendar', { years: [{ year: 2020, daysOff: ['2020-01-24'], makeUpDays: ['2020-02-29'] }] }],
  ])('is taken in the shape of %s', (standard, value) => {
    expect(faults(standard, value)).toEqual([]);
  });

  it.each([
    ['no object', 'quorum', 'two thirds', 'value must be an object'],
    ['a list', 'quorum', [], 'value must be an object'],
    ['the shape of another standard', 'quorum', { incidencePerMille: 20 }, 'property incidencePerMille should not exist'],
    ['a field that is missing', 'village-exit', {}, 'incidencePerMille must be an integer number'],
    ['a number out of range', 'village-exit', { incidencePerMille: 1001 }, 'incidencePerMille must not be greater than 1000'],
    ['a fraction', 'village-exit', { incidencePerMille: 2.5 }, 'incidencePerMille must be an integer number'],
    ['a sentence for a title', 'cause-codes', { causes: [{ ...cause, zh: '张三家，因为屋顶漏水。' }] }, 'causes.0.zh must match'],
    ['a field that nobody asked for', 'cause-codes', { causes: [{ ...cause, note: 'x' }] }, 'causes.0.property note should not exist'],
    ['a code twice', 'cause-codes', { causes: [cause, cause] }, "causes's elements must be unique"],
    ['an empty list', 'cause-codes', { causes: [] }, 'causes must contain at least 1 elements'],
    [
      'a list that is too long',
      'poverty-line',
      { lines: Array.from({ length: 101 }, (_, i) => ({ year: 2000 + i, fen: 1 })) },
      'lines must contain no more than 100 elements',
    ],
    [
      'a year twice',
      'poverty-line',
      {
        lines: [
          { year: 2015, fen: 1 },
          { year: 2015, fen: 2 },
        ],
      },
      "lines's elements must be unique",
    ],
    ['a negative amount', 'poverty-line', { lines: [{ year: 2015, fen: -1 }] }, 'lines.0.fen must not be less than 0'],
    [
      'a day that does not exist',
      'work-calendar',
      { years: [{ year: 2021, daysOff: ['2021-02-29'], makeUpDays: [] }] },
      'years.0.each value in daysOff must be a valid ISO 8601',
    ],
    ['days counted in no known way', 'handover-acceptance', { within: { days: 30, counted: 'weekdays' } }, 'within.counted must be one of'],
  ])('is refused for %s', (_, standard, value, fault) => {
    expect(faults(standard, value).join('\n')).toContain(fault);
  });

  it('is refused for a standard that nobody knows', () => {
    expect(faults('toString', {}).join('\n')).toContain('there is no standard "toString"');
  });
});
