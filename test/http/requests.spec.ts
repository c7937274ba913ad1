import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WhoAmI } from '@lookback/office/access';
import { Receipt } from '@lookback/office/desk';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import type { Answer } from '../support/asking.js';
import { type BuiltOffice, openBuiltOffice } from '../support/built-office.js';
import { visit } from '../support/facts.js';
import { knownId } from '../support/importing.js';
import { askOddly } from '../support/odd-answers.js';
import { exampleOf, examplePath, type Operation, operations } from '../support/openapi.js';
import { colleague, mustBe, signedInAgain } from '../support/staff.js';

let office: BuiltOffice;
beforeAll(async () => {
  office = await openBuiltOffice();
});
afterAll(() => office.close());

describe('every operation of the OpenAPI document, asked with its own example', () => {
  const bodyOf = ({ id, body }: Operation) =>
    body && (body.type === 'application/json' ? exampleOf(body.schema, id) : new TextEncoder().encode('%PDF-1.7'));
  const asks = (operation: Operation, { token }: { token: string }): Promise<Answer> =>
    office.ask(operation.method, examplePath(operation), bodyOf(operation), token, {
      ...(operation.body && { 'content-type': operation.body.type }),
    });

  /** A body or a parameter was not taken, or not even looked at, as the account lacks a right. */
  const isUnseen = (answer: Answer): boolean => [400, 413, 415, 422, 500].includes(answer.status) || lacksRight(answer);
  const lacksRight = ({ status, text }: Answer): boolean => status === 403 && text.includes('"needed"');

  // The line of events never ends; it takes nothing that could have a shape.
  it.each(operations.filter(({ id }) => id !== 'live').map((operation) => [operation.id, operation] as const))(
    '%s has the shape that it has to have',
    async (id, operation) => {
      const { staff } = office;
      const all = id === 'signOut' ? await signedInAgain(office.ask, office.all) : office.all;
      const first = await asks(operation, all);
      const answer = lacksRight(first) ? await asks(operation, staff.auditor) : first;
      expect({ id, ...(isUnseen(answer) && { status: answer.status, said: answer.text }) }).toEqual({ id });
    },
  );
});

const path = `/households/${knownId}/visit-home`;
const json = 'application/json';
const visiting = (findings: string, more: object = {}) => ({
  command: { ...visit('2018-01-01', findings).command, ...more },
  envelope: { effectiveOn: '2018-01-01' },
});

