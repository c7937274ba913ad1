import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import { accountCommands } from '@lookback/office/access';
import { person, unit } from '@lookback/office/registry';
import { standards } from '@lookback/office/standards';
import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { IsInt, IsOptional, validateSync, type ValidationError } from 'class-validator';
import fc from 'fast-check';
import { bodies, type Shape } from './bodies.fixture.js';
import { bodyOf } from './command-body.dto.js';
import { compiledValidator } from './compiled-validator.js';
import { Nested } from './field-decorators.js';
import { rightsToAsk } from './route.js';
import { Malformed, strictly, validation } from './validation.js';

/** What class-transformer makes of a body and class-validator lets pass; undefined where it refuses. */
function byTheLibraries(shape: Shape, value: unknown): object | undefined {
  const made = plainToInstance<object, unknown>(shape, structuredClone(value));
  return validateSync(made, strictly).length === 0 ? made : undefined;
}

const { CloseAccount, GrantRight, RevokeRight } = accountCommands;
const asked = [household, person, unit, standards].flatMap(({ routes }) =>
  routes.filter((route) => !route.fromList && rightsToAsk(route).length > 0).map(({ command }) => command),
);
const shapes = [...asked, CloseAccount, GrantRight, RevokeRight].map((command) => bodyOf(command));
/**
 * A standard's value has the shape that the name beside it calls for, a correction's command that of its entry: no decorator says it. A
 * view's query is an object of no class.
 */
const leftToTheLibraries = ['AskProposeStandard', 'AskProposeCorrection', 'AskSaveView'];
const seed = 20_181_231;

/** The verdict of a pipe: the instance that a route is given, or the fields that are refused. */
async function verdict(pipe: ValidationPipe, metatype: Shape, value: unknown): Promise<unknown> {
  try {
    return await pipe.transform(structuredClone(value), { type: 'body', metatype } satisfies ArgumentMetadata);
  } catch (error) {
    if (error instanceof Malformed) return error.faults.map(({ property, constraints }) => ({ property, constraints }));
    throw error;
  }
}
const ofTheLibraries = new ValidationPipe({
  ...strictly,
  transform: true,
  exceptionFactory: (faults: ValidationError[]) => new Malformed(faults),
});

describe.each(shapes.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
  it('is the instance of the libraries, and seldom left to them', () => {
    const counted = { wellFormed: 0, compiled: 0 };
    fc.assert(
      fc.property(bodies(shape), (value) => {
        const made = compiledValidator(shape, structuredClone(value));
        const expected = byTheLibraries(shape, value);
        if (made) expect(made).toStrictEqual(expected);
        counted.wellFormed += expected ? 1 : 0;
        counted.compiled += made ? 1 : 0;
      }),
      { seed, numRuns: 300 },
    );
    expect(counted.wellFormed).toBeGreaterThan(10);
    if (!leftToTheLibraries.includes(shape.name)) expect(counted.compiled).toBeGreaterThan(0.75 * counted.wellFormed);
  });

  it('is taken and refused by the pipe as by that of the libraries', async () => {
    await fc.assert(
      fc.asyncProperty(bodies(shape), async (value) => {
        expect(await verdict(validation(), shape, value)).toStrictEqual(await verdict(ofTheLibraries, shape, value));
      }),
      { seed: seed + 1, numRuns: 60 },
    );
  });
});

describe('a body that is well formed', () => {
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
