import { useQuery } from '@tanstack/react-query';
import type { Asking } from '../../commands/command-form.js';
import { useActions } from '../../commands/use-actions.js';
import { Attachments } from '../../components/attachments.js';
import { CardList } from '../../components/card-list.js';
import type { Fact } from '../../components/facts.js';
import { WhyButton } from '../../components/why-button.js';
import { useWords } from '../../i18n/words.js';
import type { MomentAsked } from '../../moment/moment-asked.js';
import { ProblemAct } from '../ledger/problem-act.js';
import { ProblemStatus } from '../ledger/problem-line.js';
import { type File, type Problem, wordIn } from './file.js';
import { shownOr } from './household-facts.js';
import { entriesBehind, whyOf } from '../subject/subject-queries.js';

interface Props {
  /** As the address calls it. */
  readonly id: string;
  readonly file: File;
  readonly past: boolean;
  readonly moment: MomentAsked;
  readonly onWhy: (fact: Fact) => void;
  readonly onAct: (asking: Asking) => void;
  readonly revision: number | undefined;
}

/** What is or was wrong, in words, with what one may do about it; of a past view nothing. */
export function HouseholdProblems({ id, file, past, moment, onWhy, ...act }: Props) {
  const t = useWords();
  const actsOn = useActions();
  const why = useQuery({ ...whyOf(`/households/${id}`, moment), enabled: file.problems.length > 0 });
  const evidenceOf = (field: string) => [...new Set(entriesBehind(why.data, field).flatMap(({ evidence }) => evidence))];
  return (
    <section>
      <h2>
        {t('household.problems')} <span className="count">{file.problems.length}</span>{' '}
        {file.problems.length > 0 && (
          <WhyButton
            of={t('household.problems')}
            onClick={() => onWhy({ field: 'problems', label: t('household.problems'), value: null })}
          />
        )}
      </h2>
      {file.problems.length === 0 && <p className="hint">{t('household.noProblem')}</p>}
      <CardList wide>
        {file.problems.map((problem) => (
          <li key={problem.number} id={`problem-${problem.number}`}>
            <p>
              <strong>{problem.number}</strong> <ProblemStatus status={problem.status} />{' '}
              {wordIn(file, t, { list: 'problem-classes', code: problem.class, on: problem.takenOverOn ?? problem.foundOn })}
            </p>
            <p>{shownOr(problem.words, t)}</p>
            {problem.measure && <p className="hint">{t('problem.measure', { measure: shownOr(problem.measure, t) })}</p>}
            <p className="hint">{lifeOf(problem, t)}</p>
            <Attachments digests={evidenceOf(`problems.${problem.number}`)} />
            {!past && (
              <ProblemAct
                problem={{ id: file.id, number: problem.number, village: file.village.code }}
                acts={actsOn({ status: problem.status, village: file.village.code })}
                {...act}
              />
            )}
            <WhyButton
              of={problem.number}
              onClick={() => onWhy({ field: `problems.${problem.number}`, label: problem.number, value: null })}
            />
          </li>
        ))}
      </CardList>
    </section>
  );
}

const lifeOf = ({ foundOn, dueOn, cancelledOn, relapses, list }: Problem, t: ReturnType<typeof useWords>): string =>
  [
    t('problem.foundOn', { on: foundOn }),
    dueOn && t('problem.dueOn', { on: dueOn }),
    cancelledOn && t('problem.cancelledOn', { on: cancelledOn }),
    relapses > 0 && t('problem.relapses', { count: relapses }),
    list && listed(list, t),
  ]
    .filter(Boolean)
    .join(' · ');

/** Where the list that brought it has it, under which number of its own. */
const listed = ({ sheet, row, number }: NonNullable<Problem['list']>, t: ReturnType<typeof useWords>): string =>
  number === null ? t('problem.listed', { sheet, row }) : t('problem.listedUnder', { sheet, row, number });
