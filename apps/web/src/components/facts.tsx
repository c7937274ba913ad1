import type { ReactNode } from 'react';
import { WhyButton } from './why-button.js';
import './facts.css';

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
}

/** Fields with their values, each with *why?*. */
export function Facts({ facts, onWhy }: Props) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.field} className="fact">
          <dt>{fact.label}</dt>
          <dd>
            <span>{fact.value}</span>
            <WhyButton of={fact.label} onClick={() => onWhy(fact)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
