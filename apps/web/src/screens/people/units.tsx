import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import type { Column } from '../../components/column.js';
import { useWords } from '../../i18n/words.js';
import { asListed, momentIn } from '../register/list-asked.js';
import { RegisterList } from '../register/register-list.js';
import { countsOf } from '../register/register-queries.js';
import type { RegisterRow } from '../register/register-shapes.js';

const columns = ['name', 'kind', 'level', 'region'];
const filters = ['kind', 'level'];
const widths = { name: 220 };

/** The units of one's regions, by part of a name, with how many hold a post in each. */
export function Units() {
  const t = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const asked = useSearch({ strict: false, select: asListed });
  const posted = useQuery(countsOf('posts', ['unit'], { held: 'true', ...momentIn(asked) })).data;
  const extra = useMemo<readonly Column<RegisterRow>[]>(() => {
    const byUnit = new Map(posted?.counts.map(({ cells, subjects }) => [cells['unit']?.value, subjects]));
    const cell = ({ subject }: RegisterRow) => posted && (byUnit.get(subject.id) ?? 0);
    return [{ key: 'posted', title: t('unit.people'), width: 6, least: 64, align: 'end', cell }];
  }, [t, posted]);
  return (
    <>
      <RegisterList
        name="units"
        title="nav.units"
        {...{ columns, filters, widths, extra }}
        search={{ label: 'units.search', maxLength: 40 }}
        actions={() => <ActButton main path="register-unit" of="/units" onAct={setAsking} />}
        empty={{ fits: 'units.empty', none: 'units.none' }}
      />
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}
