import { useQuery } from '@tanstack/react-query';
import { Space } from 'antd';
import { useState } from 'react';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import { Entry, type EntryNarrative } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { proposalsOf } from './subject-queries.js';

interface Props {
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly entries: readonly EntryNarrative[];
}

/** Corrections and late reports that wait for a second person, with what those who may answer them can say. */
export function OpenProposals({ subject, entries }: Props) {
  const t = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const isAny = entries.some(({ type }) => type === 'CorrectionProposed' || type === 'ReportProposed');
  const { data } = useQuery({ ...proposalsOf(subject), enabled: isAny });
  if (!data || data.proposals.length === 0) return null;
  return (
    <section>
      <h2>
        {t('proposals.title')} <span className="count">{data.proposals.length}</span>
      </h2>
      {data.proposals.map(({ proposal, kind, position, dueOn }) => {
        const entry = entries.find((one) => one.position === position);
        const about = entry && entries.find((one) => one.id === entry.speaksOf);
        return (
          entry && (
            <Entry key={proposal} entry={entry}>
              {about && (
                <p>
                  {t('entry.now')} @{about.position} · {about.effectiveOn} · {t.both(about)}
                </p>
              )}
              <p>{t('proposals.due', { on: dueOn })}</p>
              <Space>
                {answers[kind].map((path) => (
                  <ActButton key={path} path={path} of={subject} fixed={{ proposal }} onAct={setAsking} />
                ))}
              </Space>
            </Entry>
          )
        );
      })}
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </section>
  );
}

/** What a second person can say, yes first. */
const answers = {
  correction: ['approve-correction', 'decline-correction'],
  retraction: ['approve-correction', 'decline-correction'],
  report: ['confirm-report', 'decline-report'],
} as const;
