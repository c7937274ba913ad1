import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CorrectionBegun } from '@lookback/application/queries';
import { product } from '@lookback/application/system';
import { actsOf, type EveryAct } from '@lookback/office/desk';
import { readFileSync } from 'node:fs';
import { causes, FactsOf, guarantee, heads, income, joins, leaves, living, visit } from './support/facts.js';
import { imported, knownId } from './support/importing.js';
import { openOffice } from './support/office.js';
import { ProblemOffice } from './support/problem-office.js';
import { citizenNumber } from './support/rosters.js';
import { type Colleague, mustBe } from './support/staff.js';
import { fromWeb } from './support/web.js';

interface Described {
  readonly fields: object;
}
interface Proposed {
  readonly wanted: { readonly event: { readonly event: { readonly data: { readonly members: readonly object[] } } } };
}
interface Acts {
  correcting(plural: string, type: string): Described | undefined;
}
const { Acts: acts } = await fromWeb<{ Acts: { from(every: EveryAct): Acts } }>('commands/act');
const known = acts.from(actsOf(product.subjects));
const { formValuesIn } = await fromWeb<{ formValuesIn: (fields: object, typed: object) => object }>('forms/form-values');
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

let at: ProblemOffice;
let paths: readonly string[];

/** What the console sends where nothing of the form was touched, and what was refused of it: by type of entry. */
async function sentUntouched(path: string, reader: Colleague, who: Colleague): Promise<(readonly [type: string, answer: string])[]> {
  const { ask } = at.office;
  const history = JSON.parse((await mustBe(200, ask('GET', `${path}/history`, undefined, reader.token))).text) as {
    entries: { id: string; type: string }[];
  };
  return Promise.all(
    history.entries.map(async ({ id: original, type }) => {
      const begun = JSON.parse(
        (await mustBe(200, ask('GET', `${path}/entries/${original}/correction`, undefined, reader.token))).text,
      ) as CorrectionBegun;
      const form = known.correcting(path.split('/')[1] ?? '', begun.type);
      if (!begun.command || !form) return [type, 'has no form'] as const;
      const { supersedes, effectiveOn, authority, evidence } = begun;
      const wanted = { command: formValuesIn(form.fields, begun.command), effectiveOn, authority, evidence };
      const command = { original, supersedes, wanted, reason: '核对' };
      const answer = await ask('POST', `${path}/propose-correction`, { command, envelope: { effectiveOn: today() } }, who.token);
      return [type, answer.status === 409 ? (answer.problem.type ?? '') : answer.text] as const;
    }),
  );
}

