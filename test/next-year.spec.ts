import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProposalsShown, RegionsShown, StandardsShown } from '@lookback/application/queries';
import { type CalendarDate, type RegionCode, streamName } from '@lookback/kernel';
import { anySubject, Desk, Envelope } from '@lookback/office/desk';
import { regions, type regionsCommands, shippedRegions } from '@lookback/office/registry';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { ClockOfSpec, type Office, openOffice } from './support/office.js';
import { type Colleague, county, mustBe, newcomer, signedInAgain, type Staff, staffed } from './support/staff.js';
import { until } from './support/until.js';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const newYear = `${Number(today.slice(0, 4)) + 1}-01-01` as CalendarDate;
const value = { quotas: [{ rank: 'cadre', zh: '一般干部', en: 'cadre', households: 4 }] };
const document = '永政发〔2026〕8号';

/** Standards and divisions are adopted before the day on which they come into force; nothing else is recorded ahead. */
describe('next year’s', () => {
  let office: Office;
  let staff: Staff;
  let holders: Colleague[];
  const inForce = async (who: Colleague, on = '') =>
    (await mustBe(200, office.ask('GET', `/standards/in-force?region=${county}${on}`, undefined, who.token))).as(StandardsShown);
  const quotas = ({ standards }: StandardsShown) => standards.find(({ standard }) => standard === 'helper-quotas');
  const divisions = async (who: Colleague, at = '') =>
    (await mustBe(200, office.ask('GET', `/regions?region=${county}${at}`, undefined, who.token))).as(RegionsShown);
  const named = ({ regions: shown }: RegionsShown, code: string) => shown.find((region) => region.code === code)?.name;
  const asked = (who: Colleague, path: string, command: object, effectiveOn: string = newYear) =>
    office.ask('POST', path, { command, envelope: { effectiveOn } }, who.token);

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    await imported(office.ask, excerptBytes(), staff.operator.token);
    holders = await Promise.all(
      ['first.holder', 'second.holder'].map((login) => newcomer(office.ask, staff, { login, rights: ['standards'] })),
    );
  });
  afterAll(async () => {
    ClockOfSpec.aheadMs = 0;
    await office.close();
  });

  it('standard is proposed and adopted today, and is shown with its day', async () => {
    const [one, other] = holders as [Colleague, Colleague];
    await mustBe(201, asked(one, `/standards/${county}/propose-standard`, { standard: 'helper-quotas', value, document }));
    const { proposals } = (await mustBe(200, office.ask('GET', `/standards/proposed?region=${county}`, undefined, other.token))).as(
      ProposalsShown,
    );
    const proposal = proposals[0]?.proposal ?? '';
    expect(proposals).toMatchObject([{ effectiveOn: newYear }]);
    const otherDay = await mustBe(409, asked(other, `/standards/${county}/adopt-standard`, { proposal }, today));
    expect(otherDay.problem.type).toBe('urn:lookback:rule:standards.proposal-absent');
    await mustBe(201, asked(other, `/standards/${county}/adopt-standard`, { proposal }));
    const shown = await inForce(one);
    expect(quotas(shown)).toMatchObject({ setIn: 'CN', since: '2014-01-01' });
    expect(shown.toCome).toMatchObject([{ standard: 'helper-quotas', value, setIn: county, since: newYear, document }]);
    expect(quotas(await inForce(one, `&on=${newYear}`))).toMatchObject({ value, setIn: county, since: newYear });
  });

  it('divisions are adopted today, and not found before their day', async () => {
    const adopted = shippedRegions().find((adoption) => adoption.county === county) as regionsCommands.AdoptRegions;
    const [gone, renamed] = ['610426101232', '610426101'];
    const next = adopted.divisions.flatMap((one) =>
      one.code === gone ? [] : [one.code === renamed ? Object.assign({ ...one }, { name: '新店头镇' as typeof one.name }) : one],
    );
    await office.app.get(Desk).submit({
      subject: anySubject(regions),
      id: county,
      command: Object.assign(new (adopted.constructor as typeof regionsCommands.AdoptRegions)(), adopted, { divisions: next }),
      envelope: Object.assign(new Envelope(), { effectiveOn: newYear }),
      who: { process: 'setup' },
      key: 'next-year',
    });
    expect(await office.system.log.readStream(streamName('regions', county))).toHaveLength(2);
    await until('the new divisions', () => office.system.regions.on(newYear).name(renamed as RegionCode) === '新店头镇' || undefined);
    const now = await divisions(staff.operator);
    expect([named(now, renamed), named(now, gone)]).toEqual(['店头镇', '仪井村委会']);
    const then = await divisions(staff.operator, `&at=${newYear}`);
    expect([named(then, renamed), named(then, gone)]).toEqual(['新店头镇', undefined]);
  });

  it('facts, acts and answers of cases are not recorded ahead', async () => {
    const { problem } = await mustBe(409, asked(staff.operator, `/households/${knownId}/check-guarantee`, { kind: 'water', met: true }));
    expect(problem).toMatchObject({ type: 'urn:lookback:rule:desk.not-yet' });
    const posting = await mustBe(
      409,
      asked(staff.admin, '/units/register-unit', { name: '新办', kind: 'other', region: county, level: 'county' }),
    );
    expect(posting.problem).toMatchObject({ type: 'urn:lookback:rule:desk.not-yet' });
  });

  it('are in force from their day on, in the server that runs since before', async () => {
    ClockOfSpec.aheadMs = Date.parse(`${newYear}T12:00:00+08:00`) - Date.now();
    const [holder, operator] = await Promise.all([holders[0], staff.operator].map((who) => signedInAgain(office.ask, who as Colleague)));
    const shown = await inForce(holder as Colleague);
    expect(shown.toCome).toEqual([]);
    expect(quotas(shown)).toMatchObject({ value, setIn: county, since: newYear });
    expect(quotas(await inForce(holder as Colleague, `&on=${today}`))).toMatchObject({ setIn: 'CN' });
    const now = await divisions(operator as Colleague);
    expect([named(now, '610426101'), named(now, '610426101232')]).toEqual(['新店头镇', undefined]);
    expect(named(await divisions(operator as Colleague, `&at=${today}`), '610426101')).toBe('店头镇');
  });
});
