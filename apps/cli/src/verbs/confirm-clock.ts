import { mustHold } from '@lookback/office/desk';
import { ClockConfirmation } from '@lookback/application/system';
import { inProcess, whoActs } from '../in-process.js';
import { answer, answerJson } from '../output.js';

/** Servers that refuse since the clock parted record again. */
export const confirmClockVerb = ({ json = false }: { json?: boolean }): Promise<void> =>
  inProcess(async (inside) => {
    const who = await whoActs(inside);
    if (!('process' in who)) mustHold(who, ['administer']);
    const { position } = await inside.app.get(ClockConfirmation).confirm(who);
    if (json) answerJson({ position });
    else answer(`The clock is confirmed, at position ${position}.`);
  });
