import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useAsking } from '../../api/use-asking.js';
import { Failure } from '../../components/failure.js';
import { Progress } from '../../components/progress.js';
import { useWords } from '../../i18n/words.js';
import { mostCopied, textOf } from './list-text.js';
import { everyRow, type ListQuery } from './register-queries.js';
import type { RegisterColumn, RegisterRow } from './register-shapes.js';

interface Props {
  readonly list: ListQuery;
  readonly total: number;
  readonly columns: readonly RegisterColumn[];
  /** What is copied, where that is not all that match. */
  readonly rows?: ReadonlyMap<string, RegisterRow>;
}

/** Copies rows to a spreadsheet, and says how many. */
export function ListCopy({ list, total, columns, rows }: Props) {
  const t = useWords();
  const { ask, asking, failure, stop } = useAsking();
  const [come, setCome] = useState(0);
  const [copied, setCopied] = useState<number>();
  const all = Math.min(rows?.size ?? total, mostCopied);
  const copy = () => {
    setCopied(undefined);
    setCome(0);
    void ask(async (signal) => {
      const gathered = rows ? [...rows.values()] : everyRow(list, mostCopied, signal, setCome);
      const text = Promise.resolve(gathered).then(
        (some) => new Blob([textOf(columns, some.slice(0, mostCopied), t)], { type: 'text/plain' }),
      );
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]); // while it waits, it still is what the click asked for
      setCopied(all);
    });
  };
  return (
    <>
      <Button icon={<CopyOutlined aria-hidden />} loading={asking} onClick={copy} disabled={all === 0}>
        {t(rows ? 'list.copyChosen' : 'list.copy')}
      </Button>
      {asking && !rows && (
        <Progress label={t('list.come', { come, all })} done={come} all={all}>
          <Button size="small" onClick={stop}>
            {t('frame.stop')}
          </Button>
        </Progress>
      )}
      <span className="hint" aria-live="polite">
        {copied !== undefined && t(copied < (rows?.size ?? total) ? 'list.copiedSome' : 'list.copied', { rows: copied })}
      </span>
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}
