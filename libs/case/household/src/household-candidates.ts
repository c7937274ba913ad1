import { fileCodeOf, type HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';

/** A household on record as a list has to know it. */
export interface HouseholdFound {
  readonly id: string;
  readonly county: RegionCode;
  /** Null where the head is erased. */
  readonly head: string | null;
}

/** The codes of several files, any of which may be that of one household. */
export interface FilesAlike {
  readonly alike: readonly string[];
}

/** What is on record of a household that is sought; null where nothing is. */
export type HouseholdKnown = HouseholdFound | FilesAlike | null;

/** A household that is sought, with the marks by which people stand in the index of names. */
export interface MarkedSought {
  readonly number: HouseholdNumber | null;
  readonly members: readonly string[];
  readonly headed: {
    readonly village: RegionCode;
    readonly name: string;
    readonly marks: readonly string[];
    readonly isNumbered: boolean;
  } | null;
}

/** A file that may be that of a household that is sought. */
export interface CandidateRow extends HouseholdFound {
  readonly village: RegionCode;
  readonly number: HouseholdNumber | null;
  /** Whether a number of its head is on record. */
  readonly isHeadNumbered: boolean;
  /** The marks of those sought citizen numbers that its members have. */
  readonly members: readonly string[];
}

/**
 * Tells which of some files is that of a household: the one of its number; else the one in which a member stands; else the one of its head in
 * its village. A household that has a number is not looked for in files of other numbers, for those are other households', though the
 * same person stand in both. Heads of one name who have different citizen numbers are two. Source: decisions.md, 9.
 */
export class Candidates {
  private readonly byNumber = new Map<string, CandidateRow>();
  private readonly byMember = new Map<string, CandidateRow[]>();
  private readonly byHead = new Map<string, CandidateRow[]>();

  constructor(rows: readonly CandidateRow[]) {
    for (const row of rows) {
      if (row.number !== null) this.byNumber.set(row.number, row);
      for (const same of row.members) added(this.byMember, same, row);
      if (row.head !== null) added(this.byHead, placed(row.village, row.head), row);
    }
  }

  of({ number, members, headed }: MarkedSought): HouseholdKnown {
    const numbered = number === null ? undefined : this.byNumber.get(number);
    if (numbered) return foundIn(numbered);
    const mayBe = (row: CandidateRow) => number === null || row.number === null;
    const withMember = members.flatMap((same) => this.byMember.get(same) ?? []).filter(mayBe);
    if (withMember.length > 0) return oneOf(withMember);
    if (headed === null) return null;
    const ofHead = (this.byHead.get(placed(headed.village, headed.name)) ?? []).filter(mayBe);
    return oneOf(ofHead.filter(({ isHeadNumbered }) => !isHeadNumbered || !headed.isNumbered));
  }
}

const placed = (village: RegionCode, head: string) => `${village} ${head}`;
const foundIn = ({ id, county, head }: CandidateRow): HouseholdFound => ({ id, county, head });

function oneOf(rows: readonly CandidateRow[]): HouseholdKnown {
  const [first, ...others] = new Set(rows);
  if (!first) return null;
  return others.length === 0 ? foundIn(first) : { alike: [first, ...others].map(({ id }) => fileCodeOf(id)) };
}

function added(map: Map<string, CandidateRow[]>, key: string, row: CandidateRow): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
