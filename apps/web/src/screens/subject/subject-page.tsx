import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ActsOfWhole } from '../../commands/acts-of-whole.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { MomentPage } from '../../components/moment-page.js';
import { useWords } from '../../i18n/words.js';
import { FileOf, TimeMachineLink } from './subject-sections.js';
import { fileOf } from './subject-queries.js';

const route = getRouteApi('/$plural/$id');

/** The file of any subject at a moment, as its kind describes it. */
export function SubjectPage() {
  const t = useWords();
  const { plural, id } = route.useParams();
  const moment = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const subject = `/${plural}/${id}`;
  const file = useQuery(fileOf(subject, moment));
  const title = file.data && 'sections' in file.data ? file.data.title : null;
  return (
    <MomentPage
      title={title ? t.both(title) : file.data ? t('erased') : t('subject.title')}
      windowTitle={t('subject.title')}
      asked={moment}
      answered={file.isPlaceholderData ? undefined : file.data?.asOf}
      onMoment={(search, how) => void navigate({ search, hash: true, ...how })}
      actions={(past) =>
        file.data && (
          <>
            <TimeMachineLink subject={subject} search={past ? file.data.asOf : {}} />
            {!past && <ActsOfWhole of={subject} onAct={setAsking} />}
          </>
        )
      }
    >
      <FileOf {...{ subject, file, moment }} />
      <CommandDrawer asking={asking} subject={title ? t.both(title) : undefined} onClose={() => setAsking(null)} />
    </MomentPage>
  );
}
