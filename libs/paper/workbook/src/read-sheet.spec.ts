import { describe, expect, it } from '@jest/globals';
import { type Markups, rowOf, workbookOf } from './hand-made.fixture.js';
import { refusalOf } from './refused.fixture.js';
import { readSheet, type SheetRow } from './index.js';

const columns = [{ name: '姓名' }, { name: '务工时间(月)', optional: true, also: ['务工月数'] }] as const;

async function read(markups: Markups) {
  const { layout, rows } = await readSheet(workbookOf(markups), { columns });
  const all: SheetRow<(typeof columns)[number]['name']>[] = [];
  for await (const row of rows) all.push(row);
  return { layout, rows: all };
}

/** The text of one cell of this markup, under the header. */
async function textOf(cell: string, markups: Partial<Markups> = {}): Promise<string | undefined> {
  const { rows } = await read({ ...markups, sheets: [`${rowOf('姓名')}<row>${cell}</row>`] });
  return rows[0]?.text('姓名');
}

describe('the header', () => {
  it('is found below title rows, whatever its order, widths of brackets and spaces', async () => {
    const { layout, rows } = await read({
      sheets: [rowOf('某县信息表') + rowOf('备注', ' 务工时间 （月）', '姓　名') + rowOf('好', '8', '张三')],
    });
    expect(layout).toEqual({ sheet: 'sheet1', sheetNumber: 1, title: [['某县信息表']], header: ['备注', ' 务工时间 （月）', '姓　名'] });
    expect(rows.map((row) => [row.number, row.text('姓名'), row.text('务工时间(月)'), ...row.texts])).toEqual([
      [3, '张三', '8', '好', '8', '张三'],
    ]);
  });

  it('may spell a column another known way', async () => {
    const { rows } = await read({ sheets: [rowOf('务工月数', '姓名') + rowOf('8', '张三')] });
    expect(rows[0]?.text('务工时间(月)')).toBe('8');
  });

  it('may lack an optional column, whose text is then empty', async () => {
    const { rows } = await read({ sheets: [rowOf('姓名') + rowOf('张三')] });
    expect(rows[0]?.text('务工时间(月)')).toBe('');
  });

  it('is looked for in every sheet', async () => {
    const { layout, rows } = await read({ sheets: [rowOf('说明'), rowOf('姓名') + rowOf('张三')] });
    expect([layout.sheet, rows.length]).toEqual(['sheet2', 1]);
  });

  it('refuses by naming what the closest row lacks', async () => {
    const bytes = workbookOf({ sheets: [rowOf('说明') + rowOf('姓名', '民族')] });
    const refusal = await refusalOf(bytes, {}, ['姓名', '户编号', '人编号']);
    expect([refusal.rule, refusal.facts['missing']]).toEqual(['workbook.columns-missing', ['户编号', '人编号']]);
  });

  it('is not looked for below the first 20 rows', async () => {
    expect((await refusalOf(workbookOf({ sheets: [rowOf('题').repeat(20) + rowOf('姓名')] }))).rule).toBe('workbook.columns-missing');
  });

  it('refuses a column that stands twice', async () => {
    const refusal = await refusalOf(workbookOf({ sheets: [rowOf('姓名', '姓 名')] }));
    expect([refusal.rule, refusal.facts['column']]).toEqual(['workbook.column-twice', '姓名']);
  });
});

describe('rows', () => {
  it('that hold nothing are passed over and still counted in the numbers', async () => {
    const { rows } = await read({
      sheets: [`${rowOf('姓名')}<row r="3"><c r="A3" s="1"/></row><row r="7"><c r="A7" t="str"><v>张三</v></c></row>`],
    });
    expect(rows.map(({ number }) => number)).toEqual([7]);
  });

  it('take cells where their references put them, in any order', async () => {
    const sheet = `<row><c r="C1" t="str"><v>姓名</v></c></row><row><c r="C2" t="str"><v>张三</v></c><c r="A2"><v>1</v></c></row>`;
    const { rows } = await read({ sheets: [sheet] });
    expect(rows[0]?.texts).toEqual(['1', '', '张三']);
  });
});

describe('a cell', () => {
  const style = '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="31"/><xf numFmtId="20"/>';
  it.each([
    ['a shared text', '<c t="s"><v>0</v></c>', '张三'],
    ['a shared text in runs, without its reading', '<c t="s"><v>1</v></c>', '李四'],
    [
      'an inline text in runs, without its reading',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>王</t></r><r><t>五</t></r><rPh sb="0" eb="1"><t>オウ</t></rPh></is></c>',
      '王五',
    ],
    ['what a formula came to', '<c t="str"><f>A1&amp;"x"</f><v>甲</v></c>', '甲'],
    ['what a formula came to in numbers', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a formula that came to nothing, by another cell', '<c><f>1+1</f></c><c><v>1</v></c>', ''],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['a decimal as Excel stores it', '<c><v>11806.399999999999</v></c>', '11806.4'],
    ['a large number', '<c><v>1.5E+21</v></c>', '1500000000000000000000'],
    ['a small number', '<c><v>-1.25E-7</v></c>', '-0.000000125'],
    ['22 digits stored as a number', '<c><v>6104260012000000010123</v></c>', '6104260012000000010123'],
    ['22 digits stored as text', '<c t="str"><v>6104260012000000010123</v></c>', '6104260012000000010123'],
    ['a day', '<c s="1"><v>44197</v></c>', '2021-01-01'],
    ['a day with a time', '<c s="2"><v>44197.75</v></c>', '2021-01-01'],
    ['a day in Chinese', '<c s="3"><v>59</v></c>', '1900-02-28'],
    ['the day that never was', '<c s="3"><v>60</v></c>', '60'],
    ['a time', '<c s="4"><v>0.5</v></c>', '0.5'],
    ['a day in ISO form', '<c t="d"><v>2021-01-01T00:00:00</v></c>', '2021-01-01'],
    ['an escape of Excel', '<c t="str"><v>a_x000D_b_x005F_x000D_</v></c>', 'a\rb_x000D_'],
    ['an escape for half a character, as it stands', '<c t="str"><v>_xD800__x0000_</v></c>', '_xD800__x0000_'],
    ['entities and CDATA', '<c t="str"><v>&lt;&#x4E00;&#20108;&amp;amp;<![CDATA[<三>]]></v></c>', '<一二&amp;<三>'],
    ['a prefixed, oddly spelled cell', "<x:c\n r = 'A2'\tt='str' ><x:v>甲</x:v></x:c>", '甲'],
    ['spaces around', '<c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', ' 甲 '],
  ])('gives %s', async (_, cell, text) => {
    const shared =
      '<si><t>张三</t></si><si><r><t>李</t></r><r><t>四</t></r><rPh sb="0" eb="1"><t>リ</t></rPh><phoneticPr fontId="1"/></si>';
    expect((await textOf(cell, { shared, styles: style })) ?? '').toBe(text);
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect(await textOf('<c s="1"><v>42735</v></c>', { styles: style, from1904: true })).toBe('2021-01-01');
  });

  it('keeps its characters where the file is cut into chunks', async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `${'x'.repeat(at % 3)}${'永寿𠮷'.repeat(23)}${String(at)}&lt;`);
    const { rows } = await read({ sheets: [rowOf('姓名') + names.map((name) => rowOf(name)).join('')] });
    expect(rows.map((row) => row.text('姓名'))).toEqual(names.map((name) => name.replace('&lt;', '<')));
  });
});
