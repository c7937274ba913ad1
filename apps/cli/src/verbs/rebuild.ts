import { FoundWanting } from '../finish.js';
import { inProcess } from '../in-process.js';
import { stoppable } from '../stoppable.js';
import { answer, answerJson, progress } from '../say.js';

/** Derives the read models anew; with `--compare`, fails where the live rows differ. */
export const rebuildVerb = (
  model: string | undefined,
  { compare = false, json = false }: { compare?: boolean; json?: boolean },
): Promise<void> =>
  inProcess(async ({ system }) => {
    const rebuilt = await stoppable((signal) =>
      system.projector.rebuild(model === undefined ? undefined : [model], {
        compare,
        signal,
        onProgress: (done) => progress(JSON.stringify(done)),
      }),
    );
    const differing = rebuilt.differing.reduce((sum, { rows }) => sum + rows, 0);
    const said = { ...rebuilt, differing, tables: rebuilt.differing };
    if (json) answerJson(said);
    else answer(JSON.stringify(said, null, 2));
    if (compare && differing > 0) throw new FoundWanting(`${differing} rows differ from the log`);
  });
