import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Premises, premises } from './support/office.js';
import { Running } from './support/running.js';

const page = '<!doctype html><title>回头看</title>';

describe('the console beside the API', () => {
  let folder: string;
  let place: Premises;
  let server: Running;
  let url: string;
  const get = (path: string, accept: string, method = 'GET') => fetch(url + path, { method, headers: { accept } });
  const html = 'text/html,application/xhtml+xml,*/*;q=0.8';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lookback-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), page);
    await writeFile(join(folder, 'sw.js'), '// worker');
    await writeFile(join(folder, 'assets', 'index-1a2b.js'), 'export {}');
    place = await premises();
    server = Running.console(folder, place.env);
    url = await server.url();
  });
  afterAll(async () => {
    server.send('SIGKILL');
    await server.ended();
    await place.drop();
    await rm(folder, { recursive: true });
  });

  it.each(['/', '/households/610426001200000001?at=2018-06-30', '/problems', '/no/such/page'])(
    '%s shows a browser the page',
    async (path) => {
      const answer = await get(path, html);
      expect([answer.status, await answer.text()]).toEqual([200, page]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('vary')).toBe('Accept');
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/);
    },
  );

  it('the same URL gives data to whoever asks for data', async () => {
    const answer = await get('/households/610426001200000001?at=2018-06-30', '*/*');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each([
    ['/assets/index-1a2b.js', 'public, max-age=31536000, immutable'],
    ['/sw.js', 'no-cache'],
  ])('%s is kept as long as %s', async (path, kept) => {
    const answer = await get(path, '*/*');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, kept]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('health is never a page, a write never one either, and nothing above the folder is served', async () => {
    expect((await get('/health', html)).headers.get('content-type')).toContain('application/json');
    expect((await get('/session', html, 'POST')).headers.get('content-type')).toContain('application/problem+json');
    expect((await get('/assets/..%2f..%2fpackage.json', '*/*')).status).toBe(404);
  });
});
