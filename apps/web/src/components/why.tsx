import { Drawer } from 'antd';
import { useWords } from '../i18n/words.js';
import { Empty } from './empty.js';
import { Entry, type EntryNarrative } from './entry.js';
import { Failure } from './failure.js';
import { Waiting } from './waiting.js';

interface Props {
  /** What is asked about, in words; null while nothing is. */
  readonly of: string | null;
  readonly entries: readonly EntryNarrative[];
  readonly waiting?: boolean;
  readonly failure?: unknown;
  readonly onClose: () => void;
}

/** The entries behind a figure or a field: who, post, unit, authority, document. */
export function Why({ of, entries, waiting = false, failure, onClose }: Props) {
  const t = useWords();
  return (
    <Drawer open={of !== null} title={t('why.title', { field: of ?? '' })} onClose={onClose} size={520}>
      {failure != null && <Failure error={failure} />}
      {waiting && <Waiting />}
      {!waiting && failure == null && entries.length === 0 ? (
        <Empty>{t('why.nothing')}</Empty>
      ) : (
        entries.map((entry) => <Entry key={entry.position} entry={entry} />)
      )}
    </Drawer>
  );
}
