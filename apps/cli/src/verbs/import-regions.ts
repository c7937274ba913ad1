import { type CalendarDate, isCalendarDate } from '@lookback/kernel';
import { Reactor } from '@lookback/log/reactor';
import { type AnySubject, Clock, Desk, Envelope, streamOf } from '@lookback/office/desk';
import { parseRegions, regions, shippedRegionsOn } from '@lookback/office/registry';
import { createHash } from 'node:crypto';
import { bytesOf } from '../file.js';
import { WrongUsage } from '../finish.js';
import { inProcess, whoActs } from '../in-process.js';
import { answer, answerJson } from '../output.js';

/**
 * Adopts divisions of counties from a day on, also one to come, and lets each new region have standards of its own. Unless a day is given,
 * the first list of a county holds from the year of the first registration, as the shipped ones do, and a later one from today.
 */
export const importRegionsVerb = (path: string, { from, json = false }: { from?: string; json?: boolean }): Promise<void> =>
  inProcess(async (inside) => {
    const given = from === undefined ? undefined : dayOf(from);
    const csv = (await bytesOf(path)).toString('utf8');
    const source = `csv-${createHash('sha256').update(csv).digest('hex').slice(0, 12)}`;
    const who = await whoActs(inside);
    const desk = inside.app.get(Desk);
    const isNew = async (county: string) => (await inside.system.log.readStream(streamOf(regions, county))).length === 0;
    const today = inside.app.get(Clock).today();
    const submit = (subject: unknown, id: string, command: object, effectiveOn: CalendarDate) =>
      desk.submit({
        subject: subject as AnySubject,
        id,
        command,
        envelope: Object.assign(new Envelope(), { effectiveOn }),
        who,
        key: source,
      });
    const adopted = parseRegions(csv, source as never);
    for (const command of adopted) {
      const { county } = command;
      await submit(regions, county, command, given ?? ((await isNew(county)) ? shippedRegionsOn : today));
    }
    await inside.app.get(Reactor).settle(await inside.system.log.head()); // opens the standards of each new region
    const counties = adopted.map(({ county }) => county);
    if (json) answerJson({ counties });
    else answer(`${counties.length} counties adopted: ${counties.join(', ')}`);
  });

function dayOf(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new WrongUsage(`--from is "${text}"; it must be a day that exists, such as 2027-01-01`);
  return text;
}
