import { expect, it } from '@jest/globals';
import {
  asOf,
  Catalogue,
  type CalendarDate,
  type Chapter,
  daysAfter,
  type EntryId,
  type EventOf,
  fourEyesEvents as did,
  Quoted,
  type StreamName,
} from '@lookback/kernel';
import { Vault } from '@lookback/log/vault';
import { createHash } from 'node:crypto';
import { all } from '../contract/appending.fixture.js';
import { by, commit, counted, stream, toPerson } from '../contract/events.fixture.js';
import { keysOfTests } from '../contract/write-elsewhere.fixture.js';
import { openOnEventStore } from '../drivers/eventstoredb/eventstore.fixture.js';
import { openEventStore } from '../drivers/eventstoredb/open.js';
import { openPostgres } from '../drivers/postgres/postgres.fixture.js';
import { postgresStore } from '../drivers/postgres/postgres-store.js';
import type { Entry, EventLog } from '../port/event-log.js';
import { copyLog } from './copy-log.js';

const keys = keysOfTests();
const catalogue = new Catalogue({ counted }, did);
const firstDay: CalendarDate = '2020-06-01';
const answer = { dueOn: firstDay, level: null };

/** Numbers that look random and are the same for the same seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Its state depends on the order of what happened. */
const toy: Chapter<readonly number[], ReturnType<typeof counted>> = {
  initial: [],
  evolve: { Counted: (trail, { n }) => [...trail, n] },
};

export interface Size {
  readonly streams: number;
  /** In each stream. */
  readonly entries: number;
}

/** What is said next: a fact, a report, a correction or a striking-out of what is there, or an answer to any proposal, the right one mostly. */
function next(history: readonly Entry[], random: (below: number) => number): EventOf {
  const oneOf = (some: readonly Entry[]): Entry | undefined => some[random(some.length || 1)];
  const fact = () => counted({ n: random(100) });
  const proposals = history.filter(({ type }) => type === 'CorrectionProposed' || type === 'ReportProposed');
  const kind = random(10);
  if (kind < 3 || history.length === 0) return fact();
  if (kind < 4) return did.reportProposed({ event: new Quoted(fact()), answer });
  const reason = toPerson('1')('填错了');
  if (kind < 7) {
    const original = oneOf(history.filter(({ type }) => type === 'Counted' || type === 'ReportProposed'))?.id ?? ('none' as EntryId);
    const about = new Set(proposals.filter(({ data }) => (data as { original?: EntryId }).original === original).map(({ id }) => id));
    const approvals = history.filter(({ type, data }) => /^Entry/.test(type) && about.has((data as { proposal: EntryId }).proposal));
    const day = daysAfter(firstDay, random(20));
    const wanted = random(4) === 0 ? null : { event: new Quoted(fact()), effectiveOn: day, authority: null, evidence: [] };
    return did.correctionProposed({ original, supersedes: approvals.at(-1)?.id ?? original, wanted, reason, answer });
  }
  const asked = oneOf(proposals);
  const proposal = asked?.id ?? ('none' as EntryId);
  const isReport = asked?.type === 'ReportProposed';
  if (random(5) === 0) return isReport ? did.reportDeclined({ proposal, reason }) : did.correctionDeclined({ proposal, reason });
  const strikes = (asked?.data as { wanted?: unknown } | undefined)?.wanted === null;
  if (random(8) === 0) return did.entryRetracted({ proposal });
  return isReport ? did.reportConfirmed({ proposal }) : strikes ? did.entryRetracted({ proposal }) : did.entryCorrected({ proposal });
}

async function write(log: EventLog, { streams, entries }: Size): Promise<readonly StreamName[]> {
  const random = seeded(17);
  const names = Array.from({ length: streams }, (_, i) => stream(`s${String(i)}`));
  for (let nth = 0; nth < entries; nth++) {
    const histories = await log.readStreams(names);
    await log.appendMany(
      names.map((to, i) => ({
        ...commit(to, nth, [next(histories[i] ?? [], random)]),
        by: { ...by, effectiveOn: daysAfter(firstDay, random(20)) },
      })),
    );
  }
  return names;
}

/** What a stream answers with, as known at a position: what counts on a day in the middle, who set it, and what counts for nothing. */
function answered(history: readonly Entry[], known: number): string {
  const { entries, state, inapplicable } = asOf(toy, history, { effective: '2020-06-15', known });
  const counting = entries.map(({ id, position, setBy, by: { effectiveOn } }) => [id, position, setBy, effectiveOn]);
  return JSON.stringify([counting, state, inapplicable.map(({ entry, why }) => [entry, why.rule])]);
}

/** Of all streams together what `known=@n` is answered with, for every position n: a digest, as the answers of a long log are long. */
async function answers(log: EventLog, names: readonly StreamName[]): Promise<readonly string[]> {
  const histories = await log.readStreams(names);
  const now = new Map<StreamName | undefined, string>();
  return Array.from({ length: await log.head() }, (_, i) => {
    const moved = histories.find((history) => history.some(({ position }) => position === i + 1));
    if (moved) now.set(moved[0]?.stream, sha256(answered(moved, i + 1)));
    return sha256([...now.values()].join());
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const placesIn = async (log: EventLog) => (await all(log)).map(({ id, stream: of, revision, position }) => [of, revision, position, id]);

/** A log of corrections, reports and answers says the same at every position wherever it is copied to: another database, and by way of EventStoreDB. */
export function saysTheSameAfterCopies(size: Size, way: 'PostgreSQL' | 'EventStoreDB'): void {
  it(`of ${String(size.streams * size.entries)} entries says the same at every position, at the same positions`, async () => {
    const here = await openPostgres(catalogue);
    const names = await write(here.log, size);
    const from = postgresStore(here.database.pool);
    const [there, back] = [way === 'EventStoreDB' ? await openOnEventStore(catalogue) : undefined, await openPostgres(catalogue)];
    const store = there && (await openEventStore(there.settings, there.database.pool));
    if (there && store) await copyLog(from, await store.fill(there.database.ownerPool), { keys });
    await copyLog(store ?? from, await postgresStore(back.database.pool).fill(back.database.ownerPool), { keys });
    const between = store ? [store.open(catalogue, new Vault(here.database.pool, keys), keys)] : [];
    const said = await answers(here.log, names);
    expect(said.length).toBe(size.streams * size.entries);
    const last = (await here.log.readStreams(names)).map((history) => answered(history, said.length)).join();
    for (const rule of ['already-answered', 'proposal-absent', 'version-replaced']) expect(last).toContain(rule);
    for (const log of [...between, back.log]) {
      expect(await answers(log, names)).toEqual(said);
      expect(await placesIn(log)).toEqual(await placesIn(here.log));
    }
    await Promise.all([here.close(), back.close(), store?.close(), there?.close()]);
  }, 600_000);
}
