import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identificationEvents } from '@lookback/case/identification';
import { Receipt } from '@lookback/office/desk';
import { EntriesPage, LikelyPeople, LikelyUnits, PeoplePage, PersonRecord, UnitRecord, UnitsPage } from '@lookback/application/queries';
import { correct } from './support/corrections.js';
import { FactsOf, guarantee, visit } from './support/facts.js';
import { knownId } from './support/importing.js';
import { ClockOfSpec } from './support/office.js';
import { ProblemOffice } from './support/problem-office.js';
import { colleague, type Colleague, mustBe } from './support/staff.js';

describe('officials and units', () => {
  let place: ProblemOffice;
  let auditor: string;
  let elsewhere: Colleague;
  const get = (path: string, token = auditor, status = 200) => mustBe(status, place.office.ask('GET', path, undefined, token));
  const search = async (wanted: object, token = auditor) =>
    (await mustBe(200, place.office.ask('POST', '/people/search', wanted, token))).as(PeoplePage);
  const namesOf = ({ people }: PeoplePage) => people.map(({ name }) => name).sort();

  beforeAll(async () => {
    place = await ProblemOffice.open();
    auditor = place.staff.auditor.token;
    elsewhere = await colleague(place.office.ask, place.staff.admin.token, {
      login: 'elsewhere',
      rights: ['administer'],
      regions: ['430224'],
    });
    await place.lived('YS-1', 'found', 'handedOver');
    await place.toCancel('YS-2');
    await place.lived('YS-2', 'cancelled');
    const { ask, system } = place.office;
    await new FactsOf(ask, place.staff.operator.token, knownId).recorded(guarantee('2018-03-01', 'housing', false, 'C'));
    const right = identificationEvents.guaranteeChecked({ kind: 'housing', met: true, grade: 'A' });
    await correct(system.log, `household-${knownId}`, 'GuaranteeChecked', '2018-03-01', right);
    const { admin, operator, units } = place.staff;
    const ended = { command: { post: 'town-commissioner', unit: units.township }, envelope: { effectiveOn: '2019-06-01' } };
    await mustBe(201, ask('POST', `/people/${operator.person}/end-post`, ended, admin.token));
    await system.projector.reached(await system.log.head(), { timeoutMs: 10_000 });
  });
  afterAll(() => place.close());

  it('an official is found by the beginning of his name, his unit and his post', async () => {
    expect(namesOf(await search({ text: '卞玉' }))).toEqual(['卞玉书', '卞玉画']);
    expect(namesOf(await search({ text: '卞玉书' }))).toEqual(['卞玉书']);
    expect(namesOf(await search({ text: '玉书' }))).toEqual([]);
    const { people } = await search({ unit: place.workers.units.department, post: 'department-cadre' });
    expect(people.map(({ posts }) => posts[0]?.unitName)).toEqual(['永寿县住房和城乡建设局', '永寿县住房和城乡建设局']);
    expect(namesOf(await search({ unit: place.staff.units.township }))).toEqual(['苗秋菊']);
    const first = await search({ limit: 4 });
    const next = await search({ limit: 4, after: first.next });
    expect([first.people.length, new Set([...first.people, ...next.people].map(({ person }) => person)).size]).toEqual([4, 8]);
  });

  it('whoever works elsewhere finds nobody, and nobody’s record', async () => {
    expect(namesOf(await search({}, place.staff.stranger.token))).toEqual(['谭启明']);
    await get(`/people/${place.workers.handler.person}/record`, place.staff.stranger.token, 404);
    await get('/people/nobody/record', auditor, 404);
    await mustBe(401, place.office.ask('POST', '/people/search', {}));
  });

  it('whoever administers sees who holds which post, to post people; nothing that follows from cases', async () => {
    const { person } = place.workers.handler;
    const record = (await get(`/people/${person}/record`, place.staff.chief.token)).as(PersonRecord);
    expect(record).toMatchObject({ name: '牛致远', phoneEnd: '0101', postings: [{ post: 'county-office', unitName: '永寿县扶贫办' }] });
    const ofCases = ({ householdsNow, problems, acts }: PersonRecord | UnitRecord) => [householdsNow, problems, acts];
    expect(ofCases(record)).toEqual([null, null, null]);
    const unit = (await get(`/units/${place.staff.units.office}/record`, place.staff.chief.token)).as(UnitRecord);
    expect([unit.people.length > 0, ...ofCases(unit)]).toEqual([true, null, null, null]);
    expect((await search({ text: '牛' }, place.staff.chief.token)).people[0]?.householdsNow).toBeNull();
  });

  it('namesakes are told apart by the end of the telephone number, which those who look on see masked', async () => {
    const [line] = (await search({ text: '牛致远' }, place.staff.operator.token)).people;
    expect(line).toMatchObject({ phoneEnd: '0101', householdsNow: 0, posts: [{ unitName: '永寿县扶贫办' }] });
    expect((await search({ text: '牛致远' })).people[0]?.phoneEnd).toBe('****');
    expect((await get(`/people/${line?.person}/record`)).as(PersonRecord).phoneEnd).toBe('****');
  });

  it('whoever is likely on record already is shown before somebody is put there, to those who would find them', async () => {
    const likely = async (wanted: object, token = place.staff.chief.token) =>
      (await mustBe(200, place.office.ask('POST', '/people/likely', wanted, token))).as(LikelyPeople).people;
    const shown = (people: LikelyPeople['people']) => people.map(({ name, sameName, samePhone }) => [name, sameName, samePhone]);
    expect(shown(await likely({ name: '牛　致远', phone: '+86 139 0000 0102' }))).toEqual([
      ['卞玉书', false, true],
      ['牛致远', true, false],
    ]);
    expect(shown(await likely({ name: '没有此人' }))).toEqual([]);
    expect(await likely({ name: '牛致远', phone: '13900000101' }, elsewhere.token)).toEqual([]);
    const forbidden = await mustBe(403, place.office.ask('POST', '/people/likely', { name: '牛致远' }, auditor));
    expect(forbidden.problem.needed).toEqual(['administer']);
    const { problem } = await mustBe(400, place.office.ask('POST', '/people/likely', { name: '' }, place.staff.chief.token));
    expect(problem.errors?.map(({ field }) => field)).toEqual(['name']);
  });

  it('so is a unit of the same name, with its place before it or without, in the county', async () => {
    const likely = async (name: string, region: string, token = place.staff.chief.token) =>
      (await mustBe(200, place.office.ask('POST', '/units/likely', { name, region }, token))).as(LikelyUnits).units.map((one) => one.name);
    expect(await likely('住房和城乡建设局', '610426')).toEqual(['永寿县住房和城乡建设局']);
    expect(await likely('永寿县住房和城乡建设局', '610426001')).toEqual(['永寿县住房和城乡建设局']);
    expect(await likely('永寿县水利局', '610426')).toEqual([]);
    expect(await likely('住房和城乡建设局', '430224')).toEqual([]);
    expect(await likely('住房和城乡建设局', '610426', elsewhere.token)).toEqual([]);
  });

  it('a person’s record holds his postings as of a day, his duties and what he did', async () => {
    const { person } = place.staff.operator;
    const record = (await get(`/people/${person}/record`)).as(PersonRecord);
    expect(record).toMatchObject({ name: '苗春兰', regionName: '永寿县', confirmed: true, householdsNow: 0, householdsBefore: 0 });
    expect(record.postings).toEqual([
      expect.objectContaining({
        post: 'town-commissioner',
        zh: '扶贫专干',
        unitName: '监军街道办事处',
        since: '2015-01-01',
        until: '2019-06-01',
      }),
    ]);
    expect(record.problems).toEqual({ all: 2, open: 1, overdue: 1 });
    expect(record.acts).toMatchObject({ acted: 2, late: 2, reversed: 1 });
    const then = (await get(`/people/${person}/record?at=2018-07-01`)).as(PersonRecord);
    expect([then.postings[0]?.until, then.acts?.acted]).toEqual([null, 1]);
  });

  it('lists his late acts, and those that others reversed', async () => {
    const acted = `person=${place.staff.operator.person}&part=acted`;
    const types = async (query: string) => (await get(`/entries?${acted}&${query}`)).as(EntriesPage).entries.map(({ type }) => type);
    expect(await types('late=true')).toEqual(['GuaranteeChecked', 'RectificationReported']);
    expect(await types('reversed=true')).toEqual(['GuaranteeChecked']);
    const [reversed] = (await get(`/entries?${acted}&reversed=true`)).as(EntriesPage).entries;
    expect([reversed?.standing, reversed?.en]).toEqual(['corrected', 'housing: met, grade A.']);
  });

  it('units are found by part of a name, by kind and region', async () => {
    const found = async (query: string, token = auditor) =>
      (await get(`/units?${query}`, token)).as(UnitsPage).units.map(({ name }) => name);
    expect(await found('text=建设局')).toEqual(['永寿县住房和城乡建设局']);
    expect(await found('kind=county-office')).toEqual(['咸阳市扶贫办', '永寿县扶贫办']);
    expect(await found('kind=township&region=610426001')).toEqual(['监军街道办事处']);
    expect(await found('', place.staff.stranger.token)).toEqual(['茶陵县扶贫办']);
    const first = (await get('/units?limit=2')).as(UnitsPage);
    const rest = (await get(`/units?limit=9&after=${first.next}`)).as(UnitsPage);
    expect([first.units.length, rest.units.length, rest.next]).toEqual([2, 3, null]);
  });

  it('a unit’s record holds its people as of a day, its duties and what was done for it', async () => {
    const { township } = place.staff.units;
    const record = (await get(`/units/${township}/record`)).as(UnitRecord);
    expect(record).toMatchObject({
      name: '监军街道办事处',
      kind: 'township',
      regionName: '监军街道',
      problems: { all: 2, open: 1, overdue: 1 },
    });
    expect(record.people.map(({ name, until }) => [name, until])).toEqual([
      ['苗秋菊', null],
      ['苗春兰', '2019-06-01'],
    ]);
    expect(record.people.map(({ phoneEnd }) => phoneEnd)).toEqual(['****', '****']);
    const own = (await get(`/units/${township}/record`, place.staff.operator.token)).as(UnitRecord);
    expect(own.people.map(({ phoneEnd }) => phoneEnd)).toEqual(['0104', '0002']);
    expect(record.acts).toEqual({ acted: 2, recorded: 0, late: 2, reversed: 1 });
    expect((await get(`/units/${township}/record?at=2018-01-01`)).as(UnitRecord).people.map(({ until }) => until)).toEqual([null, null]);
    await get(`/units/${township}/record`, place.staff.stranger.token, 404);
  });

  it('registering today shuts out no post of before, and a post of before no act of before', async () => {
    const { ask } = place.office;
    const today = { effectiveOn: new ClockOfSpec().today() };
    const tell = async (path: string, command: object, envelope: object, token: string) =>
      (await mustBe(201, ask('POST', path, { command, envelope }, token))).as(Receipt);
    const chief = place.staff.chief.token;
    const team = { name: '监军街道驻村工作队', kind: 'resident-team', region: '610426001', level: 'township' };
    const unit = (await tell('/units/register-unit', team, today, chief)).id;
    const somebody = { name: '邰怀远', region: '610426', confirmed: true };
    const person = (await tell('/people/register-person', somebody, today, chief)).id;
    const held = { post: 'resident-team-member', unit, level: 'township', region: '610426001' };
    await tell(`/people/${person}/post-person`, held, today, chief);
    const authority = { kind: 'document', number: '永扶发〔2018〕12号' };
    const asked = { command: visit('2018-05-01', '屋顶漏水').command, envelope: { effectiveOn: '2018-05-01', actedBy: person, authority } };
    const visiting = () => ask('POST', `/households/${knownId}/visit-home`, asked, place.staff.operator.token);
    expect((await visiting()).problem.type).toBe('urn:lookback:rule:desk.no-post-then');
    await tell(`/people/${person}/post-person`, held, { effectiveOn: '2018-01-01' }, chief);
    await mustBe(201, visiting());
    const account = { login: 'late.comer', password: 'late.comer: temporary 1', person };
    const { id } = await tell('/accounts/open-account', account, today, place.staff.admin.token);
    await tell(
      `/accounts/${id}/grant-right`,
      { right: 'record', regions: ['610426'] },
      { effectiveOn: '2018-01-01' },
      place.staff.admin.token,
    );
  });
});
