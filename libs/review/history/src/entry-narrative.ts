import {
  type CalendarDate,
  type EventOf,
  type EntryId,
  everything,
  holderIn,
  type InBoth,
  type Naming,
  type Recorded,
  type RegionCode,
  resolve,
  spokenOf,
  isAmendment,
} from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { type Parts, quotedIn } from '@lookback/office/desk';
import { type ActorNamed, actorNamed } from './actor-named.js';
import {
  type AmendmentNamed,
  amendmentNamed,
  amendmentsIn,
  type BreachSaid,
  breachesSaid,
  lateDaysOf,
  wantedBy,
} from './amendment-named.js';
import type { Names } from './names.js';
import { placeSaidIn } from './place-said.js';
import { type RecorderNamed, recorderNamed } from './recorder-named.js';

/** What an entry says or said, and the day from which that holds. */
export interface SaidFrom extends InBoth {
  readonly effectiveOn: CalendarDate;
}

/** One entry of a history, as a sentence: what it says as far as is known, from the day from which that holds, on what that rests. */
export interface EntryNarrative extends InBoth {
  readonly position: number;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: string;
  readonly mode: string;
  /** Who decided or did it: an official with post and unit as held on the day, or a member of a household. */
  readonly actedBy: ActorNamed | null;
  readonly recordedBy: RecorderNamed;
  readonly authority: Entry['by']['authority'] | null;
  /** True where somebody recorded on a named document what another did or decided. */
  readonly onDocument: boolean;
  readonly reads: Entry['by']['reads'];
  readonly evidence: Entry['by']['evidence'];
  /** `counts` as it stands (a report once confirmed), `corrected` by `setBy`, `struck out`, or `speaks of others` (a proposal or an answer). */
  readonly standing: 'counts' | 'corrected' | 'struck out' | 'speaks of others';
  readonly setBy: string | null;
  /** What a corrected entry said when it was recorded; null of all others. */
  readonly first: SaidFrom | null;
  /** Who changed it or confirmed it; null where nobody did. */
  readonly amendment: AmendmentNamed | null;
  /** The entry that a proposal speaks of, or the proposal that an answer speaks of. */
  readonly speaksOf: string | null;
  /** What a proposal wants to count; null where it wants an entry struck out, and of all that proposes nothing. */
  readonly wanted: SaidFrom | null;
  /** How many days after its day a report was told. */
  readonly lateDays: number | null;
  /** The guards that it broke knowingly, as a report or an approval. */
  readonly breaches: readonly BreachSaid[];
}

/** How entries are told: in the sentences of every slice, with the names that the reader may see. */
export interface NarratedBy {
  readonly parts: Pick<Parts, 'sentences' | 'callsIn' | 'rules' | 'registers'>;
  readonly names: Names;
  /** Of which entries the reader may be told, where that is not all: of others nothing is said, nor whose decisions they were. */
  readonly tells?: ((entry: Entry) => boolean) | undefined;
}

/** The entries of a history as known at a position, in the order of recording; where `only` is given, those at its positions. */
export function narrate(
  history: readonly Entry[],
  known: number,
  { parts, names, tells = () => true }: NarratedBy,
  only?: ReadonlySet<number>,
): EntryNarrative[] {
  const recorded = history.filter(({ position }) => position <= known);
  const { entries } = resolve(recorded, everything);
  const inForce = new Map(entries.map((entry) => [entry.id, entry]));
  const amendments = amendmentsIn(recorded);
  const members = membersIn([...recorded, ...entries], parts);
  const naming = namingIn(members, { parts, names }, placeSaidIn(history));
  const wanted = recorded.filter((entry) => tells(entry) && (!only || only.has(entry.position)));
  const said = (event: EventOf, effectiveOn: CalendarDate): SaidFrom => ({ effectiveOn, ...told(event, parts, naming(effectiveOn)) });
  return wanted.map((entry) => {
    const now = inForce.get(entry.id);
    const amendment = amendments.get(entry.id);
    const stands = standing(entry, now?.setBy, amendment?.confirmation);
    const asked = wantedBy(entry);
    const first = stands.standing === 'corrected' ? quotedIn(entry) : null;
    return {
      ...line(entry, now?.by ?? entry.by, names, members),
      ...said(now ?? entry, (now ?? entry).by.effectiveOn),
      ...stands,
      first: first && said(first, entry.by.effectiveOn),
      amendment: amendment && tells(amendment.answer) ? amendmentNamed(amendment, names, members) : null,
      speaksOf: isAmendment(entry) ? spokenOf(entry) : null,
      wanted: asked && said(asked.event, asked.effectiveOn),
      lateDays: lateDaysOf(entry),
      breaches: breachesSaid(entry.by.breaches, parts.rules),
    };
  });
}

/** Those whom the history itself names by what it calls them last, all others as the reader may see them, regions and codes as of a day; by id or code where there is no name. */
function namingIn(members: Members, { parts, names }: NarratedBy, region: RegionCode): (on: CalendarDate) => Naming {
  return (on) => ({
    region: (code) => names.region(code, on) ?? code,
    unit: (id) => names.unit(id) ?? id,
    person: (id) => (members.has(id) ? (members.get(id) ?? '—') : (names.official(id) ?? id)),
    listed: (list, code) => names.listed(list, code, { region, on }) ?? { en: code, zh: code },
    register: (name) => parts.registers.get(name)?.register.called ?? { en: name, zh: name },
  });
}

/** What an entry says, in both languages; its type where this release does not know it. */
const told = ({ type, data }: EventOf, { sentences }: NarratedBy['parts'], naming: Naming): InBoth =>
  sentences.get(type)?.(data as never, naming) ?? { en: type, zh: type };

/** By another's hand, and on a document that is named. */
const isOnDocument = ({ actedBy, recordedBy, authority }: Entry['by']): boolean =>
  authority?.kind === 'document' &&
  holderIn(actedBy) !== undefined &&
  'account' in recordedBy &&
  recordedBy.person !== holderIn(actedBy)?.person;

function line(entry: Entry, by: Entry['by'], names: Names, members: Members) {
  const { position, revision, id, type, recordedAt } = entry;
  return {
    position,
    revision,
    id,
    type,
    recordedAt: recordedAt.toISOString(),
    mode: by.mode,
    actedBy: by.actedBy ? actorNamed(by.actedBy, names, members) : null,
    recordedBy: recorderNamed(entry, names),
    authority: by.authority ?? null,
    onDocument: isOnDocument(by),
    reads: by.reads,
    evidence: by.evidence,
  };
}

function standing(entry: Entry, setBy: EntryId | undefined, confirmation: EntryId | undefined): Pick<EntryNarrative, 'standing' | 'setBy'> {
  if (isAmendment(entry) && confirmation === undefined) return { standing: 'speaks of others', setBy: null };
  if (setBy === undefined) return { standing: 'struck out', setBy: null };
  return setBy === (confirmation ?? entry.id) ? { standing: 'counts', setBy: null } : { standing: 'corrected', setBy };
}

/** By id; null where the name is erased. */
type Members = ReadonlyMap<string, string | null>;

/** The name of everybody of whom the history says who they are: the one that counts, where it was corrected. */
const membersIn = (history: readonly Recorded[], { callsIn }: NarratedBy['parts']): Members =>
  new Map(history.flatMap((entry) => callsIn(entry)).map(([id, { value }]) => [id, typeof value === 'string' ? value : null]));
