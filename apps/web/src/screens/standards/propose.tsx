import { Button, Dropdown } from 'antd';
import type { Shapes } from '../../api/ask.js';
import type { Asking } from '../../commands/command-form.js';
import { proposeStandard } from '../../commands/standard-commands.js';
import { standardValues } from '../../commands/standard-values.js';
import { useWords } from '../../i18n/words.js';

interface Props {
  readonly standards: readonly Shapes['StandardShown'][];
  readonly onAct: (asking: Omit<Asking, 'of'>) => void;
}
type Name = keyof typeof standardValues;

/** Which standard to propose; the form begins with what holds now. */
export function Propose({ standards, onAct }: Props) {
  const t = useWords();
  const items = (Object.keys(standardValues) as Name[]).map((name) => {
    const held = standards.find(({ standard }) => standard === name);
    const begin = held ? { value: held.value } : {};
    return {
      key: name,
      label: t.code('standard', name),
      onClick: () => onAct({ description: proposeStandard(name), begin, subject: t.code('standard', name) }),
    };
  });
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="primary">{t('command.proposeStandard')}</Button>
    </Dropdown>
  );
}
