import { ReloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNewest } from '../api/use-live.js';
import { useWords } from '../i18n/words.js';

/** Says that the log has moved on since the page was asked for, and asks for it again. */
export function Newer({ than }: { readonly than: number }) {
  const t = useWords();
  const queries = useQueryClient();
  const newest = useNewest();
  if (newest === null || newest <= than) return null;
  return (
    <Button size="small" icon={<ReloadOutlined aria-hidden />} onClick={() => void queries.invalidateQueries()}>
      {t('asOf.newer', { position: newest })}
    </Button>
  );
}
