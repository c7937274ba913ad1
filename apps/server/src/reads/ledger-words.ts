import type { ProblemListed } from '@lookback/case/rectification';
import type { CalendarDate, Erased, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import type { EventLog } from '@lookback/log/event-log';
import type { StandardsInForce } from '@lookback/office/desk';
import { peopleNames, unitNames } from '@lookback/office/registry';
import type { ProblemClasses, ProblemSources } from '@lookback/office/standards';
import type { ProblemToList } from '@lookback/paper/lists';

type Said = Pick<ProblemToList, 'class' | 'source' | 'leader' | 'unit' | 'staff'>;
type Coded = ReadonlyMap<string, string>;

/** What codes and ids of the ledger are called; each is asked for once. */
export class LedgerWords {
  private readonly people = new Map<PersonId, string | Erased | null>();
  private readonly units = new Map<UnitId, string | null>();
  private readonly counties = new Map<RegionCode, { readonly classes: Coded; readonly sources: Coded } | null>();

  constructor(
    private readonly log: EventLog,
    private readonly standards: StandardsInForce,
    private readonly on: CalendarDate,
  ) {}

  /** Asks for what these lines name and nobody has asked for yet. */
  async learn(lines: readonly ProblemListed[]): Promise<void> {
    const people = lines.flatMap(({ leader, staff }) => [leader, staff]);
    const [units, counties] = [lines.map(({ unit }) => unit), lines.map(({ county }) => county)];
    await Promise.all([
      learnt(this.people, people, (ids) => peopleNames(this.log, ids)),
      learnt(this.units, units, (ids) => unitNames(this.log, ids)),
      learnt(this.counties, counties, (codes) => this.listsOf(codes)),
    ]);
  }

  /** A code that is on no list any more stands for itself. */
  of({ county, leader, unit, staff, ...codes }: ProblemListed): Said {
    const lists = this.counties.get(county);
    const person = (id: PersonId | null) => (id === null ? null : plainly(this.people.get(id)));
    return {
      class: lists?.classes.get(codes.class) ?? codes.class,
      source: lists?.sources.get(codes.source) ?? codes.source,
      ...{ leader: person(leader), staff: person(staff), unit: unit === null ? null : plainly(this.units.get(unit)) },
    };
  }

  private async listsOf(counties: readonly RegionCode[]) {
    const inForce = async (name: string, county: RegionCode) => (await this.standards.inForce(name, county, this.on))?.value;
    const asked = counties.map(async (county) => {
      const { classes = [] } = ((await inForce('problem-classes', county)) ?? {}) as Partial<ProblemClasses>;
      const { sources = [] } = ((await inForce('problem-sources', county)) ?? {}) as Partial<ProblemSources>;
      return [county, { classes: coded(classes), sources: coded(sources) }] as const;
    });
    return new Map(await Promise.all(asked));
  }
}

const coded = (list: readonly { readonly code: string; readonly zh: string }[]): Coded => new Map(list.map(({ code, zh }) => [code, zh]));
const plainly = (name: string | Erased | null | undefined): string | null => (typeof name === 'string' ? name : null);

/** Adds what is asked about those that are not there yet; who has no answer is not asked about again. */
async function learnt<Id extends string, Word>(
  known: Map<Id, Word | null>,
  ids: readonly (Id | null)[],
  ask: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Word>>,
): Promise<void> {
  const fresh = [...new Set(ids)].filter((id) => id !== null && !known.has(id)) as Id[];
  if (fresh.length === 0) return;
  const words = await ask(fresh);
  for (const id of fresh) known.set(id, words.get(id) ?? null);
}
