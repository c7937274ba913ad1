import { HelperQuery, HouseholdQuery } from '@lookback/case/household';
import { LedgerQuery } from '@lookback/case/rectification';
import { AccountQuery, everyRole, roles } from '@lookback/office/access';
import { regionsWith, type Right, type Principal } from '@lookback/office/desk';
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
  ) {}

  async shown(who: Principal): Promise<FirstStepsShown> {
    const position = await this.readModelPosition.position();
    const within = regionsWith(who, ['administer']);
    const [registry, held, roster, pairing, ledger] = await Promise.all([
      this.registry.counts(within),
      this.accounts.rightsHeld(within),
      this.households.any(within),
      this.helpers.any(within),
      this.ledger.any(within),
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
}
