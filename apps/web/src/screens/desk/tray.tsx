import type { Asking } from '../../commands/command-form.js';
import { useActions } from '../../commands/use-actions.js';
import { useWords } from '../../i18n/words.js';
import { ProblemAct } from '../ledger/problem-act.js';
import { DaysLeft, Duties, type ProblemLine, ProblemNumber, ProblemStatus } from '../ledger/problem-line.js';
import './tray.css';

interface Props {
  readonly title: string;
  readonly problems: readonly ProblemLine[];
  readonly onAct: (asking: Asking) => void;
}

/** One pile of the desk. */
export function Tray({ title, problems, onAct }: Props) {
  return (
    <section className="tray">
      <h2>
        {title} <span className="count">{problems.length}</span>
      </h2>
      <ul>
        {problems.map((problem) => (
          <Task key={`${problem.id} ${problem.number}`} problem={problem} onAct={onAct} />
        ))}
      </ul>
    </section>
  );
}

function Task({ problem, onAct }: { readonly problem: ProblemLine; readonly onAct: (asking: Asking) => void }) {
  const t = useWords();
  const actsOn = useActions();
  return (
    <li className="task">
      <div className="task-what">
        <strong>
          <ProblemNumber problem={problem} />
        </strong>
        <ProblemStatus status={problem.status} />
        <DaysLeft {...problem} />
      </div>
      <p>
        {t.listed(problem.classWords, problem.class)} · {problem.villageName ?? problem.village} ·{' '}
        {problem.subjectNumber ?? problem.fileCode}
      </p>
      <p className="hint">
        <Duties {...problem} />
      </p>
      {problem.escalation && <p>{t('desk.proposed', { what: t.code('escalation', problem.escalation) })}</p>}
      <ProblemAct problem={problem} acts={actsOn(problem)} onAct={onAct} />
    </li>
  );
}
