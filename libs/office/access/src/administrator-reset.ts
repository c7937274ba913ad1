import { Injectable } from '@nestjs/common';
import { type CommandKey, type Entry, EventLog, logEvents, logStream, StreamCache } from '@lookback/log/event-log';
import { Keys } from '@lookback/log/vault';
import type { DataOf, EventIn } from '@lookback/kernel';
import { anySubject, Clock, Desk } from '@lookback/office/desk';
import { randomUUID } from 'node:crypto';
import { refuseIf } from './access.rules.js';
import { accountOn } from './account.chapter.js';
import { account, accountIdOf } from './account.js';
import { ResetAdministrator } from './account.commands.js';
import type { Login } from './account.events.js';
import { hashOf } from './password/hash.js';
import { randomPassword } from './password/random.js';
import { Attempts } from './session/attempts.js';

/** Milliseconds: an administrator who has not signed in for so long cannot be asked. */
const askedWithin = 14 * 86_400_000;
/** For so long every account is told of a reset. */
const toldFor = 30 * 86_400_000;

/** A reset, as every account is told of it. */
export interface ResetTold {
  readonly login: string;
  readonly at: Date;
}

/**
 * The way back in for the operator of the server's own machine, where no administrator is left who can sign in: the first one's password was
 * never seen, or all have gone or forgot theirs. Recorded in the log; gives no right but to administer.
 */
@Injectable()
export class AdministratorReset {
  constructor(
    private readonly log: EventLog,
    private readonly histories: StreamCache,
    private readonly keys: Keys,
    private readonly desk: Desk,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** Gives a temporary password, which is kept nowhere. Throws a Refusal, then nothing was recorded, or what appending throws. */
  async reset(login: string): Promise<string> {
    const logins = await this.usable();
    refuseIf(logins.length > 0, 'access.administrator-left', { logins });
    const [password, key] = [randomPassword(), `reset/${randomUUID()}`];
    const command = Object.assign(new ResetAdministrator(), { login: login as Login, hash: await hashOf(password) });
    const [envelope, who] = [{ effectiveOn: this.clock.today() }, { process: 'setup' } as const];
    await this.desk.submit({ subject: anySubject(account), id: accountIdOf(login), command, envelope, who, key });
    await this.tell(login as Login, key); // before anybody has the password
    return password;
  }

  /** The last one, for as long as every account is told of it. */
  async lately(): Promise<ResetTold | null> {
    const { entries } = await this.histories.load(logStream);
    const last = entries.findLast(({ type }) => type === logEvents.administratorReset.type);
    return last && this.clock.now().getTime() - last.recordedAt.getTime() < toldFor ? resetTold(last) : null;
  }

  /** Who administers, with a password that is not temporary, and has signed in lately. */
  private async usable(): Promise<Login[]> {
    const found: Login[] = [];
    for await (const opened of this.log.readAll({ after: 0, types: ['AccountOpened'] })) {
      const histories = await this.log.readStreams(opened.map(({ stream }) => stream));
      for (const history of histories) {
        const { status, login, password, rights } = accountOn(history, this.clock.today());
        if (status === 'open' && login && rights.has('administer') && password?.temporary === false && (await this.signedInLately(login)))
          found.push(login);
      }
    }
    return found;
  }

  private async signedInLately(login: Login): Promise<boolean> {
    const last = await this.attempts.lastSuccess(login);
    return last !== null && this.clock.now().getTime() - last.getTime() < askedWithin;
  }

  private async tell(login: Login, key: string): Promise<void> {
    const { entries } = await this.histories.load(logStream);
    await this.log.append({
      stream: logStream,
      expected: entries.length,
      key: key as CommandKey,
      body: this.keys.bodyDigest(`reset ${login}`),
      by: {
        effectiveOn: this.clock.today(),
        mode: 'act',
        recordedBy: { process: 'setup' },
        reads: [],
        evidence: [],
        breaches: [],
      },
      events: [logEvents.administratorReset({ login })],
    });
  }
}

type Said = DataOf<EventIn<typeof logEvents>, 'AdministratorReset'>;
const resetTold = ({ data, recordedAt }: Entry): ResetTold => ({ login: (data as Said).login, at: recordedAt });
