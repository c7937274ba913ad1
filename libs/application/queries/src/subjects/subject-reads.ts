import { asOf, type FileSection, type InBoth, type Moment, type Reader, type StateAsOf } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { type AnySubject, Clock, Parts, type Principal, SubjectAbsent } from '@lookback/office/desk';
import { momentOf, namedInFile, narrate, type SubjectFileShown, type SubjectHistory } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { KnownAsked, MomentAsked } from '../moment/moment.dto.js';
import { NameDirectory } from '../names/name-directory.js';
import { changeable } from './changeable.js';
import { OpenedSubjects } from './opened-subjects.js';

/** Answers what any subject is, and what was recorded of it, from the log itself. */
@Injectable()
export class SubjectReads {
  constructor(
    private readonly log: EventLog,
    private readonly opened: OpenedSubjects,
    private readonly names: NameDirectory,
    private readonly clock: Clock,
    private readonly parts: Parts,
  ) {}

  /** A `SubjectFileShown`, or the answer that the subject has of its own. Throws SubjectAbsent where it was not on record at the moment. */
  async file(subject: AnySubject, typed: string, query: MomentAsked, who: Principal | null): Promise<object> {
    const asked = await momentOf(query, this.log, this.clock);
    const { id, entries, sight, within } = await this.opened.read(subject, typed, who);
    const moment = within(asked);
    const at = asOf(subject, entries, moment);
    const named = { ...namedInFile(subject.file, at.state), codesOf: subject.regionsOf(at.state).slice(0, 1) };
    const to = { sight, names: await this.names.load(named, moment) };
    const file = subject.ownFile ? subject.ownFile.of(id, at, moment, to) : fileShown(subject, id, { at, moment, to });
    if (!file) throw new SubjectAbsent(subject.name, `${id} (${moment.effective}, @${moment.known})`);
    return file;
  }

  async history(subject: AnySubject, typed: string, query: KnownAsked, who: Principal | null): Promise<SubjectHistory> {
    const { known } = await momentOf(query, this.log, this.clock);
    const opened = await this.opened.read(subject, typed, who);
    const { id, entries, tells } = opened;
    const by = { parts: this.parts, names: await this.names.in(entries), tells };
    return { id, known: `@${known}`, entries: narrate(entries, known, by), ...changeable(subject, opened, who) };
  }
}

interface Shown {
  readonly at: StateAsOf<unknown>;
  readonly moment: Moment;
  readonly to: Reader;
}

function fileShown(subject: AnySubject, id: string, { at: { state, inapplicable }, moment, to }: Shown): SubjectFileShown | null {
  const sections = subject.file.map((section) => sectionShown(section, state, to)).filter(({ facts }) => facts.length > 0);
  if (sections.length === 0) return null;
  return {
    id,
    kind: subject.name,
    asOf: { at: moment.effective, known: `@${moment.known}` },
    title: titleOf(subject, id, state, to),
    sight: to.sight,
    sections,
    inapplicable: inapplicable.map(({ entry, why }) => ({ entry, rule: why.rule, en: why.in('en'), zh: why.in('zh') })),
  };
}

const titleOf = ({ title }: AnySubject, id: string, state: unknown, to: Reader): InBoth | null => title(state, id)?.(to).said ?? null;

const sectionShown = ({ name, called, facts }: FileSection<unknown>, state: unknown, to: Reader): SubjectFileShown['sections'][number] => ({
  section: name,
  ...called,
  facts: facts(state, to).map(({ field, called, value, said }) => ({ field, ...called, value, said })),
});
