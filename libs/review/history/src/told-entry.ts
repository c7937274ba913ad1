import { householdWords } from '@lookback/case/household';
import type { HouseholdEvent } from '@lookback/case/household';
import type { MemberSaid } from '@lookback/case/identification';
import type { Sealed } from '@lookback/kernel';
import {
  type DataOf,
  type EntryId,
  type EventOf,
  everything,
  type InBoth,
  type Naming,
  type Recorded,
  resolve,
  type SecondPersonEvent,
  type Sentences,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';

/** One entry of a household's history, as a sentence. */
export interface ToldEntry extends InBoth {
  readonly position: number;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly mode: string;
  /** Who decided or did it, with post and unit as held on the day. */
  readonly actedBy: Entry['by']['actedBy'] | null;
  readonly recordedBy: Entry['by']['recordedBy'];
  readonly authority: Entry['by']['authority'] | null;
  readonly reads: Entry['by']['reads'];
  readonly evidence: Entry['by']['evidence'];
  /** `counts` as it stands (a report once confirmed), `corrected` by `setBy`, `struck out`, or `speaks of others` (a proposal or an answer). */
  readonly standing: 'counts' | 'corrected' | 'struck out' | 'speaks of others';
  readonly setBy: string | null;
}

/** The entries of a history as known at a position, in the order of recording. */
export function told(
  history: readonly Entry[],
  known: number,
  names: Omit<Naming, 'person'> & { official(id: string): string | null },
): ToldEntry[] {
  const recorded = history.filter(({ position }) => position <= known);
  const { entries, unfitting } = resolve(recorded, everything);
  const inForce = new Map(entries.map((entry) => [entry.id, entry]));
  const members = membersIn([...recorded, ...entries]);
  const confirmations = confirmationsIn(recorded, new Set(unfitting.map(({ entry }) => entry)));
  const naming: Naming = { ...names, person: (id) => members.get(id) ?? names.official(id) ?? id };
  return recorded.map((entry) => {
    const now = inForce.get(entry.id);
    return { ...line(entry), ...sentence(now ?? entry, naming), ...standing(entry, now?.setBy, confirmations.get(entry.id)) };
  });
}

const line = ({ position, revision, id, type, by, recordedAt }: Entry) => ({
  ...{ position, revision, id, type, effectiveOn: by.effectiveOn, recordedAt: recordedAt.toISOString(), mode: by.mode },
  ...{ actedBy: by.actedBy ?? null, recordedBy: by.recordedBy, authority: by.authority ?? null, reads: by.reads },
  evidence: by.evidence,
});

function standing(
  { id, type }: Entry,
  setBy: EntryId | undefined,
  confirmation: EntryId | undefined,
): Pick<ToldEntry, 'standing' | 'setBy'> {
  if (type in secondPersonWords && confirmation === undefined) return { standing: 'speaks of others', setBy: null };
  if (setBy === undefined) return { standing: 'struck out', setBy: null };
  return setBy === (confirmation ?? id) ? { standing: 'counts', setBy: null } : { standing: 'corrected', setBy };
}

/** By which entry each report came to count. */
const confirmationsIn = (recorded: readonly Entry[], unfitting: ReadonlySet<EntryId>): ReadonlyMap<EntryId, EntryId> =>
  new Map(
    recorded
      .filter(({ type, id }) => type === 'ReportConfirmed' && !unfitting.has(id))
      .map(({ id, data }) => [(data as DataOf<SecondPersonEvent, 'ReportConfirmed'>).proposal, id]),
  );

/** How the entries of second persons are told. */
const secondPersonWords: Sentences<SecondPersonEvent> = {
  CorrectionProposed: ({ wanted }) =>
    wanted === null
      ? { en: 'Proposed that an entry be struck out.', zh: '申请撤销一条记录。' }
      : { en: 'Proposed a correction.', zh: '申请更正一条记录。' },
  EntryCorrected: () => ({ en: 'Approved a correction.', zh: '批准更正。' }),
  EntryRetracted: () => ({ en: 'Approved that an entry be struck out.', zh: '批准撤销记录。' }),
  CorrectionDeclined: () => ({ en: 'Declined a correction.', zh: '不同意更正。' }),
  ReportProposed: () => ({ en: 'Reported late what had happened.', zh: '补录已发生的事项。' }),
  ReportConfirmed: () => ({ en: 'Confirmed a late report.', zh: '确认补录。' }),
  ReportDeclined: () => ({ en: 'Declined a late report.', zh: '不同意补录。' }),
};

function sentence({ type, data }: EventOf, naming: Naming): InBoth {
  const words: Readonly<Record<string, (data: never, naming: Naming) => InBoth>> = { ...secondPersonWords, ...householdWords };
  const say = words[type];
  return say ? say(data as never, naming) : { en: type, zh: type };
}

/** The name of everybody who ever was a member: the one that counts, where it was corrected. */
function membersIn(history: readonly Recorded[]): ReadonlyMap<string, string> {
  const said = (history as readonly Recorded<HouseholdEvent>[]).flatMap(({ type, data }): readonly Pick<MemberSaid, 'member' | 'name'>[] =>
    type === 'HouseholdTakenOver' ? data.members : type === 'MemberJoined' ? [data] : [],
  );
  return new Map(said.map(({ member, name }: { member: string; name: Sealed<string> }) => [member, name.or('—')]));
}
