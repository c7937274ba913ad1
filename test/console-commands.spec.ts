import { describe, expect, it } from '@jest/globals';
import { product } from '@lookback/application/system';
import { actsOf, type FieldShown, formOf, rights } from '@lookback/office/desk';
import { readFileSync } from 'node:fs';
import { fromWeb } from './support/web.js';

interface Operation {
  readonly 'x-may': readonly string[] | 'signed in' | 'everyone';
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> };
}

const { paths } = JSON.parse(readFileSync(new URL('../dist/openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
};
/** Whatever is decided is asked by a command in its envelope; all else that is posted is none. */
const isCommand = ({ requestBody }: Operation): boolean =>
  /\/Ask[A-Z]\w+$/.test(requestBody?.content['application/json']?.schema.$ref ?? '');
const operations = Object.entries(paths).flatMap(([path, { post }]) => {
  const [, plural = '', ...rest] = path.split('/');
  return post && isCommand(post) ? [[`${plural} ${rest.at(-1) ?? ''}`, [...post['x-may']].sort()] as const] : [];
});

const { subjects } = actsOf(product.subjects);
const every = subjects.flatMap(({ plural, acts }) => acts.map((act) => ({ ...act, plural })));

/** Every field of a form, those within others included, by path. */
const fieldsIn = (fields: readonly FieldShown[], within = ''): (readonly [string, FieldShown])[] =>
  fields.flatMap((field) => [
    [within + field.name, field] as const,
    ...fieldsIn(field.fields ?? [], `${within}${field.name}.`),
    ...(field.cases ?? []).flatMap((one) => fieldsIn(one.fields, `${within}${field.name}.${one.value}.`)),
  ]);

describe('the acts that are offered', () => {
  it('are those that the server takes, for those who may ask them', () => {
    const offered = every.filter(({ fromList }) => !fromList).map(({ plural, path, may }) => [`${plural} ${path}`, [...may].sort()]);
    expect(Object.fromEntries(offered)).toEqual(Object.fromEntries(operations));
    expect(offered.length).toBeGreaterThan(30);
  });

  it('name each of their fields in both languages, and ask for nothing whose words are missing', () => {
    const asked = every.flatMap(({ path, fields }) => fieldsIn(fields).map(([name, field]) => ({ path, name, field })));
    const unsaid = asked.filter(({ field }) => field.kind !== 'filled' && !/[A-Z]/.test(field.called.en));
    const inEnglish = asked.filter(({ field }) => field.kind !== 'filled' && !/\p{Script=Han}/u.test(field.called.zh));
    const emptied = asked.filter(
      ({ field }) => field.kind === 'code' && (field.choices ?? []).some(({ en, zh }) => en === '' || zh === ''),
    );
    expect([unsaid, inEnglish, emptied]).toEqual([[], [], []]);
    expect(asked.length).toBeGreaterThan(200);
  });

  it('place refusals beside fields that they have', () => {
    const envelope = ['effectiveOn', 'actedBy', 'authority'];
    const wrong = every.flatMap(({ path, places, fields }) =>
      Object.entries(places)
        .filter(([, place]) => ![...envelope, ...fieldsIn(fields).map(([name]) => name)].includes(place))
        .map((at) => [path, at]),
    );
    expect(wrong).toEqual([]);
  });

  it('speak of rules that there are', () => {
    const rules = new Set(Object.keys(product.rules));
    expect(every.flatMap(({ places }) => Object.keys(places)).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it('are about fields that they have, where they are about a row', () => {
    const about = every.filter((act) => act.about !== undefined && !['post', 'original'].includes(act.about));
    expect(about.filter((act) => !act.fields.some(({ name }) => name === act.about)).map(({ path }) => path)).toEqual([]);
  });

  it('correct each kind of entry by one form', () => {
    const corrected = subjects.flatMap(({ subject, acts }) => acts.flatMap(({ corrects }) => corrects.map((type) => `${subject} ${type}`)));
    expect(corrected.length).toBeGreaterThan(20);
    expect(new Set(corrected).size).toBe(corrected.length);
  });

  it('are asked for by rights that there are', () => {
    expect(every.flatMap(({ may }) => may).filter((right) => !(right in rights))).toEqual([]);
  });
});

describe('the console', () => {
  it('works totals out as the rule book does', async () => {
    const { formValuesIn } = await fromWeb<{ formValuesIn: (fields: object, typed: object) => object }>('forms/form-values');
    const { fieldsIn: described } = await fromWeb<{ fieldsIn: (fields: readonly FieldShown[]) => object }>('forms/field');
    const income = product.subjects.flatMap(({ routes }) => routes).find(({ path }) => path === 'assess-income');
    const fields = described(formOf(income?.command ?? Object));
    const typed = { wageFen: '8000', businessFen: '1,000.50', transferFen: '0', propertyFen: '', costsFen: '500', persons: '3' };
    expect(formValuesIn(fields, typed)).toMatchObject({ netFen: 850_050, perPersonFen: 283_350 });
  });
});
