import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SubjectHistory } from '@lookback/review/history';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { AttachmentShown, AttachmentsShown } from '@lookback/application/queries';
import { AttachmentSweep, openSystem, waitsFor } from '@lookback/application/system';
import { httpApp } from '../apps/server/src/http-app.js';
import { type Answer, asker } from './support/asking.js';
import { knownId } from './support/importing.js';
import { ClockOfSpec } from './support/office.js';
import { ProblemOffice } from './support/problem-office.js';
import { type Colleague, colleague, mustBe } from './support/staff.js';

let at: ProblemOffice;
let approver: Colleague;
let photo: Buffer;
beforeAll(async () => {
  at = await ProblemOffice.open();
  approver = await colleague(at.office.ask, at.staff.admin.token, { login: 'approver', rights: ['approve'] });
  photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  ClockOfSpec.aheadMs = 0;
  await at.close();
});

const path = `/households/${knownId}/attachments`;
const upload = (bytes: Uint8Array, who = at.staff.operator, type = 'image/jpeg', to = path): Promise<Answer> =>
  at.office.ask('POST', to, bytes, who.token, { 'content-type': type });
const uploaded = async (bytes: Uint8Array = photo) => (await mustBe(201, upload(bytes))).as(AttachmentShown);
const list = async (who = at.staff.operator) =>
  (await mustBe(200, at.office.ask('GET', path, undefined, who.token))).as(AttachmentsShown).attachments;
const report = (number: string, evidence: readonly string[]) =>
  at.problems.asked(at.staff.operator, 'report-rectification', '2018-07-10', { problem: number, done: '屋顶已修好' }, { evidence });

