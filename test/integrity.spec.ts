import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntriesPage, LogShown } from '@lookback/application/queries';
import { Receipt } from '@lookback/office/desk';
import type { HealthSaid } from '@lookback/application/system';
import { visit } from './support/facts.js';
import { imported } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { householdsRows, rosterOf } from './support/rosters.js';
import { mustBe, type Staff, staffed } from './support/staff.js';
import { until } from './support/until.js';
import { householdIds } from './support/visiting-office.js';

/** Somebody with all rights in the database reaches past the log: what is told, to whom, and what goes on. */
const ids = householdIds(14);
const untouched = ids[13] ?? '';
let next = 0;
let office: Office;
let staff: Staff;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffed(office.ask, office.password);
  await imported(office.ask, await rosterOf(householdsRows(ids.length, 1)), staff.operator.token);
}, 120_000);
afterAll(() => office.close());

const asked = (id: string, words: string, query = '') => {
  const { path, command } = visit('2018-01-01', words);
  return office.ask(
    'POST',
    `/households/${id}/${path}${query}`,
    { command, envelope: { effectiveOn: '2018-01-01' } },
    staff.operator.token,
  );
};
const visited = async (id: string, words: string) => (await mustBe(201, asked(id, words))).as(Receipt);
const tampered = (change: string) =>
  office.owner.query(
    `BEGIN; ALTER TABLE log.entry_0 DISABLE TRIGGER ALL; ALTER TABLE log.stream DISABLE TRIGGER ALL; ALTER TABLE log.head DISABLE TRIGGER ALL;
     ${change};
     ALTER TABLE log.entry_0 ENABLE ALWAYS TRIGGER append_only; ALTER TABLE log.stream ENABLE ALWAYS TRIGGER only_forward;
     ALTER TABLE log.stream ENABLE ALWAYS TRIGGER append_only; ALTER TABLE log.head ENABLE ALWAYS TRIGGER only_forward;
     ALTER TABLE log.head ENABLE ALWAYS TRIGGER append_only; COMMIT`,
  );
const standsAt = async (id: string): Promise<unknown> =>
  (await office.owner.query<{ revision: number }>('SELECT revision FROM log.stream WHERE stream = $1', [`household-${id}`])).rows[0]
    ?.revision;
const health = async () => {
  const { status, text } = await office.ask('GET', '/health');
  return { status, text, said: JSON.parse(text) as HealthSaid };
};
const broken = async () => (await health()).said.log.broken;
const logOf = async (token: string) => (await mustBe(200, office.ask('GET', '/log', undefined, token))).as(LogShown);

/** A household of whom this server knows three visits, as `household-<id>`. */
async function known(): Promise<{ id: string; stream: string; positions: ReadonlyMap<number, number> }> {
  const id = ids[next++] ?? '';
  const positions = new Map<number, number>();
  for (const nth of [1, 2, 3]) {
    const { revision, position } = await visited(id, `第${nth}次`);
    positions.set(revision, position);
  }
  await office.system.projector.reached(Math.max(...positions.values()), { timeoutMs: 30_000 });
  await mustBe(200, office.ask('GET', `/households/${id}`, undefined, staff.auditor.token));
  return { id, stream: `household-${id}`, positions };
}

