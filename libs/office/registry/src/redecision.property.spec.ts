import { expect, it } from '@jest/globals';
import { Catalogue, daysAfter, type EventOf, fourEyesEvents, History, type Recorded, Refusal, streamName } from '@lookback/kernel';
import { CachedStream, type Entry } from '@lookback/log/event-log';
import { type AnySubject, anySubject, CommandDecider, type Posts, Redecision, stable, type StandardsRead } from '@lookback/office/desk';
import { by, circumstancesOf, recordedAs, townshipCadre } from '@lookback/testing';
import fc from 'fast-check';
import { person } from './people/person.js';
import * as personEvents from './people/person.events.js';
import { unit } from './units/unit.js';
import * as unitEvents from './units/unit.events.js';

const catalogue = new Catalogue(personEvents, unitEvents, fourEyesEvents);
const inForce = { read: () => Promise.resolve({ standing: {}, reads: [] }) } as unknown as StandardsRead;
const nowhere = { regionsOf: () => Promise.resolve(null), placeOf: () => Promise.resolve(null) } as unknown as Posts;
const redecision = new Redecision(catalogue, inForce, nowhere);
const decided = new CommandDecider(catalogue);

type Asked = readonly [name: string, fields: object];
const county = '610426';
const posts = fc.record({ post: fc.constantFrom('county-office', 'township-cadre'), unit: fc.constantFrom('u-1', 'u-2') });
const ofPeople: fc.Arbitrary<readonly Asked[]> = fc
  .record({
    start: fc.constantFrom<Asked>(
      ['RegisterPerson', { name: '李伟', phone: '13900000000', region: county, confirmed: true }],
      ['RegisterPerson', { name: '李伟', region: county, confirmed: false }],
      ['TakeOverPerson', { name: '李伟', phone: null, county }],
    ),
    more: fc.array(
      fc.oneof(
        posts.map((post): Asked => ['PostPerson', { ...post, level: 'county', region: county }]),
        posts.map((post): Asked => ['EndPost', post]),
      ),
      { maxLength: 12 },
    ),
  })
  .map(({ start, more }) => [start, ...more]);
const ofUnits: fc.Arbitrary<readonly Asked[]> = fc
  .constantFrom<Asked>(
    ['RegisterUnit', { name: '永寿县民政局', kind: 'department', region: county, level: 'county' }],
    ['TakeOverUnit', { name: '永寿县民政局', county }],
  )
  .map((start) => [start]);

/** What no rule refuses, one day after another. */
function lived(subject: AnySubject, asked: readonly Asked[]): Recorded[] {
  const history: Recorded[] = [];
  asked.forEach(([name, fields], nth) => {
    const Command = subject.routes.find(({ command }) => command.name === name)?.command;
    if (!Command) throw new Error(`a ${subject.name} cannot be asked to ${name}`);
    const effectiveOn = daysAfter('2020-01-01', nth);
    const request = { subject, command: Object.assign(new Command(), fields) };
    const context = circumstancesOf(townshipCadre, { effectiveOn, today: '2021-01-01', subject: streamName(subject.name, 's') });
    try {
      for (const event of decided.events(request as never, History.from(history), context))
        history.push(recordedAs(by(townshipCadre, event, { effectiveOn }), history.length));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  });
  return history;
}

it.each([
  ['an official', anySubject(person), ofPeople],
  ['a unit', anySubject(unit), ofUnits],
])(
  'every command of %s, made again from its event and decided again in its place, gives the event that stands',
  async (_, subject, asked) => {
    const seen = new Set<string>();
    const lineOf = (type: string) => subject.routes.find(({ commandFrom }) => commandFrom && type in commandFrom);
    const said = ({ type, data }: EventOf) => stable({ type, data });
    await fc.assert(
      fc.asyncProperty(asked, async (life) => {
        const history = lived(subject, life);
        const stored = history.map((entry, i) => ({ ...entry, key: `account/${String(i)}`, stream: 's', body: 'b' }) as unknown as Entry);
        const known = CachedStream.from(stored);
        for (const entry of history) {
          const command = lineOf(entry.type)?.commandFrom?.[entry.type]?.(entry.data as never);
          const wanted = { command: JSON.parse(JSON.stringify(command)) as object, effectiveOn: entry.by.effectiveOn };
          const place = { subject, id: 's', known, today: '2021-01-01', others: () => Promise.resolve([]) } as const;
          const again = await redecision.again(place, entry, wanted);
          expect([again.broken, said(again.event)]).toEqual([[], said(entry)]);
          seen.add(entry.type);
        }
      }),
      { seed: 20200315, numRuns: 100 },
    );
    expect([...seen].sort()).toEqual(subject.routes.flatMap(({ commandFrom = {} }) => Object.keys(commandFrom)).sort());
  },
);
