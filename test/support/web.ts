import { fileURLToPath } from 'node:url';

/** A file of the console, loaded by its path: it belongs to a program of its own, whose types are those of a browser. */
export const fromWeb = async <What>(file: string): Promise<What> =>
  (await import(fileURLToPath(new URL(`../../apps/web/src/${file}.ts`, import.meta.url)))) as What;

/** How the console hears what the server tells. */
export interface Hearing {
  readonly LiveLine: new (
    open: (signal: AbortSignal) => Promise<Response>,
    told: (said: never) => void,
    pace?: { readonly silent: number; readonly again: number; readonly longest: number },
  ) => { listen(ended: AbortSignal): Promise<void> };
}
