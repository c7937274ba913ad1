import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CodesShown, HouseholdCounts, HouseholdPage, ProposalsShown } from '@lookback/application/queries';
import { ActShown } from '@lookback/office/desk';
import { excerptBytes, imported, knownId } from './support/importing.js';
import { type Office, openOffice } from './support/office.js';
import { type Colleague, county, mustBe, newcomer, type Staff, staffed } from './support/staff.js';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const cause = (code: string, zh: string, en: string, national: string) => ({ code, zh, en, national });
/** Two of the nation's codes, called otherwise, and three of the county's own. */
const own = [
  cause('01', '病残类', 'illness and disability', '01'),
  cause('06', '水利类', 'water works', '06'),
  cause('c3', '发展类', 'development', '07'),
  cause('c4', '灾害类', 'calamities', '04'),
  cause('c5', '其他类', 'other reasons', '12'),
];

describe('a county with five causes of its own', () => {
  let office: Office;
  let staff: Staff;
  const get = async (path: string, who: Colleague) => mustBe(200, office.ask('GET', path, undefined, who.token));
  const ask = (who: Colleague, path: string, command: object) =>
    mustBe(201, office.ask('POST', `${path}?wait=projected`, { command, envelope: { effectiveOn: today } }, who.token));
  const counts = async () => (await get(`/households/counts?region=${county}`, staff.operator)).as(HouseholdCounts).byCause;
  const search = async (cause: string) =>
    (await mustBe(200, office.ask('POST', '/households/search', { cause }, staff.operator.token))).as(HouseholdPage);

  beforeAll(async () => {
    office = await openOffice();
    staff = await staffed(office.ask, office.password);
    await imported(office.ask, excerptBytes(), staff.operator.token);
    const [one, other] = await Promise.all(
      ['first.holder', 'second.holder'].map((login) => newcomer(office.ask, staff, { login, rights: ['standards'] })),
    );
    const value = { causes: own };
    await ask(one as Colleague, `/standards/${county}/propose-standard`, { standard: 'cause-codes', value, document: '永政发〔2026〕9号' });
    const { proposals } = (await get(`/standards/proposed?region=${county}`, other as Colleague)).as(ProposalsShown);
    await ask(other as Colleague, `/standards/${county}/adopt-standard`, { proposal: proposals[0]?.proposal });
  });
  afterAll(() => office.close());

  it('offers them in forms from their day on, and the nation’s before', async () => {
    const act = async (on: string) => {
      const { fields } = (await get(`/households/${knownId}/acts/reclassify-cause?on=${on}`, staff.operator)).as(ActShown);
      return fields.map(({ field, setIn, choices }) => [field, setIn, choices.length]);
    };
    expect(await act(today)).toEqual([
      ['main', county, 5],
      ['others', county, 5],
    ]);
    expect(await act('2020-01-01')).toEqual([
      ['main', 'CN', 12],
      ['others', 'CN', 12],
    ]);
    await mustBe(404, office.ask('GET', `/households/${knownId}/acts/reclassify-cause`, undefined, staff.stranger.token));
  });

  it('tells, counts and finds households by them, and those of before by the words of before', async () => {
    const before = await counts();
    const water = before.find(({ zh }) => zh === '缺水');
    expect(water).toMatchObject({ setIn: 'CN', since: '2014-01-01' });
    await ask(staff.operator, `/households/${knownId}/reclassify-cause`, { main: '06', others: ['c5'] });
    const now = await counts();
    expect(now.find(({ zh }) => zh === '水利类')).toMatchObject({
      key: `06~${county}~${today}`,
      setIn: county,
      since: today,
      households: 1,
    });
    const found = await search(`06~${county}~${today}`);
    expect(found.households.map(({ id, mainCauseWords }) => [id, mainCauseWords?.zh])).toEqual([[knownId, '水利类']]);
    const old = await search('06~CN~2014-01-01');
    expect(old.total).toBe(now.find(({ zh }) => zh === '缺水')?.households ?? 0);
    expect(old.households.every(({ mainCauseWords }) => mainCauseWords?.zh === '缺水')).toBe(true);
    const { codes } = (await get(`/standards/codes?list=cause-codes&region=${county}`, staff.operator)).as(CodesShown);
    expect(codes.filter(({ key }) => key.startsWith('06'))).toMatchObject([
      { zh: '缺水', setIn: 'CN' },
      { zh: '水利类', setIn: county },
    ]);
    const { text } = await get(`/households/${knownId}/history`, staff.operator);
    expect(text).toContain('主要致贫原因：水利类；其他原因：其他类');
    const file = await get(`/households/${knownId}`, staff.operator);
    expect(file.text).toContain(`"cause-codes 06 ${today}":{"en":"water works","zh":"水利类"}`);
  });

  it('refuses a code that only the nation’s list has', async () => {
    const asked = { command: { main: '05', others: [] }, envelope: { effectiveOn: today } };
    const { problem } = await mustBe(409, office.ask('POST', `/households/${knownId}/reclassify-cause`, asked, staff.operator.token));
    expect(problem.type).toBe('urn:lookback:rule:identification.cause-unknown');
  });
});
