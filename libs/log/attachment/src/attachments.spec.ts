import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountId, Digest, StreamName } from '@lookback/kernel';
import { Refusal } from '@lookback/kernel';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { Bench, bringing, by, bytesOf, inChunks, pdf, photo, stream, ToyLog } from './attachment.fixture.js';
import { attachmentRules } from './attachment.rules.js';
import { AttachmentCorrupted, AttachmentErased, AttachmentsUnavailable } from './errors.js';
import type { Attachments } from './attachments.js';
import { Folder } from './folder.js';
import type { Bringing } from './quota.js';
import type { Scanner } from './scanner.js';

let bench: Bench;
let attachments: Attachments;
beforeAll(async () => {
  bench = await Bench.open();
  attachments = bench.attachments();
});
afterAll(() => bench.close());

const keep = (bytes: Uint8Array, by_ = attachments) => by_.keep(inChunks(bytes), { stream, ...bringing });
const refused = (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Refusal ? { [error.rule]: error.facts } : error),
  );

/** `sha256:abcd…` lies at `ab/sha256-abcd…`. */
const pathOf = (digest: Digest) => `${bench.folder}/${digest.slice(7, 9)}/${digest.replace(':', '-')}`;

describe('what is uploaded', () => {
  it('is kept encrypted, under the digest of its ciphertext, and comes back byte for byte', async () => {
    const original = Buffer.concat([await photo(), Buffer.from('屋顶漏雨'.repeat(40_000))]);
    const { digest, ...kept } = await keep(original);
    expect(kept).toEqual({ stream, kind: 'image/jpeg', size: original.length, uploadedBy: by, uploadedAt: bench.now });
    const files = await bench.files();
    expect([...files.keys()]).toEqual([pathOf(digest)]);
    const [stored = Buffer.alloc(0)] = files.values();
    expect(createHash('sha256').update(stored).digest('hex')).toBe(digest.slice('sha256:'.length));
    expect([stored.includes('屋顶'), stored.includes('PhoneMaker')]).toEqual([false, false]);
    const shown = await attachments.original(stream, digest);
    expect([shown?.kind, shown?.size]).toEqual(['image/jpeg', original.length]);
    expect((await bytesOf(shown)).equals(original)).toBe(true);
  });

  it.each([
    ['image/jpeg', () => photo('jpeg')],
    ['image/png', () => photo('png')],
    ['image/webp', () => photo('webp')],
    ['application/pdf', () => Promise.resolve(pdf())],
  ])('is %s by its bytes', async (kind, bytes) => {
    expect((await keep(await bytes())).kind).toBe(kind);
  });

  it('is of one subject alone', async () => {
    const { digest } = await keep(pdf());
    const other = 'household-b' as StreamName;
    expect(await attachments.original(other, digest)).toBeNull();
    expect([await attachments.missing(other, [digest]), await attachments.missing(stream, [digest])]).toEqual([[digest], []]);
    expect((await attachments.list(other)).length).toBe(0);
  });

  it('leaves nothing when it breaks off', async () => {
    const before = (await bench.files()).size;
    const broken = (async function* () {
      yield await photo();
      throw new Error('the connection was cut');
    })();
    await expect(attachments.keep(broken, { stream, ...bringing })).rejects.toThrow('the connection was cut');
    expect((await bench.files()).size).toBe(before);
  });
});

describe('a refusal', () => {
  const limited = () => bench.attachments({ limit: 100_000 });
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]);
  const kinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];
  const refusals: Readonly<Record<string, readonly [facts: object, asked: () => Promise<unknown>]>> = {
    'attachment.empty': [{}, () => keep(Buffer.alloc(0))],
    'attachment.too-large': [{ limit: 100_000 }, () => keep(Buffer.concat([pdf(), Buffer.alloc(100_000)]), limited())],
    'attachment.quota-used': [{ limit: 0, used: 0 }, () => keep(pdf(), bench.attachments({}, new Folder(bench.folder), 0))],
    'attachment.kind-unknown': [{ kinds }, () => keep(Buffer.from('<svg onload="alert(1)"/>'))],
    'attachment.heic': [{}, () => keep(heic)],
    'attachment.refused-by-scanner': [{}, () => keep(pdf(), scanned('process.exit(1)'))],
    'attachment.unreadable': [
      { pixels: 60_000_000 },
      async () => attachments.view(stream, (await keep((await photo()).subarray(0, 200))).digest),
    ],
  };

  it.each(Object.entries(refusals))('%s', async (name, [facts, asked]) => {
    expect(await refused(asked())).toEqual({ [name]: facts });
  });

  it('is there for every rule, and leaves no file', async () => {
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(attachmentRules).sort());
    expect([...(await bench.files()).keys()].filter((path) => path.includes('incoming'))).toEqual([]);
  });
});

/** Attachments with a scanner that runs this. */
const scanned = (code: string, timeoutMs = 20_000, program = process.execPath): Attachments =>
  bench.attachments({ scanner: { command: [program, '-e', code], timeoutMs } satisfies Scanner });

