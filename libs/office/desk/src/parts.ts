import {
  type AnyRegister,
  type Called,
  Catalogue,
  type EventOf,
  type InBoth,
  type NamedIds,
  namedInSlices,
  type Rules,
  type Seal,
  type EventSentence,
  type Slice,
} from '@lookback/kernel';
import { type Projection, registerProjection, type RowClass, tablesOf } from '@lookback/log/read-model';
import { NameKeys } from '@lookback/log/vault';
import type { Type } from '@nestjs/common';
import type { EntitySchema } from 'typeorm';
import type { LookupKeys, Part } from './part.js';
import type { CommandReaction } from './reaction.js';
import type { Reminding } from './reminding.js';
import type { AnySubject } from './subject.js';

const anyKeys: LookupKeys = { lookup: (kind) => kind as ReturnType<LookupKeys['lookup']>, names: new NameKeys(new Uint8Array(), 1) };

/** A register with the kinds of subjects that have rows in it. */
export interface MountedRegister {
  readonly register: AnyRegister;
  readonly subjects: readonly AnySubject[];
}

/** The kinds of subjects of a product. Whatever grows with them is computed from this list. */
export class Parts {
  private readonly slices: readonly Slice[];
  private readonly byKind: ReadonlyMap<string, Part>;
  /** By name. */
  readonly registers: ReadonlyMap<string, MountedRegister>;
  /** Every kind of event that its log may hold. */
  readonly catalogue: Catalogue;
  /** How each type of event is told. */
  readonly sentences: ReadonlyMap<string, EventSentence>;
  /** What each type of event is called. */
  readonly titles: Readonly<Record<string, InBoth>>;
  /** Why the commands of its slices are refused, by name. */
  readonly rules: Rules;
  private readonly seals: ReadonlyMap<string, Slice['seals']>;
  /** Whom and what an event names by id. */
  readonly namedIn: (event: EventOf) => NamedIds;
  /** What an event calls those of whom it says who they are, by id. */
  readonly callsIn: (event: EventOf) => readonly Called[];

  constructor(readonly all: readonly Part[]) {
    this.byKind = new Map(all.map((part) => [part.kind, part]));
    if (this.byKind.size < all.length) throw new Error('two parts are of one kind');
    this.registers = registersIn(all);
    this.slices = [...new Set(all.flatMap(({ slices }) => slices))];
    this.catalogue = new Catalogue(...this.slices.map(({ events }) => events));
    this.sentences = new Map(this.slices.flatMap(({ sentences }) => Object.entries(sentences)));
    this.titles = Object.assign({}, ...this.slices.map(({ titles }) => titles)) as Parts['titles'];
    this.rules = Object.assign({}, ...this.slices.map(({ rules }) => rules)) as Rules;
    this.seals = new Map(this.slices.flatMap(({ events, seals }) => Object.values(events).map(({ type }) => [type, seals])));
    this.namedIn = namedInSlices(this.slices);
    this.callsIn = (event) => this.slices.flatMap(({ callsIn }) => callsIn(event));
  }

  /** The part of a kind; undefined where there is none. */
  of(kind: string): Part | undefined {
    return this.byKind.get(kind);
  }

  /** What a kind of subject is called; by its code where it is of no part. */
  called(kind: string): InBoth {
    return this.of(kind)?.called ?? { en: kind, zh: kind };
  }

  /** How a sealed field reads of what an event of some type says; to nobody, where nothing says how. */
  sealOf(type: string, field: string): Seal {
    return this.seals.get(type)?.[field] ?? 'secret';
  }

  /** Whether a stream is of a kind that only its circle knows: nothing outside names it, and no count has it. Source: decisions.md, 7 and 21. */
  isConfidential(stream: string): boolean {
    return this.byKind.get(stream.slice(0, Math.max(0, stream.indexOf('-'))))?.subject?.visible.name === 'confidential';
  }

  /** What each kind of subject is called. */
  get kinds(): Readonly<Record<string, InBoth>> {
    return Object.fromEntries(this.all.map(({ kind, called }) => [kind, called]));
  }

  get subjects(): readonly AnySubject[] {
    return this.all.flatMap(({ subject }) => subject ?? []);
  }

  /** Those with rows in a register. */
  withRowsIn({ name }: AnyRegister): readonly AnySubject[] {
    return this.registers.get(name)?.subjects ?? [];
  }

  /** Those that have a file. */
  get filed(): readonly AnySubject[] {
    return this.subjects.filter(({ file }) => file.length > 0);
  }

  /** The commands of each over HTTP. */
  get controllers(): readonly Type[] {
    return this.all.flatMap(({ controllers }) => controllers);
  }

  /** What follows from entries of all, in other streams. */
  get reactions(): readonly CommandReaction[] {
    return this.all.flatMap(({ reactions }) => reactions);
  }

  /** What the clock reminds of. */
  get reminders(): readonly Reminding[] {
    return this.all.flatMap(({ reminders }) => reminders);
  }

  models(keys: LookupKeys): readonly Projection[] {
    return [...projectionsOf(this.all), ...this.all.flatMap(({ models }) => models(keys))];
  }

  /** The tables of all models. */
  get tables(): readonly (RowClass | EntitySchema)[] {
    return this.models(anyKeys).flatMap((model): (RowClass | EntitySchema)[] =>
      model.reads === 'registers' ? tablesOf(model.register).flatMap(({ known, past }) => [known, past]) : Object.values(model.tables),
    );
  }
}

/** @throws Error where two registers share a name. */
function registersIn(parts: readonly Part[]): Map<string, MountedRegister> {
  const found = new Map<string, MountedRegister>();
  for (const { subject, registers } of parts)
    for (const { register } of registers) {
      const before = found.get(register.name);
      if (before && before.register !== register) throw new Error(`two registers are called ${register.name}`);
      found.set(register.name, { register, subjects: [...(before?.subjects ?? []), ...(subject ? [subject] : [])] });
    }
  return found;
}

const projectionsOf = (parts: readonly Part[]): Projection[] =>
  [...registersIn(parts).values()].map(({ register }) =>
    registerProjection(
      register,
      new Map(
        parts.flatMap(({ subject, registers }) =>
          registers.flatMap((source) => (subject && source.register === register ? [[subject.name, { chapter: subject, source }]] : [])),
        ),
      ),
    ),
  );
