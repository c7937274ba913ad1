import type { InBoth } from '@lookback/kernel';
import { errorsIn } from '@lookback/office/standards';
import type { ValidationError } from 'class-validator';
import { type BrokenRule, brokenRules, faultSentence } from './fault-sentences.js';

/** One field of a body that cannot be used: which, what was sent, and why, in both languages; the words go after the field's name. */
export interface FieldFault extends InBoth {
  readonly field: string;
  readonly value?: unknown;
  /** The bounds of a number, for a client that shows it in another unit. */
  readonly least?: number;
  readonly most?: number;
}

/** Every fault of what was sent, those in lists and groups too. */
export function faultsIn(error: ValidationError, within = ''): FieldFault[] {
  const { property, children = [] } = error;
  if (isNoObject(error)) return [{ field: within || 'body', en: 'must be an object', zh: '应为对象' }];
  const value: unknown = error.value;
  const field = within ? `${within}.${property}` : property;
  const inside = [...children, ...valueOfStandard(error)].flatMap((child) => faultsIn(child, field));
  const own = inside.length > 0 ? [] : reasons(error);
  if ((value === undefined || value === '') && own.length > 0) return [{ field, en: 'is required', zh: '必填' }];
  return [...own.map((reason) => ({ field, ...shown(property, value), ...reason })), ...inside];
}

/** What is no object at all has no property that could be at fault. */
const isNoObject = ({ property }: Partial<ValidationError>): boolean => property === undefined;

/** A standard's value is checked in the shape that its name calls for; each fault of it is a field's. */
const valueOfStandard = ({ constraints, target, value }: ValidationError): ValidationError[] =>
  constraints?.['isValueOfStandard'] === undefined ? [] : errorsIn(String((target as { standard?: unknown }).standard), value);

/** A password is not shown back, nor is what is too long to help. */
const shown = (property: string, value: unknown): { value?: unknown } =>
  /password/i.test(property) || typeof value === 'object' || (typeof value === 'string' && value.length > 100) ? {} : { value };

type Reason = Omit<FieldFault, 'field' | 'value'>;

/** Why; of a whole number, all that it breaks in one. */
function reasons(error: ValidationError): Reason[] {
  const rules = brokenRules(error);
  if (!rules.some(({ name }) => name === 'isInt')) return rules.map(reason);
  return [wholeNumber(rules), ...rules.filter(({ name }) => !['isInt', 'min', 'max'].includes(name)).map(reason)];
}

const reason = (rule: BrokenRule): Reason => ({ ...faultSentence(rule), ...bounds([rule]) });

function bounds(rules: readonly BrokenRule[]): Pick<Reason, 'least' | 'most'> {
  const boundOf = (name: string) => rules.find((rule) => rule.name === name)?.constraints[0] as number | undefined;
  const [least, most] = [boundOf('min'), boundOf('max')];
  return { ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
}

function wholeNumber(rules: readonly BrokenRule[]): Reason {
  const { least, most } = bounds(rules);
  if (least === undefined) return { en: 'must be a whole number', zh: '应为整数' };
  if (most === undefined) return { en: `must be a whole number, ${least} or more`, zh: `应为不小于 ${least} 的整数`, least };
  return { en: `must be a whole number from ${least} to ${most}`, zh: `应为 ${least} 至 ${most} 的整数`, least, most };
}
