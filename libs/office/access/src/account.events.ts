import {
  type CalendarDate,
  type Code,
  event,
  type EventIn,
  type PersonId,
  type RegionCode,
  says,
  type Sealed,
  type UnitId,
} from '@lookback/kernel';
import type { Right } from '@lookback/office/desk';

export type Login = Code<'login'>;

/**
 * Somebody may sign in under a login from now on; `person` is null for one who holds no office. `home` is where it belongs:
 * where its person serves, or without one, where its opener administers.
 */
export const accountOpened = event(
  'AccountOpened',
  { procedure: 'office' },
  says<{ login: Login; person: PersonId | null; home: readonly RegionCode[] }>(),
);

/** The account has another password: its argon2id hash. A temporary one has to be changed before anything else. */
export const passwordSet = event('PasswordSet', { procedure: 'office' }, says<{ hash: Sealed<string>; temporary: boolean }>());

/** The account may do something in these regions and for what lies with these units, besides those for which it might already. */
export const rightGranted = event(
  'RightGranted',
  'fact',
  says<{ right: Right; regions: readonly RegionCode[]; units: readonly UnitId[] }>(),
);

/** The account may no longer do something in these regions and for these units. */
export const rightRevoked = event(
  'RightRevoked',
  'fact',
  says<{ right: Right; regions: readonly RegionCode[]; units: readonly UnitId[] }>(),
);

/** The account's owner was told of all that others had changed in it, up to this revision of its stream. */
export const changesSeen = event('ChangesSeen', 'fact', says<{ upTo: number }>());

/**
 * The account had rows of a register written to a file: of which day, as known at which position, how many, and what they were looked for
 * by. Of what was typed freely only the column stands here.
 */
export const registerExported = event(
  'RegisterExported',
  'fact',
  says<{
    register: Code<'register'>;
    at: CalendarDate;
    known: number;
    rows: number;
    format: 'xlsx' | 'csv';
    filters: readonly Code<'filter'>[];
  }>(),
);

/** Nobody signs in under this login any more, for ever. */
export const accountClosed = event('AccountClosed', { procedure: 'office' }, says<Record<string, never>>());

export type AccountEvent = EventIn<typeof import('./account.events.js')>;
