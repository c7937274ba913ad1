import { Button, Dropdown } from 'antd';
import type { Shapes } from '../../api/ask.js';
import type { Asking } from '../../commands/command-form.js';
import { useActs } from '../../commands/use-acts.js';
import { useStandardFields } from './standard-fields.js';
import { useWords } from '../../i18n/words.js';

interface Props {
  readonly standards: readonly Shapes['StandardShown'][];
  readonly region: string;
  readonly onAct: (asking: Asking) => void;
}

/** Which standard to propose; the form begins with what holds now. */
export function Propose({ standards, region, onAct }: Props) {
  const t = useWords();
  const act = useActs().one('standards', 'propose-standard');
  const fields = useStandardFields();
  if (!act) return null;
  const items = Object.keys(fields).map((name) => {
    const held = standards.find(({ standard }) => standard === name);
    const begin = held ? { value: held.value } : {};
    return {
      key: name,
      label: t.code('standard', name),
      onClick: () => onAct({ act, begin, fixed: { standard: name }, of: `/standards/${region}`, subject: t.code('standard', name) }),
    };
  });
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="primary">{t.both(act.called)}</Button>
    </Dropdown>
  );
}
