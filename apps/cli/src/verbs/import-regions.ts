import { type AnySubject, Clock, Desk, Envelope } from '@lookback/office/desk';
import { parseRegions, regions } from '@lookback/office/registry';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inProcess, whoActs } from '../in-process.js';
import { answer, answerJson } from '../say.js';

/** Adopts the divisions of counties that the product does not bring. */
export const importRegionsVerb = (path: string, { json = false }: { json?: boolean }): Promise<void> =>
  inProcess(async (inside) => {
    const csv = await readFile(path, 'utf8');
    const source = `csv-${createHash('sha256').update(csv).digest('hex').slice(0, 12)}`;
    const who = await whoActs(inside);
    const envelope = Object.assign(new Envelope(), { effectiveOn: inside.app.get(Clock).today() });
    const adopted: string[] = [];
    for (const command of parseRegions(csv, source as never)) {
      await inside.app
        .get(Desk)
        .submit({ subject: regions as unknown as AnySubject, id: command.county, command, envelope, who, key: source });
      adopted.push(command.county);
    }
    if (json) answerJson({ counties: adopted });
    else answer(`${adopted.length} counties adopted: ${adopted.join(', ')}`);
  });
