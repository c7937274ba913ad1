import type { HouseholdEvent } from '@lookback/case/household';
import type { MemberSaid } from '@lookback/case/identification';
import type { Sealed } from '@lookback/kernel';
import {
  type DataOf,
  type EventOf,
  type EntryId,
  everything,
  type Holder,
  type InBoth,
  type Naming,
  type Recorded,
  resolve,
  type Sentence,
  type FourEyesEvent,
  isAmendment,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import type { Names } from './names.js';
import { type RecorderNamed, recorderNamed } from './recorder-named.js';

export type HolderNamed = Holder & { readonly name: string | null; readonly unitName: string | null };

/** One entry of a history, as a sentence. */
export interface EntryNarrative extends InBoth {
  readonly position: number;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly mode: string;
  /** Who decided or did it, with post and unit as held on the day. */
  readonly actedBy: HolderNamed | null;
  readonly recordedBy: RecorderNamed;
  readonly authority: Entry['by']['authority'] | null;
  /** True where somebody recorded on a named document what another did or decided. */
  readonly onDocument: boolean;
  readonly reads: Entry['by']['reads'];
  readonly evidence: Entry['by']['evidence'];
  /** `counts` as it stands (a report once confirmed), `corrected` by `setBy`, `struck out`, or `speaks of others` (a proposal or an answer). */
  readonly standing: 'counts' | 'corrected' | 'struck out' | 'speaks of others';
  readonly setBy: string | null;
}

/** How entries are told: in the sentences of every slice, with the names that the reader may see. */
export interface NarratedBy {
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly names: Names;
}

/** The entries of a history as known at a position, in the order of recording; where `only` is given, those at its positions. */
export function narrate(
  history: readonly Entry[],
  known: number,
  { sentences, names }: NarratedBy,
  only?: ReadonlySet<number>,
): EntryNarrative[] {
  const recorded = history.filter(({ position }) => position <= known);
  const { entries, inapplicable } = resolve(recorded, everything);
  const inForce = new Map(entries.map((entry) => [entry.id, entry]));
  const confirmations = confirmationsIn(recorded, new Set(inapplicable.map(({ entry }) => entry)));
  const naming = namingIn([...recorded, ...entries], names);
  const wanted = only ? recorded.filter(({ position }) => only.has(position)) : recorded;
  return wanted.map((entry) => {
    const now = inForce.get(entry.id);
    return { ...line(entry, names), ...told(now ?? entry, sentences, naming), ...standing(entry, now?.setBy, confirmations.get(entry.id)) };
  });
}

/** Members by the names that the history gives them, all others as the reader may see them; by id or code where there is no name. */
function namingIn(history: readonly Recorded[], names: Names): Naming {
  const members = membersIn(history);
  return {
    region: (code) => names.region(code) ?? code,
    unit: (id) => names.unit(id) ?? id,
    person: (id) => members.get(id) ?? names.official(id) ?? id,
    listed: (list, code) => names.listed(list, code) ?? { en: code, zh: code },
  };
}

/** What an entry says, in both languages; its type where this release does not know it. */
const told = ({ type, data }: EventOf, sentences: NarratedBy['sentences'], naming: Naming): InBoth =>
  sentences.get(type)?.(data as never, naming) ?? { en: type, zh: type };

/** By another's hand, and on a document that is named. */
const isOnDocument = ({ actedBy, recordedBy, authority }: Entry['by']): boolean =>
  authority?.kind === 'document' && actedBy !== undefined && 'account' in recordedBy && recordedBy.person !== actedBy.person;

function line(entry: Entry, names: Names) {
  const { position, revision, id, type, by, recordedAt } = entry;
  return {
    position,
    revision,
    id,
    type,
    effectiveOn: by.effectiveOn,
    recordedAt: recordedAt.toISOString(),
    mode: by.mode,
    actedBy: by.actedBy ? called(by.actedBy, names) : null,
    recordedBy: recorderNamed(entry, names),
    authority: by.authority ?? null,
    onDocument: isOnDocument(by),
    reads: by.reads,
    evidence: by.evidence,
  };
}

const called = (holder: Holder, names: Names): HolderNamed => ({
  ...holder,
  name: names.official(holder.person),
  unitName: names.unit(holder.unit),
});

function standing(entry: Entry, setBy: EntryId | undefined, confirmation: EntryId | undefined): Pick<EntryNarrative, 'standing' | 'setBy'> {
  if (isAmendment(entry) && confirmation === undefined) return { standing: 'speaks of others', setBy: null };
  if (setBy === undefined) return { standing: 'struck out', setBy: null };
  return setBy === (confirmation ?? entry.id) ? { standing: 'counts', setBy: null } : { standing: 'corrected', setBy };
}

/** By which entry each report came to count. */
const confirmationsIn = (recorded: readonly Entry[], inapplicable: ReadonlySet<EntryId>): ReadonlyMap<EntryId, EntryId> =>
  new Map(
    recorded
      .filter(({ type, id }) => type === 'ReportConfirmed' && !inapplicable.has(id))
      .map(({ id, data }) => [(data as DataOf<FourEyesEvent, 'ReportConfirmed'>).proposal, id]),
  );

/** The name of everybody who ever was a member: the one that counts, where it was corrected. */
function membersIn(history: readonly Recorded[]): ReadonlyMap<string, string> {
  const said = (history as readonly Recorded<HouseholdEvent>[]).flatMap(({ type, data }): readonly Pick<MemberSaid, 'member' | 'name'>[] =>
    type === 'HouseholdTakenOver' ? data.members : type === 'MemberJoined' ? [data] : [],
  );
  return new Map(said.map(({ member, name }: { member: string; name: Sealed<string> }) => [member, name.or('—')]));
}
