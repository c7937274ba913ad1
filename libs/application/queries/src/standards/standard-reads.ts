import { type Hands, handsIn, type RegionCode } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { Clock, mustHold, type Principal } from '@lookback/office/desk';
import { type InForce, standardCatalogue, type StandardName, StandardsFromLog } from '@lookback/office/standards';
import { Injectable } from '@nestjs/common';
import type { ProposalsShown, StandardsAsked, StandardsShown } from './standards.dto.js';

/** Answers which rules are in force, and which are proposed. */
@Injectable()
export class StandardReads {
  constructor(
    private readonly standards: StandardsFromLog,
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {}

  async inForce({ region, on = this.clock.today() }: StandardsAsked): Promise<StandardsShown> {
    const position = await this.log.head();
    const shown = (held: InForce) => ({ ...held, ...called(held.standard) });
    const [standards, toCome] = await Promise.all([this.standards.allInForce(region, on), this.standards.toCome(region, on)]);
    return { region, on, position, standards: standards.map(shown), toCome: toCome.map(shown) };
  }

  /** For those who may answer them. */
  async proposed(region: RegionCode, who: Principal): Promise<ProposalsShown> {
    mustHold(who, ['standards'], region);
    const proposals = (await this.standards.proposed(region)).map(({ standard, value, proposal, document, by }) => ({
      standard,
      ...called(standard),
      value,
      proposal,
      document,
      effectiveOn: by.effectiveOn,
      own: isOwn(handsIn(by), who),
    }));
    return { region, proposals };
  }
}

const isOwn = ({ people, accounts }: Hands, { account, person }: Principal): boolean =>
  accounts.includes(account) || (person !== null && people.includes(person));

function called(standard: StandardName) {
  const { title, unit } = standardCatalogue[standard];
  return { ...title, unitEn: unit?.en ?? null, unitZh: unit?.zh ?? null };
}
