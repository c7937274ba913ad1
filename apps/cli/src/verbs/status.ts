import { inProcess } from '../in-process.js';
import { answer, answerJson } from '../output.js';

/** How far each read model is, and the streams whose entry it could not take: they stay as they were until it is rebuilt. */
export const statusVerb = ({ json = false }: { json?: boolean }): Promise<void> =>
  inProcess(async ({ system: { projector } }) => {
    const models = await projector.status();
    if (json) answerJson({ models });
    for (const { model, position, head, lag, parked } of json ? [] : models) {
      answer(`${model}: at ${position} of ${head}, ${lag} behind, ${parked.length} parked`);
      for (const { stream, position: at, error } of parked) answer(`  @${at} ${stream}: ${error}`);
    }
  });
