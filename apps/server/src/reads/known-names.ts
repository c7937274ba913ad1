import { namedIn } from '@lookback/case/household';
import { type Erased, type Moment, everything, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { type Entry, EventLog } from '@lookback/log/event-log';
import { peopleNames, RegionDirectory, unitNames } from '@lookback/office/registry';
import type { Names } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

interface Ids {
  readonly people?: readonly (PersonId | null | undefined)[];
  readonly units?: readonly (UnitId | null | undefined)[];
}

/** As for opened histories. */
const kept = { max: 10_000, ttl: 60_000 };

/** What officials, units and regions are called, for whoever may see it. */
@Injectable()
export class KnownNames {
  private readonly people = new LRUCache<PersonId, { readonly name: string | null }>(kept);
  private readonly units = new LRUCache<UnitId, { readonly name: string | null }>(kept);

  constructor(
    private readonly log: EventLog,
    private readonly regions: RegionDirectory,
  ) {}

  /** The names of some officials and units, and of every region as of a moment. */
  async of({ people = [], units = [] }: Ids, moment: Moment = everything): Promise<Names> {
    await Promise.all([
      learn(this.people, present(people), (ids) => peopleNames(this.log, ids)),
      learn(this.units, present(units), (ids) => unitNames(this.log, ids)),
    ]);
    const regions = moment === everything ? this.regions.newest : this.regions.asOf(moment);
    return {
      region: (code) => regions.name(code as RegionCode) ?? null,
      unit: (id) => this.units.get(id as UnitId)?.name ?? null,
      official: (id) => this.people.get(id as PersonId)?.name ?? null,
    };
  }

  /** Those of everybody and every unit that entries name, in what they say and in who says it. */
  async in(entries: readonly Entry[], moment?: Moment): Promise<Names> {
    const named = entries.map((entry) => namedIn(entry));
    const holders = entries.flatMap(({ by: { actedBy, recordedBy } }) => [actedBy, 'account' in recordedBy ? recordedBy : undefined]);
    return this.of(
      {
        people: [...named.flatMap(({ people }) => people), ...holders.map((holder) => holder?.person)],
        units: [...named.flatMap(({ units }) => units), ...holders.map((holder) => holder?.unit)],
      },
      moment,
    );
  }
}

const present = <Id>(ids: readonly (Id | null | undefined)[]): Id[] => [
  ...new Set(ids.filter((id): id is NonNullable<typeof id> => id !== null && id !== undefined)),
];

/** Asks for those that are not known yet. */
async function learn<Id extends string>(
  known: LRUCache<Id, { readonly name: string | null }>,
  ids: readonly Id[],
  ask: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string | Erased>>,
): Promise<void> {
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const names = await ask(unknown);
  for (const id of unknown) {
    const name = names.get(id);
    known.set(id, { name: typeof name === 'string' ? name : null });
  }
}
