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
      <Answered of={desk}>
        {(said) => <Answered of={proposals}>{(proposed) => <Trays desk={said} proposed={proposed} onAct={setAsking} />}</Answered>}
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}

interface Props {
  readonly desk: Shapes['ProblemDesk'];
  readonly proposed: Shapes['ProposalDesk'];
  readonly onAct: (asking: Asking) => void;
}

function Trays({ desk, proposed: { toAnswer, requests, mine }, onAct }: Props) {
  const t = useWords();
  const filled = trays.filter((tray) => desk[tray].length > 0);
  if (filled.length + toAnswer.count + requests.count + mine.count === 0) return <Empty act={<NextAct />}>{t('desk.empty')}</Empty>;
  return (
    <>
      <ProposalTray title={t('desk.toAnswer')} tray={toAnswer} />
      <RequestTray tray={requests} />
      {filled.map((tray) => (
        <Tray key={tray} title={t(`desk.${tray}`)} problems={desk[tray]} onAct={onAct} />
      ))}
      <ProposalTray title={t('desk.mine')} tray={mine} />
    </>
  );
}

function NextAct() {
  const t = useWords();
  const may = useMay();
  if (may(readerRights)) return <Link to="/problems">{t('desk.emptyAct')}</Link>;
  return may(['administer']) ? <Link to="/first-steps">{t('nav.firstSteps')}</Link> : null;
}
