import { App } from 'antd';
import { FormDrawer } from '../forms/form-drawer.js';
import { useWords } from '../i18n/words.js';
import { type Asking, CommandForm } from './command-form.js';
import type { Receipt } from './submit.js';

interface Props {
  /** What is being asked; null while nothing is. */
  readonly asking: Asking | null;
  /** Whom or what all that is asked here concerns, in words; else what is asked says it, or the problem's number does. */
  readonly subject?: string | undefined;
  readonly onClose: () => void;
  readonly onDone?: ((receipt: Receipt) => void) | undefined;
}

/** The form of a command beside the page that it concerns. */
export function CommandDrawer({ asking, subject, onClose, onDone }: Props) {
  const t = useWords();
  const { message } = App.useApp();
  const problem = asking?.fixed?.['problem'];
  const about = subject ?? asking?.subject ?? (typeof problem === 'string' ? problem : undefined);
  const done = (receipt: Receipt, isReport: boolean) => {
    void message.success(t(isReport ? 'late.done' : 'command.done', { position: receipt.position }));
    onDone?.(receipt);
    onClose();
  };
  return (
    <FormDrawer title={asking && [t.both(asking.act.called), about].filter(Boolean).join(' · ')} onClose={onClose}>
      {asking && <CommandForm {...asking} onDone={done} />}
    </FormDrawer>
  );
}
