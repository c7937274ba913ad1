import type { Fact } from '../../frame/facts.js';
import { WhyButton } from '../../frame/why-button.js';
import { useWords } from '../../words/words.js';
import type { File, Member } from './file.js';
import { shownOr } from './household-facts.js';

interface Parts {
  readonly file: File;
  readonly onWhy: (fact: Fact) => void;
}

/** Who belongs to the household, numbers masked unless one records here. */
export function HouseholdMembers({ file: { members }, onWhy }: Parts) {
  const t = useWords();
  return (
    <section>
      <h2>
        {t('household.members')} <span className="count">{members.length}</span>{' '}
        <WhyButton of={t('household.members')} onClick={() => onWhy({ field: 'members', label: t('household.members'), value: null })} />
      </h2>
      <ul className="cards-list">
        {members.map((member) => (
          <MemberCard key={member.member} member={member} onWhy={onWhy} />
        ))}
      </ul>
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
        {shownOr(member.citizenNumber, t)} · {shownOr(member.phone, t)}
      </p>
      <WhyButton of={name} onClick={() => onWhy({ field: `members.${member.member}`, label: name, value: name })} />
    </li>
  );
}
