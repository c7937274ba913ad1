import { describe, expect, it } from '@jest/globals';
import type { WrittenCell } from './cell-value.js';
import { streamCsv } from './stream-csv.js';

async function* each<Row>(rows: readonly Row[]) {
  for (const row of rows) yield await Promise.resolve(row);
}
async function csv(header: readonly string[], rows: readonly (readonly WrittenCell[])[]): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of streamCsv(header, each(rows))) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('a table as text', () => {
  it('begins with the mark by which Excel knows UTF-8, and has a line a row', async () => {
    expect(await csv(['编号', 'n'], [['一', 1], ['', -2]])).toBe('\uFEFF编号,n\r\n一,1\r\n,-2\r\n'); // prettier-ignore
  });

  it('quotes what would end a field', async () => {
    expect(await csv(['a,b'], [['say "no"'], ['two\nlines']])).toBe('\uFEFF"a,b"\r\n"say ""no"""\r\n"two\nlines"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1'])('defuses %j, which Excel might calculate', async (text) => {
    const [, written = ''] = (await csv(['a'], [[text]])).split('\uFEFFa\r\n');
    expect(written.replace(/^"/, '').startsWith("'")).toBe(true);
  });
});
