import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AttachmentShown,
  AttachmentsShown,
  EntriesPage,
  type EntryFacets,
  RegisterCounts,
  RegisterPage,
  type Words,
} from '@lookback/application/queries';
import { EveryAct, FormShown, Receipt } from '@lookback/office/desk';
import { SubjectDiff, SubjectFieldChanges, SubjectFileShown, SubjectHistory, SubjectWhy } from '@lookback/review/history';
import sharp from 'sharp';
import { type Office, openOffice } from './support/office.js';
import { mustBe, newcomer, type Staff, staffed } from './support/staff.js';
import { wellPart } from './support/toys/well/well.js';

/** A kind of subject that the product does not have: one folder, mounted by one line in the list of parts. */
describe('a subject that is mounted by one line', () => {
  let office: Office;
  let staff: Staff;
  let id: string;
  const asks = (path: string, command: object, effectiveOn: string) =>
    mustBe(201, office.ask('POST', `${path}?wait=projected`, { command, envelope: { effectiveOn } }, staff.operator.token));
  const get = (path: string, token = staff.auditor.token, status = 200) => mustBe(status, office.ask('GET', path, undefined, token));

  beforeAll(async () => {
    office = await openOffice('PostgreSQL', [wellPart]);
    staff = await staffed(office.ask, office.password);
    const dug = { village: '610426001200', depthCm: 900, keeper: '王井生', phone: '13812345678', words: '村东头' };
    id = (await asks('/wells/dig-well', dug, '2018-03-01')).as(Receipt).id;
    await asks(`/wells/${id}/test-well`, { safe: false }, '2018-04-01');
    await asks(`/wells/${id}/deepen-well`, { depthCm: 1500 }, '2018-06-01');
    await asks(`/wells/${id}/test-well`, { safe: true }, '2018-07-01');
  });
  afterAll(() => office.close());

  it('is asked its commands, and refuses by its own rules, in both languages', async () => {
    const body = { command: { depthCm: 800 }, envelope: { effectiveOn: '2018-08-01' } };
    const refused = await office.ask('POST', `/wells/${id}/deepen-well`, body, staff.operator.token);
    expect([refused.status, refused.problem.type]).toEqual([409, 'urn:lookback:rule:well.not-deeper']);
    const rules = (await get('/rules')).text;
    expect(rules).toContain('well.not-deeper');
  });

  it('has a file at every moment, with labels and values in both languages; the number of a person is masked for who does not record', async () => {
    const file = (await get(`/wells/${id}?at=2018-05-01`)).as(SubjectFileShown);
    expect(file).toMatchObject({ id, kind: 'well', title: { en: '王井生', zh: '王井生' }, sight: 'masked', asOf: { at: '2018-05-01' } });
    expect(
      file.sections.map(({ section, zh, facts }) => [section, zh, facts.map(({ field, value, said }) => [field, value, said?.zh])]),
    ).toEqual([
      [
        'well',
        '水井',
        [
          ['village', '610426001200', '永安村委会'],
          ['depth', 900, '900'],
          ['safe', false, '否'],
          ['keeper', '王井生', '王井生'],
          ['phone', '138******78', '138******78'],
          ['words', '村东头', '村东头'],
        ],
      ],
    ]);
    const whole = (await get(`/wells/${id}`, staff.operator.token)).as(SubjectFileShown);
    expect(whole.sections[0]?.facts.find(({ field }) => field === 'phone')?.value).toBe('13812345678');
    await get(`/wells/${id}?at=2018-05-01&known=@1`, staff.auditor.token, 404);
  });

  it('has a history of sentences', async () => {
    const { entries } = (await get(`/wells/${id}/history`)).as(SubjectHistory);
    expect(entries.map(({ zh }) => zh)).toEqual(['永安村委会打井，深 900 厘米。', '水质不合格。', '加深至 1500 厘米。', '水质合格。']);
    expect(entries.map(({ recordedBy }) => recordedBy.name)).toEqual(['苗春兰', '苗春兰', '苗春兰', '苗春兰']);
  });

  it('says why each field is so, what two moments differ in, and when a field changed', async () => {
    const why = (await get(`/wells/${id}/why`)).as(SubjectWhy);
    const typesOf = (positions: readonly number[]) =>
      why.entries.filter(({ position }) => positions.includes(position)).map(({ type }) => type);
    expect(Object.fromEntries(why.fields.map(({ field, setBy }) => [field, typesOf(setBy)]))).toMatchObject({
      village: ['WellDug'],
      depth: ['WellDug', 'WellDeepened'],
      safe: ['WellDug', 'WellTested', 'WellTested'],
    });
    const diff = (await get(`/wells/${id}/diff?at=2018-05-01&vsAt=2018-06-15`)).as(SubjectDiff);
    expect(diff.changed.map(({ field, zh, before, after, afterSaid }) => [field, zh, before, after, afterSaid?.zh])).toEqual([
      ['depth', '井深（厘米）', 900, 1500, '1500'],
    ]);
    const changes = (await get(`/wells/${id}/changes?field=safe&clock=happened`)).as(SubjectFieldChanges);
    expect(changes.changes.map(({ on, beforeSaid, afterSaid }) => [on, beforeSaid?.en ?? null, afterSaid?.en ?? null])).toEqual([
      ['2018-03-01', null, null],
      ['2018-04-01', null, 'no'],
      ['2018-07-01', 'no', 'yes'],
    ]);
  });

  it('keeps attachments of its own', async () => {
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const sent = office.ask('POST', `/wells/${id}/attachments`, photo, staff.operator.token, { 'content-type': 'image/jpeg' });
    const { digest } = (await mustBe(201, sent)).as(AttachmentShown);
    const body = { command: { safe: true }, envelope: { effectiveOn: '2018-09-01', evidence: [digest] } };
    const { position } = (await mustBe(201, office.ask('POST', `/wells/${id}/test-well`, body, staff.operator.token))).as(Receipt);
    const { attachments } = (await get(`/wells/${id}/attachments`)).as(AttachmentsShown);
    expect(attachments.map((one) => [one.digest, one.namedBy])).toEqual([[digest, [position]]]);
    await get(`/wells/${id}/attachments/${digest}/view`);
  });

  it('is found in the explorer, by kind, with the way to its file', async () => {
    const { entries } = (await get('/entries?kind=well')).as(EntriesPage);
    expect(entries.at(-1)).toMatchObject({ type: 'WellDug', subject: id, subjectPath: `/wells/${id}`, subjectName: '王井生' });
    const words = JSON.parse((await get('/words')).text) as Words;
    expect([words['subjects']?.['well'], words['entries']?.['WellDug']]).toEqual([
      { en: 'well', zh: '水井' },
      { en: 'well dug', zh: '打井' },
    ]);
  });

  it('is told with its acts and their forms, and reads field by field in its entries', async () => {
    const { subjects } = (await get('/acts')).as(EveryAct);
    const dig = subjects.find(({ plural }) => plural === 'wells')?.acts.find(({ path }) => path === 'dig-well');
    expect(dig?.fields.map(({ name, kind, called }) => [name, kind, called.zh])).toEqual([
      ['village', 'region', '行政村'],
      ['depthCm', 'count', '井深（厘米）'],
      ['keeper', 'words', '管护人'],
      ['phone', 'text', '联系电话'],
      ['words', 'words', '备注'],
    ]);
    const shallow = (await get(`/wells/${id}/acts/deepen-well?on=2018-09-01`, staff.operator.token)).as(FormShown);
    expect(shallow.refusals).toEqual([]);
  });

  it('has its register at any point of the two clocks, with counts, filters and a file to write it to', async () => {
    const rows = async (query: string) =>
      (await get(`/registers/wells?${query}`))
        .as(RegisterPage)
        .rows.map(({ subject, cells }) => [subject.path, cells['depth']?.value, cells['safe']?.value, cells['keeper']?.value]);
    const well = `/wells/${id}`;
    expect(await rows('')).toEqual([[well, 1500, true, '王井生']]);
    expect(await rows('at=2018-05-01')).toEqual([[well, 900, false, '王井生']]);
    expect(await rows('at=2018-03-15&safe=none&depth=..1000')).toEqual([[well, 900, null, '王井生']]);
    expect(await rows('village=610426002')).toEqual([]);
    const { counts } = (await get('/registers/wells/counts?by=township,safe')).as(RegisterCounts);
    expect(counts).toMatchObject([{ cells: { township: { value: '610426001' }, safe: { value: true } }, rows: 1 }]);
    const { text } = await get('/registers/wells/export?format=csv&language=zh');
    expect(text).toContain('井深（厘米）');
    expect(text).toContain('1500');
  });

  it('is nothing to those of another county', async () => {
    for (const path of ['', '/history', '/why', '/diff', '/changes?field=safe&clock=happened', '/attachments'])
      await get(`/wells/${id}${path}`, staff.stranger.token, 404);
  });

  describe('that lies elsewhere since a day', () => {
    let moved: string;
    let deepened: number;
    /** Who records where it lay, and where it lies. */
    let [there, here] = ['', ''];
    const village = (file: SubjectFileShown) => file.sections[0]?.facts.find(({ field }) => field === 'village')?.value;
    const told = async (path: string, who: string) => JSON.parse((await get(path, who)).text) as EntriesPage & EntryFacets;

    beforeAll(async () => {
      const dug = { village: '610426001200', depthCm: 900, keeper: '王井生', phone: '13812345678' };
      moved = (await asks('/wells/dig-well', dug, '2018-03-01')).as(Receipt).id;
      await asks(`/wells/${moved}/test-well`, { safe: false }, '2018-04-01');
      await asks(`/wells/${moved}/hand-on-well`, { village: '610426002200' }, '2018-05-01');
      deepened = (await asks(`/wells/${moved}/deepen-well`, { depthCm: 1500 }, '2018-06-01')).as(Receipt).position;
      const records = async (login: string, region: string) =>
        (await newcomer(office.ask, staff, { login, rights: ['record'], regions: [region] })).token;
      [there, here] = [await records('lay.there', '610426001'), await records('lies.here', '610426002')];
    });

    it('is read where it lies now, whole', async () => {
      const file = (await get(`/wells/${moved}`, here)).as(SubjectFileShown);
      expect([file.sight, village(file)]).toEqual(['whole', '610426002200']);
      expect((await get(`/wells/${moved}/history`, here)).as(SubjectHistory).entries).toHaveLength(4);
      expect((await told(`/entries?kind=well&subject=${moved}`, here)).entries).toHaveLength(4);
    });

    it('is read where it lay as of its last day there, masked: file, history, why, differences, changes', async () => {
      for (const at of ['', '?at=2018-06-15']) {
        const file = (await get(`/wells/${moved}${at}`, there)).as(SubjectFileShown);
        expect([file.asOf.at, file.sight, village(file)]).toEqual(['2018-04-30', 'masked', '610426001200']);
      }
      expect((await get(`/wells/${moved}?at=2018-03-15`, there)).as(SubjectFileShown).asOf.at).toBe('2018-03-15');
      const { entries } = (await get(`/wells/${moved}/history`, there)).as(SubjectHistory);
      expect(entries.map(({ type }) => type)).toEqual(['WellDug', 'WellTested']);
      const why = (await get(`/wells/${moved}/why`, there)).as(SubjectWhy);
      expect(why.entries.map(({ type }) => type)).toEqual(['WellDug', 'WellTested']);
      expect((await get(`/wells/${moved}/diff?at=2018-04-15&vsAt=2018-06-15`, there)).as(SubjectDiff).changed).toEqual([]);
      const { changes } = (await get(`/wells/${moved}/changes?field=village&clock=recorded`, there)).as(SubjectFieldChanges);
      expect(changes.map(({ after }) => after)).toEqual(['610426001200']);
    });

    it('is found there in the explorer by what took effect then, and nothing tells where it went', async () => {
      const page = await told(`/entries?kind=well&subject=${moved}`, there);
      expect(page.entries.map(({ type, region }) => [type, region])).toEqual([
        ['WellTested', '610426001200'],
        ['WellDug', '610426001200'],
      ]);
      expect((await told(`/entries/facets?kind=well&subject=${moved}`, there)).counted).toBe(2);
      expect((await told(`/entries?kind=well&subject=${moved}&region=610426002`, there)).entries).toEqual([]);
      expect(JSON.stringify(page)).not.toContain('610426002');
      await get(`/entries/${page.entries[0]?.position ?? 0}`, there);
      await get(`/entries/${deepened}`, there, 404);
    });

    it('takes nothing from there any more, and is nothing to others', async () => {
      const body = { command: { safe: true }, envelope: { effectiveOn: '2018-04-02' } };
      expect((await office.ask('POST', `/wells/${moved}/test-well`, body, there)).status).toBe(404);
      await get(`/wells/${moved}/attachments`, there, 404);
      for (const path of ['', '/history', '/why']) await get(`/wells/${moved}${path}`, staff.stranger.token, 404);
      expect((await told(`/entries?kind=well&subject=${moved}`, staff.stranger.token)).entries).toEqual([]);
    });
  });
});
