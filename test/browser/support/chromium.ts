import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { link, unlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/** The package holds a Chromium, packed. */
const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');
const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
/** Unpacked once for all specs of this machine's user. */
const executablePath = join(tmpdir(), `lookback-chromium-${version}-${String(userInfo().uid)}`);

/** A Chromium that comes from npm alone. As root, as in a container, it runs without its sandbox: it sees our own pages only. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) await unpack();
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
}

/** Beside its place first: specs that begin at once never see half of it. */
async function unpack(): Promise<void> {
  const beside = `${executablePath}-${randomUUID()}`;
  const archive = createReadStream(join(packed, 'bin/chromium.br'));
  await pipeline(archive, createBrotliDecompress(), createWriteStream(beside, { mode: 0o700 }));
  // Whoever comes first stays: a browser that runs starts its own processes from this file.
  await link(beside, executablePath).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await unlink(beside);
}
