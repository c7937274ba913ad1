// EVENTSTORE_START is a command that runs, in the foreground, the server that EVENTSTORE_URL names, with its data on disk.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { all } from '../../contract/appending.fixture.js';
import type { Appended, Entry, EventLog, Subscription } from '../../port/event-log.js';
import { LogUnavailable } from '../../port/errors.js';
import { catalogue, commit, counts, stream } from '../../contract/events.fixture.js';
import { type EventStoreUnderTest, openOnEventStore, withEventStore } from './eventstore.fixture.js';

const start = process.env['EVENTSTORE_START'];
const kills = Number(process.env['EVENTSTORE_KILLS'] ?? 100);
/** How many commits are acknowledged between two kills, at least. */
const between = 40;
const lanes = 8;
/** Milliseconds that a server may take to start: a minute and more where others use the machine. */
const patience = 600_000;

/** Without what EventStoreDB would take for settings of its own. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTSTORE_')));

/** The server, in a process group of its own. */
class Killable {
  private child: ChildProcess | undefined;

  start(): void {
    this.child = spawn('sh', ['-c', `exec ${start ?? ''}`], { detached: true, stdio: 'ignore', env: environment });
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child?.pid === undefined || child.exitCode !== null) throw new Error('the server does not run');
    process.kill(-child.pid, 'SIGKILL');
    await once(child, 'exit');
  }
}

/** Appends without end; what is not acknowledged is asked again under the same key, as a client would. */
class Load {
  readonly acknowledged: { readonly stream: string; readonly key: string; readonly position: number }[] = [];
  private going = true;
  private readonly running: Promise<unknown>;

  constructor(private readonly log: EventLog) {
    this.running = Promise.all(Array.from({ length: lanes }, (_, lane) => this.lane(lane)));
    this.running.catch(() => undefined);
  }

  stop(): Promise<unknown> {
    this.going = false;
    return this.running;
  }

  private async lane(lane: number): Promise<void> {
    for (let n = 0; this.going; n++) {
      const to = stream(`lane-${String(lane)}-${String(Math.floor(n / 20))}`);
      const key = `lane/${String(lane)}/${String(n)}`;
      const { position } = await this.insisted(to, n % 20, key);
      this.acknowledged.push({ stream: to, key, position });
    }
  }

  private async insisted(to: ReturnType<typeof stream>, expected: number, key: string): Promise<Appended> {
    for (;;) {
      try {
        return await this.log.append(commit(to, expected, counts(expected), { key }));
      } catch (error) {
        if (!(error instanceof LogUnavailable)) throw error;
      }
    }
  }
}

async function until(is: () => boolean): Promise<void> {
  const end = Date.now() + patience;
  while (!is()) {
    if (Date.now() > end) throw new Error(`nothing was acknowledged for ${String(patience)} ms`);
    await pause(20);
  }
}

/** A server takes its time to start. */
async function opened(): Promise<EventStoreUnderTest> {
  return openOnEventStore(catalogue).catch((error: unknown) => {
    if (error instanceof LogUnavailable) return opened();
    throw error;
  });
}

const specs = () => {
  const server = new Killable();
  const heard: Entry[] = [];
  let under: EventStoreUnderTest;
  let subscription: Subscription;

  beforeAll(async () => {
    server.start();
    under = await opened();
    subscription = under.another().subscribe({ after: 0 }, (entries) => {
      heard.push(...entries);
      return Promise.resolve();
    });
  }, patience);
  afterAll(async () => {
    await server.kill();
    await subscription.stop();
    await under.close();
  }, 60_000);

  it(
    `${String(kills)} times loses nothing that was acknowledged, records nothing twice, and its subscribers go on by themselves`,
    async () => {
      const load = new Load(under.log);
      for (let killed = 0; killed < kills; killed++) {
        const { length } = load.acknowledged;
        await until(() => load.acknowledged.length >= length + between);
        await server.kill();
        server.start();
      }
      await load.stop();
      const entries = await all(under.log, 0, 1_000);
      await until(() => heard.length >= entries.length);
      const told = (some: readonly { stream: string; key: string; position: number }[]) => new Set(some.map((one) => `${one.stream} ${one.key} ${String(one.position)}`)); // prettier-ignore
      expect(told(entries)).toEqual(told(load.acknowledged));
      expect(entries.length).toBe(load.acknowledged.length);
      expect(heard.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
      process.stderr.write(`${String(kills)} kills, ${String(entries.length)} entries\n`);
    },
    (kills + 1) * patience,
  );
};

withEventStore('EventStoreDB killed under load', specs, 'EVENTSTORE_START');
