import { Refusal, type RegionCode } from '@lookback/kernel';
import { AdoptRegions, divisionLevels, mostDivisions } from './regions.commands.js';
import type { Division, RegionSource } from './regions.events.js';
import { refuse, refuseFaulty } from './regions.rules.js';
import { rowsOf, type RegionRow } from './region-rows.js';
import { isPublicName } from '../public-name.js';
import { chainOf } from './region-code.js';

const mostProblems = 20;

/** A list of divisions cannot be taken; says which lines, and why. */
export class RegionsUnreadable extends Error {
  override readonly name = 'RegionsUnreadable';
  constructor(readonly problems: readonly string[]) {
    super(`the list of divisions cannot be taken: ${problems.join('; ')}`);
  }
}

/**
 * A CSV list of divisions (columns code, name, level, parent in any order) as one adoption for each of its counties.
 * Each county needs its city and province in the list. Throws RegionsUnreadable, which names the first 20 faulty lines.
 */
export function parseRegions(csv: string, source: RegionSource): AdoptRegions[] {
  const rows = rowsOf(csv, (problem) => {
    throw new RegionsUnreadable([problem]);
  });
  const listed = new Map<RegionCode, Division>();
  const problems = faults(rows, (row) => list(row, listed));
  const taken = rows.filter(({ division }) => listed.get(division.code) === division);
  problems.push(
    ...faults(taken, ({ division }) => {
      refuseFaulty(division, listed);
      return undefined;
    }),
  );
  const adoptions = problems.length > 0 ? [] : adoptionsOf([...listed.values()], source);
  for (const { county, divisions } of adoptions)
    if (divisions.length > mostDivisions)
      problems.push(`county ${county} has ${divisions.length} divisions; ${mostDivisions} are the most`);
  if (problems.length === 0 && adoptions.length === 0) problems.push('it lists no county');
  if (problems.length > 0) throw new RegionsUnreadable(problems.slice(0, mostProblems));
  return adoptions;
}

/** The first fault of each line, as `line 7: …`. */
function faults(rows: readonly RegionRow[], check: (row: RegionRow) => string | undefined): string[] {
  return rows.flatMap((row) => {
    try {
      const fault = check(row);
      return fault === undefined ? [] : [`line ${row.line}: ${fault}`];
    } catch (error) {
      if (error instanceof Refusal) return [`line ${row.line}: ${error.in('en')}`];
      throw error;
    }
  });
}

/** What a cell says must be a code, a level, a name; a code stands once. */
function list({ division }: RegionRow, listed: Map<RegionCode, Division>): string | undefined {
  const { code, level, name } = division;
  if (!/^\d{2,12}$/.test(code)) return `code "${code.slice(0, 20)}" is not made of 2 to 12 digits`;
  if (!divisionLevels.includes(level)) return `level "${(level as string).slice(0, 20)}" is none of ${divisionLevels.join(', ')}`;
  if (!isPublicName(name)) return `name "${name.slice(0, 40)}" is empty, too long or holds other signs than a name of a place has`;
  if (listed.has(code)) refuse('regions.code-twice', { code });
  listed.set(code, division);
  return undefined;
}

function adoptionsOf(divisions: readonly Division[], source: RegionSource): AdoptRegions[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const within = new Map<RegionCode, Division[]>();
  for (const { code, level } of divisions) if (level === 'county') within.set(code, []);
  for (const division of divisions) for (const code of chainOf(division.code)) within.get(code)?.push(division);
  return [...within].map(([county, below]) => {
    const above = chainOf(county).flatMap((code) => (code === county ? [] : (byCode.get(code) ?? [])));
    return Object.assign(new AdoptRegions(), { county, source, divisions: [...above.reverse(), ...below] });
  });
}
