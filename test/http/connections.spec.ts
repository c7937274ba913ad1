import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asker } from '../support/asking.js';
import { type BuiltOffice, openBuiltOffice } from '../support/built-office.js';
import { imported, Job, knownId, listedOn } from '../support/importing.js';
import { RawConnection } from '../support/raw-connection.js';
import { householdsRows, rosterOf } from '../support/rosters.js';
import { Running } from '../support/running.js';
import { mustBe, signedInAgain } from '../support/staff.js';
import { until } from '../support/until.js';

/** Milliseconds within which a server that is told to stop has ended. */
const ended = 10_000;

let office: BuiltOffice;
beforeAll(async () => {
  office = await openBuiltOffice({ LOOKBACK_ATTACHMENT_MB: '1' });
});
afterAll(() => office.close());

const authorization = () => `Bearer ${office.all.token}`;
const attachments = `/households/${knownId}/attachments`;

describe('a connection that is kept', () => {
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const tooMany = 3 * 1024 * 1024;
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(tooMany)]);

  it.each<[what: string, status: string, path: string, bytes: Buffer, headers: Readonly<Record<string, string>>]>([
    ['a file that is too large', '413', attachments, pdf, { 'content-type': 'application/pdf' }],
    ['a file of no kind that is taken', '415', attachments, Buffer.alloc(tooMany, 'x'), { 'content-type': 'application/octet-stream' }],
    ['a type that no route takes', '415', attachments, Buffer.alloc(tooMany, 'x'), { 'content-type': 'video/mp4' }],
    ['a compressed file', '415', attachments, pdf, { 'content-type': 'application/pdf', 'content-encoding': 'gzip' }],
    ['a file without a session', '401', attachments, pdf, { 'content-type': 'application/pdf', authorization: '' }],
    ['a list without a session', '401', `/imports/roster?dated=${listedOn}`, pdf, { 'content-type': xlsx, authorization: '' }],
    ['a list without its date', '400', '/imports/roster', pdf, { 'content-type': xlsx }],
    ['a command that is too large', '413', `/households/${knownId}/visit-home`, pdf, { 'content-type': 'application/json' }],
    ['a file where nothing is', '404', '/nowhere', pdf, { 'content-type': 'application/pdf' }],
  ])('answers the next request after %s', async (_, status, path, bytes, headers) => {
    const connection = await RawConnection.to(office.url);
    connection.head('POST', path, { authorization: authorization(), 'content-length': bytes.length, ...headers });
    connection.say(bytes);
    connection.head('GET', '/rights', { authorization: authorization() });
    expect(await connection.answers(2)).toEqual([status, '200']);
    connection.end();
  });
});

describe('a thousand connections that say little', () => {
  it('keep nobody else waiting', async () => {
    const slow = await Promise.all(Array.from({ length: 1_000 }, () => RawConnection.to(office.url)));
    slow.forEach((connection, i) => {
      if (i % 4 === 1) connection.say('GET /rights HTTP/1.1\r\nHost: loc');
      if (i % 4 === 2) connection.head('POST', '/session', { 'content-type': 'application/json', 'content-length': 1_000 });
      if (i % 4 === 3)
        connection.head('POST', attachments, {
          authorization: authorization(),
          'content-type': 'application/pdf',
          'content-length': 1_000,
        });
      if (i % 4 >= 2) connection.say('{');
    });
    await mustBe(200, office.ask('GET', '/rights', undefined, office.all.token));
    await mustBe(200, office.ask('GET', `/households/${knownId}`, undefined, office.all.token));
    expect(slow.filter(({ closed }) => closed)).toEqual([]);
    for (const connection of slow) connection.end();
  });
});

