import { hash } from 'node:crypto';
import { type Language, sha256Digest } from '@lookback/kernel';
import { Faults } from './fault.js';
import type { Desk } from '@lookback/office/desk';
import { CommandSubmitter, type ImportContext, type ValidSubject } from './command-submitter.js';
import type { Counts, ImportReport } from './import-report.js';
import type { List, ListSource } from './list.js';
import { Progress } from './progress.js';
import { type RowsBySubject, rowsBySubject } from './rows-by-subject.js';
import { type InWords, Tally } from './tally.js';

export interface TakingOver extends ImportContext {
  readonly desk: Pick<Desk, 'submitMany' | 'tryMany'>;
  /** The desk decides everything, and records nothing. */
  readonly dryRun?: boolean | undefined;
  /** Called at most five times a second, and once at the end. */
  readonly onProgress?: ((counts: Counts) => void) | undefined;
  /** Stops between two batches; what is under way is answered and counted. */
  readonly signal?: AbortSignal | undefined;
  /** The language of the workbook of refused rows; Chinese unless said. */
  readonly language?: Language | undefined;
  /** How a rule is said; by its own words unless said, in which regions stand by their codes. */
  readonly inWords?: InWords | undefined;
}

type Taking = ImportContext & Pick<TakingOver, 'dryRun' | 'onProgress' | 'signal' | 'language' | 'inWords'>;

/** The same with a desk that in a dry run records nothing of what it is asked. */
export const inHands = <Taking extends TakingOver>(taking: Taking): Taking =>
  taking.dryRun ? { ...taking, desk: onlyTrying(taking.desk) } : taking;

function onlyTrying(desk: TakingOver['desk']): TakingOver['desk'] {
  const tryMany: Desk['tryMany'] = (many) => desk.tryMany(many);
  return { submitMany: tryMany, tryMany };
}

const batchSize = 256;

/**
 * Takes a list over: reads it whole, then hands its subjects to the desk, each whole or not at all. Safe to run again.
 * Throws a Refusal of a `workbook.*` rule where the file is none that can be read, before anything is recorded; and what
 * the desk throws when the log is away, after which the same file can be run again.
 */
export async function takeOver<Name extends string>(list: List<Name>, bytes: Uint8Array, taking: Taking): Promise<ImportReport> {
  const began = performance.now();
  const progress = new Progress(taking.onProgress);
  const read = await rowsBySubject(list, bytes, progress, taking.signal);
  const tally = new Tally<Name>(taking.inWords ?? ((why, language) => why.in(language)));
  const subjects = read.subjects.size;
  if (!read.cut) await handOver(list, bytes, read, tally, taking, () => progress.moved({ subjects, done: tally.done }));
  progress.moved({ subjects, done: tally.done });
  progress.tell();
  const seconds = Math.round(performance.now() - began) / 1000;
  return tally.report(read, {
    language: taking.language ?? 'zh',
    seconds,
    dryRun: taking.dryRun ?? false,
    stopped: read.cut || tally.done < subjects,
  });
}

async function handOver<Name extends string>(
  list: List<Name>,
  bytes: Uint8Array,
  read: RowsBySubject<Name>,
  tally: Tally<Name>,
  taking: Taking,
  done: () => void,
): Promise<void> {
  const hand = new CommandSubmitter(list, taking, tally);
  const batches = inBatches(sound(list, { file: sha256Digest(hash('sha256', bytes)) }, read, tally));
  const lane = async () => {
    for (const batch of batches) {
      await hand.batch(batch);
      done();
      if (taking.signal?.aborted) return;
    }
  };
  for (const ended of await Promise.allSettled([lane(), lane()])) if (ended.status === 'rejected') throw ended.reason;
}

/** The subjects that can be taken; the others are refused. Rows are let go as they are passed. */
function* sound<Name extends string>(
  list: List<Name>,
  source: ListSource,
  { subjects }: RowsBySubject<Name>,
  tally: Tally<Name>,
): Generator<ValidSubject<Name>> {
  for (const [subject, rows] of subjects) {
    subjects.delete(subject);
    const faults = new Faults<Name>();
    const taken = list.take(rows, source, faults);
    if (taken) yield { taken, rows };
    else tally.refused(subject, rows, faults.found);
  }
}

function* inBatches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
