import type { Archive } from './archive.js';
import { showsDay } from './dates.js';
import { readSmallPart } from './small-part.js';

/** The numbers of the cell styles that show a day. */
export async function dayStyles(archive: Archive, part: string | undefined): Promise<ReadonlySet<number>> {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let within = false;
  const open = (name: string, tag: ReadonlyMap<string, string>) => {
    if (name === 'numFmt') formats.set(Number(tag.get('numFmtId')), tag.get('formatCode') ?? '');
    else if (name === 'cellXfs') within = true;
    else if (within) styles.push(Number(tag.get('numFmtId') ?? 0));
  };
  const close = (name: string) => {
    if (name === 'cellXfs') within = false;
  };
  if (part !== undefined) await readSmallPart(archive, part, new Set(['numFmt', 'cellXfs', 'xf']), open, close);
  return new Set(styles.flatMap((format, style) => (showsDay(format, formats.get(format)) ? [style] : [])));
}
