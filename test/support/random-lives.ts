import { household, nameIndex } from '@lookback/case/household';
import { todays } from '@lookback/log/read-model';
import type { Envelope } from '@lookback/office/desk';
import { anySubject, type CommandRequest, Desk, type Principal } from '@lookback/office/desk';
import { correct } from './corrections.js';
import { causes, type Fact, guarantee, heads, income, joins, leaves, living, visit } from './facts.js';
import type { Office } from './office.js';
import { citizenNumber } from './rosters.js';

/** Numbers that look random and are the same for the same seed (mulberry32): 0 up to, but not, 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const dayAfter = (day: number) => new Date(Date.UTC(2017, 0, 1 + day)).toISOString().slice(0, 10);

/** What a spec must know of a household to ask only what no rule refuses. */
class Life {
  /** Days since 2017-01-01 of the last change of members: none may be made earlier. */
  private settled = 0;
  private readonly sizes: { from: number; size: number }[];
  private born = 0;

  constructor(
    readonly id: string,
    private readonly nth: number,
    private readonly random: () => number,
    private head: string,
    private others: string[],
  ) {
    this.sizes = [{ from: 0, size: others.length + 1 }];
  }

  /** The next thing that happens; three in four facts are recorded late. */
  next(): Fact {
    const late = Math.floor(this.random() * (this.settled + 20));
    const day = dayAfter(late);
    switch (Math.floor(this.random() * 9)) {
      case 0:
        return income(day, 2017, this.sizeOn(late), 1_000 + Math.floor(this.random() * 9_000));
      case 1:
        return guarantee(day, this.oneOf(['education', 'health', 'water', 'food']), this.random() < 0.8);
      case 2:
        return guarantee(day, 'housing', false, this.oneOf(['C', 'D']));
      case 3:
        return living(day, 20 + Math.floor(this.random() * 100));
      case 4:
        return visit(day, `第 ${Math.floor(this.random() * 1_000)} 次走访`);
      case 5:
        return causes(day, this.oneOf(['01', '02', '03']), '06');
      case 6:
        return this.others.length < 8 ? this.join() : this.leave();
      case 7:
        return this.others.length > 1 ? this.leave() : this.join();
      default:
        return this.others.length > 0 ? this.changeHead() : this.join();
    }
  }

  /** Who joined is known when the log has given him an id. */
  joined(member: string): void {
    this.others.push(member);
  }

  private join(): Fact {
    const number = citizenNumber(this.nth * 100 + this.born++, '0708');
    return joins(this.settle(1), '阎新丁', number, { relation: 'grandson' });
  }

  private leave(): Fact {
    const gone = this.oneOf(this.others);
    this.others = this.others.filter((member) => member !== gone);
    return leaves(this.settle(-1), gone);
  }

  private changeHead(): Fact {
    const [next, former] = [this.oneOf(this.others), this.head];
    this.others = [...this.others.filter((member) => member !== next), former];
    this.head = next;
    return heads(this.settle(0), next, former);
  }

  private settle(more: number): string {
    this.settled += 1 + Math.floor(this.random() * 5);
    this.sizes.push({ from: this.settled, size: (this.sizes.at(-1)?.size ?? 0) + more });
    return dayAfter(this.settled);
  }

  private sizeOn(day: number): number {
    return this.sizes.filter(({ from }) => from <= day).at(-1)?.size ?? 0;
  }

  private oneOf<T>(some: readonly T[]): T {
    return some[Math.floor(this.random() * some.length)] as T;
  }
}

/** Lives so many commands of a list's households through, in an order that the seed gives; each must be taken. Gives how many were. */
export async function liveThrough(office: Office, who: Principal, commands: number, seed: number): Promise<number> {
  const [random, desk] = [seeded(seed), office.app.get(Desk)];
  const lives = await livesIn(office, random);
  let done = 0;
  while (done < commands) {
    const some = lives.filter(() => random() < 0.3).slice(0, commands - done);
    const asked = some.map((life) => ask(life, who, `life/${seed}/${done++}`));
    const answers = await desk.submitMany(asked);
    for (const [i, answer] of answers.entries()) {
      if (answer instanceof Error) throw new Error(`${JSON.stringify(asked[i])}: ${answer.message}`, { cause: answer });
      const life = some[i];
      if (life && 'events' in answer && answer.events[0] === 'MemberJoined')
        life.joined(await newestMember(office, life.id, answer.revision));
    }
    if (random() < 0.2) await correctOne(office, some[0]?.id);
  }
  return done;
}

async function livesIn(office: Office, random: () => number): Promise<Life[]> {
  const { rows } = await office.owner.query<{ stream: string; head: string; others: string[] | null }>(
    `SELECT stream, max(key) FILTER (WHERE is_head) AS head, array_agg(key ORDER BY key) FILTER (WHERE NOT is_head) AS others
       FROM ${todays(nameIndex)} m GROUP BY 1 ORDER BY 1 LIMIT 400`,
  );
  return rows.map(({ stream, head, others }, nth) => new Life(stream.slice('household-'.length), nth, random, head, others ?? []));
}

function ask(life: Life, who: Principal, key: string): CommandRequest {
  const { path, effectiveOn, command } = life.next();
  const line = household.routes.find((one) => one.path === path);
  if (!line) throw new Error(`a household has no ${path}`);
  const envelope = { effectiveOn } as Envelope;
  return {
    subject: anySubject(household),
    id: life.id,
    command: Object.assign(new line.command(), command),
    envelope,
    who,
    key,
  };
}

async function newestMember({ system }: Office, id: string, revision: number): Promise<string> {
  const [entry] = await system.log.readStream(`household-${id}` as never, { from: revision, to: revision });
  return (entry?.data as { member: string }).member;
}

/** Has an income corrected, where there is one that was not. */
async function correctOne({ system }: Office, id: string | undefined): Promise<void> {
  const stream = `household-${id ?? ''}`;
  const history = await system.log.readStream(stream as never);
  const wrong = history.find(({ type }) => type === 'IncomeAssessed');
  if (!wrong || history.some(({ type }) => type === 'EntryCorrected')) return;
  const data = { ...(wrong.data as object), perPersonFen: 1 };
  await correct(system.log, stream, 'IncomeAssessed', '2017-01-15', { ...wrong, data });
}
