import type { CalendarDate } from '@lookback/kernel';
import { type AnySubject, Clock, heldOf, Parts, Posts, type Principal, seesOf } from '@lookback/office/desk';
import {
  answererRights,
  type ProposalListed,
  ProposalQuery,
  type RequestListed,
  requestRights,
  type TrayListed,
} from '@lookback/office/four-eyes';
import type { Names } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { EntryLines } from '../entries/entry-lines.js';
import type { ById } from '../ledger/rectification.dto.js';
import { ReadModelPosition } from '../moment/read-model-position.js';
import { NameDirectory } from '../names/name-directory.js';
import type { CorrectionRequestTray, ProposalAnswered, ProposalDesk, ProposalLine, ProposalTrayShown } from './proposals.dto.js';

const linesInATray = 100;
const nothing: TrayListed<ProposalListed> = { listed: [], count: 0, overdue: 0 };

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
    const [toAnswer, mine, requests] = await Promise.all([
      held ? this.query.toAnswer({ ...of, ...held.holder, confirms: heldOf(who, subjects, answering) }) : nothing,
      this.query.mine(of),
      this.query.requests({ ...of, deals: heldOf(who, subjects, dealing) }),
    ]);
    const [shownToAnswer, shownMine] = [await this.shown(toAnswer, today), await this.shown(mine, today)];
    return { position, toAnswer: shownToAnswer, mine: shownMine, requests: await this.requests(requests, today) };
  }

  /** Without those of streams in which the log is broken. */
  private async shown({ listed, count, overdue }: TrayListed<ProposalListed>, today: CalendarDate): Promise<ProposalTrayShown> {
    const lineOf = await this.linesOf(listed, today);
    const names = await this.names.load({
      people: listed.map(({ answeredBy }) => answeredBy),
      units: listed.map(({ answeredFor }) => answeredFor),
    });
    const proposals = listed.flatMap((proposal): ProposalLine[] => {
      const line = lineOf(proposal, proposal.outcome === null);
      return line ? [{ ...line, proposes: proposal.kind, level: proposal.level, answered: answeredIn(proposal, names) }] : [];
    });
    return { proposals, count, overdue };
  }

  private async requests({ listed, ...counted }: TrayListed<RequestListed>, today: CalendarDate): Promise<CorrectionRequestTray> {
    const lineOf = await this.linesOf(listed, today);
    return { ...counted, requests: listed.flatMap((request) => lineOf(request, true) ?? []) };
  }

  /** What both kinds of lines show. */
  private async linesOf(listed: readonly RequestListed[], today: CalendarDate) {
    const entries = new Map((await this.lines.whole(listed)).map((entry) => [entry.id, entry]));
    return ({ id, about, dueOn }: RequestListed, waits: boolean) => {
      const entry = entries.get(id);
      if (!entry) return undefined;
      const { position, ...told } = entry;
      return { position, ...told, about: (about && this.parts.titles[about]) || null, dueOn, overdue: waits && dueOn < today };
    };
  }
}

function answeredIn({ outcome, answeredOn, answeredBy: by, answeredFor: unit }: ProposalListed, names: Names): ProposalAnswered | null {
  if (outcome === null || answeredOn === null) return null;
  return { outcome, on: answeredOn, by: by && calledById(by, names.official(by)), unit: unit && calledById(unit, names.unit(unit)) };
}

const calledById = (id: string, name: string | null): ById => ({ id, name });

/** The rights by which proposals about a kind of subject are answered. */
const answering = ({ amendable }: AnySubject) => (amendable ? answererRights : []);

/** Those of whoever deals with requests. */
const dealing = ({ amendable }: AnySubject) => (amendable ? [...requestRights.record, ...requestRights.answer] : []);
