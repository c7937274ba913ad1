import { describe, expect, it } from '@jest/globals';
import { marksOfPlace, NameKeys } from './index.js';

const master = Buffer.alloc(32, 1);
const keys = new NameKeys(master, 1);
const some = Array.from({ length: 5_000 }, (_, n) => String.fromCodePoint(0x4e00 + n, 0x4e00 + ((7 * n) % 5_000)));

describe('the keys of the index of names', () => {
  it('derive for ever the same', () => {
    expect([keys.beginning('610426101200', '张三'), keys.number('610426199001011234')]).toMatchInlineSnapshot(`
     [
       "1.610426101200.3be",
       "1.18VC_DrE8jssffWd7uUjUg",
     ]
    `);
  });

  it('mark beginnings alike in one place and otherwise in another; several share a mark, as evenly as chance has it', () => {
    const marks = some.map((beginning) => keys.beginning('610426101200', beginning));
    expect(some.map((beginning) => keys.beginning('610426101200', beginning))).toEqual(marks);
    const endOf = (mark: string | undefined) => mark?.split('.').at(-1);
    const alike = some.filter((beginning, i) => endOf(keys.beginning('610426101201', beginning)) === endOf(marks[i]));
    expect(alike.length).toBeLessThan((3 * some.length) / marksOfPlace);
    const counts = new Map<string, number>();
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(0.98 * marksOfPlace);
    expect(Math.max(...counts.values())).toBeLessThan(4 * (some.length / marksOfPlace));
  });

  it('tell numbers apart', () => {
    const numbers = some.map((_, n) => keys.number(String(n)));
    expect(new Set(numbers).size).toBe(some.length);
  });

  it('are others under a higher number, and ask by the one before too', () => {
    const next = new NameKeys(master, 2);
    expect(next.number('1')).toMatch(/^2\./);
    expect(next.numbers('1')).toEqual([next.number('1'), keys.number('1')]);
    expect(next.beginnings('610426101200', '张三')).toEqual([
      next.beginning('610426101200', '张三'),
      keys.beginning('610426101200', '张三'),
    ]);
    expect(next.number('1').slice(2)).not.toBe(keys.number('1').slice(2));
    expect(keys.numbers('1')).toEqual([keys.number('1')]);
    expect(new NameKeys(master, 3).numbers('1')).not.toContain(keys.number('1'));
  });

  it('are others under another master key', () => {
    expect(new NameKeys(Buffer.alloc(32, 2), 1).number('1')).not.toBe(keys.number('1'));
  });
});
