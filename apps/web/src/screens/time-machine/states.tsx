import { useQuery } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import type { Shapes } from '../../api/ask.js';
import { Refused } from '../../api/problem-details.js';
import { AttachmentsOf } from '../../components/attachments.js';
import type { EntryNarrative } from '../../components/entry.js';
import type { Fact } from '../../components/facts.js';
import { Failure } from '../../components/failure.js';
import { Waiting } from '../../components/waiting.js';
import { Why } from '../../components/why.js';
import { WhyButton } from '../../components/why-button.js';
import { useWords } from '../../i18n/words.js';
import { FieldWhy } from '../subject/field-why.js';
import { type AnyFile, diffOf, fileOf } from '../subject/subject-queries.js';
import { type Row, rowsOf, sideOf, touches } from './rows.js';
import type { Moment } from './use-resolved-moments.js';
import './states.css';

/** What is asked about a field: why it is so on one side, or what made the difference. */
interface Asked extends Pick<Fact, 'field' | 'label'> {
  readonly of: 'a' | 'b' | 'difference';
}

interface Props {
  readonly subject: string;
  readonly a: Moment;
  readonly b: Moment;
  /** Whether it is asked what differs: not while a hand moves one of them. */
  readonly comparing: boolean;
}

/** The subject at A beside the subject at B, what changed marked by colour and word. */
export function States({ subject, a, b, comparing }: Props) {
  const t = useWords();
  const [why, setWhy] = useState<Asked | null>(null);
  const [left, right] = [useQuery(fileOf(subject, a)), useQuery(fileOf(subject, b))];
  const diff = useQuery({ ...diffOf(subject, a, b), enabled: comparing });
  const file = (query: typeof left) => (isAbsent(query.error) ? undefined : query.data);
  const [fileBefore, fileAfter] = [file(left), file(right)];
  const before = useMemo(() => fileBefore && sideOf(fileBefore, t), [fileBefore, t]);
  const after = useMemo(() => fileAfter && sideOf(fileAfter, t), [fileAfter, t]);
  const failure = [left.error, right.error, diff.error].find((error) => error !== null && !isAbsent(error));
  if (failure) return <Failure error={failure} />;
  if (left.isLoading || right.isLoading) return <Waiting rows={10} />;
  const compared = comparing && hasCome([left, right, diff]);
  const rows = rowsOf(before, after, compared ? (diff.data?.changed ?? []) : null, t);
  const asked = (of: Asked['of']) => (why?.of === of ? why : null);
  const count = rows.filter(({ changed }) => changed).length;
  return (
    <>
      <table className="states" aria-busy={[left, right, diff].some(({ isFetching }) => isFetching)}>
        <caption className="hint">{compared ? t('time.changedCount', { count }) : t('time.comparing')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time.field')}</th>
            <th scope="col">{t('time.stateAt', { name: 'A', ...(fileBefore?.asOf ?? a) })}</th>
            <th scope="col">{t('time.stateAt', { name: 'B', ...(fileAfter?.asOf ?? b) })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StateRow key={row.field} {...row} onWhy={setWhy} />
          ))}
        </tbody>
      </table>
      <AttachmentsOf value={{ of: subject, region: regionOf(fileAfter ?? fileBefore) }}>
        <FieldWhy of={asked('a')} subject={subject} moment={a} onClose={() => setWhy(null)} />
        <FieldWhy of={asked('b')} subject={subject} moment={b} onClose={() => setWhy(null)} />
        <Why
          of={asked('difference') && `${why?.label ?? ''} · ${t('time.changed')}`}
          entries={entriesBetween(diff.data, why?.field ?? '')}
          onClose={() => setWhy(null)}
        />
      </AttachmentsOf>
    </>
  );
}

interface RowProps extends Row {
  readonly onWhy: (asked: Asked) => void;
}

/** A row that says the same as before is not drawn again: most of them while a handle moves. */
const StateRow = memo(function StateRow({ field, label, before, after, inA, inB, changed, onWhy }: RowProps) {
  const t = useWords();
  const ask = (of: Asked['of']) => () => onWhy({ field, label, of });
  return (
    <tr className={changed ? 'changed' : undefined}>
      <th scope="row">
        {label}{' '}
        {changed && (
          <button type="button" className="changed-mark" aria-label={t('time.difference', { field: label })} onClick={ask('difference')}>
            {t('time.changed')}
          </button>
        )}
      </th>
      <td>
        {before} {inA && <WhyButton of={`${label} · A`} onClick={ask('a')} />}
      </td>
      <td>
        {after} {inB && <WhyButton of={label} onClick={ask('b')} />}
      </td>
    </tr>
  );
});

/** The entries that make a field differ, and what lies within it. */
function entriesBetween(diff: Shapes['SubjectDiff'] | undefined, field: string): readonly EntryNarrative[] {
  const changed = diff?.changed.filter((one) => touches(one.field, field)) ?? [];
  const behind = new Set(changed.flatMap(({ setBy }) => setBy));
  return diff?.entries.filter(({ position }) => behind.has(position)) ?? [];
}

/** Where it lies, as far as its file says so. */
const regionOf = (file: AnyFile | undefined) => (file && 'village' in file ? file.village.code : undefined);

/** Whether all of it is of the moments that were asked for; while it is on its way, nothing is marked. */
const hasCome = (asked: readonly { readonly isPlaceholderData: boolean; readonly isLoading: boolean }[]): boolean =>
  asked.every(({ isPlaceholderData, isLoading }) => !isPlaceholderData && !isLoading);

/** At that moment the subject was not on record. */
const isAbsent = (error: unknown): boolean => error instanceof Refused && error.problem.status === 404;
