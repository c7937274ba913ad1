import type { Problem } from './asking.js';
import type { BuiltOffice } from './built-office.js';
import { OddRequests } from './fuzz.js';
import { knownId } from './importing.js';
import { type Heard, send, type Sent } from './wire.js';

/** How many are asked at once. */
const lanes = 8;

export interface Asked {
  /** What is wrong with which answer. */
  readonly wrong: readonly string[];
  /** Entries that the log has more, those that answers told of, and answers that record without telling of an entry. */
  readonly entries: number;
  readonly told: number;
  readonly untold: number;
  /** How many of the requests were refused as malformed. */
  readonly malformed: number;
}

/** Asks a server so many odd requests, the same for the same seed, and judges every answer. */
export async function askOddly({ url, ask, all }: BuiltOffice, seed: number, cases: number): Promise<Asked> {
  const head = async () => (JSON.parse((await ask('GET', '/log', undefined, all.token)).text) as { position: number }).position;
  const requests = new OddRequests(seed, { token: all.token, household: knownId });
  const before = await head();
  const wrong: string[] = [];
  let [left, told, untold, malformed] = [cases, 0, 0, 0];
  const lane = async () => {
    for (; left > 0; left--) {
      const sent = requests.next();
      const heard = await send(url, sent);
      const amiss = amissIn(heard, sent);
      if (amiss) wrong.push(`${amiss}: ${sent.odd.slice(0, 200)}: ${heard.text.slice(0, 200)}`);
      told += entriesToldIn(heard);
      untold += recordsUntold(heard, sent) ? 1 : 0;
      malformed += heard.status === 400 ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { wrong, told, untold, malformed, entries: (await head()) - before };
}

/** What is wrong with an answer; undefined where nothing is. */
function amissIn({ status, type, text }: Heard, { method }: Sent): string | undefined {
  if (status >= 500) return 'it broke';
  if (status < 400 || method === 'HEAD') return undefined;
  if (!type.startsWith('application/problem+json')) return `a problem as ${type}`;
  const { status: said, title, titleZh, errors, type: rule } = JSON.parse(text) as Problem;
  if (said !== status || !title || !titleZh) return 'a problem without words';
  const names = errors?.every(({ field, en, zh }) => field && en && zh) ?? (rule !== undefined || ![400, 413, 414, 415].includes(status));
  return names && errors?.length !== 0 ? undefined : 'a problem that names no field';
}

/** A receipt tells what was recorded; that the clock was confirmed is one entry; an upload is none. */
function entriesToldIn({ status, text }: Heard): number {
  if (status !== 201) return 0;
  const { events, position } = JSON.parse(text) as { events?: readonly string[]; position?: number };
  return events?.length ?? (position === undefined ? 0 : 1);
}

/** A number that is given, that one has seen what others changed, and an export, are entries of which the answer says nothing; a repeated one is none. */
const recordsUntold = ({ status }: Heard, { path }: Sent): boolean =>
  status < 300 && /^\/(numbers|session\/changes-seen|registers\/\w+\/export|problems\/ledger\.xlsx)/.test(path);
