import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { rectificationCommands as ask } from '@lookback/case/rectification';
import { standardsCommands } from '@lookback/office/standards';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { faultSentence } from './fault-sentences.js';
import { faultsIn } from './faults.js';
import '../app.module.js';

const inBoth = (type: new () => object, fields: object): string[] =>
  validateSync(plainToInstance(type, fields))
    .flatMap((error) => faultsIn(error))
    .map(({ field, en, zh }) => `${field} ${en} / ${zh}`);
const line = (lines: object[]) => ({ standard: 'poverty-line', document: '永政发〔2020〕1号', value: { lines } });
interface Declared {
  readonly name?: string;
  readonly type: string;
}
const { ProposeStandard } = standardsCommands;
const duties = { leader: 'p-1', unit: 'u-1', staff: 'p-2' };

describe('what is amiss with a field, in words that go after its name', () => {
  it.each<[what: string, type: new () => object, said: object, faults: unknown[]]>([
    ['missing', ask.ReportRectification, { problem: 'ZG-1' }, ['done is required / 必填']],
    [
      'missing in a group',
      ask.HandOverProblem,
      { problem: 'ZG-1', responsible: { ...duties, staff: undefined }, measure: '修屋顶', dueOn: '2020-01-01' },
      ['responsible.staff is required / 必填'],
    ],
    ['too short', ask.ReportRectification, { problem: 'ZG-1', done: '好' }, ['done must be 2 characters long or longer / 至少 2 个字']],
    [
      'too long',
      ask.ReportRectification,
      { problem: 'ZG-1', done: '好'.repeat(4001) },
      ['done Longer than 4000 characters. / 超过 4000 个字。'],
    ],
    [
      'no day',
      ask.HandOverProblem,
      { problem: 'ZG-1', responsible: duties, measure: '修屋顶', dueOn: '2020-02-30' },
      ['dueOn must be a day that exists, such as 2018-06-30 / 应为存在的日期，如 2018-06-30'],
    ],
    [
      'a day that exists, but lies outside the days that are taken',
      ask.HandOverProblem,
      { problem: 'ZG-1', responsible: duties, measure: '修屋顶', dueOn: '2999-01-01' },
      ['dueOn The day lies before 1900-01-01 or after 2100-12-31. / 日期不可能早于 1900-01-01 或晚于 2100-12-31。'],
    ],
    [
      'not of a list',
      ask.AskPeople,
      { problem: 'ZG-1', who: 'household', answer: 'maybe' },
      [expect.stringMatching(/^answer must be one of .* \/ 不在可选项中$/)],
    ],
    [
      'not of a form',
      ask.AcceptHandover,
      { problem: '第 12 号' },
      [expect.stringMatching(/^problem must be a number such as ZG-2020-0412.*\/ 应为编号，如 ZG-2020-0412/)],
    ],
    ['a number below', ProposeStandard, line([{ year: 2020, fen: -1 }]), ['value.lines.0.fen must be 0 or more / 不得小于 0']],
    [
      'no number',
      ProposeStandard,
      line([{ year: 2020, fen: '12.345' }]),
      ['value.lines.0.fen must be a whole number from 0 to 10000000000 / 应为 0 至 10000000000 的整数'],
    ],
    ['too few', ProposeStandard, line([]), ['value.lines must be 1 at least / 至少 1 项']],
    [
      'a value of no standard',
      ProposeStandard,
      { ...line([]), standard: 'moon' },
      [expect.stringContaining('standard must be one of'), expect.stringMatching(/^value is no moon/)],
    ],
  ])('%s', (_, type, fields, faults) => {
    expect(inBoth(type, fields)).toEqual(faults);
  });

  it('names the bounds of a number apart, for a client that shows it in another unit', () => {
    const [error] = validateSync(plainToInstance(ProposeStandard, line([{ year: 2020, fen: 'x' }])));
    expect(error && faultsIn(error)).toMatchObject([{ least: 0, most: 100_000_000_00 }]);
  });

  it('is said of every rule that the product’s bodies and queries are held to', () => {
    const storage = getMetadataStorage() as unknown as { readonly validationMetadatas: ReadonlyMap<unknown, readonly Declared[]> };
    const declared = [...storage.validationMetadatas.values()].flat().filter(({ type }) => type !== 'conditionalValidation');
    const names = new Set(declared.map(({ name, type }) => name ?? type));
    const rule = { constraints: [[]], form: undefined, value: '', target: {} };
    const unnamed = faultSentence({ ...rule, name: 'no such rule' });
    expect(names.size).toBeGreaterThan(20);
    expect([...names].filter((name) => name !== 'isTyped' && faultSentence({ ...rule, name }).en === unnamed.en)).toEqual([]);
  });
});
