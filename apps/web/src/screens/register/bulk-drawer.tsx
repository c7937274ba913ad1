import { App } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import type { Description } from '../../commands/description.js';
import { Waiting } from '../../components/waiting.js';
import { FormDrawer } from '../../forms/form-drawer.js';
import { useWords } from '../../i18n/words.js';
import type { ListActs } from './list-acts.js';
import type { RegisterRow } from './register-shapes.js';

const SeveralForm = lazy(() => import('../../commands/bulk-form.js').then(({ BulkForm: SeveralForm }) => ({ default: SeveralForm })));

interface Props {
  /** Null while nothing is asked. */
  readonly act: Description | null;
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
    <FormDrawer title={act && t('bulk.title', { act: t(act.title), count: targets.length })} onClose={onClose}>
      {act && (
        <Suspense fallback={<Waiting />}>
          <SeveralForm description={act} targets={targets} onDone={done} />
        </Suspense>
      )}
    </FormDrawer>
  );
}
