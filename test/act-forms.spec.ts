import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HouseholdFileShown } from '@lookback/case/household';
import { product } from '@lookback/application/system';
import { actsOf, EveryAct, type FieldShown, FormShown } from '@lookback/office/desk';
import { randomUUID } from 'node:crypto';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { type Colleague, colleague, county, mustBe } from './support/staff.js';
import { fromWeb } from './support/web.js';

interface Field {
  readonly kind: string;
  readonly optional?: boolean;
  readonly as?: string;
  readonly fields?: Fields;
  readonly cases?: Readonly<Record<string, Fields>>;
}
type Fields = Readonly<Record<string, Field>>;
interface Described {
  readonly plural: string;
  readonly path: string;
  readonly may: readonly string[];
  readonly opens: boolean;
  readonly fields: Fields;
  /** What is said already where it is opened. */
  readonly said: object;
}
const { fieldsIn, isRequired } = await fromWeb<{
  fieldsIn: (fields: readonly FieldShown[]) => Fields;
  isRequired: (field: Field) => boolean;
}>('forms/field');
const { formValuesIn } = await fromWeb<{ formValuesIn: (fields: Fields, typed: object) => object }>('forms/form-values');
const { envelopeOf, envelopeIn } = await fromWeb<{
  envelopeOf: (of: Described) => Fields;
  envelopeIn: (of: Described, to: string, typed: object) => object;
}>('commands/envelope');

/** Their forms are made of another's: of the entry's kind, and of the list as it stands. */
const composed = ['propose-correction', 'propose-retraction', 'save-view', 'drop-view'];
/** Every form that is asked for by itself; of one with cases, one of each. */
const forms: readonly Described[] = actsOf(product.subjects).subjects.flatMap(({ plural, acts }) =>
  acts
    .filter(({ path, fromList }) => !fromList && !composed.includes(path))
    .flatMap((act): Described[] => {
      const fields = fieldsIn(act.fields);
      const { value: { cases, ...value } = {}, standard: _standard, ...others } = fields;
      if (!cases) return [{ ...act, plural, fields, said: {} }];
      return Object.entries(cases).map(([standard, of]) => {
        const one = { ...others, value: { ...value, kind: 'group', fields: of } };
        return { ...act, plural, fields: one, said: { standard } };
      });
    }),
);

/** A line for each member is drawn of relations, and none of them typed. */
const pathsOf = (fields: Fields, within: string, take: (field: Field) => boolean): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    ...(take(field) && field.kind !== 'group' ? [within + name] : []),
    ...(field.fields && !field.optional && field.as !== 'relations'
      ? pathsOf(field.fields, `${within}${name}.${field.kind === 'rows' ? '0.' : ''}`, take)
      : []),
  ]);
/** Nothing typed, but a line of each that there may be several of. */
const withALine = (fields: Fields): object =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind, fields: inner = {} }]) =>
      kind === 'rows' ? [[name, [withALine(inner)]]] : kind === 'group' ? [[name, withALine(inner)]] : [],
    ),
  );
const unseen = ['instant', 'total', 'filled'];
const marksIn = (fields: Fields, within: string) => pathsOf(fields, within, (field) => isRequired(field) && !unseen.includes(field.kind));
const unseenIn = (fields: Fields) => new Set(pathsOf(fields, 'command.', ({ kind }) => unseen.includes(kind)));

let at: ProblemOffice;
beforeAll(async () => {
  at = await ProblemOffice.open();
});
afterAll(() => at.close());

const form = (act: string, who: Colleague, query = '') =>
  at.office.ask('GET', `/households/${knownId}/acts/${act}${query}`, undefined, who.token);
const shown = async (act: string, who: Colleague, query = '') => (await mustBe(200, form(act, who, query))).as(FormShown);

describe('the acts', () => {
  it('are told to every account with their forms, in both languages', async () => {
    const { subjects } = (await mustBe(200, at.office.ask('GET', '/acts', undefined, at.staff.stranger.token))).as(EveryAct);
    const households = subjects.find(({ plural }) => plural === 'households');
    const visit = households?.acts.find(({ path }) => path === 'visit-home');
    expect(visit).toMatchObject({ called: { en: 'Record a visit', zh: '登记走访' }, may: ['record'], corrects: ['HomeVisited'] });
    expect(visit?.fields.map(({ name, kind, optional }) => [name, kind, optional])).toEqual([
      ['place', 'code', false],
      ['checklist', 'rows', false],
      ['findings', 'words', true],
      ['capturedAt', 'instant', true],
    ]);
    await mustBe(401, at.office.ask('GET', '/acts'));
  });
});

