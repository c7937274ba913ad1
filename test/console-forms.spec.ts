import { describe, expect, it } from '@jest/globals';
import { fromWeb } from './support/web.js';

interface Target {
  readonly name: string;
}
interface Several {
  readonly filesOf: (target: Target, all: readonly Target[], files: readonly Target[]) => Target[];
}
const { filesOf } = await fromWeb<Several>('commands/bulk');
const { formValuesIn } = await fromWeb<{ readonly formValuesIn: (fields: object, typed: object) => object }>('forms/form-values');

describe('evidence for several problems', () => {
  const targets = ['ZG-2018-1', 'ZG-2018-10', 'ZG-2018-2'].map((name) => ({ name }));
  const files = ['zg-2018-1_roof.jpg', 'ZG-2018-10.pdf', 'ZG-2018-1.png', 'minutes.pdf', 'ZG-2018-17.jpg'].map((name) => ({ name }));
  const namesFor = (nth: number) => filesOf(targets[nth] ?? { name: '' }, targets, files).map(({ name }) => name);

  it('goes to the problem whose number begins its name, and else to each', () => {
    expect(namesFor(0)).toEqual(['zg-2018-1_roof.jpg', 'ZG-2018-1.png', 'minutes.pdf', 'ZG-2018-17.jpg']);
    expect(namesFor(1)).toEqual(['ZG-2018-10.pdf', 'minutes.pdf', 'ZG-2018-17.jpg']);
    expect(namesFor(2)).toEqual(['minutes.pdf', 'ZG-2018-17.jpg']);
  });
});

describe('a figure that is typed into a form', () => {
  const fields = {
    income: { kind: 'fen' },
    arable: { kind: 'mu' },
    persons: { kind: 'count' },
    daysBefore: { kind: 'counts' },
    from: { kind: 'day' },
    daysOff: { kind: 'days' },
  };

  it('is read as lists are: with groups, units and full-width digits; what is none goes to the server as it stands', () => {
    const typed = { income: '３,５００元', arable: ' 3.5亩', persons: '１，２００', daysBefore: '30、７ 1' };
    expect(formValuesIn(fields, typed)).toEqual({ income: 350_000, arable: 350, persons: 1_200, daysBefore: [30, 7, 1], daysOff: [] });
    const days = { from: '２０１８年６月３０日', daysOff: '2020/1/24\n2020.1.25 20200126' };
    expect(formValuesIn(fields, days)).toEqual({
      from: '2018-06-30',
      daysOff: ['2020-01-24', '2020-01-25', '2020-01-26'],
      daysBefore: [],
    });
    expect(formValuesIn(fields, { income: '-12.5', persons: '　' })).toEqual({ income: -1_250, daysBefore: [], daysOff: [] });
    expect(formValuesIn(fields, { income: '12.345', arable: '3.505亩' })).toMatchObject({ income: '12.345', arable: '3.505亩' });
    expect(formValuesIn(fields, { income: '3,50', arable: '一亩', persons: '3.5', daysBefore: 'x', from: '2018-02-30' })).toEqual({
      income: '3,50',
      arable: '一亩',
      persons: '3.5',
      daysBefore: ['x'],
      from: '2018-02-30',
      daysOff: [],
    });
  });
});

describe('a change of head', () => {
  const fields = {
    head: { kind: 'member' },
    relations: { kind: 'rows', as: 'relations', fields: { member: { kind: 'member' }, relation: { kind: 'code' } } },
  };
  const relations = [
    { member: 'a', relation: 'father' },
    { member: 'b', relation: 'son' },
  ];

  it('says nothing of how the new head is related to himself, even where that was typed before he was chosen', () => {
    expect(formValuesIn(fields, { head: 'b', relations })).toEqual({ head: 'b', relations: [relations[0]] });
    expect(formValuesIn(fields, { head: 'b' })).toEqual({ head: 'b', relations: [] });
  });
});
