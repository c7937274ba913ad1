import type { Archive } from './archive.js';
import { attributes, Markup } from './markup.js';

/** Parts that describe the others are small; this much is far more than any workbook has. */
const mostBytes = 16 * 1024 * 1024;

/** Reads a part that describes others: calls `open` with the name and attributes of each tag named in `wanted`, `close` with each end. */
export async function readSmallPart(
  archive: Archive,
  part: string,
  wanted: ReadonlySet<string>,
  open: (name: string, attributes: ReadonlyMap<string, string>) => void,
  close: (name: string) => void = () => undefined,
): Promise<void> {
  const markup = new Markup(part, {
    open: (name, tag) => {
      if (wanted.has(name)) open(name, attributes(tag, part));
    },
    close,
    text: () => undefined,
  });
  for await (const chunk of archive.part(part, mostBytes)) markup.push(chunk);
  markup.end();
}
