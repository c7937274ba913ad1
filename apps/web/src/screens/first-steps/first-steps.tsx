import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Shapes } from '../../api/ask.js';
import { CommandDrawer } from '../../commands/command-drawer.js';
import type { Asking } from '../../commands/command-form.js';
import { ActButton } from '../../commands/act-button.js';
import { useActs } from '../../commands/use-acts.js';
import { Answered } from '../../components/answered.js';
import { AsOf } from '../../components/as-of.js';
import { Page } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { useMay } from '../../session/may.js';
import { RoleCards } from './role-cards.js';
import { isDone, type Step, steps, useFirstSteps } from './steps.js';
import './first-steps.css';

/** From nothing to an office that works: units, people, posts, accounts with their roles, lists; each with what is done and what to do. */
export function FirstSteps() {
  const t = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const office = useFirstSteps();
  return (
    <Page title={t('nav.firstSteps')} asOf={office.data && <AsOf position={office.data.position} />}>
      <p>{t('steps.intro')}</p>
      <Answered of={office}>
        {(counts) => (
          <ol className="steps">
            {steps.map((step) => (
              <OneStep key={step} step={step} counts={counts} onAct={setAsking} />
            ))}
          </ol>
        )}
      </Answered>
      <CommandDrawer asking={asking} onClose={() => setAsking(null)} />
    </Page>
  );
}

interface Props {
  readonly step: Step;
  readonly counts: Shapes['FirstStepsShown'];
  readonly onAct: (asking: Asking) => void;
}

function OneStep({ step, counts, onAct }: Props) {
  const t = useWords();
  const done = isDone(step, counts);
  const opening = useActs().one('accounts', 'open-account');
  return (
    <li>
      <h2>
        {t(`steps.${step}`)} <Tag tone={done ? 'good' : 'waiting'}>{t(done ? 'steps.done' : 'steps.toDo')}</Tag>
      </h2>
      <p>{t(`stepsWhy.${step}`)}</p>
      <p className="hint">{said(step, counts, t)}</p>
      <p className="acts">{act(step, onAct, t)}</p>
      {step === 'accounts' && (
        <RoleCards held={counts.roles} onOpen={(role) => opening && onAct({ act: opening, of: '/accounts', begin: { role } })} />
      )}
      {step === 'lists' && <Lists />}
    </li>
  );
}

type Words = ReturnType<typeof useWords>;

/** What is on record already. */
function said(step: Step, { units, people, posted, accounts, lists }: Shapes['FirstStepsShown'], t: Words): string {
  switch (step) {
    case 'units':
      return t('steps.unitsSaid', { units });
    case 'people':
      return t('steps.peopleSaid', { people });
    case 'posts':
      return t('steps.postsSaid', { posted, without: people - posted });
    case 'accounts':
      return t('steps.accountsSaid', { accounts });
    case 'lists':
      return (['roster', 'pairing', 'ledger'] as const)
        .map((list) => t(lists[list] ? 'steps.listThere' : 'steps.listMissing', { list: t(`imports.${list}`) }))
        .join(' · ');
  }
}

/** What to do next, and where what is on record can be seen. */
function act(step: Step, onAct: Props['onAct'], t: Words): ReactNode {
  switch (step) {
    case 'units':
      return (
        <>
          <ActButton main path="register-unit" of="/units" onAct={onAct} />
          <Link to="/units">{t('nav.units')}</Link>
        </>
      );
    case 'people':
      return (
        <>
          <ActButton main path="register-person" of="/people" onAct={onAct} />
          <Link to="/people">{t('nav.people')}</Link>
        </>
      );
    case 'posts':
      return (
        <Link to="/people" search={{ posts: '0' }} className="button-link">
          {t('people.withoutPost')}
        </Link>
      );
    case 'accounts':
      return (
        <>
          <ActButton main path="open-account" of="/accounts" onAct={onAct} />
          <Link to="/accounts">{t('nav.accounts')}</Link>
        </>
      );
    case 'lists':
      return null;
  }
}

/** Lists are taken over by those who record: administrators without that right are told whom to ask. */
function Lists() {
  const t = useWords();
  const may = useMay();
  if (may(['record']))
    return (
      <Link to="/imports" className="button-link">
        {t('nav.imports')}
      </Link>
    );
  return <p className="hint">{t('steps.listsByOperator')}</p>;
}
