import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { partsOf, rowOf, workbookOf, zip } from './hand-made.fixture.js';
import { refusalOf } from './refused.fixture.js';
import { writeSheet } from './index.js';

const good = () => workbookOf({ sheets: [rowOf('姓名') + rowOf('张三')] });
const text = (content: string) => new TextEncoder().encode(content);
const ruleFor = async (bytes: Uint8Array, limits?: Parameters<typeof refusalOf>[1]) => (await refusalOf(bytes, limits)).rule;

describe('a file that is no workbook', () => {
  const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'workbook.empty'],
    ['bytes that mean nothing', new Uint8Array(600), 'workbook.unknown-kind'],
    ['a csv', text('姓名,民族\n张三,汉族\n'), 'workbook.not-a-workbook'],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), deflateSync(Buffer.alloc(99))]), 'workbook.not-a-workbook'],
    ['an .xls', oldExcel, 'workbook.old-format'],
    ['some zip', zip([{ name: 'a.txt', content: 'a' }]), 'workbook.not-a-workbook'],
    [
      'a letter',
      zip([{ name: '_rels/.rels', content: '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>' }]),
      'workbook.not-a-workbook',
    ],
    [
      'an .xlsb',
      zip([{ name: '_rels/.rels', content: '<R><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></R>' }]),
      'workbook.old-format',
    ],
    ['a zip with a password', zip(partsOf({ sheets: [] }).map((part) => ({ ...part, encrypted: true }))), 'workbook.encrypted'],
  ])('%s', async (_, bytes, rule) => {
    expect(await ruleFor(bytes)).toBe(rule);
  });

  it('a workbook with a password', async () => {
    const sheets = [{ name: 's', rows: [['姓名']] }];
    expect(await ruleFor(await writeXlsx({ sheets, encryption: { password: 'p', spinCount: 1 } }))).toBe('workbook.encrypted');
  });
});

describe('a damaged workbook', () => {
  it('cut off anywhere', async () => {
    const bytes = good();
    for (let length = 4; length < bytes.length; length += 7) expect(await ruleFor(bytes.subarray(0, length))).toBe('workbook.damaged');
  });

  it('with any one byte of the sheet turned', async () => {
    const bytes = good();
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
    for (let turned = at; turned < at + 40; turned++) {
      const copy = Buffer.from(bytes);
      copy[turned] = (copy[turned] ?? 0) ^ 0x55;
      expect(['workbook.damaged', 'workbook.unsafe-markup']).toContain(await ruleFor(copy));
    }
  });

  it.each([
    ['whose markup ends early', '<worksheet><sheetData><row><c t="str"><v>姓名</v></c></row>'],
    ['whose last tag ends early', `<worksheet><sheetData>${rowOf('姓名')}</sheetData`],
    ['with an unknown entity', `<worksheet><sheetData>${rowOf('姓名', '&who;')}</sheetData></worksheet>`],
    ['with a character that is none', `<worksheet><sheetData>${rowOf('姓名', '&#0;')}</sheetData></worksheet>`],
    ['with a text that is not there', `<worksheet><sheetData>${rowOf('姓名')}<row><c t="s"><v>9</v></c></row></sheetData></worksheet>`],
    ['with a cell nowhere', `<worksheet><sheetData>${rowOf('姓名')}<row><c r="ABCD1"><v>9</v></c></row></sheetData></worksheet>`],
    ['with a row nowhere', `<worksheet><sheetData>${rowOf('姓名')}<row r="-1"><c><v>9</v></c></row></sheetData></worksheet>`],
    ['with an endless tag', `<worksheet><sheetData>${rowOf('姓名')}<row a="${'x'.repeat(600_000)}`],
  ])('%s', async (_, content) => {
    const parts = partsOf({ sheets: [''] }).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content } : part));
    expect(await ruleFor(zip(parts))).toBe('workbook.damaged');
  });

  it('that is not UTF-8', async () => {
    const parts = partsOf({ sheets: [''] }).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, content: Buffer.from([60, 0xff, 62]) } : part,
    );
    expect(await ruleFor(zip(parts))).toBe('workbook.damaged');
  });
});

