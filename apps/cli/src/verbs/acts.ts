import { actsOf, type FieldShown } from '@lookback/office/desk';
import { product } from '@lookback/application/system';
import { WrongUsage } from '../finish.js';
import { answer, answerJson } from '../output.js';

/** What can be asked of which subjects, with the fields of each act as `lookback ask` takes them. */
export function actsVerb(plural: string | undefined, { json = false }: { json?: boolean }): void {
  const every = actsOf(product.subjects).subjects.filter((one) => plural === undefined || one.plural === plural);
  if (every.length === 0) throw new WrongUsage(`there are no ${plural ?? ''}`);
  if (json) {
    answerJson({ subjects: every });
    return;
  }
  for (const { plural: of, acts } of every)
    for (const { path, called, fields, opens } of acts.filter((act) => !act.fromList)) {
      answer(`lookback ask ${of} ${opens ? '-' : '<id>'} ${path}\n  ${called.zh}  ${called.en}`);
      for (const line of fieldLines(fields)) answer(`    ${line}`);
    }
}

/** A field a line: its option, its label in both languages, and what it takes. */
const fieldLines = (fields: readonly FieldShown[], above = ''): string[] =>
  fields
    .filter(({ kind }) => kind !== 'filled' && kind !== 'total')
    .flatMap(({ name, kind, called, optional, choices, fields: within }) => {
      const option = `${above}${name}`;
      if (within) return [`${option}: ${called.zh}  ${called.en}`, ...fieldLines(within, `${option}${kind === 'rows' ? '.0' : ''}.`)];
      const takes = choices ? choices.map(({ code }) => code).join(' | ') : kind;
      return [`--${option}${optional ? ' (optional)' : ''}  ${called.zh}  ${called.en}  <${takes}>`];
    });
