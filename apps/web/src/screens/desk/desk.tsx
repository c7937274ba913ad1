import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { useWords } from '../../i18n/words.js';
import { readerRights, useMay } from '../../session/may.js';
import { OpenSteps } from '../first-steps/open-steps.js';
import { AccountChanges } from './account-changes.js';
import { ProposalTray, RequestTray, useProposals } from './proposals.js';
import { Tray } from './tray.js';

const trays = ['overdue', 'dueToday', 'returned', 'toVerify', 'toCancel', 'toHandOver', 'toEscalate'] as const;

/** The reader's tasks, the most pressing first; one main act a row. */
export function Desk() {
  const t = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const desk = useQuery({
    queryKey: ['desk'],
    queryFn: ({ signal }) => answer(api.GET('/problems/desk', { signal })),
    meta: { live: true },
  });
  const proposals = useProposals();
  return (
    <Page title={t('nav.desk')} asOf={desk.data && <AsOf position={desk.data.position} />}>
      <AccountChanges />
      <OpenSteps />
      {desk.data && proposals.data && isEmpty(desk.data, proposals.data) && <Empty act={<NextAct />}>{t('desk.empty')}</Empty>}
      <Answered of={proposals} rows={2}>
        {({ toAnswer, requests }) => (
          <>
            <ProposalTray title={t('desk.toAnswer')} tray={toAnswer} />
            <RequestTray tray={requests} />
          </>
        )}
      </Answered>
      <Answered of={desk}>
        {(problems) =>
          trays
            .filter((tray) => problems[tray].length > 0)
            .map((tray) => <Tray key={tray} title={t(`desk.${tray}`)} problems={problems[tray]} onAct={setAsking} />)
        }
      </Answered>
      {proposals.data && <ProposalTray title={t('desk.mine')} tray={proposals.data.mine} />}
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}

/** Whether nothing waits for the reader, and nothing of theirs for others. */
const isEmpty = (desk: Shapes['ProblemDesk'], { toAnswer, requests, mine }: Shapes['ProposalDesk']): boolean =>
  trays.every((tray) => desk[tray].length === 0) && toAnswer.count + requests.count + mine.count === 0;

function NextAct() {
  const t = useWords();
  const may = useMay();
  if (may(readerRights)) return <Link to="/problems">{t('desk.emptyAct')}</Link>;
  return may(['administer']) ? <Link to="/first-steps">{t('nav.firstSteps')}</Link> : null;
}
