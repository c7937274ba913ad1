import type { Answer, Ask } from '../../support/asking.js';
import type { Asked } from './moments.js';
import type { Question } from './questions.js';

/** How long a question took, in milliseconds. */
export interface Took {
  readonly what: string;
  readonly goal: number;
  readonly met: boolean;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** The first answer of a server that has just begun. */
  readonly first?: number | undefined;
  /** Rows of an answer, on average. */
  readonly rows: number;
}

/** A server, and who asks it. */
export interface Office {
  readonly ask: Ask;
  readonly token: string;
}

/** Asks one after another, each point of the clocks once; not the first few, which prepare statements and fill caches. */
export async function took(office: Office, question: Question, moments: readonly Asked[], large: boolean, first?: number): Promise<Took> {
  for (const asked of moments.slice(0, 5)) await answered(office, question, asked);
  const times: number[] = [];
  let rows = 0;
  for (const asked of moments) {
    const began = performance.now();
    const answer = await answered(office, question, asked);
    times.push(performance.now() - began);
    rows += rowsIn(answer);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => rounded(times[Math.min(times.length - 1, Math.ceil(part * times.length) - 1)] ?? NaN);
  const goal = question.goal[large ? 1 : 0];
  const judged = question.what.startsWith('counts') ? at(0.99) : at(0.95);
  const told = { p50: at(0.5), p95: at(0.95), p99: at(0.99), first: first && rounded(first), rows: Math.round(rows / moments.length) };
  return { what: question.what, goal, met: judged < goal, ...told };
}

/** How long one answer takes. */
export async function onceAsked(office: Office, question: Question, asked: Asked): Promise<number> {
  const began = performance.now();
  await answered(office, question, asked);
  return performance.now() - began;
}

async function answered({ ask, token }: Office, { what, path, body }: Question, asked: Asked): Promise<Answer> {
  const answer = await (body ? ask('POST', path(asked), body(asked), token) : ask('GET', path(asked), undefined, token));
  if (answer.status >= 300) throw new Error(`${what}: ${path(asked)} answered ${answer.status}: ${answer.text}`);
  return answer;
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

function rowsIn({ text }: Answer): number {
  const said = JSON.parse(text) as Readonly<Partial<Record<'rows' | 'counts' | 'entries', readonly unknown[]>>>;
  return (said.rows ?? said.counts ?? said.entries ?? []).length;
}