describe('the form of an act', () => {
  it('begins with what is on record', async () => {
    const { members, causes } = JSON.parse(await at.problems.file(at.staff.operator, '2018-06-30')) as HouseholdFileShown;
    expect((await shown('assess-income', at.staff.operator, '?on=2018-06-30')).prefill).toEqual({ persons: members.length });
    expect((await shown('reclassify-cause', at.staff.operator, '?on=2018-06-30')).prefill).toEqual({ main: causes.main, others: [] });
  });

  it('begins with who had the duty, once a number was opened again', async () => {
    await at.toCancel('ZG-1');
    await at.lived('ZG-1', 'cancelled', 'reopened');
    const { prefill } = await shown('hand-over-problem', at.workers.handler, '?on=2018-12-01&about=ZG-1');
    expect(prefill).toEqual({ problem: 'ZG-1', responsible: at.duties });
  });

  it('says which rule would refuse the act as things stand', async () => {
    await at.lived('ZG-2', 'found');
    const refused = await shown('accept-handover', at.staff.operator, '?on=2018-12-01&about=ZG-2');
    expect(refused.refusals).toMatchObject([{ rule: 'rectification.wrong-status', zh: expect.stringContaining('待交办') as unknown }]);
    await at.lived('ZG-2', 'handedOver');
    const unset = await shown('accept-handover', at.staff.operator, '?on=2018-12-01&about=ZG-2');
    expect(unset.refusals).toMatchObject([{ rule: 'rectification.calendar-missing', facts: { year: 2018 } }]);
    await at.adoptCalendar(2018);
    expect((await shown('accept-handover', at.staff.operator, '?on=2018-12-01&about=ZG-2')).refusals).not.toMatchObject(unset.refusals);
  });

  it('says that somebody held no post on the day, or that it has not come, whatever else is typed', async () => {
    const before = await shown('visit-home', at.staff.operator, '?on=2013-01-01');
    expect(before.refusals).toMatchObject([{ rule: 'desk.no-post-then' }]);
    const ahead = await shown('visit-home', at.staff.operator, '?on=2099-01-01');
    expect(ahead.refusals).toMatchObject([{ rule: 'desk.not-yet' }]);
  });

  it('records nothing', async () => {
    const head = await at.office.system.log.head();
    await shown('accept-handover', at.staff.operator, '?about=ZG-2');
    expect(await at.office.system.log.head()).toBe(head);
  });

  it('is told to those who may ask the act, and to nobody who may not know of the household', async () => {
    await mustBe(403, form('visit-home', at.workers.inspector));
    await mustBe(404, form('visit-home', at.staff.stranger));
    await mustBe(404, form('take-over-household', at.staff.stranger));
    await mustBe(404, form('no-such-act', at.staff.operator));
    expect((await form('visit-home', at.staff.operator, '?on=2018-02-30&about=%27')).problem.errors?.map(({ field }) => field)).toEqual([
      'on',
      'about',
    ]);
  });

  it('offers the lists of what a list brought, by which that is corrected', async () => {
    const { fields } = await shown('take-over-household', at.staff.operator, '?on=2018-06-30');
    expect(fields.map(({ field, list, choices }) => [field, list, choices.length])).toEqual([['mainCause', 'cause-codes', 12]]);
  });
});

describe('a form of the console', () => {
  it('marks what the server requires, and nothing else', async () => {
    const holders = new Map<string, string>();
    expect(forms.length).toBeGreaterThan(50);
    for (const form of forms) {
      const { plural, path, may, opens, fields, said } = form;
      const [right = ''] = may;
      if (!holders.has(right))
        holders.set(right, (await colleague(at.office.ask, at.staff.admin.token, { login: `may.${right}`, rights: [right] })).token);
      const of = opens ? `/${plural}` : `/${plural}/${plural === 'standards' ? county : randomUUID()}`;
      const to = `${of}/${path}`;
      const refused = async (typed: object) => {
        const asked = { command: { ...said, ...formValuesIn(fields, typed) }, envelope: envelopeIn(form, of, {}) };
        const { problem } = await mustBe(400, at.office.ask('POST', to, asked, holders.get(right)));
        return (problem.errors ?? []).map(({ field }) => field);
      };
      const needed = new Set([...(await refused({})), ...(await refused(withALine(fields)))]);
      const marked = [...marksIn(fields, 'command.'), ...marksIn(envelopeOf(form), 'envelope.')];
      expect([path, [...needed].filter((field) => !unseenIn(fields).has(field)).sort()]).toEqual([path, marked.sort()]);
    }
  });
});
