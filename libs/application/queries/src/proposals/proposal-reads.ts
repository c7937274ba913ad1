import type { CalendarDate } from '@lookback/kernel';
import { type AnySubject, Clock, heldOf, Parts, Posts, type Principal, seesOf } from '@lookback/office/desk';
import { answererRights, type ProposalListed, ProposalQuery, type ProposalTray } from '@lookback/office/four-eyes';
import { Injectable } from '@nestjs/common';
import { EntryLines } from '../entries/entry-lines.js';
import type { ById } from '../ledger/rectification.dto.js';
import { ReadModelPosition } from '../moment/read-model-position.js';
import { NameDirectory } from '../names/name-directory.js';
import type { ProposalAnswered, ProposalDesk, ProposalLine, ProposalTrayShown } from './proposals.dto.js';

const linesInATray = 100;
const nothing: ProposalTray = { proposals: [], count: 0, overdue: 0 };

/** Answers which corrections and late reports wait for an account, and what became of its own. */
@Injectable()
export class ProposalReads {
  constructor(
    private readonly query: ProposalQuery,
    private readonly lines: EntryLines,
    private readonly names: NameDirectory,
    private readonly readModelPosition: ReadModelPosition,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** Who holds no post today answers nothing. */
  async desk(who: Principal): Promise<ProposalDesk> {
    const [position, today] = [await this.readModelPosition.position(), this.clock.today()];
    const held = who.person ? await this.posts.held(who.person, today) : null;
    const { subjects } = this.parts;
    const of = {
      sees: seesOf(who, subjects),
      people: [who.account, ...(who.person ? [who.person] : [])],
      today,
      limit: linesInATray,
    };
    const [toAnswer, mine] = await Promise.all([
      held ? this.query.toAnswer({ ...of, ...held.holder, confirms: heldOf(who, subjects, answering) }) : nothing,
      this.query.mine(of),
    ]);
    return { position, toAnswer: await this.shown(toAnswer, today), mine: await this.shown(mine, today) };
  }

  /** Without those of streams in which the log is broken. */
  private async shown({ proposals, ...counted }: ProposalTray, today: CalendarDate): Promise<ProposalTrayShown> {
    const entries = new Map((await this.lines.whole(proposals)).map((entry) => [entry.id, entry]));
    const names = await this.names.load({
      people: proposals.map(({ answeredBy }) => answeredBy),
      units: proposals.map(({ answeredFor }) => answeredFor),
    });
    const answered = ({ outcome, answeredOn, answeredBy: by, answeredFor: unit }: ProposalListed): ProposalAnswered | null =>
      outcome && answeredOn
        ? { outcome, on: answeredOn, by: by && calledById(by, names.official(by)), unit: unit && calledById(unit, names.unit(unit)) }
        : null;
    const lines = proposals.flatMap((proposal): ProposalLine[] => {
      const entry = entries.get(proposal.id);
      if (!entry) return [];
      const { position, ...told } = entry;
      const { kind: proposes, dueOn, level, outcome, about } = proposal;
      const called = (about && this.parts.titles[about]) || null;
      return [
        {
          position,
          ...told,
          proposes,
          about: called,
          dueOn,
          overdue: outcome === null && dueOn < today,
          level,
          answered: answered(proposal),
        },
      ];
    });
    return { ...counted, proposals: lines };
  }
}

const calledById = (id: string, name: string | null): ById => ({ id, name });

/** The rights by which proposals about a kind of subject are answered. */
const answering = ({ amendable }: AnySubject) => (amendable ? answererRights : []);