const entry = (stream: string, revision: number) => `stream = '${stream}' AND revision = ${revision}`;
const cases: readonly (readonly [kind: string, what: string, change: (stream: string) => string])[] = [
  ['changed', 'data of an entry', (stream) => `UPDATE log.entry_0 SET data = data || ' ' WHERE ${entry(stream, 2)}`],
  ['changed', 'metadata of an entry', (stream) => `UPDATE log.entry_0 SET metadata = metadata || ' ' WHERE ${entry(stream, 2)}`],
  [
    'changed',
    'the MAC of an entry',
    (stream) => `UPDATE log.entry_0 SET mac = overlay(mac placing 'AAAA' from 5) WHERE ${entry(stream, 2)}`,
  ],
  ['missing', 'an entry in the middle, taken away', (stream) => `DELETE FROM log.entry_0 WHERE ${entry(stream, 2)}`],
  ['missing', 'the newest entry, taken away', (stream) => `DELETE FROM log.entry_0 WHERE ${entry(stream, 4)}`],
  ['misplaced', 'when an entry was recorded', (stream) => `UPDATE log.entry_0 SET recorded_at = '2099-01-01' WHERE ${entry(stream, 2)}`],
  [
    'misplaced',
    'places of two entries, exchanged',
    (stream) => `CREATE TEMP TABLE p ON COMMIT DROP AS SELECT revision, position FROM log.entry_0 WHERE stream = '${stream}';
      UPDATE log.entry_0 SET position = position + 5000000 WHERE stream = '${stream}' AND revision IN (2, 3);
      UPDATE log.entry_0 e SET position = p.position FROM p WHERE e.stream = '${stream}' AND e.revision IN (2, 3) AND p.revision = 5 - e.revision`,
  ],
  [
    'changed',
    'an entry, added with all that belongs to it',
    (
      stream,
    ) => `UPDATE log.head SET position = position + 1; UPDATE log.stream SET revision = 5, last_position = (SELECT position FROM log.head) WHERE stream = '${stream}';
      INSERT INTO log.entry_0 SELECT (SELECT position FROM log.head), stream, 5, id, type, version, recorded_at, salt, mac, data, metadata FROM log.entry_0 WHERE ${entry(stream, 4)}`,
  ],
];

describe('a log that somebody reached past', () => {
  it('is whole again where what was changed is put back and all was read', async () => {
    const { id, stream } = await known();
    await tampered(`UPDATE log.entry_0 SET data = data || ' ' WHERE ${entry(stream, 2)}`);
    await mustBe(500, office.ask('GET', `/households/${id}`, undefined, staff.auditor.token));
    await until('a red health', async () => (await health()).status === 503 || undefined);
    await tampered(`UPDATE log.entry_0 SET data = rtrim(data) WHERE ${entry(stream, 2)}`);
    await visited(id, '其上');
    await office.system.projector.rebuild();
    await until('a health that is up', async () => (await health()).status === 200 || undefined);
    expect((await health()).said).toMatchObject({ status: 'up', log: { state: 'up', broken: {} } });
  });

  it.each(cases)('%s: %s', async (kind, what, change) => {
    const { id, stream, positions } = await known();
    const before = (await broken())[kind as 'changed'] ?? 0;
    await tampered(change(stream));
    const stood = await standsAt(id);

    const auditors = await office.ask('GET', `/households/${id}`, undefined, staff.auditor.token);
    expect(auditors).toMatchObject({ status: 500, problem: { type: `urn:lookback:log:${kind}`, stream } });
    expect(auditors.problem.titleZh).toContain(stream);
    const whole = await office.ask(
      'GET',
      `/entries/${positions.get(what.includes('newest') ? 4 : 2) ?? 0}`,
      undefined,
      staff.auditor.token,
    );
    expect(whole).toMatchObject({ status: 500, problem: { type: expect.stringMatching(/^urn:lookback:log:/) } });
    for (const answer of [await office.ask('GET', `/households/${id}`, undefined, staff.operator.token), await asked(id, '其上')]) {
      expect(answer).toMatchObject({ status: 500, problem: { type: `urn:lookback:log:${kind}` } });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.text).not.toContain(id);
    }
    expect(await standsAt(id)).toBe(stood);

    const red = await until('a red health', async () => ((await broken())[kind as 'changed'] ?? 0) > before || undefined).then(health);
    expect(red).toMatchObject({ status: 503, said: { status: 'broken', database: 'up' } });
    expect(red.text).not.toContain(id);
    expect((await office.ask('GET', '/metrics')).text).toMatch(new RegExp(`lookback_log_broken\\{kind="${kind}"\\} [1-9]`));
    expect((await logOf(staff.auditor.token)).broken).toContainEqual(expect.objectContaining({ kind, stream }));
    expect((await logOf(staff.operator.token)).broken.map((one) => Object.keys(one))).not.toContainEqual(
      expect.arrayContaining(['stream']),
    );
    await mustBe(201, asked(untouched, `${kind} ${id}`, '?wait=projected'));
  });

  it('an entry added where the next is due is told, and nothing is entered over it', async () => {
    const { id, stream } = await known();
    await tampered(`INSERT INTO log.entry_0 SELECT (SELECT position + 1 FROM log.head), stream, 5, id, type, version, recorded_at, salt, mac, data, metadata
      FROM log.entry_0 WHERE ${entry(stream, 4)}`);
    expect(await asked(id, '其上')).toMatchObject({ status: 500, problem: { type: 'urn:lookback:log:misplaced' } });
    expect(await asked(untouched, '其上')).toMatchObject({ status: 500, problem: { type: 'urn:lookback:log:misplaced' } });
    await tampered(`DELETE FROM log.entry_0 WHERE ${entry(stream, 5)}`);
    await visited(untouched, '之后');
  });
});

