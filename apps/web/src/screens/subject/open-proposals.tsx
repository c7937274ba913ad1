import { useQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { approveCorrection, confirmReport, declineCorrection, declineReport } from '../../commands/four-eyes-commands.js';
import { Entry, type EntryNarrative } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { proposalsOf } from './subject-queries.js';

interface Props {
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly entries: readonly EntryNarrative[];
}

/** Corrections and late reports that wait for a second person, with what those who may answer them can say. */
export function OpenProposals({ subject, entries }: Props) {
  const t = useWords();
  const may = useMay();
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
                {answers[kind]
                  .filter((answer) => may(answer.may))
                  .map((description) => (
                    <Button key={description.path} onClick={() => setAsking({ description, of: subject, fixed: { proposal } })}>
                      {t(description.title)}
                    </Button>
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
  correction: [approveCorrection, declineCorrection],
  retraction: [approveCorrection, declineCorrection],
  report: [confirmReport, declineReport],
};
