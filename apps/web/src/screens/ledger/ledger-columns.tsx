import { useMemo } from 'react';
import type { Asking } from '../../commands/command-form.js';
import { useActions } from '../../commands/use-actions.js';
import type { Column } from '../../components/table.js';
import { useWords } from '../../i18n/words.js';
import { Choice } from './choice.js';
import { ProblemAct } from './problem-act.js';
import { DaysLeft, Duties, type ProblemLine, ProblemNumber, ProblemStatus } from './problem-line.js';

interface Props {
  readonly onAct: (asking: Asking) => void;
  /** Which lines are chosen, by `keyOf`. */
  readonly chosen: ReadonlyMap<string, ProblemLine>;
  readonly onChoose: (problem: ProblemLine, chosen: boolean) => void;
}

export const keyOf = ({ id, number }: ProblemLine): string => `${id} ${number}`;

/** The ledger's columns, as the office knows them from its sheet; those who may act on lines can choose several. */
export function useLedgerColumns({ onAct, chosen, onChoose }: Props): readonly Column<ProblemLine>[] {
  const t = useWords();
  const actsOn = useActions();
  return useMemo(
    () => [
      {
        key: 'choose',
        title: '',
        width: 2,
        main: true,
        cell: (problem) =>
          actsOn(problem).length > 0 && <Choice problem={problem} chosen={chosen.has(keyOf(problem))} onChoose={onChoose} />,
      },
      { key: 'number', title: t('field.problem'), width: 12, main: true, cell: (problem) => <ProblemNumber problem={problem} /> },
      { key: 'status', title: t('field.status'), width: 14, main: true, cell: ({ status }) => <ProblemStatus status={status} /> },
      { key: 'class', title: t('field.class'), width: 9, cell: (problem) => t.listed(problem.classWords, problem.class) },
      { key: 'village', title: t('field.village'), width: 9, cell: ({ villageName, village }) => villageName ?? village },
      { key: 'foundOn', title: t('ledger.foundOn'), width: 8, cell: ({ foundOn }) => foundOn },
      { key: 'daysLeft', title: t('ledger.daysLeft'), width: 11, cell: (problem) => <DaysLeft {...problem} /> },
      { key: 'duties', title: t('field.duties'), width: 20, cell: (problem) => <Duties {...problem} /> },
      { key: 'cancelled', title: t('ledger.cancelledOn'), width: 8, cell: ({ cancelledOn }) => cancelledOn ?? '—' },
      {
        key: 'act',
        title: t('ledger.act'),
        width: 11,
        cell: (problem) => <ProblemAct problem={problem} acts={actsOn(problem)} onAct={onAct} />,
      },
    ],
    [t, actsOn, onAct, chosen, onChoose],
  );
}
