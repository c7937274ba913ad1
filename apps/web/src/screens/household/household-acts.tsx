import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { ActsOfWhole } from '../../commands/acts-of-whole.js';
import type { Asking } from '../../commands/command-form.js';
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
  const of = `/households/${file.id}`;
  return (
    <>
      <TimeMachineLink subject={of} search={past ? file.asOf : {}} />
      {!past && <ActsOfWhole {...{ of, onAct, revision }} region={file.village.code} />}
      {!past && may(['record'], file.village.code) && <TakeAlong file={file} />}
      <Button icon={<PrinterOutlined aria-hidden />} aria-label={t('frame.print')} onClick={() => window.print()} />
    </>
  );
}
