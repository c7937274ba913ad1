import { Alert, Button } from 'antd';
import { ConnectionLost, type FieldFault, Refused, TookTooLong } from '../api/problem-details.js';
import { useWords, type Words } from '../i18n/words.js';

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
  if (error instanceof TookTooLong) return t('failure.tookTooLong', { seconds: error.seconds });
  if (error instanceof ConnectionLost) return t('failure.connection');
  if (!(error instanceof Refused)) return t('failure.broken');
  const { title, titleZh, errors = [] } = error.problem;
  const faults = errors.map((fault) => [calledIn(fault, t), t.both(fault)].join(t('failure.colon')));
  return [t.both({ zh: titleZh, en: title }), ...faults].join(' ');
}

/** What of an address or a command cannot be used, by the name that stands on the screen, with its value. */
function calledIn({ field, value }: FieldFault, t: Words): string {
  const bare = field.replace(/^(command|envelope)\./, '');
  const words = [t.code('asked', bare), t.code('filter', bare), t.code('envelope', bare)];
  const word = words.find((one) => one !== bare) ?? bare;
  return typeof value === 'string' && value !== '' ? t('failure.value', { field: word, value }) : word;
}
