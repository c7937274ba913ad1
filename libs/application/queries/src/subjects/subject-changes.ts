import type { FactShown, Moment } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { type AnySubject, Clock, Parts, type Principal, SubjectAbsent } from '@lookback/office/desk';
import {
  changesOf,
  difference,
  explained,
  fieldsOf,
  momentOf,
  type SubjectDiff,
  type SubjectFieldChanges,
  type SubjectWhy,
} from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { FieldChangesAsked, MomentAsked, TwoMomentsAsked } from '../moment/moment.dto.js';
import { NameDirectory } from '../names/name-directory.js';
import { OpenedSubjects } from './opened-subjects.js';
import { tellingOf } from './telling.js';

/** Answers why a subject's file is so, and what two of its moments differ in. */
@Injectable()
export class SubjectChanges {
  constructor(
    private readonly log: EventLog,
    private readonly opened: OpenedSubjects,
    private readonly names: NameDirectory,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** Throws SubjectAbsent where the subject was not on record at the moment. */
  async why(subject: AnySubject, typed: string, query: MomentAsked, who: Principal | null): Promise<SubjectWhy> {
    const asked = await momentOf(query, this.log, this.clock);
    const { id, entries, to, within, tells } = await this.read(subject, typed, who);
    const moment = within(asked);
    const { shown, setBy } = explained(subject, entries, moment, to);
    if (shown.size === 0) throw new SubjectAbsent(subject.name, `${id} (${moment.effective}, @${moment.known})`);
    const telling = tellingOf(entries, moment.known, { parts: this.parts, names: to.names, tells });
    const fields = [...shown.values()].map(({ field, called }) => ({ field, ...called, setBy: telling.positions(setBy.get(field)) }));
    return { id, asOf: asOfShown(moment), fields, entries: telling.told(fields) };
  }

  /** A moment at which the subject was not on record shows no field. */
  async diff(subject: AnySubject, typed: string, query: TwoMomentsAsked, who: Principal | null): Promise<SubjectDiff> {
    const asked = await Promise.all([
      momentOf({ at: query.at, known: query.known }, this.log, this.clock),
      momentOf({ at: query.vsAt, known: query.vsKnown }, this.log, this.clock),
    ]);
    const { id, entries, to, within, tells } = await this.read(subject, typed, who);
    const [a, b] = [within(asked[0]), within(asked[1])];
    const telling = tellingOf(entries, Math.max(a.known, b.known), { parts: this.parts, names: to.names, tells });
    const changed = difference(explained(subject, entries, a, to), explained(subject, entries, b, to)).map(
      ({ field, before, after, setBy }) => ({
        field,
        ...((after ?? before)?.called ?? { en: field, zh: field }),
        ...sides(before, after),
        setBy: telling.positions(setBy),
      }),
    );
    return { id, a: asOfShown(a), b: asOfShown(b), changed, entries: telling.told(changed) };
  }

  /** A field that no file of this subject has ever shown did not change. */
  async ofField(
    subject: AnySubject,
    typed: string,
    { field, clock, ...query }: FieldChangesAsked,
    who: Principal | null,
  ): Promise<SubjectFieldChanges> {
    const asked = await momentOf(query, this.log, this.clock);
    const { id, entries, to, within, tells } = await this.read(subject, typed, who);
    const moment = within(asked);
    const shownOf = (state: unknown) => fieldsOf(subject.file, state, to).get(field);
    const telling = tellingOf(entries, moment.known, { parts: this.parts, names: to.names, tells });
    const told = changesOf(subject, entries, moment, { field, clock }).filter(({ entry }) => tells(entry));
    const changes = told.map(({ entry, before, after }) => ({
      on: entry.by.effectiveOn,
      setBy: telling.positions([entry]),
      ...sides(shownOf(before), shownOf(after)),
    }));
    return { id, asOf: asOfShown(moment), field, clock, changes, entries: telling.told(changes) };
  }

  private async read(subject: AnySubject, typed: string, who: Principal | null) {
    const { sight, ...read } = await this.opened.read(subject, typed, who);
    return { ...read, to: { sight, names: await this.names.in(read.entries) } };
  }
}

const sides = (before: FactShown | undefined, after: FactShown | undefined) => ({
  before: before?.value ?? null,
  after: after?.value ?? null,
  beforeSaid: before?.said ?? null,
  afterSaid: after?.said ?? null,
});

const asOfShown = ({ effective, known }: Moment) => ({ at: effective, known: `@${known}` });
