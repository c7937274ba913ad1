import { describe, expect, it } from '@jest/globals';
import { fromWeb } from './support/web.js';

interface Target {
  readonly name: string;
}
interface Several {
  readonly filesOf: (target: Target, all: readonly Target[], files: readonly Target[]) => Target[];
}
const { filesOf } = await fromWeb<Several>('commands/several');
const { saidIn } = await fromWeb<{ readonly saidIn: (fields: object, typed: object) => object }>('commands/said');

describe('evidence for several problems', () => {
  const targets = ['ZG-2018-1', 'ZG-2018-10', 'ZG-2018-2'].map((name) => ({ name }));
  const files = ['zg-2018-1_roof.jpg', 'ZG-2018-10.pdf', 'ZG-2018-1.png', 'minutes.pdf', 'ZG-2018-17.jpg'].map((name) => ({ name }));
  const of = (nth: number) => filesOf(targets[nth] ?? { name: '' }, targets, files).map(({ name }) => name);

  it('goes to the problem whose number begins its name, and else to each', () => {
    expect(of(0)).toEqual(['zg-2018-1_roof.jpg', 'ZG-2018-1.png', 'minutes.pdf', 'ZG-2018-17.jpg']);
    expect(of(1)).toEqual(['ZG-2018-10.pdf', 'minutes.pdf', 'ZG-2018-17.jpg']);
    expect(of(2)).toEqual(['minutes.pdf', 'ZG-2018-17.jpg']);
  });
});

describe('a change of head', () => {
  const fields = { head: { kind: 'member' }, relations: { kind: 'relations', head: 'head' } };
  const relations = [
    { member: 'a', relation: 'father' },
    { member: 'b', relation: 'son' },
  ];

  it('says nothing of how the new head is related to himself, even where that was typed before he was chosen', () => {
    expect(saidIn(fields, { head: 'b', relations })).toEqual({ head: 'b', relations: [relations[0]] });
    expect(saidIn(fields, { head: 'b' })).toEqual({ head: 'b', relations: [] });
  });
});
