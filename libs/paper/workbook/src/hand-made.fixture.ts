import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a hand-made archive; what it claims of itself may be a lie. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The unpacked size that the directory claims instead of the true one. */
  readonly claimed?: number;
  readonly encrypted?: boolean;
}

/** A zip archive, byte by byte, so that specs can make the archives that no honest writer makes. */
export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const { fields, name, packed } = described(part);
    const local = Buffer.concat([bytes('504b0304'), fields, bytes('0000'), name, packed]);
    directory.push(Buffer.concat([bytes('504b01021400'), fields, Buffer.alloc(12), uint32(at), name]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    bytes('504b050600000000'),
    uint16(parts.length),
    uint16(parts.length),
    uint32(central.length),
    uint32(at),
    bytes('0000'),
  ]);
  return Buffer.concat([...locals, central, end]);
}

function described({ name, content, claimed, encrypted }: Part) {
  const raw = Buffer.from(content);
  const packed = deflateRawSync(raw, { level: 1 });
  const fields = Buffer.concat([
    uint16(20),
    uint16(encrypted ? 1 : 0),
    uint16(8),
    uint32(0),
    uint32(crc32(raw)),
    uint32(packed.length),
    uint32(claimed ?? raw.length),
    uint16(Buffer.byteLength(name)),
  ]);
  return { fields, name: Buffer.from(name), packed };
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');

function uint16(value: number): Buffer {
  const two = Buffer.alloc(2);
  two.writeUInt16LE(value);
  return two;
}

function uint32(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
}

/** What goes into a hand-made workbook: the markup inside the parts. */
export interface Markups {
  /** Inside `<sheetData>`, one for each sheet. */
  readonly sheets: readonly string[];
  /** Inside `<sst>`. */
  readonly shared?: string;
  /** Inside `<cellXfs>`, before which a format 170 of `yyyy/m/d;@` is declared. */
  readonly styles?: string;
  readonly from1904?: boolean;
  /** Before the root of the first sheet. */
  readonly prologue?: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

/** The parts of a workbook whose markup is given by hand. */
export function partsOf({ sheets, shared, styles, from1904, prologue }: Markups): Part[] {
  const names = sheets.map((_, at) => `sheet${String(at + 1)}`);
  return [
    { name: '_rels/.rels', content: `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${names.map((name) => relation(name, 'worksheet', `worksheets/${name}.xml`)).join('')}${relation('s', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('t', 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name) => `<sheet name="${name}" r:id="${name}"/>`).join('')}</sheets></workbook>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${shared ?? ''}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles ?? ''}</cellXfs></styleSheet>`,
    },
    ...sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${String(at + 1)}.xml`,
      content: `<?xml version="1.0"?>${at === 0 ? (prologue ?? '') : ''}<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    })),
  ];
}

/** A workbook whose markup is given by hand. */
export const workbookOf = (markups: Markups): Buffer => zip(partsOf(markups));

/** A row of inline texts. */
export const rowOf = (...texts: string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
