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
    { field: 'number', label: t('field.householdNumber'), value: file.number },
    { field: 'standing', label: t('field.standing'), value: <HouseholdStanding standing={file.standing} /> },
    { field: 'monitoring', label: t('field.monitoring'), value: t.code('monitoring', file.monitoring) },
    { field: 'attribute', label: t('field.attribute'), value: t.code('attribute', file.attribute) },
    {
      field: 'place',
      label: t('field.where'),
      value: [file.county, file.township, file.village].map(({ name, code }) => name ?? code).join(' '),
    },
    { field: 'causes', label: t('field.causes'), value: causes(file, t) },
    { field: 'income', label: t('field.income'), value: income(file.income as unknown as Income, t) },
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

const causes = (file: File, t: Words) => {
  const { main, others, since: on } = file.causes as { main: string | null; others: readonly string[]; since: string };
  return (
    [main, ...others]
      .filter((code) => code !== null)
      .map((code) => wordIn(file, t, { list: 'cause-codes', code, on }))
      .join(' · ') || '—'
  );
};

const income = ({ perPersonFen, stated }: Income, t: Words) =>
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
