import { ApiProperty } from '@nestjs/swagger';
import { kind } from '@lookback/kernel';
import { everyRight, Field, type Right } from '@lookback/office/desk';
import type { ResetTold } from '../administrator-reset.js';
import { login } from '../login.js';
import { AccountChange } from './changes.dto.js';
import type { Session } from './session.js';
import type { Token } from './tokens.js';

export class SignIn {
  @Field(login, { en: 'Login', zh: '登录名' }) login: string;
  @Field(kind.password, { en: 'Password', zh: '密码' }) password: string;
}

export class PasswordChange {
  @Field(kind.password, { en: 'Current password', zh: '当前密码' }) current: string;
  /** At least 12 characters. */
  @Field(kind.password, { en: 'New password', zh: '新密码' }) password: string;
}

export class RightHeld {
  @ApiProperty({ enum: everyRight }) right: Right;
  /** GB/T 2260 codes, or `CN`; the right holds in all that lies within. */
  @ApiProperty({ type: [String] }) regions: readonly string[];
  /** Ids of units; the right holds in all that lies with them. */
  @ApiProperty({ type: [String] }) units: readonly string[];
}

/** An administrator was given a password on the server's own machine. */
export class AdministratorResetTold {
  @ApiProperty({ type: String }) login: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

/** Who is signed in, and what they may do. */
export class WhoIsSignedIn {
  @ApiProperty({ type: String, format: 'uuid' }) account: string;
  @ApiProperty({ type: String }) login: string;
  @ApiProperty({ type: String, nullable: true }) person: string | null;
  /** While it is so, only the routes under `/session` answer. */
  @ApiProperty({ type: Boolean }) mustChangePassword: boolean;
  @ApiProperty({ type: [RightHeld] }) rights: RightHeld[];
  /** The last one, for a month: everybody is told. */
  @ApiProperty({ type: AdministratorResetTold, nullable: true }) administratorReset: AdministratorResetTold | null;
}

/** The post that somebody holds today. */
export class PostHeld {
  @ApiProperty({ type: String }) post: string;
  @ApiProperty({ type: String }) unit: string;
  @ApiProperty({ type: String, nullable: true }) unitName: string | null;
  @ApiProperty({ type: String }) level: string;
}

/** Who asks, as others know them. */
export class WhoAmI extends WhoIsSignedIn {
  /** The person's name; null for an account that is no official's. */
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  /** Null where none is held today. */
  @ApiProperty({ type: PostHeld, nullable: true }) post: PostHeld | null;
  /** What others changed in the account since its owner was last told, the newest first. */
  @ApiProperty({ type: [AccountChange] }) changes: AccountChange[];
  /** The day in the county. */
  @ApiProperty({ type: String, format: 'date' }) today: string;
}

/** A session, opened or renewed. */
export class SessionOpened extends WhoIsSignedIn {
  /** Sent along as `Authorization: Bearer <token>`. */
  @ApiProperty({ type: String }) token: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: string;
}

export const whoIs = ({ account, login, person, mustChangePassword, rights }: Session, reset: ResetTold | null): WhoIsSignedIn => ({
  account,
  login,
  person,
  mustChangePassword,
  rights: [...rights].map(([right, scope]) => ({ right, ...scope })),
  administratorReset: reset && { login: reset.login, at: reset.at.toISOString() },
});

export const opened = (session: Session, reset: ResetTold | null, { token, expiresAt }: Token): SessionOpened =>
  Object.assign(new SessionOpened(), whoIs(session, reset), { token, expiresAt: expiresAt.toISOString() });
