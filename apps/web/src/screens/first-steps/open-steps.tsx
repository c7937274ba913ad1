import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useWords } from '../../i18n/words.js';
import { isDone, steps, useFirstSteps } from './steps.js';

/** Says which step is next while the office does not stand yet, to those who administer it. */
export function OpenSteps() {
  const t = useWords();
  const { data } = useFirstSteps();
  const open = data ? steps.filter((step) => !isDone(step, data)) : [];
  const [next] = open;
  if (next === undefined) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('steps.open', { done: steps.length - open.length, all: steps.length })}
      description={
        <Link to="/first-steps" className="button-link">
          {t('steps.goOn', { step: t(`steps.${next}`) })}
        </Link>
      }
    />
  );
}
