import { type FieldFault, Refused } from '../api/problem-details.js';
import type { Field, FieldRefusals, Fields } from '../forms/field.js';
import { inHundredths } from '../forms/form-values.js';
import { isFigure, unitOf } from '../forms/said.js';
import type { Words } from '../i18n/words.js';
import type { Act } from './act.js';
import { envelopeOf } from './envelope.js';

/** Why something was refused, in words: by the field that caused it, and what no field caused. */
export interface Refusals {
  readonly byField: FieldRefusals;
  readonly whole: readonly string[];
}

/** What the desk and the histories of households refuse, whatever the command. */
const deskPlaces: Readonly<Record<string, string>> = {
  'desk.no-post-then': 'actedBy',
  'desk.account-without-person': 'actedBy',
  'desk.leaves-inapplicable': 'effectiveOn',
  'four-eyes.document-needed': 'authority',
  'identification.household-absent': 'effectiveOn',
  'assistance.household-absent': 'effectiveOn',
  'rectification.subject-absent': 'effectiveOn',
};

type Asked = Pick<Act, 'fields'> & Partial<Pick<Act, 'places' | 'day' | 'ahead' | 'acts'>>;

/** The refusals in whatever asking came to; none where it was not refused. */
export const refusalsIn = (failure: unknown, asked: Asked, hidden: readonly string[], t: Words): Refusals =>
  failure instanceof Refused ? refusalsOf(failure, asked, hidden, t) : { byField: {}, whole: [] };

/** Finds the field for every refusal: the server names it, the description of what was asked does, or the rule's facts do. */
export function refusalsOf(
  { problem, rule }: Refused,
  { fields, places = {}, ...rest }: Asked,
  hidden: readonly string[],
  t: Words,
): Refusals {
  const asked: Fields = { ...fields, ...envelopeOf(rest) };
  const placeOf = (path: string) => placeIn(asked, path.replace(/^(command|envelope)\./, '').split('.'), hidden);
  if (problem.errors) {
    const placed = problem.errors.map((fault) => [placeOf(fault.field), fault] as const);
    return gathered(placed.map(([place, fault]) => [place?.path, place ? faultOf(place.field, fault, t) : t.both(fault)]));
  }
  const placed = rule === undefined ? undefined : (places[rule] ?? deskPlaces[rule]);
  const named = placed === undefined || hidden.includes(placed) ? undefined : placed;
  const fact = pathsIn(asked).find((path) => Object.hasOwn(problem.facts ?? {}, path.split('.').at(-1) ?? '') && !hidden.includes(path));
  return gathered([[named ?? fact, t.both({ en: problem.title, zh: problem.titleZh })]]);
}

/** The fields within one, of whatever case. */
const everyWithin = ({ fields, cases = {} }: Field): Fields => fields ?? (Object.assign({}, ...Object.values(cases)) as Fields);

interface Place {
  readonly path: string;
  readonly field: Field;
}

/** The field at a path that is asked for, or the nearest around it; in lists, a line's number stands before its field. */
function placeIn(fields: Fields, [name = '', ...rest]: readonly string[], hidden: readonly string[] = []): Place | undefined {
  const field = fields[name];
  if (!field || hidden.includes(name)) return undefined;
  const at = field.kind === 'rows' ? rest.slice(0, 1) : [];
  const inner = field.fields || field.cases ? placeIn(everyWithin(field), rest.slice(at.length)) : undefined;
  return inner ? { path: [name, ...at, inner.path].join('.'), field: inner.field } : { path: name, field };
}

/** A fault by the name that the field has on the screen, and in its unit. */
const faultOf = (field: Field, fault: FieldFault, t: Words): string =>
  t('refusal.field', { field: t.both(field.called), why: (isFigure(field.kind) && amount(unitOf[field.kind], fault, t)) || t.both(fault) });

function amount(unit: Parameters<Words>[0], { least, most }: FieldFault, t: Words): string | undefined {
  if (least !== undefined && most !== undefined)
    return t('refusal.amount', { least: inHundredths(least), most: inHundredths(most), unit: t(unit) });
  if (least !== undefined) return t('refusal.least', { least: inHundredths(least), unit: t(unit) });
  return most === undefined ? undefined : t('refusal.most', { most: inHundredths(most), unit: t(unit) });
}

function gathered(refusals: readonly (readonly [path: string | undefined, said: string])[]): Refusals {
  const byField: Record<string, string> = {};
  const whole: string[] = [];
  for (const [path, said] of refusals)
    if (path === undefined) whole.push(said);
    else byField[path] = byField[path] === undefined ? said : `${byField[path]} ${said}`;
  return { byField, whole };
}

/** Every field's path, those in groups with the group's name before. */
const pathsIn = (fields: Fields, within = ''): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    within + name,
    ...(field.kind === 'group' ? pathsIn(field.fields ?? {}, `${within}${name}.`) : []),
  ]);