describe('read models of a log that is broken', () => {
  it('leave the stream that is, and follow all others', async () => {
    const [changed, gone] = [await known(), await known()];
    await office.system.projector.stop();
    const { position } = await visited(changed.id, '改动');
    await visited(gone.id, '缺失');
    const other = await visited(untouched, '其他');
    await tampered(`UPDATE log.entry_0 SET data = data || ' ' WHERE ${entry(changed.stream, 5)}`);
    await tampered(`DELETE FROM log.entry_0 WHERE ${entry(gone.stream, 5)}`);
    await office.system.projector.start();
    await office.system.projector.reached(other.position, { timeoutMs: 30_000 });
    await mustBe(201, asked(untouched, '其后', '?wait=projected'));
    expect(office.system.projector.condition).toBe('following');
    const { models } = await logOf(staff.auditor.token);
    for (const name of ['households', 'journal']) {
      const parked = models.find(({ model }) => model === name)?.parked ?? [];
      expect(parked).toContainEqual({ stream: changed.stream, position, error: 'log changed' });
      expect(parked).toContainEqual(expect.objectContaining({ stream: gone.stream, error: 'log missing' }));
      expect(parked.map(({ stream }) => stream)).not.toContain(`household-${untouched}`);
    }
    const operators = await logOf(staff.operator.token);
    expect(operators.models.find(({ model }) => model === 'households')).toMatchObject({ parked: [], parkedCount: expect.any(Number) });
    expect(await office.owner.query('SELECT FROM read.journal WHERE stream = $1', [`household-${untouched}`])).toMatchObject({
      rowCount: (await standsAt(untouched)) as number,
    });
  });

  it.each(['/entries?limit=200', '/entries/facets', '/households/counts', '/problems', '/problems/ledger.xlsx', '/helpers/counts'])(
    'are asked as before: %s',
    async (path) => {
      await mustBe(200, office.ask('GET', path, undefined, staff.auditor.token));
    },
  );

  it('say how many entries are left out of a page, and refuse an export that would lack some', async () => {
    const page = (await mustBe(200, office.ask('GET', '/entries?limit=200', undefined, staff.auditor.token))).as(EntriesPage);
    expect(page.leftOut).toBeGreaterThan(cases.length);
    expect(page.entries.filter(({ subject }) => subject === untouched).length).toBe(await standsAt(untouched));
    await mustBe(500, office.ask('GET', '/entries/export.xlsx', undefined, staff.auditor.token));
  });

  it('are rebuilt all the same, up to where each stream is whole', async () => {
    const found = (await logOf(staff.auditor.token)).broken;
    await office.system.projector.rebuild();
    const log = await logOf(staff.auditor.token);
    const streams = new Set(found.flatMap(({ stream }) => (stream === undefined ? [] : [stream])));
    const again = new Set(log.broken.flatMap(({ stream }) => (stream === undefined ? [] : [stream])));
    expect([...again].sort()).toEqual([...streams].sort());
    const parked = log.models.find(({ model }) => model === 'households')?.parked.map(({ stream }) => stream) ?? [];
    expect(new Set(parked)).toEqual(again);
    await mustBe(201, asked(untouched, '重建之后', '?wait=projected'));
    expect((await health()).said).toMatchObject({ status: 'broken', projector: 'following' });
  });
});
