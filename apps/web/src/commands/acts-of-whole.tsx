import { Button, Dropdown } from 'antd';
import { useWords } from '../i18n/words.js';
import { useMay } from '../session/may.js';
import type { Act } from './act.js';
import type { Asking } from './command-form.js';
import { useActs } from './use-acts.js';

interface Props extends Omit<Asking, 'act'> {
  readonly onAct: (asking: Asking) => void;
}

/** What may be asked of one subject as a whole: the first act by itself, the others behind one button. */
export function ActsOfWhole({ onAct, ...asking }: Props) {
  const t = useWords();
  const may = useMay();
  const [, plural = ''] = asking.of.split('/');
  const acts = useActs().ofWhole(plural);
  const [first, ...others] = acts.filter((act) => may(act.may, asking.region));
  const ask = (act: Act) => onAct({ ...asking, act });
  return (
    <>
      {first && <Button onClick={() => ask(first)}>{t.both(first.called)}</Button>}
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: others.map((one) => ({ key: one.path, label: t.both(one.called), onClick: () => ask(one) })) }}
        >
          <Button type="primary">{t('household.record')}</Button>
        </Dropdown>
      )}
    </>
  );
}
