import type { InBoth } from '@lookback/kernel';
import { TYPED } from '@lookback/office/desk';
import { errorsIn } from '@lookback/office/standards';
import type { ValidationError } from 'class-validator';

/** One field of a body that cannot be used: which, what was sent, and why, in both languages; the words go after the field's name. */
export interface FieldFault extends InBoth {
  readonly field: string;
  readonly value?: unknown;
  /** What a number may be, for whoever shows it in another unit. */
  readonly least?: number;
  readonly most?: number;
}

/** Every fault of what was sent, those in lists and groups too. */
export function faultsIn(error: ValidationError, within = ''): FieldFault[] {
  const { property, children = [] } = error;
  const value: unknown = error.value;
  const field = within ? `${within}.${property}` : property;
  const inside = [...children, ...valueOfStandard(error)].flatMap((child) => faultsIn(child, field));
  const own = inside.length > 0 ? [] : reasons(error);
  if ((value === undefined || value === '') && own.length > 0) return [{ field, en: 'is required', zh: '必填' }];
  return [...own.map((said) => ({ field, ...shown(property, value), ...said })), ...inside];
}

/** A standard's value is checked in the shape that its name calls for; each fault of it is a field's. */
const valueOfStandard = ({ constraints, target, value }: ValidationError): ValidationError[] =>
  constraints?.['isValueOfStandard'] === undefined ? [] : errorsIn(String((target as { standard?: unknown }).standard), value);

/** A password is not shown back, nor is what is too long to help. */
const shown = (property: string, value: unknown): { value?: unknown } =>
  /password/i.test(property) || typeof value === 'object' || (typeof value === 'string' && value.length > 100) ? {} : { value };

type Reason = Omit<FieldFault, 'field' | 'value'>;
const number: ReadonlySet<string> = new Set(['isInt', 'min', 'max']);

/** Why; of a number, all that it has to be in one. */
function reasons({ property, constraints = {}, contexts = {} }: ValidationError): Reason[] {
  const rules = Object.entries(constraints);
  const others = rules.filter(([rule]) => !number.has(rule) || constraints['isInt'] === undefined);
  const whole = constraints['isInt'] === undefined ? [] : [wholeNumber(constraints)];
  return [
    ...whole,
    ...others.map(([rule, said]) =>
      reason(rule, rule === TYPED ? said : said.replace(`${property} `, ''), contexts[rule] as InBoth | undefined),
    ),
  ];
}

function wholeNumber({ min, max }: Readonly<Record<string, string>>): Reason {
  const [least, most] = [min, max].map((said) => (said === undefined ? undefined : figuresIn(said)[0]));
  if (least !== undefined && most === undefined)
    return { en: `must be a whole number, ${least} or more`, zh: `应为不小于 ${least} 的整数`, least };
  if (least === undefined || most === undefined) return { en: 'must be a whole number', zh: '应为整数' };
  return { en: `must be a whole number from ${least} to ${most}`, zh: `应为 ${least} 至 ${most} 的整数`, least, most };
}

/** A pattern is for programs: a field that has one says in words what it means. */
function reason(rule: string, said: string, form: InBoth | undefined): Reason {
  if (rule === TYPED) return JSON.parse(said) as InBoth;
  if (form) return { en: `must be ${form.en}`, zh: `应为${/^\w/.test(form.zh) ? ' ' : ''}${form.zh}` };
  const figures = figuresIn(said);
  const { en = said, zh } = words[rule === 'isLength' ? lengthRule(said) : rule] ?? { zh: '填写有误' };
  const filled = (text: string) => text.replace(/\{(\d)\}/g, (_, at: string) => String(figures[Number(at)] ?? ''));
  return { en: filled(en), zh: filled(zh), ...(rule === 'min' && { least: figures[0] }), ...(rule === 'max' && { most: figures[0] }) };
}

/** Of a length that has two bounds class-validator names the one that it breaks. */
const lengthRule = (said: string): string =>
  said.includes('longer') ? (said.includes('shorter') ? 'isLength' : 'minLength') : 'maxLength';

const figuresIn = (said: string): number[] => (said.match(/-?\d+/g) ?? []).map(Number);

/** What each rule asks, with the bounds that class-validator's own English names in their order; that stays where none is here. */
const words: Readonly<Record<string, { readonly en?: string; readonly zh: string }>> = {
  isString: { en: 'must be text', zh: '应为文字' },
  isNumber: { en: 'must be a number', zh: '应为数字' },
  isBoolean: { en: 'must be true or false', zh: '应为是或否' },
  isArray: { en: 'must be a list', zh: '应为列表' },
  isIn: { zh: '不在可选项中' },
  isCalendarDate: { en: 'must be a day that exists, such as 2018-06-30', zh: '应为存在的日期，如 2018-06-30' },
  isInstant: { en: 'must be an instant that exists, as 2018-06-30T08:00:00+08:00', zh: '应为存在的时刻，如 2018-06-30T08:00:00+08:00' },
  isIso8601: { en: 'must be days that exist, as 2018-06-30', zh: '应为存在的日期，如 2018-06-30' },
  matches: { en: 'is not written as it has to be', zh: '格式不符' },
  isLength: { en: 'must be {0} to {1} characters long', zh: '应为 {0} 至 {1} 个字' },
  minLength: { en: 'must be {0} characters long or longer', zh: '至少 {0} 个字' },
  maxLength: { en: 'must be {0} characters long or shorter', zh: '最多 {0} 个字' },
  min: { en: 'must be {0} or more', zh: '不得小于 {0}' },
  max: { en: 'must be {0} or less', zh: '不得大于 {0}' },
  arrayMaxSize: { en: 'must be {0} at most', zh: '最多 {0} 项' },
  arrayMinSize: { en: 'must be {0} at least', zh: '至少 {0} 项' },
  arrayUnique: { en: 'must not name one twice', zh: '有重复项' },
  isObject: { en: 'must be an object', zh: '结构不符' },
  isValueOfStandard: { zh: '不是该项标准的内容' },
  nestedValidation: { zh: '结构不符' },
  whitelistValidation: { en: 'should not exist', zh: '没有这个字段' },
  saysNothing: { zh: '没有这个字段' },
  unknownValue: { zh: '结构不符' },
};
