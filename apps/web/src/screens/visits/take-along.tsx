import { WalletOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useWords } from '../../i18n/words.js';
import type { File } from '../household/file.js';
import { calledBy } from '../household/household-called.js';
import { shownOr } from '../household/household-facts.js';
import { useOutbox } from './outbox/use-outbox.js';

/** Puts the household on one's round, so that its visit can be recorded without a signal. */
export function TakeAlong({ file: { id, members, asOf, ...file } }: { readonly file: File }) {
  const t = useWords();
  const { outbox, store, changed } = useOutbox();
  const head = shownOr(members.find(({ relation }) => relation === 'head')?.name, t);
  const household = { id, called: calledBy(file), head, asOf };
  const taken = outbox.data?.households.some((one) => one.id === id) ?? false;
  const toggle = async () => {
    await (taken ? store?.leaveBehind(household) : store?.takeAlong(household));
    await changed();
  };
  return (
    <Button icon={<WalletOutlined aria-hidden />} disabled={!store} aria-pressed={taken} onClick={() => void toggle()}>
      {t(taken ? 'visits.taken' : 'visits.take')}
    </Button>
  );
}
