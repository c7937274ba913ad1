import { readAhead } from '@lookback/paper/workbook';
import { bytesOf } from './file.js';
import type { ListOptions } from './verbs/import-list.js';

/** A verb that takes a list over: its file is read in a thread while the product is loaded and PostgreSQL starts. */
export const listVerb =
  (load: () => Promise<(bytes: Uint8Array, options: ListOptions) => Promise<void>>) =>
  async (path: string, options: ListOptions): Promise<void> => {
    const bytes = await bytesOf(path);
    readAhead(bytes);
    await (
      await load()
    )(bytes, options);
  };
