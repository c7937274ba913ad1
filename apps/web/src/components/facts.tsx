import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { WhyButton } from './why-button.js';

export interface Fact {
  /** The field as the server calls it, by which its entries are found. */
  readonly field: string;
  readonly label: string;
  readonly value: ReactNode;
}

interface Props {
  readonly facts: readonly Fact[];
  /** Asks for the entries behind a field. */
  readonly onWhy: (fact: Fact) => void;
  /** Fields that differ from the other side. */
  readonly changed?: ReadonlySet<string>;
}

/** Fields with their values, each with *why?*. */
export function Facts({ facts, onWhy, changed }: Props) {
  const t = useWords();
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.field} className={changed?.has(fact.field) ? 'fact changed' : 'fact'}>
          <dt>{fact.label}</dt>
          <dd>
            <span className="fact-value">{fact.value}</span>
            {changed?.has(fact.field) && <span className="changed-mark">{t('time.changed')}</span>}
            <WhyButton of={fact.label} onClick={() => onWhy(fact)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
