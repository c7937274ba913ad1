import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { answer, api, type Shapes } from '../../api/ask.js';
import { useRegions } from '../../api/regions.js';
import { useWords } from '../../i18n/words.js';
import { dayAndClock } from '../../moment/day.js';

/** What others may have changed, as it is called here. */
const kinds = {
  AccountOpened: 'changes.AccountOpened',
  PasswordSet: 'changes.PasswordSet',
  RightGranted: 'changes.RightGranted',
  RightRevoked: 'changes.RightRevoked',
} as const satisfies Record<Shapes['AccountChange']['type'], string>;

/** What others changed in one's account since one was last told: a password set, rights given and taken, by whom and when. */
export function AccountChanges() {
  const t = useWords();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['who-am-i'], queryFn: ({ signal }) => answer(api.GET('/session', { signal })) });
  const changes = data?.changes ?? [];
  const [newest] = changes;
  if (!newest) return null;
  const seen = async () => {
    await answer(api.POST('/session/changes-seen', { body: { upTo: newest.revision } }));
    await queries.invalidateQueries({ queryKey: ['who-am-i'] });
  };
  return (
    <Alert
      type="warning"
      role="status"
      title={t('changes.title')}
      description={
        <>
          <ul>
            {changes.map((change) => (
              <Change key={`${change.revision}`} {...change} />
            ))}
          </ul>
          <p>{t('changes.doubt')}</p>
          <Button onClick={() => void seen()}>{t('changes.seen')}</Button>
        </>
      }
    />
  );
}

function Change({ type, right, regions, units, at, by }: Shapes['AccountChange']) {
  const t = useWords();
  const { nameOf } = useRegions();
  const who = by ? [by.name ?? by.login, by.unitName].filter(Boolean).join(' · ') : t('changes.bySetUp');
  const where = [
    ...regions.map((code) => (code === 'CN' ? t('region.all') : nameOf(code))),
    ...units.map(({ unit, name }) => t('accounts.withUnit', { unit: name ?? unit })),
  ].join('、');
  const what = right && t('changes.right', { right: t.code('right', right), regions: where });
  return <li>{[dayAndClock(at), who, t(kinds[type]), what].filter(Boolean).join(' · ')}</li>;
}
