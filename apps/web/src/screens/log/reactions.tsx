import { App, Button } from 'antd';
import { answer, api, type Shapes } from '../../api/ask.js';
import { useAsking } from '../../api/use-asking.js';
import { Failure } from '../../components/failure.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';

interface Props {
  readonly reactions: readonly Shapes['ReactionShown'][];
}

/** How far the system is with what follows from entries in other files, and what it could not record. */
export function Reactions({ reactions }: Props) {
  const t = useWords();
  const isStuck = reactions.some(({ stuckCount }) => stuckCount > 0);
  return (
    <section>
      <h2>{t('log.reactions')}</h2>
      <table className="models">
        <thead>
          <tr>
            <th scope="col">{t('log.reaction')}</th>
            <th scope="col">{t('log.reached')}</th>
            <th scope="col">{t('log.lag')}</th>
            <th scope="col">{t('log.stuck')}</th>
          </tr>
        </thead>
        <tbody>
          {reactions.map((reaction) => (
            <tr key={reaction.reaction}>
              <th scope="row">{t.both(reaction)}</th>
              <td>@{reaction.position}</td>
              <td>
                <Tag tone={reaction.lag === 0 ? 'good' : 'warning'}>
                  {reaction.lag === 0 ? t('log.caughtUp') : t('log.behind', { lag: reaction.lag })}
                </Tag>
              </td>
              <td>
                {reaction.stuckCount === 0 ? '—' : <Tag tone="bad">{t('log.parkedCount', { count: reaction.stuckCount })}</Tag>}
                {reaction.stuck.map(({ stream, position, reason }) => (
                  <div key={stream} className="digest">
                    {t('log.notAnswered', { stream, position, reason })}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isStuck && <Retry />}
    </section>
  );
}

/** For an administrator who has put right what stood in the way. */
function Retry() {
  const t = useWords();
  const may = useMay();
  const { message } = App.useApp();
  const { ask, asking, failure } = useAsking();
  if (!may(['administer'])) return null;
  const retry = () =>
    ask(async () => {
      const { streams } = await answer(api.POST('/log/reactions/retry'));
      void message.success(t('log.retried', { streams }));
    });
  return (
    <>
      <Button loading={asking} onClick={() => void retry()}>
        {t('log.retry')}
      </Button>
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}
