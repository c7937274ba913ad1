import { Alert } from 'antd';
import { useWords } from '../i18n/words.js';
import { today } from '../moment/day.js';
import type { MomentAsked } from '../moment/moment-asked.js';
import { isBeyond } from '../moment/use-moment.js';

interface Props {
  readonly asked: MomentAsked;
  readonly answered: Required<MomentAsked>;
}

/** Says where a moment was asked for that has not come yet, on either clock: what is shown is what is on record so far. */
export function MomentWarnings({ asked, answered }: Props) {
  const t = useWords();
  return (
    <>
      {answered.at > today() && <Alert type="warning" showIcon title={t('asOf.dayToCome', { at: answered.at })} />}
      {isBeyond(asked, answered) && (
        <Alert type="warning" showIcon title={t('asOf.beyond', { known: asked.known ?? '', newest: answered.known })} />
      )}
    </>
  );
}
