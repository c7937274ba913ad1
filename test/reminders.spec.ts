import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import { type CalendarDate, daysAfter, streamName } from '@lookback/kernel';
import { type Receipt, SystemClock } from '@lookback/office/desk';
import { Child } from '@lookback/testing';
import { procedureSlice } from '@lookback/case/procedure';
import { DailyJob, Reminders, rulesSaid } from '@lookback/application/system';
import { judged } from './faults/harness/judged.js';
import { tell } from './faults/harness/told.js';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { adoptedFromTheFirst } from './support/acts-of-any-day.js';
import { ClockOfSpec, type Office, openOffice } from './support/office.js';
import { hired, Problems, steps } from './support/problems.js';
import { mustBe, signedInAgain, type Staff, staffed } from './support/staff.js';
import { hamletPart } from './support/toys/hamlet/hamlet.js';
import { until } from './support/until.js';

let office: Office;
let staff: Staff;
const today = new SystemClock().today();
const day = 86_400_000;
const kills = 3;
/** Each has its limit today. */
const due = Array.from({ length: 12 }, (_, i) => `C-${i}`);

beforeAll(async () => {
  office = await openOffice('PostgreSQL', [hamletPart]);
  staff = await staffed(office.ask, office.password);
  const workers = await hired(office, staff);
  await imported(office.ask, excerptBytes(), staff.operator.token);
  const problems = new Problems(office, knownId);
  const duties = { leader: workers.leader, unit: staff.units.township, staff: staff.operator.person ?? '' };
  const handOver = async (number: string, dueOn: CalendarDate) => {
    const { found, handedOver } = steps(number, 2018, duties);
    await problems.recorded(workers.inspector, found[0], found[1], found[2]);
    await problems.recorded(workers.handler, handedOver[0], handedOver[1], { ...handedOver[2], dueOn });
  };
  for (const number of due) await handOver(number, today);
  await handOver('far', daysAfter(today, 60));
});
afterAll(async () => {
  ClockOfSpec.aheadMs = 0;
  await office.close();
});

/** Problem and step of every reminder on record, in order of recording. */
async function sent(): Promise<string[]> {
  const history = await office.system.log.readStream(streamName(household.name, knownId));
  return history.flatMap(({ type, data }) => {
    const { problem, step } = data as { problem: string; step: number };
    return type === 'ReminderSent' ? [`${problem} ${step}`] : [];
  });
}
const onceEach = (step: number) => due.map((number) => `${number} ${step}`).sort();

/** A server's reminders: it tells of each that was recorded, and goes on when told to. */
const clockwork = `
  import 'reflect-metadata';
  import { createInterface } from 'node:readline';
  import { Clock, Desk } from '@lookback/office/desk';
  import { httpApp } from './apps/server/src/http-app.js';
  import { DailyJob, openSystem, Reminders, settingsFrom } from '@lookback/application/system';
  const system = await openSystem(settingsFrom(JSON.parse(process.argv[1])));
  const app = await httpApp(system);
  await app.init();
  await system.projector.start();
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const desk = app.get(Desk);
  const submit = desk.submit.bind(desk);
  desk.submit = async (asked) => {
    const receipt = await submit(asked);
    console.log(JSON.stringify({ key: asked.key, ...receipt }));
    await lines.next();
    return receipt;
  };
  new DailyJob(app.get(Clock), (signal) => app.get(Reminders).send(signal)).start();
`;

