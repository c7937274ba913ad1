import { App, Button } from 'antd';
import { limits } from '../../api/asked.js';
import { exchange } from '../../api/file.js';
import { useAsking } from '../../api/use-asking.js';
import { Failure } from '../../components/failure.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';

/** For the day on which the server's clock went wrong: an administrator set it right, and says so. */
export function ClockConfirm() {
  const t = useWords();
  const may = useMay();
  const { modal, message } = App.useApp();
  const { ask, asking, failure } = useAsking();
  if (!may(['administer'])) return null;
  const confirm = () =>
    ask(async () => {
      const { position } = (await (await exchange('/clock/confirm', { method: 'POST', limitMs: limits.answer })).json()) as {
        position: number;
      };
      void message.success(t('log.clockConfirmed', { position }));
    });
  const check = () => void modal.confirm({ title: t('log.confirmClock'), content: t('log.confirmClockWhy'), onOk: () => void confirm() });
  return (
    <>
      <Button loading={asking} onClick={check}>
        {t('log.confirmClock')}
      </Button>
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}
