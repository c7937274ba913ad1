import type { Projector } from '@lookback/log/read-model';
import { CheckFailed, WrongUsage } from '../finish.js';
import { inProcess } from '../in-process.js';
import { stoppable } from '../stoppable.js';
import { answer, answerJson, progress } from '../output.js';

interface Options {
  readonly compare?: boolean;
  readonly back?: boolean;
  readonly dropOld?: boolean;
  readonly json?: boolean;
}

/** Derives the read models anew; or compares them with the log, takes the last rebuild back, or lets go what it left. */
export const rebuildVerb = (model: string | undefined, { back = false, dropOld = false, ...options }: Options): Promise<void> =>
  inProcess(async ({ system: { projector } }) => {
    const models = model === undefined ? undefined : [model];
    if (back && dropOld) throw new WrongUsage('--back and --drop-old are one or the other');
    if (back) await projector.rollBack(models).then(() => answerDone('putBack', 'What the last rebuild replaced is live again.', options));
    else if (dropOld)
      await projector.dropPrevious(models).then(() => answerDone('dropped', 'What the last rebuild replaced is gone.', options));
    else await rebuilt(projector, models, options);
  });

const answerDone = (done: 'putBack' | 'dropped', sentence: string, { json = false }: Options): void =>
  json ? answerJson({ [done]: true }) : answer(sentence);

async function rebuilt(
  projector: Projector,
  models: readonly string[] | undefined,
  { compare = false, json = false }: Options,
): Promise<void> {
  const rebuilt = await stoppable((signal) =>
    projector.rebuild(models, { compare, signal, onProgress: (done) => progress(JSON.stringify(done)) }),
  );
  const differing = rebuilt.differing.reduce((sum, { rows }) => sum + rows, 0);
  const report = { ...rebuilt, differing, tables: rebuilt.differing };
  if (json) answerJson(report);
  else answer(JSON.stringify(report, null, 2));
  if (compare && differing > 0) throw new CheckFailed(`${differing} rows differ from the log`);
}
