import { Injectable } from '@nestjs/common';
import type { CalendarDate, Read, RegionCode, StandardValues } from '@lookback/kernel';
import { needStandard } from './need-standard.js';
import { StandardsInForce } from './ports.js';

/** Which standards somebody reads: each of the first has to be set, the others are read where they are. */
interface Needs {
  readonly standards: readonly string[];
  readonly consults: readonly string[];
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

  /** Refuses by name where one that is needed is not set. */
  async read({ standards, consults }: Needs, region = 'CN' as RegionCode, on: CalendarDate): Promise<Frozen> {
    const pending = [
      ...standards.map((name) => named(name, needStandard(this.standards, name, region, on))),
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

/** Each stream once. */
export const apart = (reads: readonly Read[]): Read[] => [...new Map(reads.map((read) => [read.stream, read])).values()];
