import { todays } from '@lookback/log/read-model';
import { householdsRegister } from '@lookback/case/household';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntriesPage, LogShown } from '@lookback/application/queries';
import { Receipt } from '@lookback/office/desk';
import type { HealthSaid } from '@lookback/application/system';
import { visit } from './support/facts.js';
import { imported } from './support/importing.js';
import { everyLog, type Where } from './support/logs.js';
import { type Office, openOffice } from './support/office.js';
import { PastEventStore } from './support/past-eventstoredb.js';
import { PastPostgres } from './support/past-postgres.js';
import type { PastTheLog } from './support/past-the-log.js';
import { householdsRows, rosterOf } from './support/rosters.js';
import { mustBe, type Staff, staffed } from './support/staff.js';
import { until } from './support/until.js';
import { householdIds } from './support/visiting-office.js';

const pastTheLog = (where: Where, office: () => Office): PastTheLog =>
  where === 'PostgreSQL' ? new PastPostgres(() => office().owner) : new PastEventStore(office);

/** Somebody with all rights in the store reaches past the log: what is told, to whom, and what goes on. */
describe.each(everyLog)('over %s', (where) => {
  const ids = householdIds(14);
  const untouched = ids[13] ?? '';
  let next = 0;
  let office: Office;
  let staff: Staff;
  const past = pastTheLog(where, () => office);

  beforeAll(async () => {
    office = await openOffice(where);
    staff = await staffed(office.ask, office.password);
    await imported(office.ask, await rosterOf(householdsRows(ids.length, 1)), staff.operator.token);
  }, 120_000);
  afterAll(async () => {
    await past.close();
    await office.close();
  });

  const asked = (id: string, words: string) => {
    const { path, command } = visit('2018-01-01', words);
    return office.ask('POST', `/households/${id}/${path}`, { command, envelope: { effectiveOn: '2018-01-01' } }, staff.operator.token);
  };
  const visited = async (id: string, words: string) => (await mustBe(201, asked(id, words))).as(Receipt);
  const shown = (position: number) => office.system.projector.reached(position, { timeoutMs: 30_000 });
  /** Others are recorded, and shown. */
  const goesOn = async (words: string) => {
    await shown((await visited(untouched, words)).position);
    expect(office.system.projector.condition).toBe('following');
  };
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
    await shown(Math.max(...positions.values()));
    await mustBe(200, office.ask('GET', `/households/${id}`, undefined, staff.auditor.token));
    return { id, stream: `household-${id}`, positions };
  }

  describe('a log that somebody reached past', () => {
    it('is whole again where what was changed is put back and all was read', async () => {
      const { id, stream } = await known();
      await past.spoil(stream);
      await mustBe(500, office.ask('GET', `/households/${id}`, undefined, staff.auditor.token));
      await until('a red health', async () => (await health()).status === 503 || undefined);
      await past.mend(stream);
      await visited(id, '其上');
      await office.system.projector.rebuild();
      await until('a health that is up', async () => (await health()).status === 200 || undefined);
      expect((await health()).said).toMatchObject({ status: 'up', log: { state: 'up', broken: {} } });
    });

    it.each(past.breaches)('$kind: $what', async ({ kind, at, commit }) => {
      const { id, stream, positions } = await known();
      const before = (await broken())[kind] ?? 0;
      await commit(stream);
      const stood = await past.standsAt(stream);

      const auditors = await office.ask('GET', `/households/${id}`, undefined, staff.auditor.token);
      expect(auditors).toMatchObject({ status: 500, problem: { type: `urn:lookback:log:${kind}`, stream } });
      expect(auditors.problem.titleZh).toContain(stream);
      const whole = await office.ask('GET', `/entries/${positions.get(at) ?? 0}`, undefined, staff.auditor.token);
      expect(whole).toMatchObject({ status: 500, problem: { type: expect.stringMatching(/^urn:lookback:log:/) } });
      for (const answer of [await office.ask('GET', `/households/${id}`, undefined, staff.operator.token), await asked(id, '其上')]) {
        expect(answer).toMatchObject({ status: 500, problem: { type: `urn:lookback:log:${kind}` } });
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(answer.text).not.toContain(id);
      }
      expect(await past.standsAt(stream)).toBe(stood);

      const red = await until('a red health', async () => ((await broken())[kind] ?? 0) > before || undefined).then(health);
      expect(red).toMatchObject({ status: 503, said: { status: 'broken', database: 'up' } });
      expect(red.text).not.toContain(id);
      expect((await office.ask('GET', '/metrics')).text).toMatch(new RegExp(`lookback_log_broken\\{kind="${kind}"\\} [1-9]`));
      expect((await logOf(staff.auditor.token)).broken).toContainEqual(expect.objectContaining({ kind, stream }));
      expect((await logOf(staff.operator.token)).broken.map((one) => Object.keys(one))).not.toContainEqual(
        expect.arrayContaining(['stream']),
      );
      await goesOn(`${kind} ${id}`);
    });

    if (past instanceof PastPostgres)
      it('an entry added where the next is due is told, and nothing is entered over it', async () => {
        const { id, stream } = await known();
        await past.addNext(stream);
        expect(await asked(id, '其上')).toMatchObject({ status: 500, problem: { type: 'urn:lookback:log:misplaced' } });
        expect(await asked(untouched, '其上')).toMatchObject({ status: 500, problem: { type: 'urn:lookback:log:misplaced' } });
        await past.takeNext(stream);
        await visited(untouched, '之后');
      });

    if (past instanceof PastEventStore)
      it('an entry of a stream whose name PostgreSQL cannot store is told, and stops nobody', async () => {
        const before = (await broken()).changed ?? 0;
        await past.forgeLast(`household-\0${'x'.repeat(3_000)}`);
        await until('a red health', async () => ((await broken()).changed ?? 0) > before || undefined);
        await goesOn('之后');
      });
  });

  describe('read models of a log that is broken', () => {
    let changed: Awaited<ReturnType<typeof known>>;

    it('leave the stream that is, and follow all others', async () => {
      const gone = await known();
      changed = await known();
      await office.system.projector.stop();
      await visited(changed.id, '改动');
      await visited(gone.id, '缺失');
      const position = await past.forgeLast(changed.stream);
      await past.takeLast(gone.stream);
      await office.system.projector.start();
      await goesOn('其后');
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
        rowCount: await past.standsAt(`household-${untouched}`),
      });
    });

    it.each([
      '/entries?limit=200',
      '/entries/facets',
      '/households/counts',
      '/registers/problems',
      '/problems/ledger.xlsx',
      '/helpers/counts',
    ])('are asked as before: %s', async (path) => {
      await mustBe(200, office.ask('GET', path, undefined, staff.auditor.token));
    });

    it('say how many entries are left out of a page, and refuse an export that would lack some', async () => {
      const page = (await mustBe(200, office.ask('GET', '/entries?limit=200', undefined, staff.auditor.token))).as(EntriesPage);
      expect(page.leftOut).toBeGreaterThan(past.breaches.length);
      expect(page.entries.filter(({ subject }) => subject === untouched).length).toBe(await past.standsAt(`household-${untouched}`));
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
      expect(await office.owner.query(`SELECT FROM ${todays(householdsRegister)} h WHERE stream = $1`, [changed.stream])).toMatchObject({
        rowCount: 1,
      });
      await goesOn('重建之后');
      expect((await health()).said).toMatchObject({ status: 'broken', projector: 'following' });
    });
  });
});
