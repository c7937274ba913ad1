import type { Projector } from '@lookback/log/read-model';
import { FoundWanting } from '../finish.js';
import { inProcess } from '../in-process.js';
import { stoppable } from '../stoppable.js';
import { answer, answerJson, progress } from '../say.js';

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
    if (back) await projector.rollBack(models);
    if (dropOld) await projector.dropOld(models);
    if (!back && !dropOld) await rebuilt(projector, models, options);
  });

async function rebuilt(
  projector: Projector,
  models: readonly string[] | undefined,
  { compare = false, json = false }: Options,
): Promise<void> {
  const rebuilt = await stoppable((signal) =>
    projector.rebuild(models, { compare, signal, onProgress: (done) => progress(JSON.stringify(done)) }),
  );
  const differing = rebuilt.differing.reduce((sum, { rows }) => sum + rows, 0);
  const said = { ...rebuilt, differing, tables: rebuilt.differing };
  if (json) answerJson(said);
  else answer(JSON.stringify(said, null, 2));
  if (compare && differing > 0) throw new FoundWanting(`${differing} rows differ from the log`);
}
