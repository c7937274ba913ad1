import type { HouseholdFound, HouseholdSought } from '@lookback/case/household';
import type { RegionCode } from '@lookback/kernel';

/** Those of some households that are on record and of which the importer may know, in the order asked; null where one is not. */
export type KnownHouseholds = (sought: readonly HouseholdSought[]) => Promise<readonly (HouseholdFound | null)[]>;

/**
 * The households of a list, each by the id under which the list would open its file, and the files in which they stand: a household may
 * have one under another id, opened before it had a number. Source: decisions.md, 9.
 */
export class HouseholdsSought {
  private readonly sought = new Map<string, HouseholdSought>();
  private readonly counties = new Map<string, RegionCode>();

  constructor(private readonly known: KnownHouseholds) {}

  /** @param id under which the list would open the household's file */
  note(id: string, household: HouseholdSought): void {
    this.sought.set(id, household);
  }

  /** Those of some that are on record, by the id that the list has for them. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, HouseholdFound>> {
    const asked = [...new Set(ids)].flatMap((id) => {
      const household = this.sought.get(id);
      return household ? [[id, household] as const] : [];
    });
    const found = await this.known(asked.map(([, household]) => household));
    for (const one of found) if (one) this.counties.set(one.id, one.county);
    return new Map(asked.flatMap(([id], i) => (found[i] ? [[id, found[i]] as const] : [])));
  }

  /** Where a household that was found lies. @param id of its file */
  countyOf(id: string): RegionCode | undefined {
    return this.counties.get(id);
  }
}