describe('a server that is told to stop', () => {
  const stopped = async (
    server: Running,
    stop = () => {
      server.send('SIGTERM');
    },
  ): Promise<number | null> => {
    // prettier-ignore
    const asked = Date.now();
    stop();
    const code = await server.ended();
    expect(Date.now() - asked).toBeLessThan(ended);
    return code;
  };

  it('ends while connections have sent nothing, half a request, half a file, and while others are being answered', async () => {
    const server = Running.server(office.env);
    const url = await server.url();
    const connections = await Promise.all(Array.from({ length: 7 }, () => RawConnection.to(url)));
    const [, half, body, file, live, exporting, list] = connections;
    half?.say('GET /rights HTTP/1.1\r\nHost: loc');
    body?.head('POST', '/session', { 'content-type': 'application/json', 'content-length': 1_000 });
    body?.say('{"login":');
    file?.head('POST', attachments, { authorization: authorization(), 'content-type': 'application/pdf', 'content-length': 900_000 });
    file?.say('%PDF-1.7\n');
    live?.head('GET', '/live', { authorization: authorization() });
    exporting?.head('GET', '/problems/ledger.xlsx', { authorization: authorization() });
    list?.head('POST', `/imports/roster?dated=${listedOn}`, {
      authorization: authorization(),
      'content-length': 900_000,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    expect(await live?.answers(1)).toEqual(['200']);
    expect(await stopped(server)).toBe(0);
    await until('the end of every connection', () => connections.every(({ closed }) => closed) || undefined);
  });

  it('ends while PostgreSQL works on what was asked, which is cut off and said', async () => {
    const server = Running.server(office.env);
    const ask = asker(await server.url());
    const { token } = await signedInAgain(ask, office.staff.operator);
    const owner = await office.owner.connect();
    try {
      await owner.query('BEGIN');
      await owner.query('LOCK TABLE log.entry IN ACCESS EXCLUSIVE MODE');
      const asked = Promise.allSettled([ask('GET', `/households/${knownId}`, undefined, token)]);
      await until('a statement that waits', async () => {
        const { rowCount } = await owner.query(`SELECT FROM pg_locks WHERE relation = 'log.entry'::regclass AND NOT granted`);
        return (rowCount ?? 0) > 0 || undefined;
      });
      await stopped(server);
      expect(server.stderr).toContain('cut off, as it did not end in time: ');
      await asked;
    } finally {
      await owner.query('ROLLBACK');
      owner.release();
    }
  });

  it('stops a list that is being taken over where it can go on: nothing is half done', async () => {
    const roster = await rosterOf(householdsRows(3_000, 1));
    const server = Running.server(office.env);
    const ask = asker(await server.url());
    const { token } = await signedInAgain(ask, office.staff.operator);
    const { id } = (await mustBe(202, ask('POST', `/imports/roster?dated=${listedOn}`, roster, token))).as(Job);
    await until('the first households', async () => {
      const { progress } = JSON.parse((await ask('GET', `/imports/${id}`, undefined, token)).text) as { progress: { done: number } };
      return progress.done > 0 || undefined;
    });
    expect(await stopped(server)).toBe(0);
    const { report } = await imported(office.ask, roster, (await signedInAgain(office.ask, office.staff.operator)).token);
    expect(report?.alreadyThere).toBeGreaterThan(0);
    // Of the excerpt's own households this list says something else.
    const { alreadyThere = 0, accepted = 0, differing = 0, refused } = report ?? {};
    expect([alreadyThere + accepted + differing, refused]).toEqual([3_000, 0]);
  });
});

describe('npm start', () => {
  it.each(['npm itself', 'its group'])('ends the server when %s is told to stop', async (which) => {
    const data = await mkdtemp(join(tmpdir(), 'lookback-start-'));
    const server = Running.npmStart({ LOOKBACK_DATA: data, LOOKBACK_PORT: '0' });
    try {
      const url = await server.url();
      const asked = Date.now();
      if (which === 'npm itself') server.send('SIGTERM');
      else server.sendToGroup('SIGTERM');
      await server.ended();
      expect(Date.now() - asked).toBeLessThan(ended);
      await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
});

describe('lookback login', () => {
  it('without anybody to ask for a password says so', async () => {
    const login = Running.cli(['login', 'admin'], office.env);
    expect(await login.ended()).toBe(2);
    expect(login.stderr).toContain('No password came in');
  });
});
