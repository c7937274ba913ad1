import type { Shapes } from '../../api/ask.js';
import type { Fact } from '../../components/facts.js';
import { Tag } from '../../components/tag.js';
import { inHundredths } from '../../forms/form-values.js';
import type { Words } from '../../i18n/words.js';
import { type File, type Guarantee, type Income, type LastVisit, type Living, wordIn } from './file.js';
import { HouseholdStanding } from './household-standing.js';

/** The fields of a household's file, each under the name by which the server answers *why?*. */
export function factsOf(file: File, t: Words): readonly Fact[] {
  return [
    { field: 'fileCode', label: t('field.fileCode'), value: file.fileCode },
    { field: 'number', label: t('field.householdNumber'), value: numbers(file, t) },
    { field: 'standing', label: t('field.standing'), value: <HouseholdStanding standing={file.standing} /> },
    { field: 'monitoring', label: t('field.monitoring'), value: t.code('monitoring', file.monitoring) },
    { field: 'attribute', label: t('field.attribute'), value: file.attribute === null ? '—' : t.code('attribute', file.attribute) },
    {
      field: 'place',
      label: t('field.where'),
      value: [file.county, file.township, file.village].map(({ name, code }) => name ?? code).join(' '),
    },
    ...optional({ field: 'basis', label: t('field.openingBasis'), value: file.basis && t.code('openingBasis', file.basis) }),
    ...optional({ field: 'residence', label: t('field.residence'), value: file.residence && t.code('residence', file.residence) }),
    ...optional({ field: 'hamlet', label: t('field.hamlet'), value: file.hamlet && shownOr(file.hamlet, t) }),
    { field: 'causes', label: t('field.causes'), value: causes(file, t) },
    { field: 'income', label: t('field.income'), value: income(file.income as Income | null, t) },
    ...Object.entries(file.guarantees as Readonly<Record<string, Guarantee>>).map(([kind, guarantee]) => ({
      field: `guarantees.${kind}`,
      label: t.code('guarantee', kind),
      value: guaranteeOf(guarantee, t),
    })),
    { field: 'living', label: t('field.living'), value: living(file.living as Living | null, t) },
    { field: 'visits', label: t('field.visits'), value: visits(file, t) },
    { field: 'takenOverOn', label: t('field.takenOverOn'), value: file.takenOverOn ?? '—' },
  ];
}

/** What only some files have. */
const optional = (fact: Fact): readonly Fact[] => (fact.value === null ? [] : [fact]);

/** The number that holds, and those before it with the days of their time. */
const numbers = ({ number, numbers }: File, t: Words) =>
  [number ?? t('household.numberless'), ...numbers.slice(0, -1).map((held) => `${held.number} (${held.from} – ${held.to ?? ''})`)].join(
    ' · ',
  );

const causes = (file: File, t: Words) => {
  const { main, others, since: on } = file.causes as { main: string | null; others: readonly string[]; since: string };
  return (
    [main, ...others]
      .filter((code) => code !== null)
      .map((code) => wordIn(file, t, { list: 'cause-codes', code, on }))
      .join(' · ') || '—'
  );
};

const income = (said: Income | null, t: Words) => (said === null ? '—' : incomeOf(said, t));

const incomeOf = ({ perPersonFen, stated }: Income, t: Words) =>
  `${inHundredths(perPersonFen)} ${t('unit.yuanAPerson')}${stated ? ` · ${t('field.stated')}` : ''}`;

const guaranteeOf = ({ met, grade, stated }: Guarantee, t: Words) => (
  <>
    <Tag tone={met ? 'good' : 'bad'}>{t(met ? 'met.yes' : 'met.no')}</Tag>
    {grade && ` ${t.code('houseGrade', grade)}`}
    {stated && ` · ${t('field.stated')}`}
  </>
);

const living = (said: Living | null, t: Words) =>
  said === null
    ? t('living.notSurveyed')
    : [t.code('fuel', said.fuel), t.code('accessRoad', said.accessRoad), t('living.housing', { metres: said.housingSquareMetres })].join(
        ' · ',
      );

const visits = ({ visits, lastVisit }: File, t: Words) =>
  lastVisit === null ? String(visits) : t('visits.last', { visits, on: (lastVisit as unknown as LastVisit).on });

/** What reads in place of a value whose key is destroyed. */
export const shownOr = (value: Shapes['MemberFileShown']['name'] | null | undefined, t: Words): string =>
  value == null ? '—' : typeof value === 'string' ? value : t('erased');
