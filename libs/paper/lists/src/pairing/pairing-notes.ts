import type { HouseholdNumber } from '@lookback/case/identification';
import { HeadsSaid } from '../households/heads-said.js';
import type { HouseholdsSought } from '../households/households-sought.js';
import type { Officials } from '../officials/officials.js';
import { rowTold } from '../standing.js';
import { Contradictions } from './contradictions.js';
import type { ListedHelperRow } from './helper-row.js';

/** What a pairing list says beside the pairings: whom it names, where it contradicts itself, and whom it takes for heads. */
export class PairingNotes {
  readonly affiliations = new Contradictions();
  readonly names = new Contradictions();
  readonly heads = new HeadsSaid();

  constructor(
    readonly officials: Officials,
    readonly households: HouseholdsSought,
  ) {}

  note(id: string, number: HouseholdNumber, read: readonly ListedHelperRow[]): void {
    this.households.note(id, { number, citizenNumbers: [], headed: null });
    for (const { row, cells, head, helper, official } of read) {
      const place = { household: number, ...rowTold(row) };
      this.officials.note(official, helper);
      if (cells.单位隶属关系 !== null) this.affiliations.note(cells.联系电话, cells.单位隶属关系, place);
      this.names.note(cells.帮扶责任人, helper.person, place);
      this.heads.note(id, number, row, head);
    }
  }
}
