import { Where } from '@lookback/log/read-model';
import { heldOf, holds, isSeen, officeReaders, Parts, type Principal, type Sees, seesOf } from '@lookback/office/desk';
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

  /** Whether a confidential stream is hidden from somebody: that it cannot be opened would tell that it is there. */
  async hides(stream: string, who: Principal): Promise<boolean> {
    if (!this.parts.isConfidential(stream)) return false;
    return (await this.seen([stream], seesOf(who, this.parts.subjects))).size === 0;
  }

  /** Those of some streams. Confidential ones are told to nobody; those that lie nowhere to whoever may be told of all others. */
  async among(streams: readonly string[], who: Principal): Promise<ReadonlySet<string>> {
    const open = streams.filter((stream) => !this.parts.isConfidential(stream));
    if (open.length === 0 || holds(who, officeReaders, nation)) return new Set(open);
    return this.seen(
      open,
      heldOf(who, this.parts.subjects, () => officeReaders),
    );
  }

  private async seen(streams: readonly string[], sees: Sees): Promise<ReadonlySet<string>> {
    const where = new Where().add('v.stream = ANY(?)', streams);
    where.add(isSeen(where, sees));
    const told = await this.reads.query<{ stream: string }[]>(`SELECT v.stream FROM read.subject v WHERE ${where.sql}`, where.values);
    return new Set(told.map(({ stream }) => stream));
  }
}
