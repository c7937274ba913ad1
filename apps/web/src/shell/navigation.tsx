import {
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  CarryOutOutlined,
  ControlOutlined,
  DatabaseOutlined,
  FileSearchOutlined,
  FlagOutlined,
  HomeOutlined,
  ImportOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { registers } from '../api/registers.js';
import { type Term, useWords } from '../i18n/words.js';
import { useMay } from '../session/may.js';
import { opens } from '../session/route-access.js';
import './navigation.css';

interface Entry {
  readonly to: string;
  readonly term: Term;
  readonly icon: ComponentType<{ 'aria-hidden': true }>;
}

const entries: readonly Entry[] = [
  { to: '/first-steps', term: 'nav.firstSteps', icon: FlagOutlined },
  { to: '/', term: 'nav.desk', icon: CarryOutOutlined },
  { to: '/problems', term: 'nav.ledger', icon: AuditOutlined },
  { to: '/households', term: 'nav.households', icon: HomeOutlined },
  { to: '/counts', term: 'nav.counts', icon: AppstoreOutlined },
  { to: '/entries', term: 'nav.entries', icon: FileSearchOutlined },
  { to: '/people', term: 'nav.people', icon: TeamOutlined },
  { to: '/units', term: 'nav.units', icon: BankOutlined },
  { to: '/visits', term: 'nav.visits', icon: WalletOutlined },
  { to: '/imports', term: 'nav.imports', icon: ImportOutlined },
  { to: '/standards', term: 'nav.standards', icon: ControlOutlined },
  { to: '/accounts', term: 'nav.accounts', icon: UserOutlined },
  { to: '/log', term: 'nav.log', icon: DatabaseOutlined },
];

/** The registers that have a screen of their own, whatever its address. */
const withScreen = new Set(['households', 'problems', 'helpers', 'people', 'units', 'standards', 'accounts', 'name-index']);

/** Where one may go: the console's own screens, then the lists that have none. What one may not do is absent. */
export function Navigation({ onGone }: { readonly onGone: () => void }) {
  const t = useWords();
  const may = useMay();
  const lists = useQuery(registers).data?.registers.filter(({ name }) => !withScreen.has(name)) ?? [];
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      <ul>
        {entries
          .filter(({ to }) => may(opens(to)))
          .map(({ to, term, icon: Icon }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }} onClick={onGone}>
                <Icon aria-hidden /> {t(term)}
              </Link>
            </li>
          ))}
        {lists.map(({ name, called }) => (
          <li key={name}>
            <Link to="/lists/$name" params={{ name }} activeProps={{ 'aria-current': 'page' }} onClick={onGone}>
              <TableOutlined aria-hidden /> {t.both(called)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
