import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { answer, api } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { AttachmentsOf } from '../../components/attachments.js';
import { Entry } from '../../components/entry.js';
import { RecordLink } from '../../components/record-link.js';
import { useWords } from '../../i18n/words.js';
import { calledBy } from '../household/household-called.js';
import './receipt.css';

interface Props {
  /** The figure in words; null while none is asked about. */
  readonly of: string | null;
  readonly filter: { readonly region?: string; readonly standing?: string; readonly attribute?: string; readonly cause?: string };
  readonly onClose: () => void;
}

/** A number with a receipt: its households, and for each the entries that put it there. */
export function Receipt({ of, filter, onClose }: Props) {
  const t = useWords();
  const receipt = useInfiniteQuery({
    queryKey: ['receipt', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/households/counts/receipt', {
          signal,
          params: { query: { ...(filter as object), ...(pageParam && { after: pageParam }), limit: 20 } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: of !== null,
  });
  return (
    <Drawer open={of !== null} title={t('why.title', { field: of ?? '' })} onClose={onClose} size={560}>
      <Answered of={receipt}>
        {({ pages }) => (
          <>
            <p>{t('receipt.total', { total: pages[0]?.total ?? 0 })}</p>
            {pages
              .flatMap(({ households }) => households)
              .map(({ household, entries }) => (
                <details key={household.id} className="receipt-line">
                  <summary>
                    {household.head ?? t('erased')} · {calledBy(household)}
                  </summary>
                  <RecordLink to={`/households/${household.id}`}>{t('household.title')}</RecordLink>
                  <AttachmentsOf value={{ of: `/households/${household.id}`, region: household.village }}>
                    {entries.map((entry) => (
                      <Entry key={entry.position} entry={entry} />
                    ))}
                  </AttachmentsOf>
                </details>
              ))}
            {receipt.hasNextPage && (
              <Button onClick={() => void receipt.fetchNextPage()} loading={receipt.isFetchingNextPage}>
                {t('frame.more')}
              </Button>
            )}
          </>
        )}
      </Answered>
    </Drawer>
  );
}
