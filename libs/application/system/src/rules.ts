import type { Parts } from '@lookback/office/desk';
import { ruleBooks } from './parts.js';

/** A rule as it is listed. */
export interface RuleSaid {
  readonly name: string;
  readonly kind: 'guard' | 'sense';
  readonly en: string;
  readonly zh: string;
  /** What its texts name. */
  readonly facts: readonly string[];
}

/** Every rule that may refuse, by name. */
export const rulesSaid = (parts: Parts): RuleSaid[] =>
  Object.entries(ruleBooks(parts))
    .map(([name, { kind, en, zh }]) => ({ name, kind, en, zh, facts: [...en.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact ?? '') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
