import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { FieldSaid } from '../../commands/follows.js';
import { useActs } from '../../commands/use-acts.js';
import { Answered } from '../../components/answered.js';
import { AttachmentsOf } from '../../components/attachments.js';
import type { Fact } from '../../components/facts.js';
import { Facts } from '../../components/facts.js';
import { MomentPage } from '../../components/moment-page.js';
import { Members } from '../../forms/members.js';
import { useWords } from '../../i18n/words.js';
import { FieldWhy } from '../subject/field-why.js';
import { SubjectAttachments } from '../subject/subject-attachments.js';
import { OpenProposals } from '../subject/open-proposals.js';
import { SubjectHistory } from '../subject/subject-history.js';
import { entriesBy, historyOf } from '../subject/subject-queries.js';
import { shownIn } from '../time-machine/rows.js';
import { CorrectionRequests } from './correction-requests.js';
import type { File } from './file.js';
import { calledBy } from './household-called.js';
import { HouseholdActs } from './household-acts.js';
import { factsOf, shownOr } from './household-facts.js';
import { HouseholdHelpers } from './household-helpers.js';
import { HouseholdMembers } from './household-members.js';
import { HouseholdProblems } from './household-problems.js';
import { householdOf } from './household-queries.js';

const route = getRouteApi('/households/$id');

/** A household's file at a moment: what it is, what is done for it, what is wrong, and its history as sentences. */
export function Household() {
  const t = useWords();
  const { id } = route.useParams();
  const moment = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [why, setWhy] = useState<Fact | null>(null);
  const file = useQuery(householdOf(id, moment));
  const subject = `/households/${id}`;
  const history = useQuery(historyOf(subject, moment.known));
  const request = useActs().one('households', 'request-correction');
  const others = request ? [request] : [];
  const act = { onAct: setAsking, revision: history.data?.entries.at(-1)?.revision };
  return (
    <MomentPage
      title={file.data ? titleOf(file.data, t('erased')) : t('household.title')}
      windowTitle={file.data ? calledBy(file.data) : t('household.title')}
      asked={moment}
      answered={file.isPlaceholderData ? undefined : file.data?.asOf}
      onMoment={(search, how) => void navigate({ search, hash: true, ...how })}
      actions={(past) =>
        file.data ? (
          <HouseholdActs file={file.data} past={past} {...act} />
        ) : (
          file.error && (
            <Link to="/households" className="button-link">
              {t('nav.households')}
            </Link>
          )
        )
      }
    >
      {(past) => (
        <Answered of={file} rows={14}>
          {(shown) => (
            <AttachmentsOf value={{ of: `/households/${shown.id}`, region: shown.village.code }}>
              <section>
                <h2>{t('household.facts')}</h2>
                <Facts facts={factsOf(shown, t)} onWhy={setWhy} />
              </section>
              <HouseholdMembers file={shown} onWhy={setWhy} />
              <HouseholdHelpers file={shown} onWhy={setWhy} />
              <HouseholdProblems file={shown} {...{ id, past, moment }} onWhy={setWhy} {...act} />
              <SubjectAttachments entries={entriesBy(shown.asOf.at, history.data?.entries)} />
              {!past && history.data && <CorrectionRequests file={shown} history={history.data} onAct={setAsking} />}
              <FieldWhy of={why} subject={subject} moment={moment} onClose={() => setWhy(null)} />
              <Members value={shown.members.map(({ member, name, relation }) => ({ member, relation, name: shownOr(name, t) }))}>
                <FieldSaid value={(field, value) => shownIn(shown, field, value, t)}>
                  {!past && <OpenProposals subject={subject} entries={history.data?.entries ?? []} />}
                  <SubjectHistory {...{ subject, history, past }} others={others} at={shown.asOf.at} inapplicable={shown.inapplicable} />
                  <CommandDrawer asking={asking} subject={calledBy(shown)} onClose={() => setAsking(null)} />
                </FieldSaid>
              </Members>
            </AttachmentsOf>
          )}
        </Answered>
      )}
    </MomentPage>
  );
}

const titleOf = ({ members, ...file }: File, erased: string): string => {
  const head = members.find(({ relation }) => relation === 'head')?.name;
  return `${typeof head === 'string' ? head : erased} · ${calledBy(file)}`;
};
