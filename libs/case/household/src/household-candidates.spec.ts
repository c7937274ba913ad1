import { describe, expect, it } from '@jest/globals';
import { fileCodeOf, type HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import fc from 'fast-check';
import { type CandidateRow, Candidates, type MarkedSought } from './household-candidates.js';

const village = fc.constantFrom('v1', 'v2') as fc.Arbitrary<RegionCode>;
const name = fc.constantFrom('张一', '李二');
const person = fc.constantFrom('p1', 'p2', 'p3', 'p4');
const number = fc.option(fc.constantFrom('n1', 'n2', 'n3') as fc.Arbitrary<HouseholdNumber>);
const same = fc.option(person);

/** Files as they may stand: no number is that of two. */
const files = fc
  .uniqueArray(fc.record({ number, village, head: fc.option(name), headSame: same, others: fc.subarray(['p1', 'p2', 'p3', 'p4']) }), {
    selector: ({ number }) => number ?? Symbol('none'),
    maxLength: 6,
  })
  .map((all) =>
    all.map(({ others, headSame, ...row }, i): CandidateRow => {
      const members = [...new Set([...(headSame === null ? [] : [headSame]), ...others])];
      return { id: `${String(i)}0000000-file`, county: '610426' as RegionCode, ...row, isHeadNumbered: headSame !== null, members };
    }),
  );
const sought = fc
  .record({ number, others: fc.subarray(['p1', 'p2', 'p3', 'p4']), headed: fc.option(fc.record({ village, name, same })) })
  .map(({ number, others, headed }): MarkedSought => {
    const members = [...new Set([...(headed?.same == null ? [] : [headed.same]), ...others])];
    return { number, members, headed: headed && { ...headed, marks: [], isNumbered: headed.same !== null } };
  });

/** By decisions.md, 9, one step after the other. */
function naively(rows: readonly CandidateRow[], { number, members, headed }: MarkedSought): readonly string[] {
  const numbered = rows.filter((row) => number !== null && row.number === number);
  if (numbered.length > 0) return numbered.map(({ id }) => id);
  const others = rows.filter((row) => number === null || row.number === null);
  const withMember = others.filter((row) => row.members.some((one) => members.includes(one)));
  if (withMember.length > 0) return withMember.map(({ id }) => id);
  const ofHead = others.filter((row) => row.village === headed?.village && row.head === headed.name);
  return ofHead.filter((row) => !row.isHeadNumbered || !headed?.isNumbered).map(({ id }) => id);
}

describe('the file of a household that is sought', () => {
  it('is the one of the first step that any fits; where several fit it is none, and each is named', () => {
    const counts = { none: 0, one: 0, several: 0 };
    fc.assert(
      fc.property(files, sought, (rows, one) => {
        const [found, ids] = [new Candidates(rows).of(one), naively(rows, one)];
        counts[ids.length > 1 ? 'several' : ids.length === 1 ? 'one' : 'none']++;
        if (ids.length === 0) expect(found).toBeNull();
        else if (ids.length === 1) expect(found).toMatchObject({ id: ids[0] });
        else expect([...(found as { alike: string[] }).alike].sort()).toEqual(ids.map(fileCodeOf).sort());
      }),
      { seed: 20200315, numRuns: 2_000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(100);
  });

  it('is the same in whatever order files are looked at', () => {
    const alike = (rows: readonly CandidateRow[], one: MarkedSought) => {
      const found = new Candidates(rows).of(one);
      return found && ('alike' in found ? [...found.alike].sort() : found.id);
    };
    fc.assert(
      fc.property(files, sought, (rows, one) => {
        expect(alike([...rows].reverse(), one)).toEqual(alike(rows, one));
      }),
      { seed: 20200315, numRuns: 500 },
    );
  });
});
