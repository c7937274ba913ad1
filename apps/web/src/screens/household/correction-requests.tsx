import { useQuery } from '@tanstack/react-query';
import type { Shapes } from '../../api/ask.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import { Entry } from '../../components/entry.js';
import { useWords } from '../../i18n/words.js';
import { EntryActs } from '../subject/entry-acts.js';
import { proposalsOf } from '../subject/subject-queries.js';
import type { File } from './file.js';

interface Props {
  readonly file: File;
  readonly history: Shapes['SubjectHistory'];
  readonly onAct: (asking: Asking) => void;
}

/** What members of the household asked to be put right and nobody has answered, in their words; nothing where there is none. */
export function CorrectionRequests({ file, history, onAct }: Props) {
  const t = useWords();
  const { entries } = history;
  const of = `/households/${file.id}`;
  const isAny = entries.some(({ type }) => type === 'CorrectionRequested');
  const { data } = useQuery({ ...proposalsOf(of), enabled: isAny });
  if (!data || data.requests.length === 0) return null;
  return (
    <section>
      <h2>
        {t('requests.title')} <span className="count">{data.requests.length}</span>
      </h2>
      {data.requests.map(({ request, position, entry, dueOn }) => {
        const asked = entries.find((one) => one.position === position);
        const about = entries.find(({ id }) => id === entry);
        return (
          asked && (
            <Entry key={request} entry={asked}>
              {about && (
                <p>
                  <a href={`#entry-${String(about.position)}`}>{t('requests.entry', { position: about.position })}</a> {t.both(about)}
                </p>
              )}
              {about && <EntryActs subject={of} entry={about} may={history} request={request} onAct={onAct} />}
              <p>{t('proposals.due', { on: dueOn })}</p>
              <ActButton path="answer-correction-request" of={of} region={file.village.code} fixed={{ request }} onAct={onAct} />
            </Entry>
          )
        );
      })}
    </section>
  );
}