describe('a workbook that means harm', () => {
  it.each(['../../etc/passwd', '/etc/passwd', 'xl\\..\\x', 'C:x', 'a\0b'])('by a part named %j', async (name) => {
    expect(await ruleFor(zip([...partsOf({ sheets: [rowOf('姓名')] }), { name, content: '' }]))).toBe('workbook.unsafe-part');
  });

  it('by a part that is there twice', async () => {
    const parts = partsOf({ sheets: [rowOf('姓名')] });
    expect(await ruleFor(zip([...parts, ...parts]))).toBe('workbook.unsafe-part');
  });

  it('by entities that multiply', async () => {
    const prologue = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    expect(await ruleFor(workbookOf({ prologue, sheets: [rowOf('姓名', '&c;')] }))).toBe('workbook.unsafe-markup');
  });

  it('by an external entity', async () => {
    const prologue = '<!DOCTYPE a SYSTEM "file:///etc/passwd">';
    expect(await ruleFor(workbookOf({ prologue, sheets: [rowOf('姓名')] }))).toBe('workbook.unsafe-markup');
  });

  it('by a part that unpacks to more than it claims', async () => {
    const parts = partsOf({ sheets: [rowOf('姓名') + rowOf('x').repeat(50_000)] });
    expect(await ruleFor(zip(parts.map((part) => ({ ...part, claimed: 9_000 }))))).toBe('workbook.damaged');
  });

  it('by a claim of more than may be unpacked', async () => {
    const parts = partsOf({ sheets: [rowOf('姓名')] });
    const claims = parts.map((part) => (part.name === 'xl/sharedStrings.xml' ? { ...part, claimed: 2 ** 30 } : part));
    const refusal = await refusalOf(zip(claims));
    expect([refusal.rule, refusal.facts['what']]).toEqual(['workbook.too-large', 'xl/sharedStrings.xml']);
  });

  it('by parts that together unpack to more than they may', async () => {
    const sheets = [rowOf('说明') + rowOf('x').repeat(3_000), rowOf('姓名') + rowOf('x').repeat(3_000)];
    expect(await ruleFor(workbookOf({ sheets }), { unpackedBytes: 200_000 })).toBe('workbook.too-large');
  });

  it('by packing too tightly', async () => {
    expect(await ruleFor(workbookOf({ sheets: [rowOf('姓名') + ' '.repeat(9_000_000)] }), { unpackedRatio: 100 })).toBe(
      'workbook.packed-too-tightly',
    );
  });
});

describe('a workbook beyond the limits', () => {
  it('of bytes', async () => {
    expect(await ruleFor(good(), { fileBytes: 100 })).toBe('workbook.too-large');
  });

  it('of rows, and not one row short of it', async () => {
    const bytes = await writeSheet({ name: 's', header: ['姓名'], rows: Array.from({ length: 10 }, () => ['x']) });
    const refusal = await refusalOf(bytes, { rows: 10 });
    expect([refusal.rule, refusal.facts]).toEqual(['workbook.too-many-rows', { sheet: 's', limit: 10 }]);
    await expect(refusalOf(bytes, { rows: 11 })).rejects.toThrow('not refused');
  });

  it('of columns', async () => {
    expect(await ruleFor(workbookOf({ sheets: [`<row><c r="XFD1"><v>1</v></c></row>`] }))).toBe('workbook.too-many-columns');
  });

  it('of columns, when nobody says where a cell stands', async () => {
    expect(await ruleFor(workbookOf({ sheets: [`<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`] }))).toBe('workbook.too-many-columns');
  });

  it('of characters in a cell, with the place and without the text', async () => {
    const refusal = await refusalOf(workbookOf({ sheets: [rowOf('姓名', '甲'.repeat(32_768))] }));
    expect([refusal.rule, refusal.facts]).toEqual(['workbook.cell-too-long', { place: 'sheet1 1:2', limit: 32_767 }]);
  });

  it('of characters in a shared text', async () => {
    expect(await ruleFor(workbookOf({ sheets: [rowOf('姓名')], shared: `<si><t>${'x'.repeat(300_000)}</t></si>` }))).toBe(
      'workbook.cell-too-long',
    );
  });
});
