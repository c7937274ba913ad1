import type { FilesAlike, HouseholdFound, HouseholdKnown, HouseholdSought } from '@lookback/case/household';
import { type Inapplicable, Refusal, type RegionCode } from '@lookback/kernel';
import { inapplicable } from '../lists.rules.js';

/** What is on record of some households, as far as the importer may know of it; in the order asked. */
export type KnownHouseholds = (sought: readonly HouseholdSought[]) => Promise<readonly HouseholdKnown[]>;

/** Why nothing is asked about a household that may be that of several files. */
export const severalFiles = ({ alike }: FilesAlike): Refusal => refusal(inapplicable('list.files-alike', { files: alike }));

const refusal = ({ rule, facts, wording }: Inapplicable) => new Refusal(rule, facts, wording);

/**
 * The households of a list, each by the id under which the list would open its file, and the files in which they stand: a household may
 * have one under another id, opened before it had a number. Source: decisions.md, 9.
 */
export class HouseholdsSought {
  private readonly sought = new Map<string, HouseholdSought>();
  private readonly counties = new Map<string, RegionCode>();
  private readonly files = new Map<string, string>();

  constructor(private readonly known: KnownHouseholds) {}

  /** @param id under which the list would open the household's file */
  note(id: string, household: HouseholdSought): void {
    this.sought.set(id, household);
  }

  /** What is on record of some, by the id that the list has for them. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, HouseholdFound | FilesAlike>> {
    const asked = [...new Set(ids)].flatMap((id) => {
      const household = this.sought.get(id);
      return household ? [[id, household] as const] : [];
    });
    const found = await this.known(asked.map(([, household]) => household));
    const known = asked.flatMap(([id], i) => (found[i] ? [[id, found[i]] as const] : []));
    for (const [id, one] of known)
      if ('id' in one) {
        this.files.set(id, one.id);
        this.counties.set(one.id, one.county);
      }
    return new Map(known);
  }

  /** Why nothing is asked about a household that is not on record. @param id that the list has for it */
  unknown(id: string): Refusal {
    const isNumbered = this.sought.get(id)?.number != null;
    return refusal(inapplicable(isNumbered ? 'list.household-unknown' : 'list.household-of-head-unknown'));
  }

  /** The id of the file in which a household was found; undefined where none was. @param id that the list has for it */
  fileOf(id: string): string | undefined {
    return this.files.get(id);
  }

  /** Where a household that was found lies. @param id of its file */
  countyOf(id: string): RegionCode | undefined {
    return this.counties.get(id);
  }
}
