import { type Sent } from './wire.js';
import { exampleOf, examplePath, type Operation, operations } from './openapi.js';
import { bodies, brokenBytes, headers, methods, raws, texts, values } from './odd-values.js';
import { seeded } from './random-lives.js';

interface Asking {
  /** Signs every request, unless that is what is odd. */
  readonly token: string;
  /** In place of the example of a household's id. */
  readonly household: string;
}

/** Requests made from the OpenAPI document, each with something odd in it: the same ones for the same seed. */
export class OddRequests {
  private readonly random: () => number;

  constructor(
    seed: number,
    private readonly asking: Asking,
  ) {
    this.random = seeded(seed);
  }

  next(): Sent {
    const operation = this.one(asked);
    const inBody = operation.body ? [...Array.from({ length: 8 }, () => 'field'), 'bytes', 'bytes', 'bytes'] : [];
    const kinds = ['header', 'url', 'query', 'method', ...(operation.path.includes('{') ? ['path'] : []), ...inBody];
    const kind = this.one(kinds);
    const plain = this.plain(operation);
    const sent = this.leavingSessionsOpen(this[oddities[kind] ?? 'oddField'](plain, operation));
    return { ...sent, odd: `${operation.id}: ${kind} ${sent.odd}` };
  }

  /** Whoever signed out would ask all that follows in vain. */
  private leavingSessionsOpen(sent: Sent): Sent {
    const endsOne = sent.method === 'DELETE' && sent.path.startsWith('/session');
    return endsOne ? { ...sent, headers: { ...sent.headers, authorization: 'Bearer nobody' } } : sent;
  }

  private plain(operation: Operation): Sent {
    const { method, body, id } = operation;
    const household = operation.path.startsWith('/households/{id}') && this.random() < 0.7;
    const example = examplePath(operation);
    return {
      odd: '',
      method,
      path: household ? example.replace(/^\/households\/[^/?]+/, `/households/${this.asking.household}`) : example,
      headers: { authorization: `Bearer ${this.asking.token}`, ...(body && { 'content-type': body.type }) },
      body: body && Buffer.from(body.type === 'application/json' ? JSON.stringify(exampleOf(body.schema, id)) : '%PDF-1.7'),
    };
  }

  protected oddPath(sent: Sent, { path }: Operation): Sent {
    const odd = this.random() < 0.5 ? this.one(raws) : encoded(this.one(texts));
    return { ...sent, odd, path: path.replace(/\{\w+\}/g, odd.slice(0, 4_000)) };
  }

  protected oddQuery(sent: Sent, { parameters }: Operation): Sent {
    const named = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    const name = this.one([...named, ...named, ...named, 'wait', 'unknown', '__proto__', 'toString', encoded('字段')]);
    const value = this.random() < 0.3 ? this.one(raws) : encoded(this.one(texts));
    const [path = '', query = ''] = sent.path.split('?');
    const others = query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`) && this.random() < 0.5);
    const odd = this.one([
      `${name}=${value}`,
      `${name}=${value}`,
      `${name}=${value}`,
      `${name}[]=${value}`,
      `${name}[a]=${value}`,
      name,
      `${name}=${value}&${name}=x`,
    ]);
    return { ...sent, odd, path: `${path}?${[...others, odd].join('&')}` };
  }

  protected oddHeader(sent: Sent): Sent {
    const name = this.one(Object.keys(headers));
    const value = this.one(headers[name] ?? []);
    return { ...sent, odd: `${name}: ${value.slice(0, 50)}`, headers: { ...sent.headers, [name]: value } };
  }

  protected oddMethod(sent: Sent): Sent {
    const method = this.one(methods);
    return { ...sent, odd: method, method };
  }

  protected oddUrl(sent: Sent): Sent {
    const raw = this.one([...raws, 'a'.repeat(9_000)]);
    return {
      ...sent,
      odd: raw.slice(0, 20),
      path: this.one([`/${raw}`, `/households/${raw}/x`, `${sent.path}/${raw}`, `/${sent.path}`, `${sent.path}/`, `/.${sent.path}`]),
    };
  }

  protected oddBytes(sent: Sent): Sent {
    if (!sent.body || this.random() < 0.5) return { ...sent, odd: 'in whole', body: this.one(bodies) };
    const at = Math.floor(this.random() * sent.body.length);
    const broken = Buffer.concat([sent.body.subarray(0, at), this.one(brokenBytes), sent.body.subarray(this.random() < 0.5 ? at : at + 1)]);
    return { ...sent, odd: `at ${at}`, body: this.random() < 0.2 ? sent.body.subarray(0, at) : broken };
  }

  /** One value of the body, wherever it stands, is another, is missing, or has one beside it that nobody knows. */
  protected oddField(sent: Sent): Sent {
    const whole = JSON.parse(sent.body?.toString().startsWith('{') ? sent.body.toString() : '{}') as unknown;
    const places = placesIn(whole);
    const at = this.one(places);
    const how = this.random();
    const value = this.one(values);
    const marked = JSON.stringify(whole, replacing(at, how));
    return {
      ...sent,
      odd: `${at.join('.')} ${how < 0.15 ? 'absent' : value.slice(0, 60)}`,
      body: Buffer.from(marked.replace('"~odd~"', () => value)),
    };
  }

  private one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)] as T;
  }
}

/** Each as often as there is something to be said to it. What is sent to the line of events would be answered for ever, and whoever signs out asks nothing more. */
const asked = operations
  .filter(({ id }) => id !== 'live' && id !== 'signOut')
  .flatMap((operation) => Array.from({ length: 1 + operation.parameters.length + (operation.body ? 8 : 0) }, () => operation));

const oddities: Readonly<Record<string, 'oddPath' | 'oddQuery' | 'oddHeader' | 'oddMethod' | 'oddUrl' | 'oddBytes'>> = {
  path: 'oddPath',
  query: 'oddQuery',
  header: 'oddHeader',
  method: 'oddMethod',
  url: 'oddUrl',
  bytes: 'oddBytes',
};

const encoded = (text: string) => encodeURIComponent(text);

function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...at, name]))];
}

/** For JSON.stringify: puts a mark where the odd value has to stand, leaves it out, or adds a field beside it. */
function replacing(place: readonly string[], how: number) {
  const places = new Map<unknown, readonly string[]>();
  return function (this: unknown, name: string, value: unknown): unknown {
    const at = [...(places.get(this) ?? []), ...(name === '' && !places.has(this) ? [] : [name])];
    const isPlace = at.length === place.length && at.every((part, i) => part === place[i]);
    if (!isPlace) {
      if (typeof value === 'object' && value !== null) places.set(value, at);
      return value;
    }
    if (how < 0.15 && at.length > 0) return undefined;
    if (how < 0.25 && typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value, unknown: '~odd~' };
    return '~odd~';
  };
}
