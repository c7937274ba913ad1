import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/ask.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import { useStandardFields } from './standard-fields.js';
import { Answered } from '../../components/answered.js';
import { useWords } from '../../i18n/words.js';
import { ValueShown } from './value-shown.js';

interface Props {
  readonly region: string;
  readonly onAct: (asking: Asking) => void;
}

/** What waits for a second person; those who had a hand in a proposal do not answer it. */
export function Proposals({ region, onAct }: Props) {
  const t = useWords();
  const fields = useStandardFields();
  const proposed = useQuery({
    queryKey: ['standards proposed', region],
    queryFn: ({ signal }) => answer(api.GET('/standards/proposed', { signal, params: { query: { region } } })),
  });
  return (
    <Answered of={proposed} rows={2}>
      {({ proposals }) =>
        proposals.length > 0 && (
          <section>
            <h2>
              {t('standards.proposed')} <span className="count">{proposals.length}</span>
            </h2>
            <ul className="standards">
              {proposals.map(({ proposal, standard, en, zh, value, document, effectiveOn, own }) => (
                <li key={proposal}>
                  <h2>{t.both({ en, zh })}</h2>
                  <ValueShown fields={fields[standard] ?? {}} value={value} />
                  <p>{t('standards.from', { on: effectiveOn, document })}</p>
                  {own ? (
                    <p className="hint">{t('standards.own')}</p>
                  ) : (
                    <span className="acts">
                      {(['adopt-standard', 'decline-standard'] as const).map((path, at) => (
                        <ActButton
                          key={path}
                          {...{ path, region, onAct }}
                          {...(at === 0 && { main: true })}
                          of={`/standards/${region}`}
                          fixed={{ proposal }}
                          on={effectiveOn}
                          subject={t.both({ en, zh })}
                        />
                      ))}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answered>
  );
}
