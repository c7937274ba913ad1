import { household, HouseholdQuery, householdsRegister, nextCursor } from '@lookback/case/household';
import { everything } from '@lookback/kernel';
import { anySubject, Parts, type Principal, seesOf, streamOf } from '@lookback/office/desk';
import { ListsFromLog } from '@lookback/office/standards';
import { explained } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { CountReceipt, HouseholdLine, ReceiptAsked, ReceiptLine } from './households.dto.js';
import { householdLines } from './household-lines.js';
import { CountyLists } from '../lists/county-lists.js';
import { tellingOf } from '../subjects/telling.js';
import { NameDirectory } from '../names/name-directory.js';
import { StreamCache } from '@lookback/log/event-log';
import { ReadModelPosition } from '../moment/read-model-position.js';

/** What households are counted by. */
const counted = ['place', 'standing', 'attribute', 'causes', 'members'];
const householdsUnlessSaid = 20;

/** Answers what a figure rests on: the households that it counts, and the entries that put each there. */
@Injectable()
export class Receipts {
  constructor(
    private readonly query: HouseholdQuery,
    private readonly streams: StreamCache,
    private readonly names: NameDirectory,
    private readonly readModelPosition: ReadModelPosition,
    private readonly parts: Parts,
    private readonly lists: CountyLists,
    private readonly words: ListsFromLog,
  ) {}

  async read({ limit = householdsUnlessSaid, after, cause, ...rest }: ReceiptAsked, who: Principal): Promise<CountReceipt> {
    const filter = { ...rest, cause: await this.lists.wanted('cause-codes', cause, who) };
    const [position, sees] = [await this.readModelPosition.position(), seesOf(who, this.parts.withRowsIn(householdsRegister))];
    const [total, found] = await Promise.all([
      this.query.total(filter, sees),
      this.query.find({ ...filter, after, limit: limit + 1 }, sees),
    ]);
    const page = await householdLines(found.slice(0, limit), this.words);
    const households = await Promise.all(page.map((line) => this.line(line)));
    return { position, total, households, next: nextCursor(found, limit) };
  }

  private async line(listed: HouseholdLine): Promise<ReceiptLine> {
    const { entries: history } = await this.streams.load(streamOf(household, listed.id));
    const names = await this.names.in(history);
    const { shown, setBy } = explained(anySubject(household), history, everything, { sight: 'masked', names });
    const telling = tellingOf(history, everything.known, { parts: this.parts, names });
    const fields = counted.flatMap((field) => {
      const fact = shown.get(field);
      return fact ? [{ field, ...fact.called, setBy: telling.positions(setBy.get(field)) }] : [];
    });
    return { household: listed, fields, entries: telling.told(fields) };
  }
}
