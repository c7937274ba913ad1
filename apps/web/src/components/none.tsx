import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { Empty } from './empty.js';

interface Props {
  /** What was asked for. */
  readonly asked: object;
  /** Why nothing is here where it was: nothing fits. All is one step away. */
  readonly empty: string;
  readonly onAll: () => void;
  /** Why nothing is here where nothing was asked for, and what to do first. */
  readonly children: ReactNode;
  readonly act?: ReactNode;
}

/** A list in which nothing is: because nothing fits what was asked for, or because nothing is there yet. */
export function None({ asked, empty, onAll, children, act }: Props) {
  const t = useWords();
  if (Object.keys(asked).length === 0) return <Empty act={act}>{children}</Empty>;
  return <Empty act={<Button onClick={onAll}>{t('filter.clear')}</Button>}>{empty}</Empty>;
}