describe('a scanner', () => {
  it('sees every byte before anything is kept', async () => {
    const last = `let size = 0; process.stdin.on('data', (bytes) => (size += bytes.length)).on('end', () => process.exit(size === 500_000 ? 0 : 1))`;
    const paper = Buffer.concat([pdf(), Buffer.alloc(500_000)]);
    expect((await keep(paper.subarray(0, 500_000), scanned(last))).size).toBe(500_000);
    expect(await refused(keep(paper.subarray(0, 499_999), scanned(last)))).toEqual({ 'attachment.refused-by-scanner': {} });
  });

  it('may answer before it has read all', async () => {
    const paper = Buffer.concat([pdf(), Buffer.alloc(900_000)]);
    expect((await keep(paper, scanned('process.exit(0)'))).size).toBe(paper.length);
  });

  it('that cannot be run, or does not answer, lets nothing pass', async () => {
    const before = (await bench.files()).size;
    await expect(keep(pdf(), scanned('', 20_000, '/nowhere/scanner'))).rejects.toThrow(AttachmentsUnavailable);
    const large = Buffer.concat([pdf(), Buffer.alloc(900_000)]);
    for (const paper of [pdf(), large])
      await expect(keep(paper, scanned('setInterval(() => 0, 1000)', 300))).rejects.toThrow(AttachmentsUnavailable);
    expect((await bench.files()).size).toBe(before);
  });

  it('is not told the settings of the server', async () => {
    process.env['LOOKBACK_SPEC_SECRET'] = 'told';
    await keep(pdf(), scanned(`process.exit(process.env['LOOKBACK_SPEC_SECRET'] ? 1 : 0)`));
    delete process.env['LOOKBACK_SPEC_SECRET'];
  });
});

describe('a view', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('of a %s photo is upright and says nothing of camera, place or person', async (format) => {
    const { digest } = await keep(await photo(format));
    const original = await sharp(await bytesOf(await attachments.original(stream, digest))).metadata();
    expect([original.orientation, original.exif?.includes('PhoneMaker')]).toEqual([6, true]);
    const shown = await attachments.view(stream, digest);
    const bytes = await bytesOf(shown);
    const { exif, xmp, iptc, orientation, width, height } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, orientation }).toEqual({});
    expect([width, height, shown?.size, shown?.kind]).toEqual([32, 64, bytes.length, `image/${format}`]);
    expect(bytes.includes('PhoneMaker')).toBe(false);
  });

  it('of a large photo is no longer than 2,400 pixels', async () => {
    const { digest } = await keep(await photo('jpeg', { width: 4_000, height: 1_000 }));
    const { width, height } = await sharp(await bytesOf(await attachments.view(stream, digest))).metadata();
    expect([width, height]).toEqual([600, 2_400]);
  });

  it('of a PDF is the PDF', async () => {
    const { digest } = await keep(pdf('张三'));
    expect((await bytesOf(await attachments.view(stream, digest))).equals(pdf('张三'))).toBe(true);
  });
});

describe('an account and a day', () => {
  const mine = { by: 'account-busy' as AccountId, day: '2020-03-01' } as const;
  const [length, folder] = [pdf().length, () => new Folder(bench.folder)];
  const bringsIn = (server: Attachments, whose: Bringing, known?: number) =>
    server.keep(inChunks(pdf()), { stream, ...whose, ...(known !== undefined && { length: known }) });
  const full = { 'attachment.quota-used': { limit: expect.any(Number), used: 0 } };

  it('hold so much in all processes together, and nothing is read of what they do not hold', async () => {
    const servers = [bench.attachments({}, folder(), 3 * length), bench.attachments({}, folder(), 3 * length)] as const;
    let read = 0;
    const counted = async function* () {
      read++;
      yield* inChunks(pdf());
    };
    const coming = Array.from({ length: 8 }, (_, nth) => (servers[nth % 2] as Attachments).keep(counted(), { stream, ...mine, length }));
    const came = await Promise.allSettled(coming);
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(read).toBe(3);
    expect(await refused(bringsIn(servers[1], mine, length))).toEqual(full);
    await bringsIn(servers[0], { ...mine, day: '2020-03-02' }, length);
    await bringsIn(servers[0], { ...mine, by: 'account-other' as AccountId }, length);
  });

  it('count what is not known to be less at its most until it has come, and nothing of what is refused', async () => {
    const whose = { ...mine, day: '2020-03-03' } as const;
    const server = bench.attachments({ limit: 2 * length }, folder(), 3 * length);
    expect(await refused(server.keep(inChunks(Buffer.from('<script>')), { stream, ...whose }))).toMatchObject({
      'attachment.kind-unknown': {},
    });
    await bringsIn(server, whose);
    await bringsIn(server, whose);
    expect(await refused(bringsIn(server, whose))).toEqual(full); // one more would do, but it might be two
    await bringsIn(server, whose, length);
    expect(await refused(bringsIn(server, whose, length))).toEqual(full);
  });

  it('are forgotten with the week', async () => {
    await bringsIn(attachments, mine);
    await attachments.sweep(new ToyLog(), new Date('2020-03-04T00:00:00Z'));
    const { rows } = await bench.database.pool.query<{ day: string }>(
      `SELECT DISTINCT day::text FROM attachment.brought WHERE day < '2020-03-04'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('what cannot be read any more', () => {
  it('is erased with the key of its subject', async () => {
    const erased = 'household-erased' as StreamName;
    const { digest } = await attachments.keep(inChunks(pdf()), { stream: erased, ...bringing });
    await bench.database.ownerPool.query('DELETE FROM vault.data_key WHERE owner = $1', [erased]);
    const later = bench.attachments();
    await expect(later.original(erased, digest)).rejects.toThrow(AttachmentErased);
    await expect(later.view(erased, digest)).rejects.toThrow(AttachmentErased);
    expect((await later.list(erased)).map((one) => one.digest)).toEqual([digest]);
  });

  it('is named where it was changed, swapped or lost', async () => {
    const [one, another] = [await keep(pdf('one')), await keep(pdf('another'))];
    await writeFile(pathOf(one.digest), (await bench.files()).get(pathOf(another.digest)) ?? '');
    await expect(attachments.original(stream, one.digest)).rejects.toThrow(AttachmentCorrupted);
    await rm(pathOf(another.digest));
    await expect(attachments.original(stream, another.digest)).rejects.toThrow(AttachmentCorrupted);
  });
});
