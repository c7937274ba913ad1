import type { CodeWords, Fielded, ValueKind } from '@lookback/kernel';
import { getMetadataStorage } from 'class-validator';
import { declaredOf, type FieldDeclared } from './field.js';
import type { FieldShown } from './form.dto.js';

/** The form of a class: its declared fields in their order, then what it takes besides and no form asks for. */
export function formOf(type: Fielded): FieldShown[] {
  const declared = declaredOf(type);
  const asked = new Set(declared.map(({ name }) => name));
  return [...declared.map(shown), ...propertiesOf(type).flatMap((name) => (asked.has(name) ? [] : [filled(name)]))];
}

const filled = (name: string): FieldShown => ({ name, kind: 'filled', called: { en: name, zh: name }, optional: true });

const shown = ({ name, kind, words: { en, zh, hint, optional } }: FieldDeclared): FieldShown => ({
  name,
  kind: kind.name,
  called: { en, zh },
  ...(hint && { hint }),
  optional: optional === true,
  ...particularsOf(kind),
});

function particularsOf(kind: ValueKind): Partial<FieldShown> {
  switch (kind.name) {
    case 'code':
      return { choices: choicesOf(kind.words) };
    case 'listed':
    case 'listed-several':
      return { list: kind.list };
    case 'mark':
      return kind.series ? { series: kind.series } : {};
    case 'unit':
    case 'region':
      return kind.fills ? { fills: true } : {};
    case 'group':
      return { fields: formOf(kind.of()) };
    case 'cases':
      return {
        by: kind.by,
        cases: Object.entries(kind.cases).map(([value, of]) => ({ value, fields: formOf(of()) })),
      };
    case 'rows':
      return { fields: formOf(kind.of()), ...(kind.least > 0 && { some: true }), ...(kind.as && { as: kind.as }) };
    case 'counts':
      return { some: true };
    case 'total':
      return { plus: [...kind.plus], minus: [...(kind.minus ?? [])], ...(kind.over !== undefined && { over: kind.over }) };
    default:
      return {};
  }
}

/** In the order of the list; codes that are numbers in theirs, as an object holds some of those before all else. */
function choicesOf(words: CodeWords) {
  const codes = Object.keys(words);
  if (codes.every((code) => /^\d+$/.test(code))) codes.sort();
  return codes.flatMap((code) => (words[code] ? [{ code, en: words[code].en, zh: words[code].zh }] : []));
}

const propertiesOf = (type: Fielded): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(type, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];
