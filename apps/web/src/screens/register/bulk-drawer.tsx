import { App } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import type { Act } from '../../commands/act.js';
import { Waiting } from '../../components/waiting.js';
import { FormDrawer } from '../../forms/form-drawer.js';
import { useWords } from '../../i18n/words.js';
import type { ListActs } from './list-acts.js';
import type { RegisterRow } from './register-shapes.js';

const SeveralForm = lazy(() => import('../../commands/bulk-form.js').then(({ BulkForm: SeveralForm }) => ({ default: SeveralForm })));

interface Props {
  /** Null while nothing is asked. */
  readonly act: Act | null;
  readonly rows: ReadonlyMap<string, RegisterRow>;
  readonly target: ListActs['target'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The form of an act on several rows, beside the list. */
export function BulkDrawer({ act, rows, target, onClose, onDone }: Props) {
  const t = useWords();
  const { message } = App.useApp();
  const targets = useMemo(() => [...rows.values()].map(target), [rows, target]);
  const done = () => {
    void message.success(t('bulk.allDone', { all: targets.length }));
    onDone();
    onClose();
  };
  return (
    <FormDrawer title={act && t('bulk.title', { act: t.both(act.called), count: targets.length })} onClose={onClose}>
      {act && (
        <Suspense fallback={<Waiting />}>
          <SeveralForm act={act} targets={targets} onDone={done} />
        </Suspense>
      )}
    </FormDrawer>
  );
}