/** A file as it is sent: its bytes and headers. */
async function sent(digest: string, as: 'original' | 'view', who = at.staff.operator) {
  const answer = await fetch(`${at.office.url}${path}/${digest}/${as}`, { headers: { authorization: `Bearer ${who.token}` } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('a photo', () => {
  it('is uploaded, named by a report, told of with it, and seen by whoever verifies it', async () => {
    await at.lived('ZG-1', 'found', 'handedOver');
    const { digest, ...told } = await uploaded();
    expect(told).toMatchObject({ kind: 'image/jpeg', size: photo.length, uploadedBy: at.staff.operator.account, namedBy: [] });
    const { position } = (await mustBe(201, report('ZG-1', [digest]))).as(class Receipt { position: number }); // prettier-ignore
    expect((await list()).find((one) => one.digest === digest)?.namedBy).toEqual([position]);
    const history = await mustBe(200, at.office.ask('GET', `/households/${knownId}/history`, undefined, at.workers.verifier.token));
    expect(history.as(SubjectHistory).entries.at(-1)).toMatchObject({ type: 'RectificationReported', evidence: [digest] });
    const view = await sent(digest, 'view', at.workers.verifier);
    expect([view.status, view.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect([(await sharp(view.bytes).metadata()).exif, view.bytes.includes('PhoneMaker')]).toEqual([undefined, false]);
    await mustBe(201, at.asked('ZG-1', 'verified', at.workers.verifier));
  });

  it('comes back byte for byte as the original, in a form that no browser runs', async () => {
    const { digest } = await uploaded();
    const { bytes, headers } = await sent(digest, 'original', at.staff.auditor);
    expect(bytes.equals(photo)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(photo.length),
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${digest.slice(0, 16)}.jpeg"`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('of a household is uploaded by its number too, and by whoever may ask something of it', async () => {
    await mustBe(201, upload(photo, at.workers.inspector, 'application/octet-stream', `/households/${knownId}/attachments`));
  });

  it('lies encrypted in the folder of the server, and nothing of it lies there in clear', async () => {
    const { digest } = await uploaded();
    const folder = at.office.settings.attachments.folder;
    const names = await readdir(folder, { recursive: true });
    expect(names).toContain(`${digest.slice(7, 9)}/${digest.replace(':', '-')}`);
    expect(createHash('sha256').update(photo).digest('hex')).not.toBe(digest.slice('sha256:'.length));
  });
});

describe('a right', () => {
  it('is needed in the region, for each of them', async () => {
    const { digest } = await uploaded();
    const refusals = await Promise.all([
      upload(photo, at.staff.stranger),
      upload(photo, at.staff.admin),
      at.office.ask('GET', path, undefined, at.staff.stranger.token),
      at.office.ask('GET', `${path}/${digest}/view`, undefined, at.staff.stranger.token),
      at.office.ask('GET', `${path}/${digest}/original`, undefined, at.staff.stranger.token),
      at.office.ask('GET', `${path}/${digest}/view`),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([404, 403, 404, 404, 404, 401]);
  });

  it('to the original is held by who records or examines; all other readers have the view', async () => {
    const { digest } = await uploaded();
    const statuses = async (who: Colleague) => [(await sent(digest, 'original', who)).status, (await sent(digest, 'view', who)).status];
    for (const who of [at.staff.operator, at.staff.auditor, at.workers.inspector]) expect(await statuses(who)).toEqual([200, 200]);
    for (const who of [at.workers.verifier, approver]) expect(await statuses(who)).toEqual([403, 200]);
  });
});

describe('what is refused', () => {
  it('is not read where the day’s quota does not hold it', async () => {
    const day = `SELECT max(day)::text AS day FROM attachment.brought WHERE account = $1`;
    const { account } = at.staff.operator;
    await uploaded();
    await at.office.owner.query(`UPDATE attachment.brought SET bytes = $2 WHERE account = $1`, [account, 2000 * 1024 * 1024]);
    const answer = await upload(photo);
    expect(answer.problem).toMatchObject({
      status: 429,
      type: 'urn:lookback:rule:attachment.quota-used',
      facts: { limit: 2000, used: 2000 },
    });
    expect([answer.problem.title, answer.problem.titleZh]).toEqual([
      expect.stringMatching(/2000 MB a day/),
      expect.stringMatching(/每天最多上传 2000 MB/),
    ]);
    await mustBe(201, upload(photo, at.staff.desk));
    expect((await at.office.owner.query<{ day: string }>(day, [account])).rows).toEqual([{ day: new ClockOfSpec().today() }]);
    await at.office.owner.query('DELETE FROM attachment.brought');
  });

  it('says why, in both languages', async () => {
    const megabytes = at.office.settings.attachmentBytes;
    const large = Buffer.concat([photo, Buffer.alloc(megabytes)]);
    const answers = await Promise.all([
      upload(Buffer.from('<script>')),
      upload(large),
      upload(Buffer.from(`....ftypheic${' '.repeat(20)}`), at.staff.operator, 'image/heic'),
    ]);
    expect(answers.map(({ status, problem: { type, titleZh } }) => [status, type, /\p{Script=Han}/u.test(titleZh)])).toEqual([
      [415, 'urn:lookback:rule:attachment.kind-unknown', true],
      [413, 'urn:lookback:rule:attachment.too-large', true],
      [415, 'urn:lookback:rule:attachment.heic', true],
    ]);
    const others = [
      upload(Buffer.from('{}'), at.staff.operator, 'application/json'),
      upload(photo, at.staff.operator, 'image/jpeg', '/households/nobody/attachments'),
      at.office.ask('GET', `${path}/sha256:${'a'.repeat(64)}/view`, undefined, at.staff.operator.token),
      at.office.ask('GET', `${path}/abc/view`, undefined, at.staff.operator.token),
    ];
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([415, 404, 404, 400]);
  });

  it('is a command that names what nobody uploaded for this household', async () => {
    await at.lived('ZG-2', 'found', 'handedOver');
    const { digest } = await uploaded();
    const unknown = `sha256:${'b'.repeat(64)}`;
    const head = await at.office.system.log.head();
    const { status, problem } = await report('ZG-2', [digest, unknown]);
    expect([status, problem.type, problem.facts]).toEqual([409, 'urn:lookback:rule:desk.evidence-missing', { digests: [unknown] }]);
    expect(await at.office.system.log.head()).toBe(head);
    await mustBe(201, report('ZG-2', [digest]));
  });
});

describe('the clock', () => {
  it('sweeps what no entry came to name, and nothing else', async () => {
    await at.lived('ZG-3', 'found', 'handedOver');
    const [named, left] = [(await uploaded()).digest, (await uploaded()).digest];
    await mustBe(201, report('ZG-3', [named]));
    const { namedBy } = (await list()).find((one) => one.digest === named) ?? {};
    expect(await at.office.app.get(AttachmentSweep).sweep()).toBe(0);
    ClockOfSpec.aheadMs = waitsFor + 60_000;
    expect(await at.office.app.get(AttachmentSweep).sweep()).toBeGreaterThan(0);
    ClockOfSpec.aheadMs = 0; // who is signed in stays so
    const there = (await list()).map(({ digest }) => digest);
    expect([there.includes(named), there.includes(left), namedBy?.length]).toEqual([true, false, 1]);
    expect((await list()).every((one) => one.namedBy.length > 0)).toBe(true);
    expect([(await sent(named, 'original')).status, (await sent(left, 'original')).status]).toEqual([200, 404]);
    expect((await report('ZG-3', [left])).problem.type).toBe('urn:lookback:rule:desk.evidence-missing');
  });
});

describe('a household whose key is destroyed', () => {
  it('leaves attachments that nobody can read, and says so', async () => {
    await at.lived('ZG-4', 'found', 'handedOver');
    const { digest } = await uploaded();
    await mustBe(201, report('ZG-4', [digest]));
    await at.office.owner.query('DELETE FROM vault.data_key WHERE owner = $1', [`household-${knownId}`]);
    const later = await openSystem(at.office.settings); // a server that never had the key in memory
    const app = await httpApp(later);
    await app.listen(0, '127.0.0.1');
    try {
      const ask = asker(await app.getUrl());
      for (const as of ['original', 'view']) {
        const answer = await ask('GET', `${path}/${digest}/${as}`, undefined, at.staff.operator.token);
        expect([answer.status, answer.problem.title, answer.problem.titleZh]).toEqual([
          ...[410, 'It is erased: nobody can read it any more.', '已抹除，任何人都无法再读取。'],
        ]);
      }
      expect((await ask('GET', path, undefined, at.staff.operator.token)).text).toContain(digest);
    } finally {
      await app.close();
      await later.close();
    }
  });
});
