import { DeleteOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { useAsking } from '../../api/use-asking.js';
import { Answered } from '../../components/answered.js';
import { Failure } from '../../components/failure.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import type { ListAsked } from './list-asked.js';
import { dropView, saveView, type View, viewsOf } from './views-queries.js';
import './views-choice.css';

interface Props {
  readonly register: string;
  readonly asked: ListAsked;
  readonly onShow: (asked: ListAsked) => void;
}

/** Lists as one wants to see them again, for oneself or for one's unit: each a name for what chooses rows, order and columns. */
export function ViewsChoice({ register, asked, onShow }: Props) {
  const t = useWords();
  const queries = useQueryClient();
  const views = useQuery(viewsOf(register));
  const { ask, asking, failure } = useAsking();
  const [name, setName] = useState('');
  const [forUnit, setForUnit] = useState(false);
  const unit = views.data?.unit ?? null;
  const change = (what: () => Promise<unknown>) =>
    ask(async () => {
      await what();
      await queries.invalidateQueries({ queryKey: viewsOf(register).queryKey });
    });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void change(async () => {
      await saveView(register, name.trim(), asked, forUnit ? unit?.id : undefined);
      setName('');
    });
  };
  return (
    <>
      <Answered of={views} rows={1}>
        {({ views: kept }) =>
          kept.length === 0 ? (
            <p className="hint">{t('list.noView')}</p>
          ) : (
            <Kept views={kept} onShow={onShow} onDrop={(view) => void change(() => dropView(register, view))} />
          )
        }
      </Answered>
      <form className="acts" onSubmit={save}>
        <Input
          className="view-name"
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={40}
          aria-label={t('views.name')}
          placeholder={t('views.name')}
        />
        {unit && (
          <Radio.Group
            value={forUnit}
            aria-label={t('list.viewFor')}
            onChange={({ target }) => setForUnit(target.value as boolean)}
            options={[
              { value: false, label: t('list.forMe') },
              { value: true, label: t('list.forUnit', { unit: unit.called ?? '' }) },
            ]}
          />
        )}
        <Button htmlType="submit" icon={<SaveOutlined aria-hidden />} loading={asking} disabled={name.trim() === ''}>
          {t('views.save')}
        </Button>
      </form>
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}

interface KeptProps {
  readonly views: readonly View[];
  readonly onShow: (asked: ListAsked) => void;
  readonly onDrop: (view: View) => void;
}

function Kept({ views, onShow, onDrop }: KeptProps) {
  const t = useWords();
  return (
    <ul className="kept-views">
      {views.map((view) => (
        <li key={view.view}>
          <Button type="link" onClick={() => onShow(view.query)}>
            {view.name ?? t('erased')}
          </Button>
          {view.owner.kind === 'unit' && <Tag>{view.owner.called ?? t('list.unit')}</Tag>}
          <Button
            {...{ size: 'small', type: 'text', icon: <DeleteOutlined aria-hidden /> }}
            aria-label={t('views.remove', { name: view.name ?? '' })}
            onClick={() => onDrop(view)}
          />
        </li>
      ))}
    </ul>
  );
}
