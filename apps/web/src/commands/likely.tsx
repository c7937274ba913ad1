import { Alert } from 'antd';
import { answer, api } from '../api/ask.js';
import { Refused } from '../api/problem-details.js';
import { calledIn, toldApart } from '../components/person-line.js';
import { RecordLinks } from '../components/record-links.js';
import type { FormValues } from '../forms/field.js';
import { useWords, type Words } from '../i18n/words.js';
import type { Act } from './act.js';

/** Somebody, or a unit, on record already, who may be the one that a form is about to put there. */
export interface Likely {
  readonly to: string;
  readonly called: string;
  /** In whichever language is spoken while it is shown. */
  readonly toldApart: (t: Words) => readonly string[];
}

/** Who is likely on record already. What is typed wrong is nobody: the command says why. Throws what a failed connection throws. */
export async function likelyOnRecord(kind: NonNullable<Act['likely']>, said: FormValues): Promise<readonly Likely[]> {
  try {
    return await (kind === 'people' ? likelyPeople(said) : likelyUnits(said));
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 400) return [];
    throw error;
  }
}

async function likelyPeople({ name, phone }: FormValues): Promise<Likely[]> {
  const body = { name: text(name), ...(phone !== undefined && { phone: text(phone) }) };
  const { people } = await answer(api.POST('/people/likely', { body }));
  return people.map((line) => ({
    to: `/people/${line.person}`,
    called: calledIn(line),
    toldApart: (t) => [
      ...(line.sameName ? [t('likely.sameName')] : []),
      ...(line.samePhone ? [t('likely.samePhone')] : []),
      ...toldApart(line, t),
    ],
  }));
}

async function likelyUnits({ name, region }: FormValues): Promise<Likely[]> {
  const { units } = await answer(api.POST('/units/likely', { body: { name: text(name), region: text(region) } }));
  return units.map(({ unit, name: called, kind, regionName, people }) => ({
    to: `/units/${unit}`,
    called,
    toldApart: (t) => [t.code('unitKind', kind), ...(regionName === null ? [] : [regionName]), t('unit.posted', { count: people })],
  }));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Those who are likely the same, each leading to its record beside the form, which stays as it is. */
export function LikelyShown({ found }: { readonly found: readonly Likely[] }) {
  const t = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('likely.title')}
      description={
        <RecordLinks records={found.map(({ to, called, toldApart }) => ({ to, called, toldApart: toldApart(t).join(' · ') }))} />
      }
    />
  );
}
