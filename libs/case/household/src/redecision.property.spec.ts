import { describe, expect, it } from '@jest/globals';
import { Catalogue, type EventOf, fourEyesEvents, type Recorded } from '@lookback/kernel';
import { CachedStream, type Entry } from '@lookback/log/event-log';
import { anySubject, type Posts, Redecision, stable, type StandardsRead } from '@lookback/office/desk';
import fc from 'fast-check';
import { household, slices } from './household.js';
import { asks, ran, standards } from './random-commands.fixture.js';

const catalogue = new Catalogue(...slices.map(({ events }) => events), fourEyesEvents);
const inForce = { read: () => Promise.resolve({ standing: standards, reads: [] }) } as unknown as StandardsRead;
const nowhere = { regionsOf: () => Promise.resolve(null), placeOf: () => Promise.resolve(null) } as unknown as Posts;
const redecision = new Redecision(catalogue, inForce, nowhere);

/** The command of an entry, made again from what that says. */
const commandOf = ({ type, data }: EventOf): object | undefined => {
  const line = household.routes.find(({ commandFrom }) => commandFrom && type in commandFrom);
  return line?.commandFrom?.[type]?.(data as never);
};

/** As the log gives them back, each the only one of its command; its key is what the ids of its command were made of. */
const stored = (history: readonly Recorded[]): Entry[] =>
  history.map((entry) => ({ ...entry, key: `account/${String(entry.revision)}`, stream: 'household-h', body: 'b' }) as unknown as Entry);

describe('a command that is made again from its event', () => {
  it('and decided again in its place gives the same event and breaks nothing, but for new ids and what came in between', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(asks, async (asked) => {
        const { history } = ran(asked, false, () => undefined);
        const known = CachedStream.from(stored(history));
        for (const entry of history.slice(1)) {
          const command = commandOf(entry);
          if (!command) throw new Error(`${entry.type} is made by no form`);
          const { effectiveOn, authority, evidence } = entry.by;
          const wanted = { command: JSON.parse(JSON.stringify(command)) as object, effectiveOn, authority, evidence };
          const again = await redecision.again({ subject: anySubject(household), id: 'h', known, today: '2030-01-01' }, entry, wanted);
          expect(again.broken).toEqual([]);
          expect(anyId(again.event)).toEqual(anyId(entry));
          seen.add(entry.type);
        }
      }),
      { seed: 20200315, numRuns: 100 },
    );
    expect([...seen].sort()).toEqual(
      ['CauseReclassified', 'GuaranteeChecked', 'HeadChanged', 'HomeVisited', 'IncomeAssessed', 'MemberJoined', 'MemberLeft'].sort(),
    );
  });
});

/** Without the id that is made of the key, and its owner. */
function anyId({ type, data }: EventOf): string {
  const joined = type === 'MemberJoined' ? (data as { member: string }).member : '\n';
  return stable({ type, data }).replaceAll(joined, '<new>');
}
