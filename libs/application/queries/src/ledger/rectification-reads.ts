import {
  type Cursor,
  LedgerQuery,
  type ProblemCount,
  type ProblemListed,
  problemsRegister,
  rectificationCodes,
  trays,
} from '@lookback/case/rectification';
import type { CalendarDate, InBoth, RegionCode, UnitId } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Clock, countsOf, heldOf, Parts, Posts, type Principal, type Right, seesOf, StandardsInForce } from '@lookback/office/desk';
import { RegionDirectory, unitNames } from '@lookback/office/registry';
import { ListsFromLog, type ListsInPlay } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import type {
  LedgerAsked,
  ProblemCounts,
  ProblemDesk,
  ProblemLine,
  ProblemPage,
  ProblemsAsked,
  ProblemTally,
} from './rectification.dto.js';
import { NameDirectory } from '../names/name-directory.js';
import { calledApart, CountyLists } from '../lists/county-lists.js';
import { filterOf } from './problem-filter.js';
import { ReadModelPosition } from '../moment/read-model-position.js';
import { problemLines } from './problem-lines.js';

const linesUnlessSaid = 50;
const linesInATray = 100;

/** Answers what is asked of the ledger: rows from the read model, days and proposals as of today. */
@Injectable()
export class RectificationReads {
  constructor(
    private readonly log: EventLog,
    private readonly query: LedgerQuery,
    private readonly regions: RegionDirectory,
    private readonly readModelPosition: ReadModelPosition,
    readonly standards: StandardsInForce,
    readonly names: NameDirectory,
    readonly words: ListsFromLog,
    private readonly lists: CountyLists,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  async ledger({ after, limit = linesUnlessSaid, ...query }: LedgerAsked, who: Principal): Promise<ProblemPage> {
    const [position, today] = [await this.readModelPosition.position(), this.clock.today()];
    const wanted = {
      ...(await filterOf(query, this.lists, who)),
      after: after === undefined ? undefined : cursorOf(after),
      limit: limit + 1,
    };
    const found = await this.query.find(wanted, seesOf(who, this.subjects), today);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      position,
      problems: await this.lines(page, today),
      next: last ? `${last.foundOn}~${last.number}~${last.stream}` : null,
    };
  }

  async counts(query: ProblemsAsked, who: Principal): Promise<ProblemCounts> {
    const position = await this.readModelPosition.position();
    const classes = await this.lists.inPlay('problem-classes', who, query.region);
    const sources = await this.lists.inPlay('problem-sources', who, query.region);
    const ruled = { class: classes.ruled, source: sources.ruled };
    const filter = await filterOf(query, this.lists, who);
    const counts = await this.query.count(filter, countsOf(who, this.subjects), this.clock.today(), ruled);
    const units = await unitNames(
      this.log,
      counts.flatMap(({ by, key }) => (by === 'unit' && key !== null ? [key as UnitId] : [])),
    );
    const regions = this.regions.on(this.clock.today());
    const region = (code: string) => named(regions.name(code as RegionCode));
    const tally = (breakdown: ProblemCount['by'], word: (key: string) => InBoth | undefined): ProblemTally[] =>
      counts
        .filter(({ by }) => by === breakdown)
        .map(({ key, problems, overdue, relapsed }) => ({
          key,
          problems,
          overdue,
          relapsed,
          ...noList,
          ...((key === null ? undefined : word(key)) ?? wordless),
        }));
    const byCode = (breakdown: 'class' | 'source', lists: ListsInPlay): ProblemTally[] =>
      calledApart(
        counts.filter(({ by }) => by === breakdown).map(({ by: _by, ...count }) => count),
        lists,
        addedUp,
      );
    const { problems = 0, overdue = 0, relapsed = 0 } = counts.find(({ by }) => by === 'all') ?? {};
    return {
      position,
      problems,
      overdue,
      relapsed,
      byTownship: tally('township', region),
      byVillage: tally('village', region),
      byClass: byCode('class', classes),
      bySource: byCode('source', sources),
      byStatus: tally('status', (key) => (rectificationCodes.problemStatuses as Words)[key]),
      byUnit: tally('unit', (key) => named(units.get(key as UnitId))),
    };
  }

  /** The desk of an official who holds no post today is empty. */
  async desk(who: Principal): Promise<ProblemDesk> {
    const [position, today] = [await this.readModelPosition.position(), this.clock.today()];
    const held = who.person ? await this.posts.held(who.person, today) : null;
    const may = (...rights: Right[]) => heldOf(who, this.subjects, () => rights);
    const deskOf = {
      holder: held?.holder ?? null,
      sees: seesOf(who, this.subjects),
      verify: may('verify'),
      cancel: may('cancel'),
      handOver: may('hand-over'),
      escalate: may('hand-over', 'inspect'),
    };
    const found = await this.query.desk(deskOf, today, linesInATray);
    const lines = await this.lines(
      trays.flatMap((tray) => found[tray]),
      today,
    );
    const filled = trays.map((tray) => [tray, lines.splice(0, found[tray].length)] as const);
    const desk = Object.fromEntries(filled) as Record<(typeof trays)[number], ProblemLine[]>;
    return { position, ...desk, toEscalate: desk.toEscalate.filter(({ escalation }) => escalation !== null) };
  }

  private get subjects() {
    return this.parts.withRowsIn(problemsRegister);
  }

  private lines(listed: readonly ProblemListed[], today: CalendarDate): Promise<ProblemLine[]> {
    return problemLines(listed, today, this);
  }
}

function cursorOf(after: string): Cursor {
  const [foundOn = '', number = '', stream = ''] = after.split('~');
  return { foundOn: foundOn as CalendarDate, number: number as Cursor['number'], stream };
}

const noList = { setIn: null, since: null };
const addedUp = <Count extends Pick<ProblemTally, 'problems' | 'overdue' | 'relapsed'>>(a: Count, b: Count): Count => ({
  ...a,
  problems: a.problems + b.problems,
  overdue: a.overdue + b.overdue,
  relapsed: a.relapsed + b.relapsed,
});
const wordless = { en: null, zh: null };
type Words = Readonly<Record<string, InBoth | undefined>>;
const named = (name: string | undefined): InBoth | undefined => (name === undefined ? undefined : { en: name, zh: name });
