import { Alert, Button } from 'antd';
import { ConnectionLost, Refused } from '../api/problem.js';
import { useWords, type Words } from '../words/words.js';

/** What went wrong, in the reader's words, and what can be done about it. */
export function Failure({ error, onAgain }: { readonly error: unknown; readonly onAgain?: (() => void) | undefined }) {
  const t = useWords();
  return (
    <Alert
      type={error instanceof ConnectionLost ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={saidOf(error, t)}
      action={
        onAgain && (
          <Button size="small" onClick={onAgain}>
            {t('failure.again')}
          </Button>
        )
      }
    />
  );
}

/** An error in one sentence. */
export function saidOf(error: unknown, t: Words): string {
  if (error instanceof ConnectionLost) return t('failure.connection');
  if (!(error instanceof Refused)) return t('failure.broken');
  const { title, titleZh, errors = [] } = error.problem;
  const faults = errors.map((fault) => `${fault.field}: ${t.both(fault)}`);
  return [t.both({ zh: titleZh, en: title }), ...faults].join(' ');
}
