import { type AnySubject, holdsAt, type Principal, type Right, rightsToAsk } from '@lookback/office/desk';
import type { SubjectHistory } from '@lookback/review/history';
import type { OpenedSubject } from './opened-subjects.js';

type Changeable = Pick<SubjectHistory, 'correctable' | 'retractable'>;

/** The entries of which an account may ask that they be changed, where no proposal about them waits; nothing of what takes no corrections. */
export function changeable(subject: AnySubject, { history, entries, where, sight }: OpenedSubject, who: Principal | null): Changeable {
  const none = { correctable: [], retractable: [] };
  const asking = subject.routes.find(({ path }) => path === 'propose-correction');
  if (!asking || !who || !where) return none;
  const versions = history.versions();
  const waiting = new Set(versions.openProposals.flatMap(({ type, data }) => (type === 'CorrectionProposed' ? data.original : [])));
  const rightsFor = (original: string): readonly Right[] =>
    asking.amendment?.needs?.({ original } as never, versions) ?? rightsToAsk(asking);
  const lines = entries.flatMap(({ id }) => (waiting.has(id) ? [] : (versions.line(id) ?? [])));
  const mine = lines.filter(({ original }) => holdsAt(who, rightsFor(original.id), where));
  const hasForm = (type: string) => subject.routes.some(({ commandFrom }) => commandFrom && type in commandFrom);
  return {
    correctable: mine.filter(({ original }) => sight === 'whole' && hasForm(original.type)).map(({ original }) => original.id),
    retractable: mine.filter(({ says }) => says !== null).map(({ original }) => original.id),
  };
}
