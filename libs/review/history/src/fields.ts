import { identificationCodes } from '@lookback/case/identification';
import type { InBoth } from '@lookback/kernel';
import type { HouseholdFile, MemberShown } from './household-file.js';

/** What a file shows, by field: what is asked one by one why it is so. `members` says who belongs, `members.<id>` what is said of him. */
export type Fields = ReadonlyMap<string, unknown>;

/** The fields of a file; none where there is no file. */
export function fieldsOf(file: HouseholdFile | null): Fields {
  if (!file) return new Map();
  const { number, county, township, village, status, attribute, causes, income, living, takenOverOn, visits, lastVisit, helpers } = file;
  return new Map<string, unknown>([
    ...Object.entries({ number, place: { county, township, village }, status, attribute, causes, income, living, takenOverOn }),
    ...Object.entries(file.guarantees).map(([kind, guarantee]) => [`guarantees.${kind}`, guarantee] as const),
    ['members', file.members.map(({ member }) => member)],
    ...file.members.map((member) => [`members.${member.member}`, member] as const),
    ...Object.entries({ helpers, visits: { visits, lastVisit } }),
    ...file.problems.map((problem) => [`problems.${problem.number}`, problem] as const),
  ]);
}

const words: Readonly<Record<string, InBoth>> = {
  number: { en: 'number', zh: '户编号' },
  place: { en: 'place', zh: '所在地' },
  status: { en: 'status', zh: '脱贫属性' },
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
