import { product, rulesSaid } from '@lookback/application/system';
import { answer, answerJson } from '../output.js';

/** Every rule's name, texts and facts. */
export function rulesVerb({ json = false }: { json?: boolean }): void {
  const rules = rulesSaid(product);
  if (json) answerJson(rules);
  else for (const { name, kind, en, zh } of rules) answer(`${name} (${kind})\n  ${en}\n  ${zh}`);
}
