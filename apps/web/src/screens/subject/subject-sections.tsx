import { HistoryOutlined } from '@ant-design/icons';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { AttachmentsOf } from '../../components/attachments.js';
import { type Fact, Facts } from '../../components/facts.js';
import { useWords, type Words } from '../../i18n/words.js';
import type { MomentAsked } from '../../moment/moment-asked.js';
import { FieldWhy } from './field-why.js';
import { OpenProposals } from './open-proposals.js';
import { SubjectAttachments } from './subject-attachments.js';
import { SubjectHistory } from './subject-history.js';
import { type AnyFile, entriesBy, historyOf } from './subject-queries.js';

interface Props {
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly file: Shapes['SubjectFileShown'];
  readonly moment: MomentAsked;
}

/** What any subject's file shows: its facts with why each is so, what its entries rest on, and its history. */
export function SubjectSections({ subject, file, moment }: Props) {
  const t = useWords();
  const past = moment.at !== undefined || moment.known !== undefined;
  const [why, setWhy] = useState<Fact | null>(null);
  const history = useQuery(historyOf(subject, moment.known));
  return (
    <AttachmentsOf value={{ of: subject }}>
      {file.sections.map((section) => (
        <section key={section.section}>
          <h2>{t.both(section)}</h2>
          <Facts facts={section.facts.map((fact) => factOf(fact, t))} onWhy={setWhy} />
        </section>
      ))}
      <SubjectAttachments entries={entriesBy(file.asOf.at, history.data?.entries)} />
      {!past && <OpenProposals subject={subject} entries={history.data?.entries ?? []} />}
      <SubjectHistory {...{ subject, history, past }} at={file.asOf.at} inapplicable={file.inapplicable} />
      <FieldWhy of={why} subject={subject} moment={moment} onClose={() => setWhy(null)} />
    </AttachmentsOf>
  );
}

/** A fact as it is read: in words, where the server has any. */
export const factOf = ({ field, said, value, ...called }: Shapes['FileFact'], t: Words): Fact => ({
  field,
  label: t.both(called),
  value: said ? t.both(said) : value === null ? '—' : JSON.stringify(value),
});

/** Leads to the time machine of a subject. */
export function TimeMachineLink({ subject, search }: { readonly subject: string; readonly search: MomentAsked }) {
  const t = useWords();
  const [, plural = '', id = ''] = subject.split('/');
  return (
    <Link to="/$plural/$id/time" params={{ plural, id }} search={search} className="button-link">
      <HistoryOutlined aria-hidden /> {t('time.title')}
    </Link>
  );
}

interface FileProps extends Omit<Props, 'file'> {
  readonly file: UseQueryResult<AnyFile>;
}

/** The file as it is answered. */
export function FileOf({ subject, file, moment }: FileProps) {
  return (
    <Answered of={file}>{(shown) => ('sections' in shown ? <SubjectSections {...{ subject, moment }} file={shown} /> : null)}</Answered>
  );
}
