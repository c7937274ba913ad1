import { wellFormed } from '@lookback/office/desk';
import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

/** One field of a body that cannot be used: which, what was sent, and why, in both languages. */
export interface FieldFault {
  readonly field: string;
  readonly value?: unknown;
  readonly en: string;
  readonly zh: string;
}

/** A body whose shape is wrong. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  constructor(readonly faults: readonly FieldFault[]) {
    super('malformed');
  }
}

/** What is well formed costs no more than its rules; all else, and what no body says, is left to the libraries. */
class Validation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    const made = type === 'body' && metatype ? wellFormed(metatype as new () => object, value) : undefined;
    return made ? Promise.resolve(made) : super.transform(value, metadata);
  }
}

/** Refuses what is malformed before anything is asked, naming every field. Unknown fields are refused, never dropped. */
export const validation = () =>
  new Validation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new Malformed(errors.flatMap((error) => faultsIn(error))),
  });

function faultsIn({ property, value, constraints = {}, children = [] }: ValidationError, within = ''): FieldFault[] {
  const field = within ? `${within}.${property}` : property;
  const own = Object.entries(constraints).map(([rule, en]) => ({ field, ...shown(property, value), ...reason(property, rule, en) }));
  if (value === undefined && own.length > 0) return [{ field, en: `${property} is required`, zh: '必填' }];
  return [...own, ...children.flatMap((child) => faultsIn(child, field))];
}

/** A password is not shown back, nor is what is too long to help. */
const shown = (property: string, value: unknown): { value?: unknown } =>
  /password/i.test(property) || typeof value === 'object' || (typeof value === 'string' && value.length > 100) ? {} : { value };

/** Why, in the reader's words: a pattern is for programs. */
const reason = (property: string, rule: string, en: string) => ({
  en: rule === 'matches' ? `${property} is not written as it has to be` : en,
  zh: inChinese(rule, en),
});

const chinese: Readonly<Record<string, string>> = {
  isString: '应为文字',
  isInt: '应为整数',
  isNumber: '应为数字',
  isBoolean: '应为是或否',
  isArray: '应为列表',
  isIn: '不在可选项中',
  isCalendarDate: '应为存在的日期，格式 YYYY-MM-DD',
  matches: '格式不符',
  isLength: '长度不符',
  minLength: '过短',
  maxLength: '过长',
  min: '过小',
  max: '过大',
  arrayMaxSize: '项数过多',
  arrayMinSize: '项数过少',
  arrayUnique: '有重复项',
  isObject: '结构不符',
  isValueOfStandard: '与该项标准的格式不符',
  nestedValidation: '结构不符',
  whitelistValidation: '没有这个字段',
  unknownValue: '结构不符',
};

const bounds: ReadonlySet<string> = new Set(['isLength', 'minLength', 'maxLength', 'min', 'max', 'arrayMaxSize', 'arrayMinSize']);

/** The rule in Chinese, with the bounds that its English names. */
function inChinese(rule: string, en: string): string {
  const figures = bounds.has(rule) ? en.match(/-?\d+/g)?.join(' 至 ') : undefined;
  return `${chinese[rule] ?? '填写有误'}${figures ? `（${figures}）` : ''}`;
}
