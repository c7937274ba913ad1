import { DeleteOutlined, SaveOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { fromAddress, intoAddress } from '../../moment/address.js';
import { useSavedViews } from './use-saved-views.js';
import '../../forms/filters.css';
import './saved-views.css';

/** Questions asked again and again: each a name for an address. */
export function SavedViews({ asked }: { readonly asked: Readonly<Record<string, string>> }) {
  const t = useWords();
  const { views: kept, keep } = useSavedViews();
  const [begun] = useState(kept === null);
  const views = kept ?? [];
  const [name, setName] = useState('');
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), search: intoAddress(asked) }]);
    setName('');
  };
  return (
    <details className="filters" open={begun}>
      <summary>
        {t('views.title')} <span className="count">{views.length}</span>
      </summary>
      {kept === null && <Alert type="warning" showIcon title={t('views.unreadable')} />}
      <ul className="views">
        {views.map((view) => (
          <li key={view.name}>
            <Link to="/entries" search={fromAddress(view.search)}>
              {view.name}
            </Link>
            <Button
              {...{ size: 'small', type: 'text', icon: <DeleteOutlined aria-hidden /> }}
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => keep(views.filter((one) => one !== view))}
            />
          </li>
        ))}
      </ul>
      <form className="acts" onSubmit={save}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={40}
          aria-label={t('views.name')}
          placeholder={t('views.name')}
        />
        <Button htmlType="submit" icon={<SaveOutlined aria-hidden />} disabled={name.trim() === ''}>
          {t('views.save')}
        </Button>
        <span className="hint">{t('views.where')}</span>
      </form>
    </details>
  );
}
