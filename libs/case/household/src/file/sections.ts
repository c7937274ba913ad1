import { identificationCodes } from '@lookback/case/identification';
import { everything, type FactShown, type FileSection, type FileSections, type InBoth, type Reader } from '@lookback/kernel';
import type { Household } from '../household.chapters.js';
import { type HouseholdFile, householdFile, type MemberShown } from './household-file.js';

type Part = keyof Household;
type Lines = readonly (readonly [string, unknown])[];

const identificationFields = ['number', 'basis', 'residence', 'hamlet', 'attribute', 'causes', 'income', 'living', 'takenOverOn'] as const;

/** Which fields each part of a household's state shows. */
const fieldsIn: Readonly<Record<Part, (file: HouseholdFile) => Lines>> = {
  identification: ({ guarantees, members, ...file }) => [
    ...identificationFields.map((field) => [field, file[field]] as const),
    ['place', { county: file.county, township: file.township, village: file.village }],
    ...Object.entries(guarantees).map(([kind, guarantee]) => [`guarantees.${kind}`, guarantee] as const),
    ['members', members.map(({ member }) => member)],
    ...members.map((member) => [`members.${member.member}`, member] as const),
  ],
  standing: ({ standing, monitoring, closedOn }) => Object.entries({ standing, monitoring, closedOn }),
  assistance: ({ helpers, visits, lastVisit }) => Object.entries({ helpers, visits: { visits, lastVisit } }),
  rectification: ({ problems }) => problems.map((problem) => [`problems.${problem.number}`, problem] as const),
};

const parts: Readonly<Record<Part, InBoth>> = {
  identification: { en: 'household', zh: '基本情况' },
  standing: { en: 'standing', zh: '状态' },
  assistance: { en: 'assistance', zh: '帮扶' },
  rectification: { en: 'problems', zh: '问题' },
};

const words: Readonly<Record<string, InBoth>> = {
  number: { en: 'number', zh: '户编号' },
  place: { en: 'place', zh: '所在地' },
  basis: { en: 'basis', zh: '建档依据' },
  residence: { en: 'residence', zh: '居住情况' },
  hamlet: { en: 'hamlet', zh: '自然村（组）' },
  standing: { en: 'standing', zh: '状态' },
  monitoring: { en: 'monitoring', zh: '监测状态' },
  closedOn: { en: 'closed on', zh: '销户日期' },
  attribute: { en: 'attribute', zh: '贫困户属性' },
  causes: { en: 'causes of poverty', zh: '致贫原因' },
  income: { en: 'income', zh: '收入' },
  living: { en: 'living conditions', zh: '生活条件' },
  takenOverOn: { en: 'taken over on', zh: '接收日期' },
  members: { en: 'members', zh: '家庭成员' },
  helpers: { en: 'helpers', zh: '帮扶责任人' },
  visits: { en: 'visits', zh: '走访' },
};
const guarantees: Readonly<Record<string, InBoth>> = identificationCodes.guarantees;

/** What a field is called; `value` is what a file shows in it. */
function fieldCalled(field: string, value: unknown): InBoth {
  const [group = '', one = ''] = field.split('.', 2);
  if (group === 'guarantees') return guarantees[one] ?? { en: one, zh: one };
  if (group === 'problems') return { en: `problem ${one}`, zh: `问题 ${one}` };
  if (group !== 'members' || one === '') return words[group] ?? { en: field, zh: field };
  const { name } = (value ?? {}) as Partial<MemberShown>;
  return typeof name === 'string' ? { en: name, zh: name } : { en: 'member', zh: '成员' };
}

function factsOf(part: Part, state: Household, to: Reader): FactShown[] {
  const file = householdFile('', { state, inapplicable: [] }, everything, to);
  if (!file) return [];
  return fieldsIn[part](file).map(([field, value]) => ({ field, called: fieldCalled(field, value), value, said: null }));
}

/** A part shows nothing before the household is on record. */
const sectionOf = (part: Part): FileSection<Household> => ({
  name: part,
  called: parts[part],
  of: (state) => state.identification && state.standing && state[part],
  facts: (state, to) => factsOf(part, state, to),
});

/** What a household's file shows, by chapter. `members` says who belongs, `members.<id>` what is said of one. */
export const householdSections: FileSections<Household> = (Object.keys(parts) as Part[]).map(sectionOf);
