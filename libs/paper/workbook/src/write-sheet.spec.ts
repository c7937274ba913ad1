import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { buffer } from 'node:stream/consumers';
import { readSheet, type SheetRow, streamSheet, writeRefused, writeSheet } from './index.js';

async function readAll(bytes: Uint8Array) {
  const { layout, rows } = await readSheet(bytes, { columns: [{ name: '姓名' }, { name: '证件号码', optional: true }] });
  const all: SheetRow<'姓名' | '证件号码'>[] = [];
  for await (const row of rows) all.push(row);
  return { layout, rows: all };
}

/** Any text that XML can carry, and often what Excel, XML or a spreadsheet's user would take for something else. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        ' ',
        '\u3000',
        '_x000D_',
        '_x005F_',
        '_x',
        '_',
        "'",
        '１２',
        '😀',
        '&lt;',
        '<',
        ']]>',
        '=1+1',
        '0012',
        '1E5',
      ),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => !text.includes('\0'));

describe('a written sheet', () => {
  it('comes back text by text', async () => {
    const rows = fc.array(fc.array(anyText, { minLength: 2, maxLength: 2 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (texts) => {
        const back = await readAll(await writeSheet({ name: 's', title: [['名单']], header: ['姓名', '证件号码'], rows: texts }));
        expect(back.rows.map((row) => row.texts)).toEqual(texts.filter((row) => row.some((text) => text !== '')));
      }),
      { seed: 20201231, numRuns: 100 },
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|"/c calc"!A1'])(
    'holds %j as text in the text format, never as a formula',
    async (text) => {
      const bytes = await writeSheet({ name: 's', header: ['姓名'], rows: [[text]] });
      const cell = (await readXlsx(bytes, { readStyles: true })).sheets[0]?.cells?.get('1,0');
      expect([cell?.type, cell?.formula, cell?.style?.numFmt]).toEqual(['string', undefined, '@']);
    },
  );

  it('holds a citizen number in the text format, so that an edit does not round it', async () => {
    const bytes = await writeSheet({ name: 's', header: ['姓名'], rows: [['610426194204158094']] });
    expect((await readXlsx(bytes, { readStyles: true })).sheets[0]?.cells?.get('1,0')?.style?.numFmt).toBe('@');
  });

  it('holds numbers as numbers', async () => {
    const bytes = await writeSheet({ name: 's', header: ['姓名'], rows: [[11806.4]] });
    expect((await readXlsx(bytes)).sheets[0]?.rows[1]).toEqual([11806.4]);
  });

  it('refuses a text that Excel cannot hold', async () => {
    await expect(writeSheet({ name: 's', header: ['姓名'], rows: [['x'.repeat(32_768)]] })).rejects.toThrow(RangeError);
  });
});

describe('a sheet written as its rows come', () => {
  async function* coming(rows: readonly (readonly string[])[]) {
    for (const row of rows) yield await Promise.resolve(row);
  }
  const streamed = (rows: readonly (readonly string[])[]) =>
    buffer(streamSheet({ name: '名单', header: ['姓名', '证件号码'], rows: coming(rows) }));

  it('comes back text by text', async () => {
    const rows = fc.array(fc.array(anyText, { minLength: 2, maxLength: 2 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (texts) => {
        const back = await readAll(await streamed(texts));
        expect(back.rows.map((row) => row.texts)).toEqual(texts.filter((row) => row.some((text) => text !== '')));
      }),
      { seed: 20201231, numRuns: 60 },
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '610426194204158094'])('holds %j as text in the text format', async (text) => {
    const cell = (await readXlsx(await streamed([[text, '']]), { readStyles: true })).sheets[0]?.cells?.get('1,0');
    expect([cell?.type, cell?.formula, cell?.style?.numFmt]).toEqual(['string', undefined, '@']);
  });

  it('ends where a text is too long for Excel', async () => {
    await expect(streamed([['x'.repeat(32_768), '']])).rejects.toThrow(RangeError);
  });
});

describe('a refusal workbook', () => {
  const source = () =>
    writeSheet({
      name: '名单',
      title: [['某县']],
      header: ['备注', '证件号码', '姓名'],
      rows: [
        ['a', '=12', '张三'],
        ['b', '13', '李四'],
      ],
    });

  async function refused() {
    const { rows } = await readAll(await source());
    const faults = [{ column: '证件号码', reason: () => '位数不对' }, { reason: () => '户主不止一人' }] as const;
    return writeRefused(
      rows.map((row, at) => ({ row, faults: at === 0 ? faults : [] })),
      'zh',
    );
  }

  it('reads as the sheet that it came from', async () => {
    const [before, after] = [await readAll(await source()), await readAll(await refused())];
    expect(after.layout).toEqual(before.layout);
    expect(after.rows.map((row) => [row.number, row.texts])).toEqual(before.rows.map((row) => [row.number, row.texts]));
  });

  it('tells column, value and reason beside the row', async () => {
    const rows = (await readXlsx(await refused())).sheets[0]?.rows.map((row) => row.slice(3));
    expect(rows?.slice(1)).toEqual([
      ['拒绝列', '拒绝值', '拒绝原因'],
      ['证件号码\n', '=12\n', '位数不对\n户主不止一人'],
      [null, null, null],
    ]);
  });

  it('colours the faulty cell and no other', async () => {
    const cells = (await readXlsx(await refused(), { readStyles: true })).sheets[0]?.cells;
    const coloured = [...(cells ?? [])]
      .filter(([, { style }]) => style?.fill?.type === 'pattern' && style.fill.fgColor?.rgb === 'FFC7CE')
      .map(([at]) => at);
    expect(coloured).toEqual(['2,1']);
  });
});