/** Bytes as they are, under a content type. */
async function sent(
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
  to = path,
  method = 'POST',
): Promise<[status: number, field: string | undefined]> {
  const answer = await fetch(office.url + to, {
    method,
    headers: { authorization: `Bearer ${office.all.token}`, 'content-type': json, ...headers },
    body: new Uint8Array(bytes),
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const { errors } = (await answer.json()) as Answer['problem'];
  return [answer.status, errors?.[0]?.field];
}

describe('a body', () => {
  const gbk = Buffer.concat([
    Buffer.from('{"command":{"place":"home","checklist":[],"findings":"'),
    Buffer.from('cedddda9c2a9d3ea', 'hex'),
    Buffer.from('"},"envelope":{"effectiveOn":"2018-01-01"}}'),
  ]);
  const whole = Buffer.from(JSON.stringify(visiting('屋顶漏雨')));

  it('that is no UTF-8 is refused, and so is one that says it is something else', async () => {
    expect(await sent(gbk, {})).toEqual([400, 'body']);
    expect(await sent(gbk, { 'content-type': `${json}; charset=utf-8` })).toEqual([400, 'body']);
    expect(await sent(gbk, { 'content-type': `${json}; charset=gbk` })).toEqual([415, 'Content-Type']);
    expect(await sent(whole, { 'content-type': `${json};charset="GB18030"` })).toEqual([415, 'Content-Type']);
  });

  it('with half a character in a text is refused by the name of the field', async () => {
    const half = (text: string) => Buffer.from(JSON.stringify(visiting('~')).replace('~', text));
    expect(await sent(half('\\ud83c'), {})).toEqual([400, 'command.findings']);
    expect(await sent(half('\\udfe0\\ud83c'), {})).toEqual([400, 'command.findings']);
    await mustBe(201, office.ask('POST', path, half('\\ud83c\\udfe0').toString(), office.all.token));
  });

  it('that is compressed is not taken', async () => {
    expect(await sent(gzipSync(whole), { 'content-encoding': 'gzip' })).toEqual([415, 'Content-Encoding']);
  });

  it.each(operations.filter(({ body }) => body?.type === json).map((operation) => [operation.id, operation] as const))(
    'of %s that goes down for ever is refused',
    async (_, operation) => {
      const command = `{"command":${'['.repeat(2_000)}${']'.repeat(2_000)},"envelope":{"effectiveOn":"2018-01-01"}}`;
      for (const deep of ['['.repeat(200_000), command])
        expect(await sent(Buffer.from(deep), {}, examplePath(operation))).toEqual([400, 'body']);
    },
  );
});

describe('a request', () => {
  it.each(['/entries?after=', '/entries?before=', '/entries?upTo=', '/entries/facets?upTo=', '/entries/', '/log/leaves/'])(
    'for the position %s beyond all numbers is malformed',
    async (to) => {
      for (const position of ['9223372036854775807', '-1', '1.5', 'x']) {
        const { problem } = await mustBe(400, office.ask('GET', to + position, undefined, office.all.token));
        expect(problem.errors).toEqual([expect.objectContaining({ en: expect.stringMatching(/^must be (a whole number|0 or more)/) })]);
      }
    },
  );

  it('by a method that the path does not know is told those that it knows', async () => {
    for (const [method, to, allow] of [
      ['DELETE', path, 'POST'],
      ['PUT', `/households/${knownId}`, 'GET, HEAD'],
      ['GET', '/session/renew', 'POST'],
      ['PATCH', '/session', 'DELETE, GET, HEAD, POST'],
    ] as const) {
      const answer = await mustBe(405, office.ask(method, to, undefined, office.all.token));
      expect(answer.headers.get('allow')).toBe(allow);
      expect(answer.problem).toMatchObject({ status: 405, titleZh: '不支持该请求方法。' });
    }
    await mustBe(404, office.ask('GET', '/nowhere', undefined, office.all.token));
  });

  it.each(['/%', '/households/%E0%A4%A', '/households/%ED%A0%80/history'])('for the URL %s is malformed', async (to) => {
    const { problem, headers } = await mustBe(400, office.ask('GET', to));
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(problem.errors).toMatchObject([{ field: 'url' }]);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['larger than any header', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ])('that is %s is told so', async (_, bytes, status) => {
    const socket = connect(Number(new URL(office.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(bytes);
    const answer = await text(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json.*"titleZh"`, 's'));
  });
});

describe('a command', () => {
  it('was written down on a device in its own zone, and not next year', async () => {
    const written = (capturedAt: string) => office.ask('POST', path, visiting('饮水正常', { capturedAt }), office.all.token);
    await mustBe(201, written('2018-01-01T12:00:00+08:00'));
    await mustBe(201, written('2018-01-01T04:00:00.5Z'));
    const { problem } = await mustBe(409, written(`${new Date().getFullYear() + 1}-01-01T12:00:00Z`));
    expect(problem.type).toBe('urn:lookback:rule:assistance.captured-later');
    for (const none of ['2018-02-30T12:00:00Z', '2018-01-01T25:00:00Z', '2018-01-01 12:00', '2018-01-01T12:00:00+99:00'])
      expect((await mustBe(400, written(none))).problem.errors).toMatchObject([
        { field: 'command.capturedAt', zh: expect.stringContaining('时刻') },
      ]);
  });

  it('that says nothing but that it is asked is asked by {}', async () => {
    const { account } = await colleague(office.ask, office.staff.admin.token, { login: 'leaves.soon', rights: [] });
    const { today } = (await office.ask('GET', '/session', undefined, office.all.token)).as(WhoAmI);
    const close = (command: unknown) =>
      office.ask('POST', `/accounts/${account}/close-account`, { command, envelope: { effectiveOn: today } }, office.staff.admin.token);
    for (const [command, field] of [
      [{ nothing: 1 }, 'command.nothing'],
      [{ why: 'x' }, 'command.why'],
      [[], 'command'],
      [null, 'command'],
    ] as const)
      expect((await mustBe(400, close(command))).problem.errors?.[0]?.field).toBe(field);
    await mustBe(201, close({}));
  });

  it('never has its password told back', async () => {
    const secret = 'Geheimnis-'.repeat(8);
    const answers = await Promise.all([
      office.ask('POST', '/session', { login: 'Not A Login', password: secret }),
      office.ask('POST', '/session', { login: 'li.na', password: [secret] }),
      office.ask('POST', '/session', { login: 'li.na', password: secret.repeat(20) }),
      office.ask('POST', '/session', `{"login":"li.na","password":"${secret}`),
      office.ask('POST', '/accounts/open-account', { command: { login: 'x', password: secret } }, office.staff.admin.token),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    for (const { text } of answers) expect(text).not.toContain('Geheimnis');
  });
});

describe('every page', () => {
  it.each(['/', '/households', '/nowhere', '/openapi', '/openapi/'])('at %s runs no script but its own', async (to) => {
    const answer = await fetch(office.url + to, { headers: { accept: 'text/html' } });
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/);
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)/);
  });
});

describe('clients that meet on one household without naming a revision', () => {
  it.each([8, 64])('%i of them are all recorded, or refused by a rule', async (clients) => {
    const checked = (i: number) => office.ask('POST', path, visiting(`第 ${i} 次走访`), office.all.token);
    const { revision } = (await mustBe(201, checked(0))).as(Receipt);
    const answers = await Promise.all(Array.from({ length: clients }, (_, i) => checked(i + 1)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const revisions = answers.map((answer) => answer.as(Receipt).revision).sort((a, b) => a - b);
    expect(revisions).toEqual(answers.map((_, i) => revision + i + 1));
  });

  it('are apart from those who name one: all but the first of these are told that it moved', async () => {
    const { revision } = (await mustBe(201, office.ask('POST', path, visiting('复查'), office.all.token))).as(Receipt);
    const naming = { 'if-match': `"${revision}"` };
    const asked = Array.from({ length: 8 }, (_, i) => office.ask('POST', path, visiting(`复查 ${i}`), office.all.token, naming));
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 7 }, () => 412)]);
  });
});

// The last: whoever signs in wrongly so often has to wait.
describe('requests with something odd in them', () => {
  it('never break the server, are refused by field and reason, and record nothing that no answer tells of', async () => {
    const { wrong, entries, told, untold, malformed } = await askOddly(office, 20_181_231, 5_000);
    expect(wrong).toEqual([]);
    expect(entries - told).toBeGreaterThanOrEqual(0);
    expect(entries - told).toBeLessThanOrEqual(untold);
    expect(malformed).toBeGreaterThan(1_000);
  });
});
