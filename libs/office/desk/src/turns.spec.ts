import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

const never = 60_000;
const opening = () => {
  let open: () => void = () => undefined;
  return { opened: new Promise<void>((settle) => (open = settle)), open: () => { open(); } }; // prettier-ignore
};

describe('turns', () => {
  it('come in the order of asking, whatever became of the one before', async () => {
    const turns = new Turns<string>();
    const { opened, open } = opening();
    const said: number[] = [];
    const all = [1, 2, 3].map((n) =>
      turns.take('a', never, async () => {
        await opened;
        said.push(n);
        if (n === 1) throw new Error('one');
        return n;
      }),
    );
    expect(await turns.take('b', never, () => Promise.resolve(0))).toBe(0);
    open();
    expect(await Promise.allSettled(all)).toMatchObject([{ status: 'rejected' }, { value: 2 }, { value: 3 }]);
    expect(said).toEqual([1, 2, 3]);
  });

  it('that come too late are passed over, and those that come after wait all the same', async () => {
    const turns = new Turns<string>();
    const { opened, open } = opening();
    const said: string[] = [];
    const doing = (what: string) => () => Promise.resolve(said.push(what));
    const first = turns.take('a', never, () => opened.then(doing('first')));
    expect(await turns.take('a', 1, doing('late'))).toBeUndefined();
    const third = turns.take('a', never, doing('third'));
    open();
    await Promise.all([first, third]);
    expect(said).toEqual(['first', 'third']);
  });
});
