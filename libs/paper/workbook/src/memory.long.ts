import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowOf, workbookOf, zip } from './hand-made.fixture.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

const script = (name: string) => fileURLToPath(new URL(`../spec/${name}`, import.meta.url));

/** What comes of reading the file in a process of its own that has this many MiB of heap, and the most memory that process took. */
async function read(bytes: Uint8Array, heap: number) {
  const file = join(folder, 'file.xlsx');
  await writeFile(file, bytes);
  const command = [`--max-old-space-size=${String(heap)}`, '--import', script('typescript.mjs'), script('read.mjs'), file];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout) as { rule: string; rows: number; memory: number };
}

/** About this many MiB of pieces with differing digits. They repeat out of reach of the packing, so that nothing is refused for its tightness. */
function bulk(mebibytes: number, piece: (digits: string) => string): string {
  const block = Array.from({ length: 8_000 }, (_, at) => piece(String((at * 2_654_435_761) % 1_000_000_007).padStart(10, '0'))).join('');
  return block.repeat(Math.ceil((mebibytes * 1024 * 1024) / block.length));
}
const asIs = (digits: string) => digits;

describe('memory stays small', () => {
  it.each<[string, string, () => Uint8Array]>([
    [
      'with a million rows',
      'workbook.too-many-rows',
      () => workbookOf({ sheets: [rowOf('姓名') + bulk(75, (digits) => `<row><c><v>1${digits}</v></c><c t="str"><v>永寿</v></c></row>`)] }),
    ],
    [
      'with an endless cell',
      'workbook.cell-too-long',
      () => workbookOf({ sheets: [rowOf('姓名') + `<row><c t="str"><v>${bulk(100, asIs)}</v></c></row>`] }),
    ],
    [
      'with an endless row',
      'workbook.too-many-columns',
      () => workbookOf({ sheets: [rowOf('姓名') + `<row>${bulk(100, (digits) => `<c><v>1${digits}</v></c>`)}</row>`] }),
    ],
    ['with an endless comment', 'workbook.damaged', () => workbookOf({ sheets: [rowOf('姓名') + `<!--${bulk(100, asIs)}-->`] })],
    [
      'with an endless shared text',
      'workbook.cell-too-long',
      () => workbookOf({ sheets: [rowOf('姓名')], shared: `<si><t>${bulk(60, asIs)}</t></si>` }),
    ],
    [
      'with rows that hold nothing',
      'none',
      () => workbookOf({ sheets: [rowOf('姓名') + bulk(100, (digits) => `<row>${`<c s="${digits}"/>`.repeat(8)}</row>`)] }),
    ],
    [
      'with a bomb that claims to be small',
      'workbook.damaged',
      () => zip([{ name: '_rels/.rels', content: Buffer.alloc(200 * 1024 * 1024), claimed: 1000 }]),
    ],
  ])('%s', async (_, rule, bytes) => {
    const result = await read(bytes(), 48);
    expect(result).toMatchObject({ rule });
    expect(result.memory).toBeLessThan(256);
  });

  it('with as many shared texts as there may be', async () => {
    const shared = bulk(62, (digits) => `<si><t>${digits}</t></si>`);
    const result = await read(workbookOf({ sheets: [rowOf('民族')], shared }), 320);
    expect(result).toMatchObject({ rule: 'workbook.columns-missing' });
    expect(result.memory).toBeLessThan(512);
  });
});
