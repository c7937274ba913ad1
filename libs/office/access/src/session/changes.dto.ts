import { ApiProperty } from '@nestjs/swagger';
import { everyRight, Integer, type Right } from '@lookback/office/desk';

/** Who changed something in an account. */
export class ChangedBy {
  @ApiProperty({ type: String, format: 'uuid' }) account: string;
  @ApiProperty({ type: String }) login: string;
  /** Null for an account that is no official's. */
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) unitName: string | null;
}

/** A unit for which a right was given or taken. */
export class UnitOfRight {
  @ApiProperty({ type: String }) unit: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}

const types = ['AccountOpened', 'PasswordSet', 'RightGranted', 'RightRevoked'] as const;

/** What somebody else changed in the account that is signed in. */
export class AccountChange {
  @ApiProperty({ enum: types }) type: (typeof types)[number];
  /** Which right, where one was given or taken. */
  @ApiProperty({ enum: everyRight, nullable: true }) right: Right | null;
  @ApiProperty({ type: [String] }) regions: readonly string[];
  @ApiProperty({ type: [UnitOfRight] }) units: readonly UnitOfRight[];
  /** Its place in the account's history: what was told up to it is told no more once it is seen. */
  @ApiProperty({ type: Number }) revision: number;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  /** Null for the set-up of the server. */
  @ApiProperty({ type: ChangedBy, nullable: true }) by: ChangedBy | null;
}

export class ChangesSeen {
  /** The revision of the newest change that was told. */
  @Integer(1, 1_000_000, 4) upTo: number;
}
