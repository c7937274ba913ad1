import { Inapplicable, type input } from '@lookback/kernel';
import type { RegionCode } from '@lookback/kernel';
import { shippedStandards } from '@lookback/office/standards';
import { getMetadataStorage } from 'class-validator';
import fc from 'fast-check';
import { NESTED } from './compiled-validator.js';

export type Shape = new () => object;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const texts = [
  ...['2018-06-30', '2018-02-30', '2018-06-30T08:00:00Z', 'p-123', 'ab', '永扶发〔2018〕12号', '610426', '610426001200', 'CN', ''],
  ...['610426001200000001', '61042600120000000101', '13812345678', '11010519491231002X', 'YS-2018-001', '01', `sha256:${'a'.repeat(64)}`],
  ...['李伟', '一组', 'H01234567', '永寿县民政局', ' 李　伟 ', '２０１８年６月３０日', '无', '4bf92f35-77b3-5da6-a3ce-929d0e0e4736'],
];

/** What no field asks for, or few do. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, {}, [], [null], [[]], [{}], { toString: 'x' }, 'x'.repeat(5_000)),
  fc.constantFrom(...texts),
);

/** Bodies that mostly keep a class's rules: fields that are left out, are too many, or break a rule are among them. */
export function bodies(shape: Shape): fc.Arbitrary<unknown> {
  const storage = getMetadataStorage();
  const rules = Object.entries(storage.groupByPropertyName(storage.getTargetValidationMetadatas(shape, '', false, false)));
  const fields = rules.filter(([, of]) => of.every(({ name }) => name !== 'saysNothing'));
  const known = Object.fromEntries(
    fields.map(([name, of]) => [name, fc.oneof({ weight: 60, arbitrary: fieldOf(shape, name, of) }, { weight: 1, arbitrary: anything })]),
  );
  const isOptional = (of: readonly Rule[]) => of.some(({ type }) => type === 'conditionalValidation');
  const requiredKeys = fields.filter(([, of]) => !isOptional(of)).map(([name]) => name);
  const whole = fc.record(known, { requiredKeys, noNullPrototype: true });
  const more = fc.tuple(whole, fc.constantFrom('more', 'toString', 'hasOwnProperty', 'constructor'), anything);
  const body = fc.oneof(
    { weight: 40, arbitrary: whole },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.record(known, { requiredKeys: [], noNullPrototype: true }) },
    { weight: 1, arbitrary: more.map(([said, name, value]) => ({ ...said, [name]: value })) },
  );
  const takesStandard = rules.some(([, of]) => of.some(({ name }) => name === 'isValueOfStandard'));
  return takesStandard ? fc.tuple(body, valued).map(([said, one]) => (isRecord(said) ? { ...said, ...one } : said)) : body;
}

/** A value with the name of its standard, now and then with that of another. */
const shipped = shippedStandards('610426' as RegionCode).flatMap(({ adopts }) => adopts);
const valued = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...shipped) },
  { weight: 1, arbitrary: fc.record({ standard: fc.constantFrom(...shipped.map(({ standard }) => standard)), value: anything }) },
);

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldOf(shape: Shape, field: string, rules: readonly Rule[]): fc.Arbitrary<unknown> {
  const nested = Reflect.getMetadata(NESTED, shape.prototype as object, field) as (() => Shape) | undefined;
  const one = nested ? fc.oneof({ weight: 30, arbitrary: bodies(nested()) }, { weight: 1, arbitrary: fc.constant(null) }) : valueOf(rules);
  const isList = rules.some(({ name }) => name === 'isArray');
  return isList ? fc.uniqueArray(one, { maxLength: 3, selector: (item) => JSON.stringify(item) }) : one;
}

function valueOf(rules: readonly Rule[]): fc.Arbitrary<unknown> {
  const bound = (name: string): unknown => rules.find((rule) => rule.name === name)?.constraints[0];
  const has = (name: string) => rules.some((rule) => rule.name === name);
  if (has('isIn')) return fc.constantFrom(...(bound('isIn') as unknown[]));
  if (has('isObject')) return fc.constantFrom({}, { kind: 'water', met: true });
  if (has('isViewQuery')) return fc.constantFrom({}, { status: 'found,returned', order: '-dueOn' });
  if (has('isBoolean')) return fc.boolean();
  if (has('isInt')) return fc.integer({ min: Number(bound('min') ?? 0), max: Number(bound('min') ?? 0) + 12 });
  if (has('isCalendarDate')) return fc.constantFrom('2018-06-30', '2020-02-29', '2018/6/30');
  if (has('isInstant')) return fc.constantFrom('2018-06-30T08:00:00+08:00');
  const [shape, reading] = [bound('matches'), bound('isTyped')] as [RegExp | undefined, input.Reading<string> | undefined];
  const [shortest = 0, longest = Infinity] = (rules.find((rule) => rule.name === 'isLength')?.constraints ?? []) as number[];
  const isLong = (text: string) => text.length >= shortest && text.length <= longest;
  const fitting = texts.filter((text) => shape?.test(text) !== false && !(reading?.(text) instanceof Inapplicable) && isLong(text));
  return fc.constantFrom(...fitting);
}
