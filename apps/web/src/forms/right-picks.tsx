import { Radio, Select } from 'antd';
import { useRights, useRoles } from '../api/rights.js';
import { useWords } from '../i18n/words.js';
import type { InputProps } from './input-props.js';
import './right-picks.css';

/** One right; each says what it opens. */
export function RightPick({ id, value, onChange, describedBy }: InputProps<string>) {
  const t = useWords();
  const rights = useRights();
  const opens = rights.find(({ right }) => right === value)?.opens;
  return (
    <>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
        options={rights.map(({ right, opens }) => ({ value: right, label: t.code('right', right), opens: t.both(opens) }))}
        optionRender={({ label, data }) => (
          <span className="explained">
            {label}
            <small className="hint">{data.opens}</small>
          </span>
        )}
        placeholder={t('pick.choose')}
        aria-describedby={describedBy}
      />
      {opens && <small className="hint">{t.both(opens)}</small>}
    </>
  );
}

/** One role, or none: whose work it is, which rights it holds, and what it is kept apart from. */
export function RolePick({ id, value, onChange, describedBy }: InputProps<string>) {
  const t = useWords();
  const roles = useRoles();
  return (
    <Radio.Group
      id={id}
      className="roles"
      value={value ?? null}
      onChange={({ target }) => onChange((target.value as string | null) ?? undefined)}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
    >
      {roles.map(({ role, who, apart, rights, ...name }) => (
        <Radio key={role} value={role}>
          <span className="explained">
            <strong>{t.both(name)}</strong>
            <small>{t.both(who)}</small>
            <small className="hint">
              {t('role.rights', { rights: rights.map((right) => t.code('right', right)).join(t('role.between')) })}
            </small>
            <small className="hint">{t.both(apart)}</small>
          </span>
        </Radio>
      ))}
      <Radio value={null}>
        <span className="explained">
          <strong>{t('role.none')}</strong>
          <small className="hint">{t('role.noneHint')}</small>
        </span>
      </Radio>
    </Radio.Group>
  );
}
