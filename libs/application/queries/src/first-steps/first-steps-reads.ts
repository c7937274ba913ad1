import { HelperQuery, HouseholdQuery } from '@lookback/case/household';
import { LedgerQuery } from '@lookback/case/rectification';
import { AccountQuery, everyRole, roles } from '@lookback/office/access';
import { heldOf, Parts, type Right, type Principal, type Sees } from '@lookback/office/desk';
import { RegistryQuery } from '@lookback/office/registry';
import { Injectable } from '@nestjs/common';
import type { FirstStepsShown } from './first-steps.dto.js';
import { ReadModelPosition } from '../moment/read-model-position.js';

/** Answers how far an office stands that begins with nothing. */
@Injectable()
export class FirstStepsReads {
  constructor(
    private readonly registry: RegistryQuery,
    private readonly accounts: AccountQuery,
    private readonly households: HouseholdQuery,
    private readonly helpers: HelperQuery,
    private readonly ledger: LedgerQuery,
    private readonly readModelPosition: ReadModelPosition,
    private readonly parts: Parts,
  ) {}

  async shown(who: Principal): Promise<FirstStepsShown> {
    const position = await this.readModelPosition.position();
    const sees = this.counted(who);
    const [registry, held, roster, pairing, ledger] = await Promise.all([
      this.registry.counts(sees),
      this.accounts.rightsHeld(sees),
      this.households.any(sees),
      this.helpers.any(sees),
      this.ledger.any(sees),
    ]);
    const working = held.filter((rights) => rights.some((right) => right !== 'administer'));
    const mayAll = (rights: readonly Right[]) => working.filter((one) => rights.every((right) => one.includes(right))).length;
    return {
      position,
      ...registry,
      accounts: working.length,
      roles: everyRole.map((role) => ({ role, accounts: mayAll(roles[role].rights) })),
      lists: { roster, pairing, ledger },
    };
  }

  /** What there is where the account administers, of kinds that enter counts. */
  private counted(who: Principal): Sees {
    const subjects = this.parts.subjects.filter(({ visible }) => visible.counted.length > 0);
    return heldOf(who, subjects, () => ['administer']);
  }
}