beforeAll(async () => {
  at = await ProblemOffice.over(await openOffice());
  const { office, staff, workers, duties } = at;
  await imported(office.ask, readFileSync(new URL('data/pairing-excerpt.xlsx', import.meta.url)), staff.operator.token, '', 'pairing');
  await imported(office.ask, readFileSync(new URL('data/ledger-excerpt.xlsx', import.meta.url)), staff.operator.token, '', 'ledger');
  const facts = new FactsOf(office.ask, staff.operator.token, knownId);
  const members = (await facts.file()).said.members.map(({ member }) => member);
  const [head = '', other = ''] = members;
  for (const fact of [
    income('2018-03-01', 2017, members.length, 4_000),
    living('2018-03-01', 80),
    guarantee('2018-03-01', 'housing', false, 'C'),
    guarantee('2018-03-02', 'water', true),
    visit('2018-03-03', '缺水'),
    { path: 'visit-home', effectiveOn: '2018-03-04', command: { place: 'home', checklist: [{ topic: 'water', inOrder: true }] } },
    causes('2018-03-05', '01', '02'),
    causes('2018-03-06', '01'),
    joins('2018-04-01', '钱小宝', citizenNumber(60_010), { phone: '13900001111', hamlet: '二组', work: { place: 'county', months: 3 } }),
    joins('2018-04-02', '钱小贝', undefined, { withoutNumber: 'newborn' }),
    joins('2018-04-03', '玛丽', undefined, { document: { kind: 'passport', number: 'E12345678' }, reason: 'married-in' }),
    { path: 'pair-helper', effectiveOn: '2018-04-04', command: { person: duties.leader, unit: staff.units.office, rank: 'county-leader' } },
    {
      path: 'hand-over-helper',
      effectiveOn: '2018-04-05',
      command: { from: duties.leader, to: { person: duties.staff, unit: duties.unit, rank: 'cadre' } },
    },
    { path: 'release-helper', effectiveOn: '2018-04-06', command: { person: duties.staff } },
    leaves('2018-05-01', members.at(-1) ?? ''),
    heads('2018-05-02', other, head),
    { path: 'give-registry-number', effectiveOn: '2018-05-03', command: { number: '610426001200993001', persons: [] } },
  ])
    await facts.recorded(fact);
  await at.lived('ZG-1', 'found', 'handedOver', 'accepted', 'prioritised', 'measured', 'extended', 'reported', 'verified', 'satisfied', 'cancelled', 'reopened'); // prettier-ignore
  await at.lived('ZG-2', 'found', 'handedOver', 'disputed');
  await at.lived('ZG-3', 'found', 'handedOver', 'reported', 'returned');
  await mustBe(201, at.asked('ZG-4', 'found', workers.inspector, { affects: [head] }));
  const person = { relation: 'head', name: '钱多多', ethnicGroup: '01', pupil: 'none', health: 'healthy', labour: 'ordinary' };
  const opening = {
    ...{ basis: 'clue', village: '610426001200', residence: 'both' },
    members: [{ ...person, seriousIllnessInsurance: true, citizenNumber: citizenNumber(60_020) }],
  };
  const asked = { command: opening, envelope: { effectiveOn: '2018-02-01' } };
  const { id } = JSON.parse((await mustBe(201, office.ask('POST', '/households/open-household', asked, staff.operator.token))).text) as {
    id: string;
  };
  await mustBe(
    201,
    office.ask(
      'POST',
      `/people/${duties.leader}/end-post`,
      { command: { post: 'county-leader', unit: staff.units.office }, envelope: { effectiveOn: today() } },
      staff.admin.token,
    ),
  );
  paths = [`/households/${knownId}`, `/households/${id}`, `/people/${duties.leader}`, `/units/${duties.unit}`];
}, 120_000);
afterAll(() => at.close());

describe('the form by which an entry is corrected', () => {
  it('begins with what the entry says: sent as it is, nothing differs, whatever was recorded', async () => {
    const seen = new Set<string>();
    const differing: unknown[] = [];
    for (const path of paths) {
      const isCase = path.startsWith('/households');
      const { staff, workers } = at;
      for (const [type, answer] of await sentUntouched(
        path,
        isCase ? staff.operator : staff.admin,
        isCase ? workers.inspector : staff.admin,
      )) {
        seen.add(type);
        if (answer !== 'urn:lookback:rule:four-eyes.nothing-wanted') differing.push([type, answer]);
      }
    }
    expect(differing).toEqual([]);
    const every = product.subjects
      .filter(({ amendable }) => amendable)
      .flatMap(({ routes }) => routes.flatMap(({ commandFrom = {} }) => Object.keys(commandFrom)));
    expect([...seen].sort()).toEqual([...new Set(every)].sort());
  });

  it('may be emptied where a list said something that need not be said', async () => {
    const { office, staff } = at;
    const get = async (path: string) =>
      JSON.parse((await mustBe(200, office.ask('GET', path, undefined, staff.operator.token))).text) as never;
    const path = `/households/${knownId}`;
    const { entries } = (await get(`${path}/history`)) as { entries: { id: string; type: string }[] };
    const original = entries.find(({ type }) => type === 'HouseholdTakenOver')?.id ?? '';
    const begun: CorrectionBegun = await get(`${path}/entries/${original}/correction`);
    const { members, ...household } = formValuesIn(known.correcting('households', begun.type)?.fields ?? {}, begun.command ?? {}) as {
      members: object[];
    };
    const nobodys = { phone: undefined, hamlet: undefined, schooling: undefined, work: undefined };
    const command = { ...household, members: members.map((member) => ({ ...member, ...nobodys })) };
    const { supersedes, effectiveOn, evidence } = begun;
    const wanted = { command, effectiveOn, evidence };
    const asked = { command: { original, supersedes, wanted, reason: '核对' }, envelope: { effectiveOn: today() } };
    await mustBe(201, office.ask('POST', `${path}/propose-correction`, asked, staff.operator.token));
    const { wanted: instead } = (await office.system.log.readStream(`household-${knownId}` as never)).at(-1)?.data as Proposed;
    expect(instead.event.event.data.members[0]).toMatchObject({ phone: null, hamlet: null, schooling: null, work: null });
  });
});