describe('the clock', () => {
  it('killed in the middle of its reminders and begun again, sends each once', async () => {
    const told = new Map<string, number>();
    for (let killed = 1; killed <= kills; killed++) {
      const child = new Child(clockwork, [JSON.stringify(office.env)]);
      for (let nth = 0; nth < 3; nth++) {
        if (nth > 0) child.say('go on');
        const { key, position, events } = JSON.parse(await child.line()) as Receipt & { readonly key: string };
        expect(events).toEqual(['ReminderSent']);
        told.set(key, position);
      }
      await child.kill('SIGKILL');
      expect(await sent()).toHaveLength(3 * killed);
    }
    expect(await office.app.get(Reminders).send()).toBe(due.length - 3 * kills);
    expect((await sent()).sort()).toEqual(onceEach(0));
    expect(await office.app.get(Reminders).send()).toBe(0);
    const found = await judged(office.system.log, told);
    await tell({ fault: 'clock-killed', seed: 0, times: kills, inOpenCommit: kills, longestAway: 0, ...found });
    expect(found).toMatchObject({ gaps: 0, duplicates: 0, found: told.size });
  });

  it('sends what no form makes again, and so none corrects: that is refused by name', async () => {
    const reminder = (await office.system.log.readStream(streamName(household.name, knownId))).find(({ type }) => type === 'ReminderSent');
    const proposal = {
      ...{ original: reminder?.id, supersedes: reminder?.id, reason: '发错了' },
      wanted: { command: {}, effectiveOn: today },
    };
    const asked = { command: proposal, envelope: { effectiveOn: today } };
    const { status, problem } = await office.ask('POST', `/households/${knownId}/propose-correction`, asked, staff.operator.token);
    expect([status, problem.type, problem.facts]).toEqual([409, 'urn:lookback:rule:desk.not-corrected-by-form', { type: 'ReminderSent' }]);
  });

  it('in two servers at once sends each once', async () => {
    ClockOfSpec.aheadMs = 7 * day;
    const reminders = office.app.get(Reminders);
    await Promise.all([reminders.send(), reminders.send()]);
    expect((await sent()).sort()).toEqual([...onceEach(0), ...onceEach(-7)].sort());
  });

  it('records only what it did: who was reminded, and that nobody else recorded it', async () => {
    const [entry] = (await office.system.log.readStream(streamName(household.name, knownId))).filter(({ type }) => type === 'ReminderSent');
    expect(entry?.data).toMatchObject({ step: 0, dueOn: today, to: [staff.operator.person, expect.any(String)] });
    expect(entry?.by).toMatchObject({ recordedBy: { process: 'clock' }, effectiveOn: today, mode: 'act' });
    expect(entry?.by.actedBy).toBeUndefined();
    expect(entry?.key).toBe(`clock/reminder/C-0/0/${today}`);
  });

  it('looks by itself when it is started, and can be stopped', async () => {
    ClockOfSpec.aheadMs = 14 * day;
    const faults: string[] = [];
    const reminders = office.app.get(Reminders);
    const daily = new DailyJob(new ClockOfSpec(), (signal) => reminders.send(signal));
    daily.start((error) => faults.push(error));
    await until('the last reminder', async () =>
      (await sent()).filter((one) => one.endsWith(' -14')).length === due.length ? true : undefined,
    );
    await daily.stop();
    expect(faults).toEqual([]);
    expect((await sent()).filter((one) => one.endsWith(' -14')).sort()).toEqual(onceEach(-14));
  });
});

describe('the limits of a run', () => {
  const of = (id: string) => office.system.log.readStream(streamName('hamlet', id));
  const asked = async (path: string, command: object, effectiveOn: string) =>
    JSON.parse(
      (
        await mustBe(
          201,
          office.ask('POST', `/hamlets/${path}?wait=projected`, { command, envelope: { effectiveOn } }, staff.operator.token),
        )
      ).text,
    ) as Receipt;
  const gates = ['proposal', 'appraisal'].map((gate, i) => ({ of: 'exit', step: i + 1, gate, optional: false }));

  it('are reminded of by the same clock, whatever kind of subject goes by them: each step once, until the gate is passed', async () => {
    ClockOfSpec.aheadMs = 14 * day;
    staff = { ...staff, operator: await signedInAgain(office.ask, staff.operator) };
    const now = daysAfter(today, 14);
    await adoptedFromTheFirst(office.system.log, 'gates', {
      gates,
      limits: [{ of: 'exit', gate: 'appraisal', from: 'proposal', days: 10, counted: 'calendar' }],
    });
    const keeper = staff.operator.person ?? '';
    const { id } = await asked('propose-hamlet', { village: '610426001200', keeper }, daysAfter(now, -3));
    const reminders = office.app.get(Reminders);
    await reminders.send();
    await reminders.send();
    const [proposed, reminder, ...more] = await of(id);
    expect([reminder?.type, more]).toEqual(['StepReminderSent', []]);
    expect(reminder?.data).toEqual({ run: 'exit-1', gate: 'appraisal', step: 7, dueOn: daysAfter(now, 7), to: [keeper] });
    expect(reminder?.key).toBe(`clock/reminder/exit-1/appraisal/${daysAfter(now, 7)}/7`);
    expect(reminder?.by).toMatchObject({ recordedBy: { process: 'clock' }, correlationId: proposed?.id });
    ClockOfSpec.aheadMs = 19 * day;
    staff = { ...staff, operator: await signedInAgain(office.ask, staff.operator) };
    await reminders.send();
    await asked(`${id}/appraise-hamlet`, { run: 'exit-1' }, daysAfter(now, 5));
    ClockOfSpec.aheadMs = 40 * day;
    await reminders.send();
    expect((await of(id)).map(({ type, data }) => [type, (data as { step?: number }).step])).toEqual([
      ['HamletProposed', undefined],
      ['StepReminderSent', 7],
      ['StepReminderSent', 3],
      ['HamletAppraised', undefined],
    ]);
  });

  it('have rules of their own, which are listed where a part goes by runs', () => {
    expect(rulesSaid(office.system.parts).map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(procedureSlice.rules)));
  });
});
