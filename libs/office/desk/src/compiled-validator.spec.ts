import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import { person, unit } from '@lookback/office/registry';
import { standards } from '@lookback/office/standards';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, IsInt, IsOptional, validateSync } from 'class-validator';
import fc from 'fast-check';
import { bodyOf } from './command-body.dto.js';
import { strictly } from './validation.js';
import { Nested } from './field-decorators.js';
import { NESTED, compiledValidator } from './compiled-validator.js';

type Shape = new () => object;

/** What class-transformer makes of a body and class-validator lets pass; undefined where it refuses. */
function byTheLibraries(shape: Shape, said: unknown): object | undefined {
  const made = plainToInstance<object, unknown>(shape, structuredClone(said));
  return validateSync(made, strictly).length === 0 ? made : undefined;
}

const samples = [
  ...['2018-06-30', '2018-02-30', '2018-06-30T08:00:00Z', 'p-123', 'ab', '永扶发〔2018〕12号', '610426', '610426001200', 'CN', ''],
  ...['610426001200000001', '61042600120000000101', '13812345678', '11010519491231002X', 'YS-2018-001', '01', 'a'.repeat(64)],
];
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, {}, [], [null], [[]], [{}], { toString: 'x' }, 'x'.repeat(5_000)),
  fc.constantFrom(...samples),
);

/** Bodies that mostly keep a class's rules: each field by the first rule that says what it wants. */
function bodies(shape: Shape): fc.Arbitrary<unknown> {
  const storage = getMetadataStorage();
  const fields = storage.groupByPropertyName(storage.getTargetValidationMetadatas(shape, '', false, false));
  const known = Object.fromEntries(
    Object.entries(fields).map(([field, rules]) => {
      const [isIn, matches, min] = ['isIn', 'matches', 'min'].map(
        (name) => rules.find((rule) => rule.name === name)?.constraints[0] as unknown,
      );
      const has = (name: string) => rules.some((rule) => rule.name === name);
      const nested = Reflect.getMetadata(NESTED, shape.prototype as object, field) as (() => Shape) | undefined;
      const text = samples.filter((sample) => !(matches instanceof RegExp) || matches.test(sample));
      const one: fc.Arbitrary<unknown> = nested
        ? bodies(nested())
        : isIn
          ? fc.constantFrom(...(isIn as unknown[]))
          : has('isBoolean')
            ? fc.boolean()
            : has('isInt')
              ? fc.integer({ min: Number(min ?? 0), max: Number(min ?? 0) + 12 })
              : fc.constantFrom(
                  ...(has('isCalendarDate') ? ['2018-06-30', '2020-02-29'] : has('isInstant') ? ['2018-06-30T08:00:00+08:00'] : text),
                );
      const kept = has('isArray') ? fc.uniqueArray(one, { maxLength: 3, selector: (item) => JSON.stringify(item) }) : one;
      return [field, fc.oneof({ weight: 60, arbitrary: kept }, { weight: 1, arbitrary: anything })];
    }),
  );
  const optional = Object.entries(fields).filter(([, rules]) => rules.some(({ type }) => type === 'conditionalValidation'));
  const requiredKeys = Object.keys(fields).filter((field) => optional.every(([name]) => name !== field));
  const whole = fc.record(known, { requiredKeys, noNullPrototype: true });
  const more = fc.tuple(whole, fc.constantFrom('more', 'toString', 'hasOwnProperty', 'constructor'), anything);
  return fc.oneof(
    { weight: 40, arbitrary: whole },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.record(known, { requiredKeys: [], noNullPrototype: true }) },
    { weight: 1, arbitrary: more.map(([body, name, value]) => ({ ...body, [name]: value })) },
  );
}

const shapes = [household, person, unit, standards].flatMap(({ routes }) => routes.map(({ command }) => bodyOf(command)));

describe('a body that is well formed', () => {
  it.each(shapes.map((shape) => [shape.name, shape] as const))('%s is what the libraries say', (_, shape) => {
    fc.assert(
      fc.property(bodies(shape), (said) => {
        const made = compiledValidator(shape, structuredClone(said));
        if (made) expect(made).toStrictEqual(byTheLibraries(shape, said));
      }),
      { seed: 20_181_231, numRuns: 300 },
    );
  });

  it('is seldom left to the libraries', () => {
    const visit = shapes.find(({ name }) => name === 'AskVisitHome') as Shape;
    const said = fc.sample(bodies(visit), { seed: 1, numRuns: 300 }).filter((one) => byTheLibraries(visit, one));
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((one) => compiledValidator(visit, one)).length).toBeGreaterThan(0.8 * said.length);
  });

  it('needs a class with rules, and within it an object or nothing', () => {
    class Plain {
      @IsInt() many: number;
    }
    class Within {
      @IsOptional() @Nested(() => Plain) one?: Plain | null;
    }
    const one = Object.assign(new Plain(), { many: 3 });
    expect(compiledValidator(Within, { one: { many: 3 } })).toStrictEqual(Object.assign(new Within(), { one }));
    expect(compiledValidator(Within, { one: null })).toStrictEqual(Object.assign(new Within(), { one: null }));
    expect(compiledValidator(Within, { one: { many: 'three' } })).toBeUndefined();
    expect(compiledValidator(Within, { one: 3 })).toBeUndefined();
    expect(compiledValidator(class {}, {})).toBeUndefined();
  });
});
