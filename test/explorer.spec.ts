import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from '@lookback/paper/workbook';
import { EntriesPage, EntryFacets, EntryWhole, LeafShown } from '@lookback/application/queries';
import { knownHousehold, knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { county, mustBe } from './support/staff.js';

describe('the event explorer', () => {
  let place: ProblemOffice;
  let auditor: string;
  const get = (path: string, token = auditor, status = 200) => mustBe(status, place.office.ask('GET', path, undefined, token));
  const page = async (query: string, token?: string) => (await get(`/entries?${query}`, token)).as(EntriesPage);

  beforeAll(async () => {
    place = await ProblemOffice.open();
    auditor = place.staff.auditor.token;
    await place.toCancel('YS-1');
    await place.lived('YS-2', 'found', 'handedOver');
  });
  afterAll(() => place.close());

  it('tells the newest entries first, of what, when in both senses, and by whom', async () => {
    const { position, entries, newer, older } = await page('limit=3');
    expect([entries.map((line) => line.position), newer, older]).toEqual([[position, position - 1, position - 2], null, position - 2]);
    expect(entries[0]).toMatchObject({
      kind: 'household',
      subject: knownId,
      subjectName: knownHousehold,
      region: '610426001200',
      regionName: '永安村委会',
      type: 'ProblemHandedOver',
      effectiveOn: '2018-03-02',
      mode: 'act',
      standing: 'counts',
      actedBy: { name: '牛致远', unitName: '永寿县扶贫办', post: 'county-office' },
      zh: '问题 YS-2 交办：责任单位监军街道办事处，责任领导骆长河，责任人苗春兰，整改时限 2018-06-30。',
    });
    expect(entries[0]?.daysUntilRecorded).toBeGreaterThan(365);
  });

  it('says of each who typed it in, with the post of that day: never by a number alone', async () => {
    const { entries } = await page('limit=200');
    expect(entries.filter(({ recordedBy: { zh, en } }) => /[0-9a-f]{8}/.test(zh + en))).toEqual([]);
    const words = new Map(entries.map(({ type, mode, recordedBy: { zh } }) => [`${type} ${mode}`, zh]));
    expect(words.get('HouseholdTakenOver takeover')).toBe('苗春兰 · 扶贫专干 · 监军街道办事处');
    expect(words.get('UnitRegistered act')).toBe('账号 admin');
    expect(words.get('RegionsAdopted takeover')).toBe('系统初始化时导入');
    expect(words.get('StandardsOpened takeover')).toBe('系统自动登记');
    expect(words.get('LogOpened act')).toBe('系统初始化');
    const { recordedBy } = entries.find(({ type }) => type === 'HouseholdTakenOver') ?? {};
    expect(recordedBy).toMatchObject({ person: place.staff.operator.person, name: '苗春兰', post: 'town-commissioner' });
    const { facets } = (await get('/entries/facets')).as(EntryFacets);
    const accounts = facets.find(({ facet }) => facet === 'account')?.values ?? [];
    expect(accounts.map(({ zh }) => zh)).toEqual(expect.arrayContaining(['苗春兰', '账号 admin', '系统初始化']));
    const accountLine = entries.find(({ kind, subject }) => kind === 'account' && subject === place.staff.operator.account);
    expect(accountLine?.subjectName).toBe('operator');
  });

  it('goes back and forth without a gap and without a repeat', async () => {
    const all = (await page('limit=200')).entries.map(({ position }) => position);
    const back: number[] = [];
    let at = await page('limit=7');
    for (; ; at = await page(`limit=7&before=${at.older}`)) {
      back.push(...at.entries.map(({ position }) => position));
      if (at.older === null) break;
    }
    expect(back).toEqual(all);
    const forth = at.entries.map(({ position }) => position).reverse();
    for (; at.newer !== null;) {
      at = await page(`limit=7&after=${at.newer}`);
      forth.push(...at.entries.map(({ position }) => position).reverse());
    }
    expect(forth.reverse()).toEqual(all);
  });

  it.each([
    ['type=ProblemFound', 2],
    ['type=ProblemFound&effectiveFrom=2018-03-02', 0],
    [`kind=household&subject=${knownId}&type=HouseholdTakenOver`, 1],
    ['kind=household&mode=takeover', 11],
    ['kind=household&mode=takeover&late=true', 11],
    ['recordedTo=2020-01-01', 0],
    ['recordedFrom=2020-01-01&type=PeopleAsked', 1],
    ['region=610426001200&mode=takeover', 3],
    ['reversed=true', 0],
    ['upTo=1', 1],
  ])('%s leaves %d', async (query, count) => {
    const { entries } = await page(`${query}&limit=200`);
    if (query.startsWith('region')) expect(entries.every(({ region }) => region?.startsWith('610426001200'))).toBe(true);
    else expect(entries).toHaveLength(count);
  });

  it('follows a person, in what he did and in what he typed in, and a unit', async () => {
    const handler = place.workers.handler;
    const types = async (query: string) => (await page(`${query}&limit=200`)).entries.map(({ type }) => type);
    expect(await types(`person=${handler.person}&part=acted`)).toEqual(['ProblemHandedOver', 'ProblemHandedOver']);
    expect(await types(`person=${handler.person}&part=recorded`)).toEqual(['ProblemHandedOver', 'ProblemHandedOver', 'PasswordSet']);
    expect(await types(`account=${handler.account}&kind=household`)).toEqual(['ProblemHandedOver', 'ProblemHandedOver']);
    expect(await types(`unit=${place.workers.units.department}`)).toEqual(['PeopleAsked', 'RectificationVerified']);
  });

  it('lists a whole problem, gates and facts alike, by the entry that opened it', async () => {
    const found = (await page('type=ProblemFound')).entries.find(({ zh }) => zh.includes('YS-1'));
    const { correlationId, causationId } = (await get(`/entries/${found?.position}`)).as(EntryWhole);
    const { entries } = await page(`correlation=${correlationId}&limit=200`);
    expect([correlationId, causationId]).toEqual([found?.id, null]);
    expect(entries.map(({ type }) => type)).toEqual([
      'PeopleAsked',
      'RectificationVerified',
      'RectificationReported',
      'ProblemHandedOver',
      'ProblemFound',
    ]);
  });

  it('counts how the entries are spread, with words', async () => {
    const { counted, complete, facets } = (await get('/entries/facets?kind=household')).as(EntryFacets);
    const valuesOf = (name: string) => facets.find(({ facet }) => facet === name)?.values;
    expect([counted, complete]).toEqual([18, true]);
    expect(valuesOf('type')?.[0]).toEqual({ key: 'HouseholdTakenOver', en: 'household taken over', zh: '农户接收', entries: 11 });
    expect(valuesOf('unit')).toContainEqual({
      key: place.workers.units.department,
      en: '永寿县住房和城乡建设局',
      zh: '永寿县住房和城乡建设局',
      entries: 2,
    });
    expect(valuesOf('year')).toEqual([{ key: '2016', en: null, zh: null, entries: 11 }, { key: '2018', en: null, zh: null, entries: 7 }]); // prettier-ignore
  });

  it('shows an entry as a whole, with what proves it, masked for whoever only looks on', async () => {
    const [taken] = (await page(`kind=household&subject=${knownId}&type=HouseholdTakenOver`)).entries;
    const whole = async (token: string) => (await get(`/entries/${taken?.position}`, token)).as(EntryWhole);
    const masked = await whole(auditor);
    expect(masked).toMatchObject({ stream: `household-${knownId}`, macKey: 'k1', version: 1, breaches: [] });
    expect(masked.leafHash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const numberIn = ({ data }: EntryWhole) =>
      (data as { members: { citizenNumber: { value: string } }[] }).members[0]?.citizenNumber.value;
    expect(numberIn(masked)).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/);
    expect(numberIn(await whole(place.staff.operator.token))).toMatch(/^\d{17}[\dX]$/);
  });

  it('gives the leaf of any entry to whoever is signed in, as it tells nothing of it', async () => {
    const leafAt = async (position: number, token: string) => (await get(`/log/leaves/${position}`, token)).as(LeafShown);
    const [taken] = (await page('type=HouseholdTakenOver&limit=1')).entries;
    const { leafHash } = (await get(`/entries/${taken?.position}`, auditor)).as(EntryWhole);
    expect(await leafAt(taken?.position ?? 0, auditor)).toEqual({ position: taken?.position, leafHash });
    await get('/entries/1', place.staff.operator.token, 404);
    expect((await leafAt(1, place.staff.operator.token)).leafHash).toMatch(/^sha256:[0-9a-f]{64}$/);
    await get('/log/leaves/999999', auditor, 404);
    await get('/log/leaves/first', auditor, 400);
    await get('/log/leaves/1', '', 401);
  });

  it('shows nobody the hash of a password', async () => {
    const [set] = (await page('type=PasswordSet&limit=1', place.staff.admin.token)).entries;
    const { data } = (await get(`/entries/${set?.position}`, place.staff.admin.token)).as(EntryWhole);
    expect((data as { hash: object }).hash).toMatchObject({ value: null });
  });

  it('keeps the office’s entries from those who only work on cases, and cases from those who only administer', async () => {
    const kinds = async (token: string) => new Set((await page('limit=200', token)).entries.map(({ kind }) => kind));
    expect(await kinds(place.staff.operator.token)).toEqual(new Set(['household']));
    expect(await kinds(place.staff.stranger.token)).toEqual(new Set());
    expect((await kinds(place.staff.chief.token)).has('household')).toBe(false);
    const chiefs = (await page('limit=200', place.staff.chief.token)).entries;
    expect(chiefs.every(({ kind, region }) => kind === 'log' || region?.startsWith(county))).toBe(true);
    const [theirs] = (await page('type=ProblemFound')).entries;
    await get(`/entries/${theirs?.position}`, place.staff.stranger.token, 404);
    await get('/entries', '', 401);
  });

  it('writes what it shows into a workbook', async () => {
    const bytes = await fetch(`${place.office.url}/entries/export.xlsx?type=ProblemFound`, {
      headers: { authorization: `Bearer ${auditor}` },
    });
    expect(bytes.headers.get('content-disposition')).toContain('entries.xlsx');
    const columns = ['对象', '办理人', '岗位', '登记人'] as const;
    const { rows } = await readSheet(new Uint8Array(await bytes.arrayBuffer()), { columns: columns.map((name) => ({ name })) });
    const cells: string[][] = [];
    for await (const row of rows) cells.push(columns.map((column) => row.text(column)));
    const line = [knownHousehold, '铁正平', '纪检监察干部', '铁正平 · 纪检监察干部 · 永寿县纪委监委'];
    expect(cells).toEqual([line, line]);
  });

  it('exports in the reader’s language, by the county’s clock, with words for codes', async () => {
    const bytes = await fetch(`${place.office.url}/entries/export.xlsx?type=ProblemFound&language=en`, {
      headers: { authorization: `Bearer ${auditor}` },
    });
    const columns = ['Recorded at', 'Type', 'Post', 'Standing'] as const;
    const { rows } = await readSheet(new Uint8Array(await bytes.arrayBuffer()), { columns: columns.map((name) => ({ name })) });
    const cells: string[][] = [];
    for await (const row of rows) cells.push(columns.map((column) => row.text(column)));
    const recorded = expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/) as unknown;
    expect(cells[0]).toEqual([recorded, 'problem found', 'discipline inspector', 'counts']);
  });

  it('names what is amiss in a question', async () => {
    const { problem } = await get('/entries?mode=guess&before=x&nonsense=1', auditor, 400);
    expect(problem.errors?.map(({ field, zh }) => `${field} ${zh}`).sort()).toEqual([
      ...['before 应为 0 至 9007199254740991 的整数', 'mode 不在可选项中', 'nonsense 没有这个字段'],
    ]);
  });
});
