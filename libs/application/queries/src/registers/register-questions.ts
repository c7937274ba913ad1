import { EventLog } from '@lookback/log/event-log';
import type { Asks, RowsAsked } from '@lookback/log/read-model';
import {
  Clock,
  countsOf,
  isRowSeen,
  lieInVillages,
  listsOf,
  type MountedRegister,
  Parts,
  type Principal,
  RightMissing,
  type Sees,
} from '@lookback/office/desk';
import { Injectable, NotFoundException } from '@nestjs/common';
import { CountyLists } from '../lists/county-lists.js';
import { type AskedOfRegister, QueryReading } from './asked-of-register.js';
import { type AskedParameters } from './parameters.js';
import { allOf, namingPerson } from './any-person.js';
import { ListedSought } from './listed-sought.query.js';
import { type ListCursor, cursorIn, orderText } from './list-cursor.js';
import { isRead } from './register-descriptions.js';
import { pointOf, type RegisterPoint } from './register-point.js';
import { RegisterSearch } from './register-search.query.js';
import { QueryFaults } from './unreadable-query.js';

/** A question to a register that was read, held to what its asker may see. */
export interface RegisterQuestion {
  readonly mounted: MountedRegister;
  readonly point: RegisterPoint;
  readonly asked: AskedOfRegister;
  readonly rows: RowsAsked;
  readonly after: ListCursor | undefined;
  /** The columns by which is counted. */
  readonly by: readonly string[];
}

/** Reads questions to registers: what was typed, of which point, and what the account sees of it. */
@Injectable()
export class RegisterQuestions {
  constructor(
    private readonly log: EventLog,
    private readonly parts: Parts,
    private readonly lists: CountyLists,
    private readonly clock: Clock,
    private readonly search: RegisterSearch,
  ) {}

  /** The registers of which an account may read rows. */
  readable(who: Principal): MountedRegister[] {
    return [...this.parts.registers.values()].filter((mounted) => isRead(who, mounted));
  }

  /**
   * What is listed of a register; null asks as setup.
   * @throws UnreadableQuery naming every part that cannot be read; RightMissing; NotFoundException
   */
  listed(name: string, typed: AskedParameters, who: Principal | null): Promise<RegisterQuestion> {
    const mounted = this.mounted(name);
    if (!isRead(who, mounted)) throw new RightMissing(rightsIn(mounted, 'known'));
    return this.read(mounted, typed, who, listsOf(who, mounted.subjects));
  }

  /**
   * What is counted of it.
   * @throws as `listed`
   */
  counted(name: string, typed: AskedParameters, who: Principal): Promise<RegisterQuestion> {
    const mounted = this.mounted(name);
    const sees = countsOf(who, mounted.subjects);
    if (sees.subjects.length === 0) throw new RightMissing(rightsIn(mounted, 'counted'));
    return this.read(mounted, typed, who, sees);
  }

  private async read(mounted: MountedRegister, typed: AskedParameters, who: Principal | null, sees: Sees): Promise<RegisterQuestion> {
    const isInVillages = lieInVillages(mounted.subjects);
    const isSeen: Asks = (row) => isRowSeen(row, sees, isInVillages);
    const faults = new QueryFaults();
    const reading = new QueryReading(mounted, this.parts.registers, new ListedSought(this.lists, who), faults);
    const asked = await reading.read(typed);
    const by = reading.countedBy(typed['by']);
    const after = this.cursor(typed['after'], asked, faults);
    const point = await pointOf(
      after ? { ...typed, at: after.day, known: `@${after.position}` } : typed,
      { log: this.log, clock: this.clock },
      faults,
    );
    const found = await this.search.condition(mounted, typed['text'], { who, point, faults });
    const and = allOf([found, namingPerson(mounted.register, typed)]);
    faults.throwIfAny();
    const rows = {
      ...{ register: mounted.register, filters: asked.filters, beside: asked.beside, day: point.day, isLastDay: point.isLastDay },
      position: point.position,
      ...{ isSeen, and },
    };
    return { mounted, point, asked, rows, after, by };
  }

  private mounted(name: string): MountedRegister {
    const mounted = this.parts.registers.get(name);
    if (!mounted) throw new NotFoundException(`There is no register ${JSON.stringify(name.slice(0, 60))}.`);
    return mounted;
  }

  private cursor(after: string | undefined, { order }: AskedOfRegister, faults: QueryFaults): ListCursor | undefined {
    if (after === undefined) return undefined;
    const cursor = cursorIn(after);
    if (!cursor || cursor.order !== orderText(order))
      faults.add('after', after.slice(0, 100), {
        en: 'must be the `next` of a page in this order',
        zh: '应为同一排序的上一页所给的 `next`',
      });
    return cursor;
  }
}

const rightsIn = ({ subjects }: MountedRegister, of: 'known' | 'counted') => [
  ...new Set(subjects.flatMap(({ visible }) => visible[of].flatMap(({ rights }) => rights))),
];
