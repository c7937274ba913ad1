import { CardList } from '../../components/card-list.js';
import type { Fact } from '../../components/facts.js';
import { WhyButton } from '../../components/why-button.js';
import { useWords, type Words } from '../../i18n/words.js';
import type { File, Member } from './file.js';
import { shownOr } from './household-facts.js';

interface Props {
  readonly file: File;
  readonly onWhy: (fact: Fact) => void;
}

/** Who belongs to the household, numbers masked unless one records here. */
export function HouseholdMembers({ file: { members }, onWhy }: Props) {
  const t = useWords();
  return (
    <section>
      <h2>
        {t('household.members')} <span className="count">{members.length}</span>{' '}
        <WhyButton of={t('household.members')} onClick={() => onWhy({ field: 'members', label: t('household.members'), value: null })} />
      </h2>
      <CardList>
        {members.map((member) => (
          <MemberCard key={member.member} member={member} onWhy={onWhy} />
        ))}
      </CardList>
    </section>
  );
}

function MemberCard({ member, onWhy }: { readonly member: Member; readonly onWhy: (fact: Fact) => void }) {
  const t = useWords();
  const name = shownOr(member.name, t);
  const parts = [
    t.code('health', typeof member.health === 'string' ? member.health : null),
    t.code('labour', member.labour),
    t.code('schooling', member.schooling),
    t.code('pupil', member.pupil),
  ].filter((part) => part !== '—');
  return (
    <li>
      <p>
        <strong>{name}</strong> · {t.code('relation', member.relation)}
      </p>
      <p>{parts.join(' · ')}</p>
      <p className="hint">
        {identityOf(member, t)} · {shownOr(member.phone, t)}
      </p>
      <WhyButton of={name} onClick={() => onWhy({ field: `members.${member.member}`, label: name, value: name })} />
    </li>
  );
}

/** The citizen number; where there is none, the document that stands for it, or why. */
function identityOf({ citizenNumber, document, withoutNumber }: Member, t: Words): string {
  if (citizenNumber !== null) return shownOr(citizenNumber, t);
  if (!document) return t.code('noNumberReason', withoutNumber);
  const { kind, documentNumber } = document as { readonly kind: string; readonly documentNumber: Parameters<typeof shownOr>[0] };
  return `${t.code('documentKind', kind)} ${shownOr(documentNumber, t)}`;
}
