import type { Kind } from './event.js';
import type { EventOf } from './event-of.js';

/** Every kind of event that a log may hold. A type that it does not know is a loud error, never skipped. */
export class Catalogue {
  private readonly kinds: ReadonlyMap<string, Kind>;

  constructor(...modules: readonly Readonly<Record<string, Kind>>[]) {
    const all = [...new Set(modules.flatMap((module) => Object.values(module)))]; // a slice may be mounted more than once
    this.kinds = new Map(all.map((kind) => [kind.type, kind]));
    if (this.kinds.size < all.length) throw new Error(`two events share a name: ${repeated(all.map((k) => k.type)).join(', ')}`);
  }

  get types(): readonly string[] {
    return [...this.kinds.keys()];
  }

  versionOf(type: string): number {
    return this.kind(type).version;
  }

  /** Which procedure an event is a gate of: `exit`, or one among many of its subject, `rectification YS-12`; null for a fact. */
  procedureOf(event: EventOf): string | null {
    const { nature } = this.kind(event.type);
    if (nature === 'fact' || 'fact' in nature) return null;
    return nature.key === undefined ? nature.procedure : named(nature.procedure, nature.key, event);
  }

  /** Which run or problem of its subject an event is of, gate or fact: `gates exit-2`, `rectification YS-12`; null where it is of none. */
  runOf(event: EventOf): string | null {
    const { nature } = this.kind(event.type);
    if (nature === 'fact' || nature.key === undefined) return null;
    return named('fact' in nature ? nature.fact : nature.procedure, nature.key, event);
  }

  /** Stored data of any older version, as today's code knows it. */
  read(type: string, version: number, stored: unknown): EventOf {
    const { upcasters, version: newest } = this.kind(type);
    if (!Number.isInteger(version) || version < 1 || version > newest)
      throw new Error(`the log holds version ${version} of "${type}"; this release knows 1 to ${newest}`);
    const data = upcasters.slice(version - 1).reduce<unknown>((older, upcast) => upcast(older as never), stored);
    return { type, data };
  }

  private kind(type: string): Kind {
    const kind = this.kinds.get(type);
    if (!kind) throw new Error(`the log holds "${type}", which this release does not know`);
    return kind;
  }
}

const named = (procedure: string, key: string, { data }: EventOf) =>
  `${procedure} ${String((data as Readonly<Record<string, unknown>>)[key])}`;

const repeated = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i);
