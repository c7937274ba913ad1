import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/ask.js';
import { useNewest } from '../../api/use-live.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { useWords } from '../../i18n/words.js';
import { ImportJob } from './import-job.js';
import { Upload } from './upload.js';

/** Lists that arrive from outside: looked through first, then taken over, with counts on the way and a workbook of what was refused. */
export function Imports() {
  const t = useWords();
  const newest = useNewest();
  const jobs = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => answer(api.GET('/imports', { signal })),
    refetchInterval: ({ state }) => (state.data?.some((job) => job.state === 'running') ? 400 : false),
  });
  return (
    <Page title={t('nav.imports')} asOf={newest !== null && <AsOf position={newest} />}>
      <Upload onBegun={() => void jobs.refetch()} jobs={jobs.data ?? []} />
      <section aria-live="polite">
        <h2>{t('imports.mine')}</h2>
        <Answered of={jobs} rows={3}>
          {(some) =>
            some.length === 0 ? (
              <Empty>{t('imports.empty')}</Empty>
            ) : (
              some.map((job) => <ImportJob key={job.id} job={job} onStopped={() => void jobs.refetch()} />)
            )
          }
        </Answered>
      </section>
    </Page>
  );
}
