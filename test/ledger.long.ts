import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Code, Holder, PersonId, UnitId } from '@lookback/kernel';
import { Receipt } from '@lookback/office/desk';
import { ProblemDesk } from '@lookback/application/queries';
import { registersOf } from './support/asking-registers.js';
import { ClockOfSpec, type Office, openOffice } from './support/office.js';
import { problemsLived } from './support/problem-lives.js';
import { hired, type Workers } from './support/problems.js';
import { type Colleague, county, mustBe, postedOn, type Staff, staffed } from './support/staff.js';

const problems = 100_000;
const asks = 20;
const rounds = 3;
/** Milliseconds; a list also says how many rows there are in all. */
const limits = { list: 200, desk: 100 } as const;
/** As the console begins. */
const shown = { columns: 'number,status,class,village,foundOn,dueOn,leader,unit,staff,cancelledOn' };

let office: Office;
let staff: Staff;
let workers: Workers;
const units: string[] = [];
const people: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  staff = await staffed(office.ask, office.password);
  workers = await hired(office, staff);
  const told = async (path: string, command: object) =>
    (await mustBe(201, office.ask('POST', path, { command, envelope: { effectiveOn: postedOn } }, staff.admin.token))).as(Receipt).id;
  for (let nth = 0; nth < 40; nth++)
    units.push(await told('/units/register-unit', { name: `责任单位${nth}`, kind: 'department', level: 'county', region: county }));
  for (let nth = 0; nth < 200; nth++)
    people.push(await told('/people/register-person', { name: `干部${nth}`, region: county, confirmed: true }));
  units.push(staff.units.township);
  people.push(staff.operator.person ?? '', workers.leader);
  await seed();
}, 900_000);
afterAll(() => office.close());

/** As an office comes to have them: entry by entry into the log, and from there into the read models. */
async function seed(): Promise<void> {
  const { log, projector } = office.system;
  const handler: Holder = {
    person: workers.handler.person as PersonId,
    post: 'county-office' as Code<'post'>,
    unit: staff.units.office as UnitId,
    level: 'county',
  };
  await projector.stop(); // so that each stream is folded once, not at every entry
  const began = performance.now();
  const entries = await problemsLived(log, problems, new ClockOfSpec().today(), { units, people, handler });
  const recorded = performance.now();
  await office.owner.query('DELETE FROM read.checkpoint'); // as where the models stand in another version: all are derived anew
  await projector.start();
  await projector.reached(await log.head(), { timeoutMs: 600_000 });
  const seconds = [recorded - began, performance.now() - recorded].map((ms) => Math.round(ms / 1_000));
  console.info(`${entries} entries recorded in ${seconds[0]} s, in the read models ${seconds[1]} s later`);
  await office.owner.query('VACUUM ANALYZE read.problems_known'); // as PostgreSQL does by itself within minutes
}

/** Milliseconds within which 95 of 100 asks are answered, in the quietest of some rounds: what else the machine does is not the server's. */
async function p95(path: string, who: Colleague): Promise<number> {
  const ofRounds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const took: number[] = [];
    for (let nth = 0; nth < asks; nth++) {
      const began = performance.now();
      await mustBe(200, office.ask('GET', path, undefined, who.token));
      took.push(performance.now() - began);
    }
    ofRounds.push(took.sort((a, b) => a - b)[Math.ceil(asks * 0.95) - 1] ?? Infinity);
  }
  return Math.round(Math.min(...ofRounds));
}

describe(`with ${problems} problems`, () => {
  it('the ledger answers within the limit, however it is asked', async () => {
    const first = await registersOf(office.ask, staff.operator).page('problems', { ...shown });
    expect(first.rows).toHaveLength(100);
    const queries = [
      ...['', `after=${first.next ?? ''}`, 'township=610426001', 'village=610426001001', 'class=exit', 'source=self-check'],
      ...['status=reported', 'overdue=true', 'overdue=false', `unit=${staff.units.township}`, `person=${workers.leader}`],
      ...[
        'status=verified&class=funds&township=610426003',
        `unit=${units[3] ?? ''}&overdue=true`,
        `person=${people[7] ?? ''}&status=returned`,
      ],
      ...['class=exit&status=not-started&source=public-report', 'status=in-progress&village=610426019006&class=policy'],
      ...['county=610528', `unit=${workers.units.city}`],
    ];
    const slow: Record<string, number> = {};
    for (const query of queries) slow[query] = await p95(`/registers/problems?columns=${shown.columns}&${query}`, staff.operator);
    console.info('p95 of the ledger, ms:', slow);
    expect(Object.entries(slow).filter(([, ms]) => ms >= limits.list)).toEqual([]);
  }, 300_000);

  it('a desk answers within the limit, whoever asks', async () => {
    const slow: Record<string, number> = {};
    const all = { operator: staff.operator, handler: workers.handler, verifier: workers.verifier, inspector: workers.inspector };
    for (const [name, who] of Object.entries(all)) slow[name] = await p95('/problems/desk', who);
    console.info('p95 of the desk, ms:', slow);
    expect(Object.entries(slow).filter(([, ms]) => ms >= limits.desk)).toEqual([]);
    const desk = (await mustBe(200, office.ask('GET', '/problems/desk', undefined, staff.operator.token))).as(ProblemDesk);
    expect(desk.overdue).toHaveLength(100);
  });

  it('counts answer within a second', async () => {
    for (const by of ['status,overdue', 'township,class', 'village', 'unit,source'])
      expect(await p95(`/registers/problems/counts?by=${by}`, staff.operator)).toBeLessThan(1_000);
  });

  it('the workbook of all of them is written in little memory', async () => {
    const [began, before] = [performance.now(), process.memoryUsage().rss];
    const answer = await fetch(`${office.url}/problems/ledger.xlsx`, { headers: { authorization: `Bearer ${staff.operator.token}` } });
    let [bytes, most] = [0, 0];
    for await (const chunk of answer.body ?? []) {
      bytes += (chunk as Uint8Array).length;
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    console.info(`${bytes} bytes in ${Math.round((performance.now() - began) / 1_000)} s, ${Math.round(most / 1e6)} MB more than before`);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(most).toBeLessThan(400e6);
  }, 300_000);
});
