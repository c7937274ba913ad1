import { expect, it } from '@jest/globals';
import type { EventOf } from '@lookback/kernel';
import { CachedStream, type Entry } from '@lookback/log/event-log';
import { anySubject, type Posts, Redecision, stable, type StandardsRead } from '@lookback/office/desk';
import fc from 'fast-check';
import { household } from './household.js';
import { catalogue, lived, lives, standards } from './whole-lives.fixture.js';

const inForce = { read: () => Promise.resolve({ standing: standards, reads: [] }) } as unknown as StandardsRead;
const nowhere = { regionsOf: () => Promise.resolve(null), placeOf: () => Promise.resolve(null) } as unknown as Posts;
const redecision = new Redecision(catalogue, inForce, nowhere);

/** The command of an entry, made again from what that says. */
const commandOf = ({ type, data }: EventOf): object | undefined => {
  const line = household.routes.find(({ commandFrom }) => commandFrom && type in commandFrom);
  return line?.commandFrom?.[type]?.(data as never);
};

it('every command of a household, made again from its event and decided again in its place, gives the event that stands and breaks nothing', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const { history, keys } = lived(life);
      const stored = history.map((entry, i) => ({ ...entry, key: keys[i], stream: 'household-1', body: 'b' }) as unknown as Entry);
      const known = CachedStream.from(stored);
      for (const entry of history) {
        const command = commandOf(entry);
        if (!command) throw new Error(`${entry.type} is made by no form`);
        const { effectiveOn, authority, evidence } = entry.by;
        const wanted = { command: JSON.parse(JSON.stringify(command)) as object, effectiveOn, authority, evidence };
        const place = { subject: anySubject(household), id: '1', known, today: '2030-01-01', others: () => Promise.resolve([]) } as const;
        const again = await redecision.again(place, entry, wanted);
        expect(again.broken).toEqual([]);
        expect(anyIds(again.event)).toEqual(anyIds(entry));
        seen.add(entry.type);
      }
    }),
    { seed: 20200315, numRuns: 60 },
  );
  expect([...seen].sort()).toEqual(household.routes.flatMap(({ commandFrom = {} }) => Object.keys(commandFrom)).sort());
});

/** Without the ids that are made of the key, and their owners. */
function anyIds({ type, data }: EventOf): string {
  const { members, member } = data as { members?: readonly { member: string }[]; member?: string };
  const ids = members?.map((one) => one.member) ?? (type === 'MemberJoined' && member !== undefined ? [member] : []);
  return ids.reduce((said, id, i) => said.replaceAll(id, `<new ${String(i)}>`), stable({ type, data }));
}
