import { describe, expect, it } from '@jest/globals';
import { Refusal, type RegionCode, type StreamName } from '@lookback/kernel';
import { type CommandKey, IdempotencyKeyReused, LogUnavailable, WrongExpectedRevision } from '@lookback/log/event-log';
import { yieldToEventLoop } from '@lookback/log/runtime';
import { RightMissing } from '@lookback/office/desk';
import { alreadyThere, circumstances, commandsIn, recordingDesk } from './recording-desk.fixture.js';
import { household, rosterOf, type Row } from './roster/rosters.fixture.js';
import type { Counts } from './import-report.js';
import { importRoster } from './roster/import-roster.js';

const stream = 'household-1' as StreamName;
const wording = { kind: 'sense', en: 'There.', zh: '已有。' } as const;
const three = () => rosterOf([...household(1), ...household(2, 2), ...household(3, 1)]);
const many = (count: number, cells: Partial<Row> = {}) =>
  rosterOf(Array.from({ length: count }, (_, i) => household(i + 1, 1, cells)).flat());

describe('what the desk answers', () => {
  it.each([
    ['that it answered the same before', alreadyThere],
    ['that the same content came with another file', () => new IdempotencyKeyReused(stream, 'list/k' as CommandKey)],
  ])('%s: already there, and nothing added', async (_, answer) => {
    const { desk } = recordingDesk(answer);
    const report = await importRoster(await three(), { ...circumstances, desk });
    expect(report).toMatchObject({ alreadyThere: 3, accepted: 0, entries: 0, lastPosition: null, households: 3, people: 6, refused: 0 });
  });

  it('that the household is there with other content: told with its rows, not refused', async () => {
    const { desk } = recordingDesk((_, nth) => (nth === 2 ? new Refusal('identification.already-on-record', {}, wording) : undefined));
    const report = await importRoster(await three(), { ...circumstances, desk });
    expect(report).toMatchObject({ accepted: 2, differing: 1, refused: 0, households: 2, people: 4, entries: 2 });
    expect(report.differingSubjects).toEqual([{ subject: '610426001200000002', sheet: '贫困户信息', rows: [6, 7] }]);
    expect(report.refusedWorkbook).toBeUndefined();
  });

  it.each([
    [new RightMissing(['record'], '610426001200' as RegionCode), 'list.outside-region', 'You may not record for 610426001200.'],
    [new Refusal('desk.not-yet', {}, wording), 'desk.not-yet', 'There.'],
  ])('%s: refused, on its first row', async (error, rule, en) => {
    const { desk } = recordingDesk((_, nth) => (nth === 3 ? error : undefined));
    const report = await importRoster(await three(), { ...circumstances, desk });
    expect(report).toMatchObject({ accepted: 2, refused: 1 });
    const place = { subject: '610426001200000003', sheet: '贫困户信息', row: 8, column: '', value: '' };
    expect(report.faults).toEqual([{ rule, en, zh: expect.any(String), ...place }]);
  });

  it('that the stream moved: asked again once', async () => {
    const { desk, asked } = recordingDesk((each, nth) =>
      nth === 1 ? new WrongExpectedRevision(stream, 0, 1) : nth === 4 ? alreadyThere(each) : undefined,
    );
    expect(await importRoster(await three(), { ...circumstances, desk })).toMatchObject({ accepted: 2, alreadyThere: 1 });
    expect(asked.map(({ id }) => id).indexOf(asked[3]?.id ?? '')).toBe(0);
  });

  it('that the log is away: thrown, once every batch under way is answered', async () => {
    let underWay = 0;
    const away = async (): Promise<never> => {
      underWay++;
      await yieldToEventLoop();
      underWay--;
      throw new LogUnavailable();
    };
    await expect(importRoster(await many(600), { ...circumstances, desk: { submitMany: away, tryMany: away } })).rejects.toThrow(
      LogUnavailable,
    );
    expect(underWay).toBe(0);
  });
});

describe('the way there', () => {
  it('is in batches of 256, each household in one of them', async () => {
    const { desk, asked, batches } = recordingDesk();
    await importRoster(await many(600), { ...circumstances, desk });
    expect(batches).toEqual([256, 256, 88]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(600);
  });

  it('is told as counts, to the last', async () => {
    const told: Counts[] = [];
    const { desk } = recordingDesk();
    await importRoster(await many(300), { ...circumstances, desk, onProgress: (counts) => told.push(counts) });
    expect(told[0]).toEqual({ rows: 1, done: 0, subjects: null });
    expect(told.at(-1)).toEqual({ rows: 300, done: 300, subjects: 300 });
  });

  it('ends between two batches, and the same file again does the rest', async () => {
    const stop = new AbortController();
    const first = recordingDesk(() => (stop.abort(), undefined));
    const report = await importRoster(await many(1_000), { ...circumstances, desk: first.desk, signal: stop.signal });
    expect(report).toMatchObject({ stopped: true, rows: 1_000, accepted: first.asked.length, entries: first.asked.length });
    expect([256, 512]).toContain(first.asked.length);
    const before = new Set(first.asked.map(({ key }) => key));
    const again = recordingDesk((each) => (before.has(each.key) ? alreadyThere(each) : undefined));
    const rest = await importRoster(await many(1_000), { ...circumstances, desk: again.desk });
    expect(rest).toMatchObject({ stopped: false, alreadyThere: before.size, accepted: 1_000 - before.size });
  });

  it('takes nothing where it is ended while reading', async () => {
    const { desk, asked } = recordingDesk();
    const report = await importRoster(await three(), { ...circumstances, desk, signal: AbortSignal.abort() });
    expect([report.stopped, report.accepted, asked]).toEqual([true, 0, []]);
  });

  it('records nothing in a dry run, and refuses all the same', async () => {
    const { desk, batches } = recordingDesk();
    const file = await rosterOf([...household(1), ...household(2, 1, { 姓名: '' })]);
    const report = await importRoster(file, { ...circumstances, desk, dryRun: true });
    expect(report).toMatchObject({ dryRun: true, accepted: 1, refused: 1, entries: 0, lastPosition: null });
    expect([batches, report.refusedWorkbook?.length]).toEqual([[], expect.any(Number)]);
  });

  it('ends the refusal workbook before it grows too large, and says how many it leaves out', async () => {
    const { desk } = recordingDesk();
    const file = await many(20_003, { 姓名: '' });
    const report = await importRoster(file, { ...circumstances, desk, dryRun: true });
    expect(report).toMatchObject({ refused: 20_003, refusedLeftOut: 3 });
    expect(report.faults).toHaveLength(200);
  });

  it('takes nothing from a file that turns out to be damaged', async () => {
    const { desk, asked } = recordingDesk();
    const file = await many(600);
    await expect(importRoster(file.subarray(0, file.length - 100), { ...circumstances, desk })).rejects.toThrow(Refusal);
    expect(commandsIn(asked)).toEqual([]);
  });
});
