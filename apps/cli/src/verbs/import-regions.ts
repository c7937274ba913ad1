import type { CalendarDate } from '@lookback/kernel';
import { type AnySubject, Clock, Desk, Envelope, streamOf } from '@lookback/office/desk';
import { parseRegions, regions } from '@lookback/office/registry';
import { shippedStandards, shippedStandardsOn, standards } from '@lookback/office/standards';
import { createHash } from 'node:crypto';
import { bytesOf } from '../file.js';
import { inProcess, whoActs } from '../in-process.js';
import { answer, answerJson } from '../output.js';

/** Adopts the divisions of counties that the product does not bring, and lets each new region have standards of its own. */
export const importRegionsVerb = (path: string, { json = false }: { json?: boolean }): Promise<void> =>
  inProcess(async (inside) => {
    const csv = (await bytesOf(path)).toString('utf8');
    const source = `csv-${createHash('sha256').update(csv).digest('hex').slice(0, 12)}`;
    const who = await whoActs(inside);
    const desk = inside.app.get(Desk);
    const isNew = async (region: string) => (await inside.system.log.readStream(streamOf(standards, region))).length === 0;
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
    for (const command of adopted) await submit(regions, command.county, command, inside.app.get(Clock).today());
    for (const command of shippedStandards(adopted))
      if (await isNew(command.region)) await submit(standards, command.region, command, shippedStandardsOn);
    const counties = adopted.map(({ county }) => county);
    if (json) answerJson({ counties });
    else answer(`${counties.length} counties adopted: ${counties.join(', ')}`);
  });
