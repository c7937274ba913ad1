import { Button } from 'antd';
import type { Shapes } from '../../api/ask.js';
import { useRights, useRoles } from '../../api/rights.js';
import { CardList } from '../../components/card-list.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import './role-cards.css';

interface Props {
  readonly held: Shapes['FirstStepsShown']['roles'];
  readonly onOpen: (role: string) => void;
}

/** Every role: whose work it is, what each of its rights opens, what it is kept apart from, and how many accounts hold it. */
export function RoleCards({ held, onOpen }: Props) {
  const t = useWords();
  const [roles, rights] = [useRoles(), useRights()];
  return (
    <CardList>
      {roles.map(({ role, rights: its, who, apart, ...name }) => {
        const accounts = held.find((one) => one.role === role)?.accounts ?? 0;
        return (
          <li key={role}>
            <p>
              <strong>{t.both(name)}</strong> <Tag tone={accounts > 0 ? 'good' : 'plain'}>{t('steps.roleHeld', { accounts })}</Tag>
            </p>
            <p>{t.both(who)}</p>
            <ul className="role-rights">
              {rights
                .filter(({ right }) => its.includes(right))
                .map(({ right, opens }) => (
                  <li key={right}>
                    {t.code('right', right)} <small className="hint">{t.both(opens)}</small>
                  </li>
                ))}
            </ul>
            <p className="hint">{t.both(apart)}</p>
            <p className="acts">
              <Button size="small" onClick={() => onOpen(role)}>
                {t('steps.openInRole', { role: t.both(name) })}
              </Button>
            </p>
          </li>
        );
      })}
    </CardList>
  );
}
