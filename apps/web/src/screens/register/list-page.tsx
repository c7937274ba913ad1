import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import type { Act } from '../../commands/act.js';
import { Answered } from '../../components/answered.js';
import { MomentPage } from '../../components/moment-page.js';
import { Labelled } from '../../forms/labelled.js';
import { useWords } from '../../i18n/words.js';
import { BulkDrawer } from './bulk-drawer.js';
import { ChangesTable } from './changes-table.js';
import { ChosenBar } from './chosen-bar.js';
import { ChosenRows, useChosen } from './chosen-rows.js';
import { useKeptList } from './kept-lists.js';
import { asListed, changed, filtersIn, type ListAsked, momentIn, withFilters } from './list-asked.js';
import { ListBar } from './list-bar.js';
import { shownOf } from './list-columns.js';
import { ListFilters } from './list-filters.js';
import { ListTable } from './list-table.js';
import type { ListScreen } from './list-screen.js';
import { changesOf, type ListQuery, rowsOf } from './register-queries.js';
import type { RegisterColumn, RegisterDescription } from './register-shapes.js';

interface Props extends ListScreen {
  readonly description: RegisterDescription;
}

/** The page of a list, whose register is known. */
export function ListPage({ description, ...screen }: Props) {
  const t = useWords();
  const asked = useSearch({ strict: false, select: asListed });
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const meant = useDeferredValue(typed.trim());
  const tooShort = Array.from(meant).length === 1 ? screen.search?.tooShort : undefined; // while the second character is on its way, the list stays
  const text = tooShort ? '' : meant;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [together, setTogether] = useState<Act | null>(null);
  const [chosen] = useState(() => new ChosenRows());
  const rows = useChosen(chosen);
  const ask = useCallback(
    (search: ListAsked, how: { readonly replace: boolean } = { replace: true }) =>
      void navigate({ to: '.', search: search as never, ...how }),
    [navigate],
  );
  const { forget } = useKeptList(screen.name, asked, ask);
  const { columns } = asked;
  const shown = useMemo(() => shownOf(description, columns, screen.columns), [description, columns, screen.columns]);
  const list = useListQuery(screen, asked, text, shown);
  const since = asked['since'];
  const found = useInfiniteQuery({ ...rowsOf(list), placeholderData: keepPreviousData });
  const moved = useInfiniteQuery(changesOf(list));
  const first = (since === undefined ? found : moved).data?.pages[0];
  const filters = filtersIn(asked);
  const subset = JSON.stringify([filters, text, momentIn(asked)]);
  useEffect(() => chosen.clear(), [chosen, subset]); // what is out of sight is not acted on
  const all = () => {
    setTyped('');
    forget();
    ask(withFilters(asked, {}));
  };
  const { acts: screenActs } = screen;
  const acts = useMemo(() => screenActs && { ...screenActs, onAct: setAsking }, [screenActs]);
  return (
    <MomentPage
      title={t.named(screen.title)}
      asked={momentIn(asked)}
      answered={
        !first || (since === undefined && found.isPlaceholderData) ? undefined : { at: first.at, known: `@${String(first.position)}` }
      }
      onMoment={(moment, how) => ask(changed(asked, { at: moment.at, known: moment.known }), how)}
      actions={(past) => !past && screen.actions?.(asked)}
    >
      {(past) => (
        <>
          {screen.search && (
            <Labelled label={t(screen.search.label)}>
              {(id) => (
                <Input.Search
                  id={id}
                  value={typed}
                  maxLength={screen.search?.maxLength}
                  allowClear
                  onChange={({ target }) => setTyped(target.value)}
                />
              )}
            </Labelled>
          )}
          {tooShort && <p role="status">{t(tooShort)}</p>}
          <ListFilters
            description={description}
            begin={screen.filters}
            ticks={screen.ticks}
            person={screen.person}
            values={filters}
            onChange={(change) => ask(withFilters(asked, { ...filters, ...change }))}
            onClear={all}
          />
          {screen.above?.(asked)}
          <ListBar {...{ description, shown, list, asked, ask, first, acts }} why={text === '' && screen.why?.(asked)} />
          {since === undefined ? (
            <>
              <Answered of={found}>
                {({ pages }) => (
                  <ListTable
                    {...{ screen, pages, shown, chosen, asked, ask, text }}
                    more={found}
                    acts={past ? undefined : acts}
                    onAll={all}
                  />
                )}
              </Answered>
              <ChosenBar
                {...{ chosen, list }}
                total={first?.total ?? 0}
                columns={shown}
                acts={past ? undefined : acts}
                onAct={setTogether}
              />
            </>
          ) : (
            <Answered of={moved}>
              {({ pages }) => <ChangesTable label={t.named(screen.title)} {...{ pages, shown, asked }} more={moved} />}
            </Answered>
          )}
          <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
          {acts && <BulkDrawer act={together} rows={rows} target={acts.target} onClose={() => setTogether(null)} onDone={chosen.clear} />}
        </>
      )}
    </MomentPage>
  );
}

/** The same object while the same is asked. */
function useListQuery(
  { name, needs = none, beside = none }: Pick<ListScreen, 'name' | 'needs' | 'beside'>,
  { columns: _columns, ...asked }: ListAsked,
  text: string,
  shown: readonly RegisterColumn[],
): ListQuery {
  const said = JSON.stringify(asked);
  return useMemo(
    () => ({
      register: name,
      asked: JSON.parse(said) as ListAsked,
      text,
      columns: shown.map((column) => column.name),
      beside,
      needs: needs.filter((one) => shown.every((column) => column.name !== one)),
    }),
    [name, needs, beside, said, text, shown],
  );
}

const none: readonly string[] = [];
