import { Injectable } from '@nestjs/common';
import { EventLog } from '@lookback/log/event-log';
import { type AccountId, type Recorded, type Recorder, streamName } from '@lookback/kernel';
import { Clock, type Scope } from '@lookback/office/desk';
import { peopleNames, unitNames } from '@lookback/office/registry';
import { accountOn } from '../account.chapter.js';
import type { AccountEvent } from '../account.events.js';
import type { AccountChange, ChangedBy } from './changes.dto.js';

/** As many as are read at a sign-in. */
const mostTold = 50;

/** What others changed in an account, for its owner. */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Since the owner was last told, the newest first. The opening by the set-up is left out: the owner was just given the account. */
  async load(account: AccountId): Promise<AccountChange[]> {
    const history = await this.history(account);
    const { seenUpTo } = accountOn(history, this.clock.today());
    const begun = history.find((entry) => !byAnother(entry, account))?.revision ?? Infinity;
    const others = history.filter(
      (entry) => entry.revision > seenUpTo && byAnother(entry, account) && (byAccount(entry) || entry.revision > begun),
    );
    return Promise.all(
      others
        .slice(-mostTold)
        .reverse()
        .flatMap((entry) => this.told(entry as Recorded<AccountEvent>)),
    );
  }

  private told({ type, data, by, revision, recordedAt }: Recorded<AccountEvent>): Promise<AccountChange>[] {
    switch (type) {
      case 'AccountOpened':
      case 'PasswordSet':
        return [this.change({ type, right: null, regions: [], units: [] }, { by, revision, recordedAt })];
      case 'RightGranted':
      case 'RightRevoked':
        return [this.change({ type, ...data }, { by, revision, recordedAt })];
      default:
        return [];
    }
  }

  private async change(
    { units, ...what }: Scope & Pick<AccountChange, 'type' | 'right'>,
    { by, revision, recordedAt }: Pick<Recorded, 'by' | 'revision' | 'recordedAt'>,
  ): Promise<AccountChange> {
    const [names, who] = await Promise.all([unitNames(this.log, units), this.recorder(by.recordedBy)]);
    return {
      ...what,
      units: units.map((unit) => ({ unit, name: names.get(unit) ?? null })),
      revision,
      at: recordedAt.toISOString(),
      by: who,
    };
  }

  /** By name, post and unit; by login, where the account is no person's; null for the set-up. */
  private async recorder(recordedBy: Recorder): Promise<ChangedBy | null> {
    if (!('account' in recordedBy)) return null;
    const { account, person, unit } = recordedBy;
    const [names, units, { login }] = await Promise.all([
      peopleNames(this.log, person ? [person] : []),
      unitNames(this.log, unit ? [unit] : []),
      this.history(account).then((history) => accountOn(history, this.clock.today())),
    ]);
    const name = person && names.get(person);
    return { account, login: login ?? account, name: typeof name === 'string' ? name : null, unitName: (unit && units.get(unit)) ?? null };
  }

  private history(account: AccountId): Promise<readonly Recorded[]> {
    return this.log.readStream(streamName('account', account));
  }
}

const byAccount = ({ by: { recordedBy } }: Recorded): boolean => 'account' in recordedBy;
const byAnother = ({ by: { recordedBy } }: Recorded, account: AccountId): boolean =>
  !('account' in recordedBy) || recordedBy.account !== account;
