import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Shapes } from '../../api/ask.js';
import { Entry } from '../../components/entry.js';
import { RecordLink } from '../../components/record-link.js';
import type { Column } from '../../components/column.js';
import { Table } from '../../components/table.js';
import { useWords, type Words } from '../../i18n/words.js';
import { dayAndClock } from '../../moment/day.js';
import { SubjectAttachments } from './subject-attachments.js';
import { SubjectLink } from './subject-link.js';

type EntryLine = Shapes['EntryLine'];
interface Props {
  readonly view: string;
  readonly entries: readonly EntryLine[];
  readonly onEnd: (() => void) | undefined;
  readonly empty: ReactNode;
}

/** The same entries in one of three ways. */
export function EntryViews({ view, entries, onEnd, empty }: Props) {
  const t = useWords();
  if (entries.length === 0) return <>{empty}</>;
  if (view === 'table')
    return (
      <Table
        label={t('nav.entries')}
        columns={columns(t)}
        rows={entries}
        keyOf={({ position }) => String(position)}
        onEnd={onEnd}
        empty={empty}
      />
    );
  return (
    <div>
      {view === 'json' ? (
        <pre tabIndex={0}>{JSON.stringify(entries, null, 2)}</pre>
      ) : (
        entries.map((entry) => (
          <SubjectAttachments key={entry.position} entry={entry}>
            <Entry entry={entry}>
              <p className="hint">
                <SubjectLink entry={entry} /> {entry.daysUntilRecorded > 30 && t('entries.late', { days: entry.daysUntilRecorded })}
              </p>
            </Entry>
          </SubjectAttachments>
        ))
      )}
      {onEnd && <Button onClick={onEnd}>{t('frame.more')}</Button>}
    </div>
  );
}

const columns = (t: Words): readonly Column<EntryLine>[] => [
  {
    key: 'position',
    title: t('entries.position'),
    width: 6,
    main: true,
    cell: ({ position }) => <RecordLink to={`/entries/${String(position)}`}>@{position}</RecordLink>,
  },
  { key: 'effectiveOn', title: t('envelope.effectiveOn'), width: 8, main: true, cell: ({ effectiveOn }) => effectiveOn },
  { key: 'recordedAt', title: t('entries.recordedAt'), width: 11, cell: ({ recordedAt }) => dayAndClock(recordedAt) },
  { key: 'subject', title: t('entries.subject'), width: 13, cell: (entry) => <SubjectLink entry={entry} /> },
  { key: 'sentence', title: t('entries.sentence'), width: 32, cell: (entry) => t.both(entry) },
  {
    key: 'actedBy',
    title: t('entry.actedBy'),
    width: 9,
    cell: ({ actedBy }) => (actedBy?.member ? t.both(actedBy) : (actedBy?.name ?? '—')),
  },
];
