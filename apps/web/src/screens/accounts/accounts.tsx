import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { useWords } from '../../i18n/words.js';
import { AccountCard } from './account-card.js';

/** Who may sign in, and what each may do where. A right takes effect when its holder's session is next renewed, a lost one at once. */
export function Accounts() {
  const t = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const accounts = useInfiniteQuery({
    queryKey: ['accounts'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/accounts', { signal, params: { query: { ...(pageParam && { after: pageParam }), limit: 100 } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const first = accounts.data?.pages[0];
  return (
    <Page
      title={t('nav.accounts')}
      asOf={first && <AsOf position={first.position} />}
      actions={<ActButton main path="open-account" of="/accounts" onAct={setAsking} />}
    >
      <Answered of={accounts}>
        {({ pages }) => <AccountList accounts={pages.flatMap((page) => page.accounts)} onAct={setAsking} />}
      </Answered>
      {accounts.hasNextPage && <Button onClick={() => void accounts.fetchNextPage()}>{t('frame.more')}</Button>}
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}

interface Props {
  readonly accounts: readonly Shapes['AccountLine'][];
  readonly onAct: (asking: Asking) => void;
}

function AccountList({ accounts, onAct }: Props) {
  const t = useWords();
  if (accounts.length === 0) return <Empty>{t('accounts.empty')}</Empty>;
  return (
    <CardList wide>
      {accounts.map((account) => (
        <AccountCard key={account.account} account={account} onAct={onAct} />
      ))}
    </CardList>
  );
}
