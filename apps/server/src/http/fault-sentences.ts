import type { InBoth, input } from '@lookback/kernel';
import { faultOfTyped } from '@lookback/office/desk';
import { faultsIn as faultsOfStandard } from '@lookback/office/standards';
import { getMetadataStorage, type ValidationError } from 'class-validator';

/** A rule of class-validator that a value breaks, as its decorator declares it. */
export interface BrokenRule {
  readonly name: string;
  /** The arguments of the decorator: the bounds, the list, the pattern. */
  readonly constraints: readonly unknown[];
  /** What a pattern asks for, in words that go on after "must be", "应为". */
  readonly form: InBoth | undefined;
  readonly value: unknown;
  readonly target: object | undefined;
}

/** The rules that a field breaks, in the order in which class-validator found them. An item of a list has no metadata of its own. */
export function brokenRules({ target, property, value, constraints = {}, contexts = {} }: ValidationError): BrokenRule[] {
  const declared = target ? getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false) : [];
  return Object.keys(constraints).map((name) => {
    const rule = declared.find((one) => one.propertyName === property && (one.name ?? one.type) === name);
    return {
      name,
      constraints: (rule?.constraints ?? []) as readonly unknown[],
      form: contexts[name] as InBoth | undefined,
      value: value as unknown,
      target,
    };
  });
}

type Sentence = (rule: BrokenRule) => InBoth;

/** What the rule asks for, to go after the field's name. A pattern is for programs: a field that has one says in words what it means. */
export function faultSentence(rule: BrokenRule): InBoth {
  const { form } = rule;
  if (form) return { en: `must be ${form.en}`, zh: `应为${/^\w/.test(form.zh) ? ' ' : ''}${form.zh}` };
  return (sentences[rule.name] ?? unknown)(rule);
}

const always =
  (en: string, zh: string): Sentence =>
  () => ({ en, zh });

/** Of a rule that has no sentence here. */
const unknown = always('cannot be used', '填写有误');

/** A sentence with the first argument of its decorator at `{}`. */
const bounded =
  (en: string, zh: string): Sentence =>
  ({ constraints: [bound] }) => ({ en: en.replace('{}', String(bound)), zh: zh.replace('{}', String(bound)) });

const atLeast = (least: unknown): InBoth => ({
  en: `must be ${String(least)} characters long or longer`,
  zh: `至少 ${String(least)} 个字`,
});
const atMost = (most: unknown): InBoth => ({ en: `must be ${String(most)} characters long or shorter`, zh: `最多 ${String(most)} 个字` });

/** Of a length that has two bounds, the one that the text breaks; both of what has no length. */
const length: Sentence = ({ constraints: [least, most], value }) => {
  const characters = typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  if (!value || (characters !== undefined && characters < Number(least))) return atLeast(least);
  if (characters !== undefined && characters > Number(most)) return atMost(most);
  return { en: `must be ${String(least)} to ${String(most)} characters long`, zh: `应为 ${String(least)} 至 ${String(most)} 个字` };
};

const oneOf: Sentence = ({ constraints: [values] }) => ({
  en: `must be one of the following values: ${(values as readonly unknown[]).join(', ')}`,
  zh: '不在可选项中',
});

const standardValue: Sentence = ({ target, value }) => {
  const standard = String((target as { standard?: unknown }).standard);
  return { en: `is no ${standard.slice(0, 40)}: ${faultsOfStandard(standard, value).join('; ')}`, zh: '不是该项标准的内容' };
};

/** By the names of the rules that the bodies and queries use. */
const sentences: Readonly<Record<string, Sentence>> = {
  isDefined: always('should not be null or undefined', '填写有误'),
  isString: always('must be text', '应为文字'),
  isBoolean: always('must be true or false', '应为是或否'),
  isArray: always('must be a list', '应为列表'),
  isIn: oneOf,
  isTyped: ({ constraints: [reading], value }) => faultOfTyped(value, reading as input.Reading<string>),
  isCalendarDate: always('must be a day that exists, such as 2018-06-30', '应为存在的日期，如 2018-06-30'),
  isInstant: always('must be an instant that exists, such as 2018-06-30T08:00:00+08:00', '应为存在的时刻，如 2018-06-30T08:00:00+08:00'),
  isIso8601: always('must be days that exist, such as 2018-06-30', '应为存在的日期，如 2018-06-30'),
  matches: always('is not written as it has to be', '格式不符'),
  isLength: length,
  minLength: ({ constraints: [least] }) => atLeast(least),
  maxLength: ({ constraints: [most] }) => atMost(most),
  isInt: always('must be a whole number', '应为整数'),
  min: bounded('must be {} or more', '不得小于 {}'),
  max: bounded('must be {} or less', '不得大于 {}'),
  arrayMaxSize: bounded('must be {} at most', '最多 {} 项'),
  arrayMinSize: bounded('must be {} at least', '至少 {} 项'),
  arrayUnique: always('must not name one twice', '有重复项'),
  isObject: always('must be an object', '结构不符'),
  isAsWritten: always('must be texts by column', '应为按列的文字'),
  isViewQuery: always('must be codes, ids, days and figures by column', '应为按列的代码、编号、日期或数字'),
  isValueOfStandard: standardValue,
  nestedValidation: always('nested property must be either object or array', '结构不符'),
  whitelistValidation: always('should not exist', '没有这个字段'),
  saysNothing: always('should not exist', '没有这个字段'),
  unknownValue: always('an unknown value was passed to the validate function', '结构不符'),
};
