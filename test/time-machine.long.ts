import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { daysAfter } from '@lookback/kernel';
import { HouseholdFileShown } from '@lookback/case/household';
import { FactsOf, guarantee, living, visit } from './support/facts.js';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { mustBe } from './support/staff.js';

/** As long as a hand on the slider waits, in milliseconds; and as many entries as the household of the promise has. */
const [patience, entries, drags] = [100, 300, 200];

describe(`a household of ${entries} entries`, () => {
  let place: ProblemOffice;
  const get = (path: string) => mustBe(200, place.office.ask('GET', path, undefined, place.staff.auditor.token));

  beforeAll(async () => {
    place = await ProblemOffice.open();
    await place.toCancel('YS-1');
    const facts = new FactsOf(place.office.ask, place.staff.operator.token, knownId);
    const kinds = ['food', 'clothing', 'education', 'health', 'water', 'industry', 'employment'];
    const nth = (n: number, on: string) =>
      [guarantee(on, kinds[n % 7] ?? 'water', n % 2 === 0), living(on, n), visit(on, `第${n}次`)][n % 3];
    const { length } = await place.office.system.log.readStream(`household-${knownId}` as never);
    for (let n = length; n < entries; n++) await facts.recorded(nth(n, daysAfter('2017-01-02', n)) as Parameters<FactsOf['recorded']>[0]);
  }, 120_000);
  afterAll(() => place.close());

  /** Milliseconds of every drag, the shortest first. */
  async function dragged(path: string): Promise<number[]> {
    const head = await place.office.system.log.head();
    const taken: number[] = [];
    for (let drag = 0; drag < drags; drag++) {
      const moment = `at=${daysAfter('2017-01-02', (drag * 37) % entries)}&known=@${head - ((drag * 13) % entries)}`;
      const began = performance.now();
      await place.office.ask('GET', `/households/${knownId}${path}?${moment}`, undefined, place.staff.auditor.token);
      taken.push(performance.now() - began);
    }
    return taken.sort((a, b) => a - b);
  }

  it.each([
    ['the file, whoever drags', '', 0.95],
    ['why, for most', '/why', 0.5],
    ['the difference from today, for most', '/diff', 0.5],
  ])('%s, is answered before a hand notices', async (_, path, share) => {
    const taken = await dragged(path);
    const at = (part: number) => taken[Math.floor(drags * part)] ?? Infinity;
    process.stdout.write(`${path || 'file'}: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms\n`);
    expect(at(share)).toBeLessThan(patience);
  });

  it('the file holds what was recorded', async () => {
    expect((await get(`/households/${knownId}?at=2018-12-31`)).as(HouseholdFileShown).visits).toBeGreaterThan(90);
  });
});
