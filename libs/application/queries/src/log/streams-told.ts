import { Where } from '@lookback/log/read-model';
import { heldOf, holds, isSeen, officeReaders, Parts, type Principal, type Sees } from '@lookback/office/desk';
import { nation } from '@lookback/office/registry';
import { HeavyReads } from '@lookback/application/system';
import { Injectable } from '@nestjs/common';

/** Of which streams an account is told that something is wrong with them: those of subjects where it looks after the office, or looks on. */
@Injectable()
export class StreamsTold {
  constructor(
    private readonly reads: HeavyReads,
    private readonly parts: Parts,
  ) {}

  /** Those of some streams. Confidential ones are told to nobody; those that lie nowhere to whoever may be told of all others. */
  async among(streams: readonly string[], who: Principal): Promise<ReadonlySet<string>> {
    const open = streams.filter((stream) => !this.parts.isConfidential(stream));
    if (open.length === 0 || holds(who, officeReaders, nation)) return new Set(open);
    const where = new Where().add('v.stream = ANY(?)', open);
    where.add(isSeen(where, this.kept(who)));
    const told = await this.reads.query<{ stream: string }[]>(`SELECT v.stream FROM read.subject v WHERE ${where.sql}`, where.values);
    return new Set(told.map(({ stream }) => stream));
  }

  private kept(who: Principal): Sees {
    return heldOf(who, this.parts.subjects, () => officeReaders);
  }
}
