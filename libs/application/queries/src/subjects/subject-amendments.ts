import { type EntryId, type Inapplicable, type Refusal, refuseAmendment } from '@lookback/kernel';
import { type AnySubject, Clock, type CommandBody, Desk, newlyInapplicable, type Principal } from '@lookback/office/desk';
import { kindOf } from '@lookback/office/four-eyes';
import { type BreachShown, fieldsOf } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { NameDirectory } from '../names/name-directory.js';
import { RefusalsInWords } from '../words/refusals-in-words.js';
import type { CorrectionBegun, OpenProposals, WhatFollows } from './amendments.dto.js';
import { OpenedSubjects } from './opened-subjects.js';

/** Answers what of a subject is proposed, what a correction begins with, and what would follow from a command. */
@Injectable()
export class SubjectAmendments {
  constructor(
    private readonly opened: OpenedSubjects,
    private readonly names: NameDirectory,
    private readonly desk: Desk,
    private readonly clock: Clock,
    private readonly words: RefusalsInWords,
  ) {}

  /** The proposals and requests that nobody has answered, in the order in which they were made. */
  async proposals(subject: AnySubject, typed: string, who: Principal): Promise<OpenProposals> {
    const { history } = await this.opened.open(subject, typed, who);
    const requests = history
      .requests()
      .filter(({ answer }) => answer === null)
      .map(({ requested: { id, position, data } }) => ({
        request: id,
        entry: data.entry,
        position,
        dueOn: data.dueOn,
      }));
    const proposals = history.versions().openProposals.map((proposal) => {
      const { id, type, position, data } = proposal;
      return {
        proposal: id,
        kind: kindOf(proposal),
        original: type === 'ReportProposed' ? null : data.original,
        position,
        ...data.answer,
      };
    });
    return { proposals, requests };
  }

  /** Refuses by `four-eyes.original-absent` where no entry of this id counts or counted. */
  async correction(subject: AnySubject, typed: string, original: EntryId, who: Principal): Promise<CorrectionBegun> {
    const { history, sight } = await this.opened.open(subject, typed, who);
    const versions = history.versions();
    const line = versions.line(original) ?? refuseAmendment('four-eyes.original-absent', { original });
    const { type, data, by } = line.says ?? line.original;
    const route = subject.routes.find(({ commandFrom }) => commandFrom && type in commandFrom);
    const command = sight === 'whole' ? (route?.commandFrom?.[type]?.(data as never) ?? null) : null;
    const open = versions.openProposals.find((one) => one.type === 'CorrectionProposed' && one.data.original === original);
    return {
      original,
      supersedes: line.newest,
      type,
      path: command && (route?.path ?? null),
      command,
      effectiveOn: by.effectiveOn,
      authority: by.authority ?? null,
      evidence: by.evidence,
      isStruckOut: line.says === null,
      proposal: open?.id ?? null,
    };
  }

  /** Nothing is recorded. Throws what would refuse the command. */
  async whatFollows(subject: AnySubject, typed: string, { command, envelope }: CommandBody, who: Principal): Promise<WhatFollows> {
    const { id, entries, sight } = await this.opened.open(subject, typed, who);
    const { broken, before, after } = await this.desk.tryOut({ subject, id, command, envelope, who, key: randomUUID() });
    const to = { sight, names: await this.names.in(entries) };
    const today = this.clock.today();
    const [was, is] = [before, after].map((history) => fieldsOf(subject.file, history.on(today, subject), to));
    const fields = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
    return {
      breaches: await Promise.all(broken.map((rule) => this.said(rule, who))),
      inapplicable: await Promise.all(
        newlyInapplicable(subject, before, after).map(async ({ entry, why: rule }) => {
          const { en, zh } = await this.words.said(rule, who);
          return { entry, rule: rule.rule, en, zh };
        }),
      ),
      changed: fields
        .map((field) => ({ field, a: was?.get(field), b: is?.get(field) }))
        .filter(({ a, b }) => JSON.stringify(a?.value) !== JSON.stringify(b?.value))
        .map(({ field, a, b }) => ({
          field,
          ...((b ?? a)?.called ?? { en: field, zh: field }),
          before: a?.value ?? null,
          after: b?.value ?? null,
          beforeSaid: a?.said ?? null,
          afterSaid: b?.said ?? null,
        })),
    };
  }

  private async said(rule: Refusal | Inapplicable, who: Principal): Promise<BreachShown> {
    return { rule: rule.rule, ...(await this.words.said(rule, who)) };
  }
}
