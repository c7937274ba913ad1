import { Button, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { Export } from '../../components/export.js';
import { useNarrow } from '../../components/use-narrow.js';
import { useWords } from '../../i18n/words.js';
import { intoAddress } from '../../moment/address.js';
import { figureText } from './cell-text.js';
import { ColumnsChoice } from './columns-choice.js';
import { useIsAiry } from './is-airy.js';
import { changed, type ListAsked, momentIn } from './list-asked.js';
import { ListCopy } from './list-copy.js';
import { MomentChoice } from './moment-choice.js';
import type { ListQuery } from './register-queries.js';
import type { RegisterChanges, RegisterColumn, RegisterDescription, RegisterPage } from './register-shapes.js';
import { SinceChoice } from './since-choice.js';
import { ViewsChoice } from './views-choice.js';
import './list-bar.css';

interface Props {
  readonly description: RegisterDescription;
  readonly shown: readonly RegisterColumn[];
  readonly list: ListQuery;
  readonly asked: ListAsked;
  readonly ask: (asked: ListAsked) => void;
  /** Undefined while it is on its way. */
  readonly first: RegisterPage | RegisterChanges | undefined;
  readonly why: ReactNode;
}

const panels = ['moment', 'since', 'columns', 'views'] as const;
type Panel = (typeof panels)[number];

/** Above the rows: how many there are and what they come to; which are shown of which moment, with which columns; and how they are taken away. */
export function ListBar({ description, shown, list, asked, ask, first, why }: Props) {
  const t = useWords();
  const [open, setOpen] = useState<Panel | null>(null);
  const [airy, setAiry] = useIsAiry();
  const narrow = useNarrow();
  const show = (change: Readonly<Record<string, string | undefined>>) => ask(changed(asked, change));
  return (
    <section className="list-bar" aria-label={t('list.bar')}>
      <div className="list-bar-line">
        <p className="list-total" aria-live="polite">
          {first && <Totals {...{ first, description, asked }} />} {why}
        </p>
        {panels.map((panel) => (
          <Button key={panel} aria-expanded={open === panel} onClick={() => setOpen(open === panel ? null : panel)}>
            {t(`list.${panel}`)}
          </Button>
        ))}
        {asked['since'] === undefined && (
          <>
            <ListCopy list={list} total={first?.total ?? 0} columns={shown} />
            {list.text === '' && <Exports list={list} />}
          </>
        )}
        {!narrow && (
          <label className="list-airy">
            <Switch size="small" checked={airy} onChange={setAiry} /> {t('list.airy')}
          </label>
        )}
      </div>
      {open !== null && (
        <div className="filters">
          {open === 'moment' && (
            <MomentChoice key={JSON.stringify(momentIn(asked))} asked={momentIn(asked)} onMoment={({ at, known }) => show({ at, known })} />
          )}
          {open === 'since' && <SinceChoice since={asked['since']} onSince={(since) => show({ since })} />}
          {open === 'views' && <ViewsChoice register={description.name} asked={asked} onShow={ask} />}
          {open === 'columns' && (
            <ColumnsChoice columns={description.columns} shown={shown} onChange={(names) => show({ columns: names?.join(',') })} />
          )}
        </div>
      )}
    </section>
  );
}

interface TotalsProps {
  readonly first: RegisterPage | RegisterChanges;
  readonly description: RegisterDescription;
  readonly asked: ListAsked;
}

/** How many rows, and what their figures come to; and how many subjects stand still, of which less is known. */
function Totals({ first, description, asked: { since } }: TotalsProps) {
  const t = useWords();
  const sums = 'sums' in first ? Object.entries(first.sums) : [];
  return (
    <>
      <strong>
        {since === undefined
          ? t('list.total', { rows: first.total.toLocaleString('en') })
          : t('list.changed', { since, rows: first.total.toLocaleString('en') })}
      </strong>
      {sums.map(([name, sum]) => {
        const column = description.columns.find((one) => one.name === name);
        return column && <span key={name}>{t('list.sum', { column: t.both(column.called), sum: figureText(column, sum, t) })}</span>;
      })}
      {first.parked > 0 && <span className="refusal">{t('list.parked', { count: first.parked })}</span>}
    </>
  );
}

/** The list as a file, in either format, with the columns, the order and the moment that are shown. */
function Exports({ list: { register, asked, columns } }: { readonly list: ListQuery }) {
  const t = useWords();
  return (['xlsx', 'csv'] as const).map((format) => (
    <Export
      key={format}
      from={`/registers/${register}/export${intoAddress({ ...asked, columns: columns.join(','), format, language: t.language })}`}
      name={`${register}.${format}`}
      label={t(`list.${format}`)}
    />
  ));
}
