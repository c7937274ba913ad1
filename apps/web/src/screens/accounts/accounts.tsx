import { useMemo, useState } from 'react';
import { ActButton } from '../../commands/act-button.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { useActs } from '../../commands/use-acts.js';
import { useMay } from '../../session/may.js';
import type { ListActs } from '../register/list-acts.js';
import type { CellsOwn } from '../register/list-columns.js';
import { RegisterList } from '../register/register-list.js';
import { fileOf } from '../register/row-file.js';
import { textIn } from '../register/row-values.js';
import { RightsHeld } from './rights-held.js';

const columns = ['login', 'person', 'standing', 'rights'];
const filters = ['standing'];
const needs = ['standing'];
const beside = ['rights'];
const own: CellsOwn = { rights: (row) => <RightsHeld row={row} /> };
const widths = { rights: 420 };

/** Who may sign in, and what each may do where. A right takes effect when its holder's session is next renewed, a lost one at once. */
export function Accounts() {
  const [asking, setAsking] = useState<Asking | null>(null);
  return (
    <>
      <RegisterList
        name="accounts"
        title="nav.accounts"
        person="filter.person"
        {...{ columns, filters, needs, beside, own, widths }}
        acts={useAccountActs()}
        actions={() => <ActButton main path="open-account" of="/accounts" onAct={setAsking} />}
        empty={{ fits: 'accounts.fitsNone', none: 'accounts.empty' }}
      />
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}

/** What may be done about an account that is not closed. */
function useAccountActs(): Omit<ListActs, 'onAct'> {
  const may = useMay();
  const acts = useActs();
  return useMemo(
    () => ({
      of: (row) => (textIn(row, 'standing') === 'closed' ? [] : acts.ofWhole('accounts').filter((act) => may(act.may))),
      target: (row) => ({ name: row.called, of: fileOf(row), fixed: {}, subject: row.called }),
    }),
    [may, acts],
  );
}
