import { Injectable } from '@nestjs/common';
import type { CalendarDate, History, Read, RegionCode, Resolved, StandardValues, StreamName } from '@lookback/kernel';
import { frozenStandard, needStandard, type RunOpening } from './need-standard.js';
import { StandardsInForce } from './ports.js';

/** Which standards somebody reads: each of the first has to be set, the others are read where they are. */
interface Needs {
  readonly standards: readonly string[];
  readonly consults: readonly string[];
  /** Those of the first that a run keeps as its opening read them. */
  readonly frozen?: readonly string[];
}

/** The standards that a decision froze, by name, and the streams in which they stand. */
export interface Frozen {
  readonly standing: StandardValues;
  readonly reads: readonly Read[];
}

/** Reads standards as they hold in a region on a day. */
@Injectable()
export class StandardsRead {
  constructor(private readonly standards: StandardsInForce) {}

  /** Of a run those that it froze are as its opening read them. Refuses by name where one that is needed is not set. */
  async read(needs: Needs, region = 'CN' as RegionCode, on: CalendarDate, opening?: RunOpening): Promise<Frozen> {
    const { standards, consults, frozen = [] } = needs;
    const needed = (name: string) =>
      opening && frozen.includes(name)
        ? frozenStandard(this.standards, name, opening, region)
        : needStandard(this.standards, name, region, on);
    const pending = [
      ...standards.map((name) => named(name, needed(name))),
      ...consults.map((name) => named(name, this.standards.inForce(name, region, on))),
    ];
    const found = (await Promise.all(pending)).filter((one) => one !== null);
    return {
      standing: Object.fromEntries(found.map(({ name, value }) => [name, value])),
      reads: apart(found.flatMap(({ reads }) => reads)),
    };
  }
}

async function named(name: string, asking: ReturnType<StandardsInForce['inForce']>) {
  const found = await asking;
  return found && { name, ...found };
}

/** Each stream once, as far as it was read. */
export function apart(reads: readonly Read[]): Read[] {
  const furthest = new Map<StreamName, Read>();
  for (const read of reads) if (read.revision > (furthest.get(read.stream)?.revision ?? -1)) furthest.set(read.stream, read);
  return [...furthest.values()];
}

/** The entry that opened the run that a command names, where its route keeps to what that read; undefined where there is none, which its rules say. */
export function openingOf({ frozen = [] }: Pick<Needs, 'frozen'>, command: object, { entries }: History): RunOpening | undefined {
  if (frozen.length === 0) return undefined;
  const runIn = (said: unknown) => (said as { readonly run?: unknown }).run;
  const of = entries.filter(({ data }) => runIn(data) !== undefined && runIn(data) === runIn(command));
  return of.reduce<Resolved | undefined>((first, one) => (first && first.revision < one.revision ? first : one), undefined)?.by;
}
