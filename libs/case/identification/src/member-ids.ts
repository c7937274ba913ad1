import type { CommandContext } from '@lookback/kernel';
import type { MemberId, PersonNumber } from './identification.codes.js';
import { refuse } from './identification.rules.js';

/** Somebody of those with whom a household comes on record. */
interface Named {
  readonly member?: MemberId | null | undefined;
  readonly number?: PersonNumber | null | undefined;
}

/**
 * The ids of those with whom a household comes on record, in their order. A correction says by id who is whom of those whom the entry
 * named: who stays keeps the id, who comes to it gets one that nobody had, and who is taken out leaves none to others. Refuses an id that
 * the entry never gave, or that two people have.
 */
export function memberIds(people: readonly Named[], { newId, saidBefore = [] }: Pick<CommandContext, 'newId' | 'saidBefore'>): MemberId[] {
  const before = new Set(saidBefore.flatMap(({ data }) => (data as Naming).members.map(({ member }) => member)));
  const kept = people.flatMap(({ member }) => member ?? []);
  const taken = new Set(kept);
  if (taken.size < kept.length || kept.some((id) => !before.has(id))) return refuse('identification.member-absent');
  let nth = 0;
  const another = (): MemberId => {
    const id = newId(`member-${(nth += 1)}`) as MemberId;
    return before.has(id) || taken.has(id) ? another() : id;
  };
  return people.map(({ member, number }, i) => {
    if (member) return member;
    nth = Math.max(nth, i);
    const own = number ? (newId(number) as MemberId) : undefined;
    const id = own && !taken.has(own) ? own : another();
    taken.add(id);
    return id;
  });
}

interface Naming {
  readonly members: readonly { readonly member: MemberId }[];
}
