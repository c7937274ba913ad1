import { Modal } from 'antd';
import type { Act } from '../../commands/act.js';
import { useWords } from '../../i18n/words.js';
import './list-keys.css';

interface Props {
  readonly open: boolean;
  /** Acts that have a letter. */
  readonly acts: readonly Act[];
  readonly onClose: () => void;
}

/** Which keys a list takes. */
export function ListKeys({ open, acts, onClose }: Props) {
  const t = useWords();
  const keys = [
    ...([
      ['J', t('list.keyNext')],
      ['K', t('list.keyBefore')],
      ['Enter', t('list.keyOpen')],
      ['X', t('list.keyChoose')],
    ] as const),
    ...acts.flatMap(({ letter, called }) => (letter === undefined ? [] : [[letter.toUpperCase(), t.both(called)] as const])),
    ['?', t('list.keyHelp')] as const,
  ];
  return (
    <Modal open={open} title={t('list.keys')} footer={null} onCancel={onClose} destroyOnHidden>
      <dl className="list-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
