import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useNewest } from '../../api/use-live.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { FormDrawer } from '../../forms/form-drawer.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { Forbidden } from '../../shell/forbidden.js';
import type { Household, Visit } from './outbox/outbox-store.js';
import { useOutbox, useSending } from './outbox/use-outbox.js';
import { VisitForm } from './visit-form.js';
import { VisitLine } from './visit-line.js';

const records = ['record'] as const;

type Writing = { readonly household: Household; readonly again?: Visit };

/** One's round of home visits: it works without a signal. What is written down waits here, and is sent once. */
export function Visits() {
  const t = useWords();
  const { outbox, store, changed } = useOutbox();
  const newest = useNewest();
  const may = useMay();
  const [writing, setWriting] = useState<Writing | null>(null);
  const visits = outbox.data?.visits ?? [];
  const waiting = visits.filter(({ standing }) => standing.state === 'waiting').length;
  useSending(store, waiting, changed);
  const done = async () => {
    setWriting(null);
    await changed();
  };
  if (!may(records) && outbox.data && visits.length === 0) return <Forbidden wanted={records} />;
  return (
    <Page title={t('nav.visits')} asOf={<AsOf position={newest} />}>
      <p className="hint">{t('visits.how')}</p>
      <Answered of={outbox} rows={4}>
        {({ households, store: kept }) => (
          <>
            {may(records) && (
              <section>
                <h2>{t('visits.round')}</h2>
                {households.length === 0 && <Empty act={<Link to="/households">{t('visits.emptyAct')}</Link>}>{t('visits.empty')}</Empty>}
                <CardList>
                  {households.map((household) => (
                    <li key={household.id}>
                      <p>
                        <strong>{household.head}</strong> · {household.called}
                      </p>
                      <p className="hint">{t('visits.asOf', household.asOf)}</p>
                      <Button
                        type="primary"
                        onClick={() => setWriting({ household })}
                        aria-label={`${t('command.visitHome')} ${household.head}`}
                      >
                        {t('command.visitHome')}
                      </Button>
                    </li>
                  ))}
                </CardList>
              </section>
            )}
            <section aria-live="polite">
              <h2>
                {t('visits.outbox')} <span className="count">{t('visits.waiting', { count: waiting })}</span>
              </h2>
              {visits.length === 0 && <p className="hint">{t('visits.outboxEmpty')}</p>}
              <CardList>
                {visits.map((visit) => (
                  <VisitLine
                    key={visit.key}
                    visit={visit}
                    onAgain={() => setWriting({ household: visit.household, again: visit })}
                    onDiscard={() => void kept.discard(visit.key).then(changed)}
                  />
                ))}
              </CardList>
            </section>
            <FormDrawer title={writing && `${t('command.visitHome')} · ${writing.household.head}`} onClose={() => setWriting(null)}>
              {writing && <VisitForm {...writing} store={kept} onDone={() => void done()} />}
            </FormDrawer>
          </>
        )}
      </Answered>
    </Page>
  );
}
