import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { nextPage } from '../../api/next-page.js';
import { None } from '../../components/none.js';
import { Table } from '../../components/table.js';
import { isTyping } from '../../components/use-row-keys.js';
import { useWords } from '../../i18n/words.js';
import { today } from '../../moment/day.js';
import { type ChosenRows, keyOf } from './chosen-rows.js';
import { useIsAiry } from './is-airy.js';
import { askingOf, type ListActs } from './list-acts.js';
import { changed, filtersIn, type ListAsked, momentIn, namesIn, orderAfter } from './list-asked.js';
import { useListColumns } from './list-columns.js';
import { ListKeys } from './list-keys.js';
import type { ListScreen } from './list-screen.js';
import type { RegisterColumn, RegisterPage, RegisterRow } from './register-shapes.js';
import { fileOf } from './row-file.js';

interface Props {
  readonly screen: Omit<ListScreen, 'acts'>;
  readonly pages: readonly RegisterPage[];
  readonly shown: readonly RegisterColumn[];
  readonly chosen: ChosenRows;
  readonly asked: ListAsked;
  readonly ask: (asked: ListAsked) => void;
  readonly text: string;
  readonly acts: ListActs | undefined;
  readonly more: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  readonly onAll: () => void;
}

const nothingOwn = {};
const nothingElse: NonNullable<ListScreen['extra']> = [];

/** The rows of a list; keys lead through them and act on them. */
export function ListTable({ screen, pages, shown, chosen, asked, ask, text, acts, more, onAll }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const [airy] = useIsAiry();
  const [helps, setHelps] = useState(false);
  const said = JSON.stringify(momentIn(asked));
  const moment = useMemo(() => JSON.parse(said) as ReturnType<typeof momentIn>, [said]);
  const columns = useListColumns({
    shown,
    own: screen.own ?? nothingOwn,
    extra: screen.extra ?? nothingElse,
    widths: screen.widths ?? nothingOwn,
    chosen,
    acts,
    moment,
    at: pages[0]?.at ?? today(),
  });
  const rows = useMemo(() => pages.flatMap((page) => page.rows), [pages]);
  useHelpKey(() => setHelps(true));
  const press = useCallback(
    (key: string, row: RegisterRow) => {
      if (key === 'enter') void navigate({ href: fileOf(row, moment) });
      if (key === 'x') chosen.toggle(row);
      const act = acts?.of(row).find(({ letter }) => letter === key);
      if (act) acts?.onAct(askingOf(acts, row, act));
    },
    [navigate, moment, chosen, acts],
  );
  const { empty } = screen;
  return (
    <>
      <Table
        label={t.named(screen.title)}
        {...{ columns, rows, keyOf }}
        dense={!airy}
        total={pages[0]?.total}
        onEnd={nextPage(more)}
        order={namesIn(asked['order'])}
        onSort={(column) => ask(changed(asked, { order: orderAfter(column, asked['order']) }))}
        onKey={press}
        empty={
          <None asked={{ ...filtersIn(asked), ...(text && { text }) }} empty={t(empty.fits)} onAll={onAll} act={empty.act}>
            {t(empty.none)}
          </None>
        }
      />
      {rows.length > 0 && <p className="hint list-hint">{t('list.keysHint')}</p>}
      <ListKeys open={helps} acts={acts ? [...new Set(rows.slice(0, 500).flatMap(acts.of))] : []} onClose={() => setHelps(false)} />
    </>
  );
}

/** Shows the keys, wherever on the page one is. */
function useHelpKey(show: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) show();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
