import {
  AppstoreOutlined,
  AuditOutlined,
  CarryOutOutlined,
  ControlOutlined,
  DatabaseOutlined,
  FileSearchOutlined,
  HomeOutlined,
  ImportOutlined,
  TeamOutlined,
  UserOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { readers, useMay } from '../session/may.js';
import type { Right } from '../session/session.js';
import { type Term, useWords } from '../words/words.js';

interface Entry {
  readonly to: string;
  readonly term: Term;
  readonly icon: ComponentType<{ 'aria-hidden': true }>;
  /** Who sees it; everybody where left out. */
  readonly may?: readonly Right[];
}

const entries: readonly Entry[] = [
  { to: '/', term: 'nav.desk', icon: CarryOutOutlined },
  { to: '/problems', term: 'nav.ledger', icon: AuditOutlined, may: readers },
  { to: '/households', term: 'nav.households', icon: HomeOutlined, may: readers },
  { to: '/counts', term: 'nav.counts', icon: AppstoreOutlined, may: readers },
  { to: '/entries', term: 'nav.entries', icon: FileSearchOutlined, may: ['audit', 'inspect'] },
  { to: '/people', term: 'nav.people', icon: TeamOutlined, may: [...readers, 'administer'] },
  { to: '/visits', term: 'nav.visits', icon: WalletOutlined, may: ['record'] },
  { to: '/imports', term: 'nav.imports', icon: ImportOutlined, may: ['record'] },
  { to: '/standards', term: 'nav.standards', icon: ControlOutlined },
  { to: '/accounts', term: 'nav.accounts', icon: UserOutlined, may: ['administer'] },
  { to: '/log', term: 'nav.log', icon: DatabaseOutlined },
];

/** Where one may go. What one may not do is absent. */
export function Navigation({ onGone }: { readonly onGone: () => void }) {
  const t = useWords();
  const may = useMay();
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      <ul>
        {entries
          .filter((entry) => entry.may === undefined || may(entry.may))
          .map(({ to, term, icon: Icon }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }} onClick={onGone}>
                <Icon aria-hidden /> {t(term)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
