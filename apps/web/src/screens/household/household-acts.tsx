import { PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { Asking } from '../../commands/command-form.js';
import type { Act } from '../../commands/act.js';
import { useActs } from '../../commands/use-acts.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { TimeMachineLink } from '../subject/subject-sections.js';
import { TakeAlong } from '../visits/take-along.js';
import type { File } from './file.js';

interface Props {
  readonly file: File;
  readonly past: boolean;
  readonly onAct: (asking: Asking) => void;
  readonly revision: number | undefined;
}

/** What can be done with the whole household; of a past view nothing but looking. */
export function HouseholdActs({ file, past, onAct, revision }: Props) {
  const t = useWords();
  const may = useMay();
  const acts = useActs().ofWhole('households');
  const open = past ? [] : acts.filter((act) => may(act.may, file.village.code));
  const ask = (act: Act) => onAct({ act, of: `/households/${file.id}`, region: file.village.code, revision });
  const [first, ...others] = open;
  return (
    <>
      <TimeMachineLink subject={`/households/${file.id}`} search={past ? file.asOf : {}} />
      {first && <Button onClick={() => ask(first)}>{t.both(first.called)}</Button>}
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{ items: others.map((one) => ({ key: one.path, label: t.both(one.called), onClick: () => ask(one) })) }}
        >
          <Button type="primary">{t('household.record')}</Button>
        </Dropdown>
      )}
      {!past && may(['record'], file.village.code) && <TakeAlong file={file} />}
      <Button icon={<PrinterOutlined aria-hidden />} aria-label={t('frame.print')} onClick={() => window.print()} />
    </>
  );
}
