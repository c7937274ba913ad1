import { MoreOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { Shapes } from '../../api/ask.js';
import { useRegions } from '../../api/regions.js';
import { useRights } from '../../api/rights.js';
import type { Asking } from '../../commands/command-form.js';
import type { Act } from '../../commands/act.js';
import { useActs } from '../../commands/use-acts.js';
import { toldApart } from '../../components/person-line.js';
import { RecordLink } from '../../components/record-link.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import '../../components/why-button.css';
import './account-card.css';

interface Props {
  readonly account: Shapes['AccountLine'];
  readonly onAct: (asking: Asking) => void;
}

/** An account with its rights, the entries behind them, and what an administrator may do about it. */
export function AccountCard({
  account: { account, login, person, personName, posts, phoneEnd, closed, hasPassword, temporaryPassword, rights },
  onAct,
}: Props) {
  const t = useWords();
  const { nameOf } = useRegions();
  const opens = useRights();
  const [main, ...others] = useActs().ofWhole('accounts');
  const ask = (act: Act) => onAct({ act, of: `/accounts/${account}`, subject: login });
  return (
    <li>
      <p>
        <strong>
          <RecordLink to={`/accounts/${account}`}>{login}</RecordLink>
        </strong>{' '}
        {person && (
          <>
            · <RecordLink to={`/people/${person}`}>{personName ?? t('erased')}</RecordLink>{' '}
            <span className="hint">{toldApart({ posts, phoneEnd, householdsNow: null }, t).join(' · ')}</span>
          </>
        )}{' '}
        {closed && <Tag tone="bad">{t('accounts.closed')}</Tag>}
        {!closed && !hasPassword && <Tag tone="bad">{t('accounts.noPassword')}</Tag>}
        {!closed && hasPassword && temporaryPassword && <Tag tone="warning">{t('accounts.temporary')}</Tag>}{' '}
        <Link to="/entries" search={{ kind: 'account', subject: account }} className="why" aria-label={t('why.of', { field: login })}>
          {t('why.ask')}
        </Link>
      </p>
      <ul className="account-rights">
        {rights.map(({ right, regions, units }) => (
          <li key={right}>
            <span>
              {t.code('right', right)} ·{' '}
              {[
                ...regions.map((code) => (code === 'CN' ? t('region.all') : nameOf(code))),
                ...units.map(({ unit, name }) => t('accounts.withUnit', { unit: name ?? unit })),
              ].join('、')}
            </span>
            <small className="hint"> {t.both(opens.find((one) => one.right === right)?.opens ?? {})}</small>
          </li>
        ))}
        {rights.length === 0 && <li className="hint">{t('accounts.noRight')}</li>}
      </ul>
      {!closed && (
        <span className="acts">
          {main && (
            <Button size="small" type="primary" onClick={() => ask(main)}>
              {t.both(main.called)}
            </Button>
          )}
          <Dropdown
            trigger={['click']}
            menu={{
              items: others.map((one) => ({
                key: one.path,
                label: t.both(one.called),
                onClick: () => ask(one),
              })),
            }}
          >
            <Button size="small" icon={<MoreOutlined aria-hidden />} aria-label={t('accounts.more', { login })} />
          </Dropdown>
        </span>
      )}
    </li>
  );
}
