import { everyRole, type Role } from '@lookback/office/access';
import { ApiProperty } from '@nestjs/swagger';

/** How many open accounts may do all that a role may. */
export class RoleHeld {
  @ApiProperty({ enum: everyRole }) role: Role;
  accounts: number;
}

/** Whether anything of a list is on record. How much, those may see who may read cases. */
export class ListsOnRecord {
  roster: boolean;
  pairing: boolean;
  ledger: boolean;
}

/** How far the office stands, in the regions that the asker administers. */
export class FirstStepsShown {
  /** The log position that the counts reflect. */
  position: number;
  units: number;
  people: number;
  /** People who hold a post. */
  posted: number;
  /** Open accounts, without those that only administer. */
  accounts: number;
  @ApiProperty({ type: [RoleHeld] }) roles: RoleHeld[];
  @ApiProperty({ type: ListsOnRecord }) lists: ListsOnRecord;
}
