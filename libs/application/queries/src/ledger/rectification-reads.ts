import { LedgerQuery, problemsRegister, trays } from '@lookback/case/rectification';
import { Clock, heldOf, Parts, Posts, type Principal, type Right, seesOf, StandardsInForce } from '@lookback/office/desk';
import { ListsFromLog } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import type { ProblemDesk, ProblemLine } from './rectification.dto.js';
import { NameDirectory } from '../names/name-directory.js';
import { ReadModelPosition } from '../moment/read-model-position.js';
import { problemLines } from './problem-lines.js';

const linesInATray = 100;

/** Answers what of the ledger waits for somebody: days and proposals as of today. */
@Injectable()
export class RectificationReads {
  constructor(
    private readonly query: LedgerQuery,
    private readonly readModelPosition: ReadModelPosition,
    private readonly standards: StandardsInForce,
    private readonly names: NameDirectory,
    private readonly words: ListsFromLog,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** The desk of an official who holds no post today is empty. */
  async desk(who: Principal): Promise<ProblemDesk> {
    const [position, today] = [await this.readModelPosition.position(), this.clock.today()];
    const held = who.person ? await this.posts.held(who.person, today) : null;
    const subjects = this.parts.withRowsIn(problemsRegister);
    const may = (...rights: Right[]) => heldOf(who, subjects, () => rights);
    const deskOf = {
      holder: held?.holder ?? null,
      sees: seesOf(who, subjects),
      verify: may('verify'),
      cancel: may('cancel'),
      handOver: may('hand-over'),
      escalate: may('hand-over', 'inspect'),
    };
    const found = await this.query.desk(deskOf, today, linesInATray);
    const lines = await problemLines(
      trays.flatMap((tray) => found[tray]),
      today,
      { names: this.names, standards: this.standards, words: this.words },
    );
    const filled = trays.map((tray) => [tray, lines.splice(0, found[tray].length)] as const);
    const desk = Object.fromEntries(filled) as Record<(typeof trays)[number], ProblemLine[]>;
    return { position, ...desk, toEscalate: desk.toEscalate.filter(({ escalation }) => escalation !== null) };
  }
}
