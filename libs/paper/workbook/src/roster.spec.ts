import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { streamXlsxRows } from 'hucre/xlsx';
import { readSheet } from './index.js';

/** The shared folder of the lists as they arrive; it stands beside the repository or nowhere. */
const shared = new URL('../../../../../shared/data/', import.meta.url);
const lists = [
  { file: 'yongshou-roster.xlsx', columns: ['户编号', '人编号', '姓名', '务工时间（月）', '联系电话'], rows: 50_854, header: 26 },
  { file: 'yongshou-pairing.xlsx', columns: ['乡(镇)', '户编号', '帮扶开始时间'], rows: 13_634, header: 10 },
  { file: 'yongshou-ledger.xlsx', columns: ['序号', '发现时间', '销号编号'], rows: 1_200, header: 18 },
];

const present = existsSync(shared);
if (!present) console.warn('The shared lists are not here: reading them is not tested.');

(present ? describe : describe.skip)('the lists as they arrive', () => {
  it.each(lists)('$file reads cell by cell as another reader reads it', async ({ file, columns, rows: count, header }) => {
    const bytes = readFileSync(new URL(file, shared));
    const { layout, rows } = await readSheet(bytes, { columns: columns.map((name) => ({ name })) });
    const other = streamXlsxRows(bytes);
    for (let above = 0; above < layout.title.length + 1; above++) await other.next();
    let read = 0;
    for await (const row of rows) {
      const next = await other.next();
      const texts = (next.done ? [] : next.value.values).map((value) => String(value ?? ''));
      if (row.texts.join('\n') !== texts.join('\n')) throw new Error(`Row ${String(row.number)} differs.`);
      read++;
    }
    expect([layout.header.length, read, (await other.next()).done]).toEqual([header, count, true]);
  });
});
