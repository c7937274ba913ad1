import { Button } from 'antd';
import { useWords } from '../i18n/words.js';
import { useMay } from '../session/may.js';
import type { Asking } from './command-form.js';
import { useActs } from './use-acts.js';

interface Props extends Omit<Asking, 'act'> {
  /** The last part of its route. */
  readonly path: string;
  readonly main?: true;
  readonly small?: true;
  readonly onAct: (asking: Asking) => void;
}

/** Asks for an act of the subjects at an address, such as `/people` or `/people/…`, where the account that is signed in may. */
export function ActButton({ path, main, small, onAct, ...asking }: Props) {
  const t = useWords();
  const may = useMay();
  const act = useActs().one(asking.of.split('/')[1] ?? '', path);
  if (!act || !may(act.may, asking.region)) return null;
  return (
    <Button {...(main && { type: 'primary' })} {...(small && { size: 'small' })} onClick={() => onAct({ ...asking, act })}>
      {t.both(act.called)}
    </Button>
  );
}
