import { type ReadInput, READ } from './typed.js';
import { getMetadataStorage, type ValidatorConstraintInterface } from 'class-validator';

/** Under which `Nested` leaves what it was told. */
export const NESTED = 'lookback:nested';

type Shape = new () => object;
type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown, object: object) => unknown;

interface Field {
  /** Where one says no, nothing is asked of the value. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly checks: readonly Check[];
  /** What its object is, or each object of its list. */
  readonly nested: (() => Shape) | undefined;
  /** What its value stands for. */
  readonly read: ReadInput | undefined;
}
type Fields = ReadonlyMap<string, Field>;

const known = new Map<Shape, Fields | null>();

/**
 * The body as an instance of its class, where every rule of class-validator on it holds; undefined where one may not, or where only the
 * libraries know: they are asked then, and say why. The same classes with the same rules, looked up once: class-validator gathers them
 * anew for each object that it is shown, which costs four times the checks. Types are those that `Nested` names.
 */
export function compiledValidator(shape: Shape, body: unknown): object | undefined {
  const fields = fieldsOf(shape);
  if (!fields || !isObject(body)) return undefined;
  const made = new shape() as Record<string, unknown>;
  for (const name of Object.keys(body)) {
    const field = fields.get(name);
    if (!field) return undefined;
    const sent = field.read ? field.read(body[name]) : body[name];
    const value = field.nested ? nestedIn(field.nested(), sent) : sent;
    if (value === undefined || (!field.nested && !isPlain(value))) return undefined;
    made[name] = value;
  }
  for (const [name, field] of fields) if (!holds(field, made, made[name])) return undefined;
  return made;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text, a number, yes, no, nothing, or a list of such: what comes through class-transformer as it is. */
const isPlain = (value: unknown): boolean => (Array.isArray(value) ? value.every(isLeaf) : isLeaf(value));
const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** What has no shape of its own is left to the libraries, but for null, which a condition may let pass. */
function nestedIn(shape: Shape, value: unknown): unknown {
  if (!Array.isArray(value)) return value === null ? null : compiledValidator(shape, value);
  const all = value.map((one) => compiledValidator(shape, one));
  return all.includes(undefined) ? undefined : all;
}

function holds({ conditions, checks, nested }: Field, object: object, value: unknown): boolean {
  if (!conditions.every((condition) => condition(object, value))) return true;
  return !(nested && value === null) && checks.every((check) => check(value, object) === true);
}

function fieldsOf(shape: Shape): Fields | null {
  const found = known.get(shape);
  if (found !== undefined) return found;
  const fields = gathered(shape);
  known.set(shape, fields);
  return fields;
}

/** Null where class-validator would refuse every object of the class, or is told more of it than is followed here. */
function gathered(shape: Shape): Fields | null {
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(shape, '', false, false);
  const byField = Object.entries(storage.groupByPropertyName(rules));
  if (Object.keys(new shape()).some((name) => byField.every(([field]) => field !== name))) return null;
  const fields = byField.map(([name, rules]) => fieldOf(shape, name, rules));
  return fields.length > 0 && fields.every((field) => field !== null)
    ? new Map(byField.map(([name], i) => [name, fields[i] as Field]))
    : null;
}

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

function fieldOf(shape: Shape, name: string, rules: readonly Rule[]): Field | null {
  const nested = Reflect.getMetadata(NESTED, shape.prototype as object, name) as (() => Shape) | undefined;
  const ofType = (type: string) => rules.filter((rule) => rule.type === type);
  const checks = [...ofType('isDefined'), ...ofType('customValidation')];
  const [conditions, nestings] = [ofType('conditionalValidation'), ofType('nestedValidation')];
  if (checks.length + conditions.length + nestings.length < rules.length || nestings.length > 0 !== (nested !== undefined)) return null;
  return {
    conditions: conditions.map(({ constraints: [condition] }) => condition as Field['conditions'][number]),
    checks: checks.flatMap((rule) => checksOf(rule, shape.name)),
    nested,
    read: Reflect.getMetadata(READ, shape.prototype as object, name) as ReadInput | undefined,
  };
}

function checksOf({ constraintCls, constraints, each, propertyName: property, validateIf }: Rule, targetName: string): Check[] {
  const storage = getMetadataStorage();
  return storage.getTargetValidatorConstraints(constraintCls).map(({ instance }: { instance: ValidatorConstraintInterface }): Check => {
    const check: Check = (value, object) => {
      const args = { targetName, property, object, value, constraints };
      if (!each || !Array.isArray(value)) return instance.validate(value, args);
      return value.every((one) => instance.validate(one, args) === true);
    };
    return validateIf ? (value, object) => !validateIf(object, value) || check(value, object) : check;
  });
}
