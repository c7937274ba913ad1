import type { Household } from '@lookback/case/household';
import { identificationCodes } from '@lookback/case/identification';
import type { InBoth } from '@lookback/kernel';
import type { HouseholdFile, MemberShown } from './household-file.js';

/** What a file shows, by field: what is asked one by one why it is so. `members` says who belongs, `members.<id>` what is said of one. */
export type Fields = ReadonlyMap<string, unknown>;

type Part = keyof Household;
type Lines = readonly (readonly [string, unknown])[];

/** Which fields each part of a household's state shows, so that who knows which part changed need not look at the others. */
const fieldsIn: Readonly<Record<Part, (file: HouseholdFile) => Lines>> = {
  identification: ({ number, county, township, village, attribute, causes, income, living, takenOverOn, guarantees, members }) => [
    ...Object.entries({ number, place: { county, township, village }, attribute, causes, income, living, takenOverOn }),
    ...Object.entries(guarantees).map(([kind, guarantee]) => [`guarantees.${kind}`, guarantee] as const),
    ['members', members.map(({ member }) => member)],
    ...members.map((member) => [`members.${member.member}`, member] as const),
  ],
  standing: ({ standing, monitoring, closedOn }) => Object.entries({ standing, monitoring, closedOn }),
  assistance: ({ helpers, visits, lastVisit }) => Object.entries({ helpers, visits: { visits, lastVisit } }),
  rectification: ({ problems }) => problems.map((problem) => [`problems.${problem.number}`, problem] as const),
};

export const parts = Object.keys(fieldsIn) as Part[];

/** The fields of a file, or of some parts of it; none where there is no file. */
export const fieldsOf = (file: HouseholdFile | null, of: readonly Part[] = parts): Fields =>
  new Map(file ? of.flatMap((part) => fieldsIn[part](file)) : []);

const words: Readonly<Record<string, InBoth>> = {
  number: { en: 'number', zh: '户编号' },
  place: { en: 'place', zh: '所在地' },
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
export function fieldCalled(field: string, value: unknown): InBoth {
  const [group = '', one = ''] = field.split('.', 2);
  if (group === 'guarantees') return guarantees[one] ?? { en: one, zh: one };
  if (group === 'problems') return { en: `problem ${one}`, zh: `问题 ${one}` };
  if (group !== 'members' || one === '') return words[group] ?? { en: field, zh: field };
  const { name } = (value ?? {}) as Partial<MemberShown>;
  return typeof name === 'string' ? { en: name, zh: name } : { en: 'member', zh: '成员' };
}
