import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '@lookback/kernel';
import fc from 'fast-check';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench, bringing, bytesOf, day, inChunks, pdf, stream, ToyLog } from './attachment.fixture.js';
import type { Attachments } from './attachments.js';
import { Folder } from './folder.js';

let bench: Bench;
let attachments: Attachments;
beforeAll(async () => {
  bench = await Bench.open();
  attachments = bench.attachments();
});
beforeEach(() => emptied());
afterAll(() => bench.close());

/** Each log of a spec begins anew. */
const emptied = () => bench.database.ownerPool.query('TRUNCATE attachment.uploaded; UPDATE attachment.looked_through SET position = 0');

const week = 7 * day;
const keep = async () => (await attachments.keep(inChunks(pdf()), { stream, ...bringing })).digest;
const swept = (log: ToyLog, of = attachments) => of.sweep(log, new Date(bench.now.getTime() - week));
const later = (ms: number) => (bench.now = new Date(bench.now.getTime() + ms));
const isThere = async (digest: Digest) => {
  const shown = await attachments.original(stream, digest);
  return shown !== null && (await bytesOf(shown)).equals(pdf());
};

/** Somebody uploads; a command claims what it names; a claimed one is recorded, in the order in which commands come to their end; days pass; the clock sweeps. */
type Act =
  | { readonly act: 'upload' | 'record' | 'sweep' }
  | { readonly act: 'claim'; readonly nth: number }
  | { readonly act: 'pass'; readonly days: number };
const act = fc.oneof<fc.Arbitrary<Act>[]>(
  fc.record({ act: fc.constantFrom('upload' as const, 'record' as const, 'sweep' as const) }),
  fc.record({ act: fc.constant('claim' as const), nth: fc.nat(20) }),
  fc.record({ act: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 5 }) }),
);

describe('the sweep', () => {
  it('never removes what an entry names, and removes all else in time, whatever happens in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        await emptied();
        const log = new ToyLog();
        const [uploaded, named]: [Digest[], Set<Digest>] = [[], new Set()];
        let claimed: Digest[] = [];
        const record = () => {
          for (const digest of claimed.splice(0, 1)) {
            log.names(digest);
            named.add(digest);
          }
        };
        const steps: { readonly [A in Act['act']]: (act: Act) => unknown } = {
          upload: async () => uploaded.push(await keep()),
          claim: async (one) => {
            const digest = uploaded[('nth' in one ? one.nth : 0) % uploaded.length];
            if (digest && (await attachments.missing(stream, [digest])).length === 0) claimed.push(digest);
          },
          record,
          pass: (one) => {
            while (claimed.length > 0) record(); // a command takes no days
            later(('days' in one ? one.days : 0) * day);
          },
          sweep: () => swept(log),
        };
        for (const one of acts) await steps[one.act](one);
        claimed = [];
        later(week + day);
        await swept(log);
        for (const digest of uploaded) expect(await isThere(digest)).toBe(named.has(digest));
        expect((await attachments.list(stream)).length).toBe(named.size);
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it('racing with commands either leaves what they claim, or refuses them', async () => {
    const log = new ToyLog();
    const old = await Promise.all(Array.from({ length: 40 }, keep));
    later(week + day);
    const claims = old.map(async (digest, nth) =>
      (await attachments.missing(stream, nth % 2 ? [digest] : [digest, ...old.slice(0, 3)])).includes(digest) ? [] : [digest],
    );
    const [claimed] = await Promise.all([Promise.all(claims), swept(log), swept(log, bench.attachments())]);
    const kept = new Set(claimed.flat());
    for (const digest of old)
      expect([digest, await isThere(digest)]).toEqual([
        digest,
        kept.has(digest) || (await attachments.list(stream)).some((one) => one.digest === digest),
      ]);
    for (const digest of kept) expect(await isThere(digest)).toBe(true);
  });

  it('heeds what a correction wants an entry to rest on', async () => {
    const log = new ToyLog();
    const [wanted, other] = [await keep(), await keep()];
    log.add('CorrectionProposed', { wanted: { evidence: [wanted] } });
    log.add('CorrectionProposed', { wanted: null });
    later(week + day);
    await swept(log);
    expect([await isThere(wanted), await isThere(other)]).toEqual([true, false]);
  });

  it('that was killed between bytes and record goes on where it was', async () => {
    const digest = await keep();
    later(week + day);
    const dying = new Folder(bench.folder);
    dying.remove = () => Promise.reject(new Error('killed'));
    await expect(swept(new ToyLog(), bench.attachments({}, dying))).rejects.toThrow('killed');
    expect(await attachments.missing(stream, [digest])).toEqual([digest]);
    expect(await swept(new ToyLog())).toBeGreaterThan(0);
    expect(await readdir(join(bench.folder, digest.slice(7, 9))).then((names) => names.includes(digest.replace(':', '-')))).toBe(false);
  });

  it('clears what a killed server left half taken in', async () => {
    const left = join(bench.folder, 'incoming', 'left-over');
    await writeFile(left, 'half');
    await utimes(left, new Date(0), new Date(0));
    await swept(new ToyLog());
    expect(await readdir(join(bench.folder, 'incoming'))).toEqual([]);
  });
});
