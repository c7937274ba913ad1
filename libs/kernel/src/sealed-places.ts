import { Quoted } from './quoted.js';
import { Sealed } from './sealed.js';

/**
 * Every sealed value of what an entry says, with where it stands: `members.0.name`. What is quoted is gone into as if it stood there
 * itself: `wanted.event.members.0.name`.
 */
export function* placesOf(data: unknown): Generator<readonly [path: string, sealed: Sealed<unknown>]> {
  yield* below(data, '');
}

/** The sealed value at a place that `placesOf` tells; null where none stands there. */
export function sealedAt(data: unknown, path: string): Sealed<unknown> | null {
  const found = path.split('.').reduce<unknown>((said, name) => fieldsOf(said)?.[named(name)], data);
  return found instanceof Sealed ? found : null;
}

function* below(said: unknown, path: string): Generator<readonly [path: string, sealed: Sealed<unknown>]> {
  if (said instanceof Sealed) yield [path, said];
  else
    for (const [name, part] of Object.entries(fieldsOf(said) ?? {}))
      yield* below(part, path === '' ? written(name) : `${path}.${written(name)}`);
}

/** What a place may lead through; what is sealed is its end. */
function fieldsOf(said: unknown): Readonly<Record<string, unknown>> | null {
  if (said instanceof Quoted) return fieldsOf(said.event.data);
  return typeof said === 'object' && said !== null && !(said instanceof Sealed) ? (said as Record<string, unknown>) : null;
}

/** A code that names a field may hold the dot that parts the names. */
const written = (name: string): string => name.replaceAll('~', '~0').replaceAll('.', '~1');
const named = (name: string): string => name.replaceAll('~1', '.').replaceAll('~0', '~');
