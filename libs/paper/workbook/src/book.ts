import type { Archive } from './archive.js';
import { damaged, workbook } from './refusals.js';
import { readSmallPart } from './small-part.js';

/** Which parts of the archive make up the workbook. */
export interface Book {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedTexts?: string | undefined;
  readonly styles?: string | undefined;
  /** Days are counted from 1904 instead of 1900, as Excel for the Mac once did. */
  readonly from1904: boolean;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** A workbook with more sheets than this is not looked through further. */
const mostSheets = 50;

export async function bookIn(archive: Archive): Promise<Book> {
  const part = await workbookPart(archive);
  const relations = await relationsOf(archive, part);
  const { sheets, from1904 } = await sheetsOf(archive, part);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part;
  return {
    sheets: sheets.slice(0, mostSheets).flatMap(({ name, id }) => {
      const sheet = relations.find((relation) => relation.id === id && relation.type === 'worksheet');
      return sheet ? [{ name, part: sheet.part }] : [];
    }),
    sharedTexts: partOf('sharedStrings'),
    styles: partOf('styles'),
    from1904,
  };
}

async function workbookPart(archive: Archive): Promise<string> {
  const roots = archive.has('_rels/.rels') ? await relationsOf(archive, '') : [];
  const part = roots.find(({ type }) => type === 'officeDocument')?.part;
  workbook.refuseIf(part?.endsWith('.bin') === true, 'workbook.old-format', { found: '.xlsb' });
  if (part !== undefined && /workbook|xl\//i.test(part)) return part;
  return workbook.refuse('workbook.not-a-workbook', { found: part === undefined ? 'zip' : 'DOCX, PPTX' });
}

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  await readSmallPart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, new Set(['Relationship']), (_, tag) => {
    if (tag.get('TargetMode') === 'External') return;
    const type = tag.get('Type') ?? '';
    relations.push({
      id: tag.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: resolved(folder, tag.get('Target') ?? ''),
    });
  });
  return relations;
}

async function sheetsOf(archive: Archive, part: string) {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  await readSmallPart(archive, part, new Set(['sheet', 'workbookPr']), (name, tag) => {
    if (name === 'sheet') sheets.push({ name: tag.get('name') ?? '', id: tag.get('id') ?? '' });
    else from1904 = ['1', 'true'].includes(tag.get('date1904') ?? '');
  });
  return sheets.length > 0 ? { sheets, from1904 } : damaged(part, { en: 'no sheet', zh: '没有工作表' });
}

/** A part's name from a target that is relative to a folder; what points outside names no part and is missed where it is read. */
function resolved(folder: string, target: string): string {
  return decodeURI(new URL(target, `part:///${folder}`).pathname).slice(1);
}
