import type { Refused } from '../api/problem.js';
import type { InBoth } from '../words/words.js';
import type { Description, Field, Fields } from './description.js';

/** Why a command was refused: by the field that caused it, and what no field caused. */
export interface Refusals {
  readonly byField: Readonly<Record<string, InBoth>>;
  readonly whole: readonly InBoth[];
}

/** What the desk refuses, whatever the command. */
const deskPlaces: Readonly<Record<string, string>> = {
  'desk.no-post-then': 'actedBy',
  'desk.account-without-person': 'actedBy',
  'desk.leaves-unfitting': 'effectiveOn',
};
const envelope = ['effectiveOn', 'actedBy', 'authority.kind', 'authority.number', 'authority.date', 'evidence'];

/** Finds the field for every refusal: the server names it, the command's description does, or the rule's facts do. */
export function refusalsOf({ problem, rule }: Refused, { fields, places = {} }: Description, hidden: readonly string[]): Refusals {
  const asked = [...pathsIn(fields), ...envelope].filter((path) => !hidden.includes(path));
  if (problem.errors) return placed(problem.errors.map((fault) => [asked.find((path) => path === bare(fault.field)), fault] as const));
  const named = rule === undefined ? undefined : (places[rule] ?? deskPlaces[rule]);
  const fact = Object.keys(problem.facts ?? {}).map((name) => asked.find((path) => path.split('.').at(-1) === name));
  return placed([[named ?? fact.find((path) => path !== undefined), { en: problem.title, zh: problem.titleZh }]]);
}

const bare = (field: string) => field.replace(/^(command|envelope)\./, '');

function placed(refusals: readonly (readonly [string | undefined, InBoth])[]): Refusals {
  const byField: Record<string, InBoth> = {};
  const whole: InBoth[] = [];
  for (const [path, said] of refusals)
    if (path === undefined) whole.push(said);
    else byField[path] ??= { en: said.en, zh: said.zh };
  return { byField, whole };
}

/** Every field's path, those in groups with the group's name before. */
const pathsIn = (fields: Fields, within = ''): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [within + name, ...pathsIn(grouped(field), `${within}${name}.`)]);

const grouped = (field: Field): Fields => (field.kind === 'group' ? field.fields : {});
