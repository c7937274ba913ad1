import type { AccountId, Code, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { liesIn, type Right } from './rights.js';

/** Where a right holds: in all that lies in some regions, and in all that lies with some units, wherever that is. */
export interface Scope {
  readonly regions: readonly RegionCode[];
  readonly units: readonly UnitId[];
}

/** Who asks: an account as folded from its stream at sign-in. */
export interface Principal {
  readonly account: AccountId;
  /** Absent for the first administrator, who holds no office. */
  readonly person: PersonId | null;
  readonly rights: ReadonlyMap<Right, Scope>;
}

/**
 * A way into the office from outside: a householder's phone, a department's feed. It has no rights and asks only what routes let channels
 * ask; the server issued the token of each submission, under which it is recorded once.
 */
export interface ChannelAsker {
  readonly channel: Code<'channel'>;
  readonly token: Code<'submission-token'>;
}

/** A process of the system that asks by itself: it may do what its code does. */
export interface ProcessAsker {
  readonly process: 'setup' | 'clock' | 'reactor';
}

/** Who asks from inside: an account, or the system itself. */
export type InternalAsker = Principal | ProcessAsker;

/** Who asks. */
export type Asker = InternalAsker | ChannelAsker;

/** True of an account, which asks by its rights. */
export const isPrincipal = (who: Asker): who is Principal => 'account' in who;

/** The regions in which an account holds at least one of some rights. */
export const regionsWith = (who: Principal, needed: readonly Right[]): RegionCode[] => scopeWith(who, needed, 'regions');

/** The units for which an account holds at least one of some rights. */
export const unitsWith = (who: Principal, needed: readonly Right[]): UnitId[] => scopeWith(who, needed, 'units');

/** Asked at every request: an account has few rights, and mostly one scope. */
function scopeWith<Part extends keyof Scope>(who: Principal, needed: readonly Right[], part: Part): Scope[Part][number][] {
  const found: Scope[Part][number][] = [];
  for (const [right, scope] of who.rights)
    if (needed.includes(right)) for (const one of scope[part]) if (!found.includes(one)) found.push(one);
  return found;
}

/** True where an account holds one of some rights: in a region if one is named, anywhere or for any unit if none is. */
export function holds(who: Principal, needed: readonly Right[], region?: RegionCode): boolean {
  const regions = regionsWith(who, needed);
  if (region !== undefined) return regions.some((whole) => liesIn(region, whole));
  return regions.length > 0 || unitsWith(who, needed).length > 0;
}

/**
 * True where an account holds one of some rights in all of something: in each region in which it lies, or for one of the units with which
 * it lies. What lies nowhere is held by a right for any region.
 */
export function holdsAt(who: Principal, needed: readonly Right[], { regions, units }: Scope): boolean {
  if (unitsWith(who, needed).some((unit) => units.includes(unit))) return true;
  return regions.length === 0 ? regionsWith(who, needed).length > 0 : regions.every((region) => holds(who, needed, region));
}

/** True where an account holds one of some rights in a part of a region. */
export const holdsIn = (who: Principal, needed: readonly Right[], whole: RegionCode): boolean =>
  regionsWith(who, needed).some((region) => liesIn(region, whole));

/** The account lacks a right, or lacks it in that region. */
export class RightMissing extends Error {
  override readonly name = 'RightMissing';
  constructor(
    readonly needed: readonly Right[],
    readonly region?: RegionCode,
  ) {
    super(`this needs the right to ${needed.join(' or ')}${region ? ` in ${region}` : ''}`);
  }
}

/** Refuses an account that holds none of the rights (in the region). */
export function mustHold(who: Principal, needed: readonly Right[], region?: RegionCode): void {
  if (!holds(who, needed, region)) throw new RightMissing(needed, region);
}

/** Refuses an account that holds none of the rights in all of something. */
export function mustHoldAt(who: Principal, needed: readonly Right[], where: Scope): void {
  if (!holdsAt(who, needed, where))
    throw new RightMissing(
      needed,
      where.regions.find((region) => !holds(who, needed, region)),
    );
}
