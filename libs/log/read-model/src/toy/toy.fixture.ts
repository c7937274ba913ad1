import { type CalendarDate, type Chapter, type EventOf, ruleBook, streamName } from '@lookback/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Indexed } from '../declaration/indexed.js';
import { ignored, journalProjection, stateProjection } from '../declaration/projection.js';
import { ToyLog } from './toy-log.fixture.js';

type Toy =
  | EventOf<'Opened', { village: string; people: number }>
  | EventOf<'Joined', { name: string }>
  | EventOf<'Left', { name: string }>
  | EventOf<'Earned', { yuan: number }>;
export interface Family {
  readonly village: string;
  readonly people: readonly string[];
  readonly yuan: number;
}

const { inapplicable } = ruleBook({ 'toy.nobody': { kind: 'sense', en: 'Nobody is called {name}.', zh: '没有 {name}。' } });

export const chapter: Chapter<Family, Toy> = {
  initial: { village: '', people: [], yuan: 0 },
  evolve: {
    Opened: (_, { village, people }) => ({ village, people: Array.from({ length: people }, (_p, i) => `张${String(i)}\t"a\\b"`), yuan: 0 }),
    Joined: (family, { name }) => ({ ...family, people: [...family.people, name] }),
    Left: (family, { name }) =>
      family.people.includes(name)
        ? { ...family, people: family.people.filter((one) => one !== name) }
        : inapplicable('toy.nobody', { name }),
    Earned: (family, { yuan }) => ({ ...family, yuan }),
  },
};

@Entity({ schema: 'read', name: 'toy_family' })
@Index(['village'])
export class FamilyRow {
  @PrimaryColumn('text') stream: string;
  @Column('text') village: string;
  @Column('integer') yuan: number;
  @Column('integer') inapplicable: number;
  @Column('date', { nullable: true }) since: string | null;
  @Column('text', { array: true }) names: string[];
}

@Entity({ schema: 'read', name: 'toy_person' })
@Indexed('USING btree (name text_pattern_ops)')
export class PersonRow {
  @PrimaryColumn('text') stream: string;
  @PrimaryColumn('integer') number: number;
  @Column({ type: 'text', collation: 'C' }) name: string;
  @Column('jsonb') details: object;
}

@Entity({ schema: 'read', name: 'toy_earning' })
export class EarningRow {
  @PrimaryColumn('bigint') position: number;
  @PrimaryColumn('integer') n: number;
  @Column('integer') yuan: number;
  @Column('timestamptz') recordedAt: Date;
}

export const toyEntities = [FamilyRow, PersonRow, EarningRow];

/** Rows of whole families; a name of `poison` throws, `\0` is refused by PostgreSQL. */
export const families = (version = 1) =>
  stateProjection({
    name: 'families',
    version,
    kind: 'family',
    chapter,
    tables: { family: FamilyRow, person: PersonRow },
    rows: ({ state, entries, inapplicable }) => {
      if (state.people.includes('poison')) throw new RangeError('quotes 张三');
      return {
        family: [
          {
            village: state.village,
            yuan: state.yuan * version,
            inapplicable: inapplicable.length,
            since: entries[0]?.by.effectiveOn ?? null,
            names: [...state.people],
          },
        ],
        person: state.people.map((name, number) => ({ number, name, details: { name } })),
      };
    },
  });

export const earnings = journalProjection<EarningRow, Toy>({
  name: 'earnings',
  table: EarningRow,
  rows: { Opened: ignored, Joined: ignored, Left: ignored, Earned: ({ data, recordedAt }) => [{ yuan: data.yuan, recordedAt }] },
});

/** One thing said of a family: which, what, on which day of 2020, and a number to say it with. */
export interface Telling {
  readonly family: number;
  readonly what: 'Joined' | 'Left' | 'Earned' | 'correct';
  readonly day: number;
  readonly value: number;
}

/** Says it; a family that nobody knows is opened first. */
export function tell(log: ToyLog, { family, what, day, value }: Telling): void {
  const known = log.entries.filter(({ stream }) => stream === streamName('family', String(family)));
  const on = `2020-01-${String(day).padStart(2, '0')}` as CalendarDate;
  const earned = known.find(({ type }) => type === 'Earned');
  if (known.length === 0) log.say(family, { type: 'Opened', data: { village: 'v', people: value % 3 } }, on);
  else if (what === 'correct' && earned) log.correct(family, earned, { type: 'Earned', data: { yuan: value } });
  else if (what === 'Earned') log.say(family, { type: 'Earned', data: { yuan: value } }, on);
  else log.say(family, { type: what === 'Left' ? 'Left' : 'Joined', data: { name: `李${String(value % 4)}` } }, on);
}

/** A long log that every process makes alike: families interleaved, some facts late. */
export function longLog(entries: number, log = new ToyLog()): ToyLog {
  for (let i = 0; log.entries.length < entries; i++) {
    const family = (i * 7919) % 997;
    if (i < 997) log.say(family, { type: 'Opened', data: { village: 'v', people: 2 } });
    else log.say(family, { type: 'Earned', data: { yuan: i } }, `2020-02-${String(10 + (i % 13))}` as CalendarDate);
  }
  return log;
}
