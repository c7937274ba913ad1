import {
  type Chapter,
  type EventOf,
  type FileSections,
  type Moment,
  type NamedIds,
  type PersonId,
  type Reader,
  type RegionCode,
  type StateAsOf,
  streamName,
  type UnitId,
  type Value,
} from '@lookback/kernel';
import type { Amendable } from './amending.js';
import type { Route } from './route.js';
import type { VisibilityPolicy } from './visible.js';

/** The answer of a file that has a shape of its own. */
export interface OwnFile<State> {
  /** Its class, as OpenAPI shows it. */
  readonly type: new () => object;
  /** Null where the subject is not on record. */
  readonly of: (id: string, at: StateAsOf<State>, moment: Moment, to: Reader) => object | null;
}

/** A subject whose whole history is one stream: how it folds, where it lies, and everything that may be asked of it. */
export interface Subject<State = unknown, Event extends EventOf = EventOf> extends Chapter<State, Event> {
  readonly name: string;
  /** As it stands in URLs: `households`. */
  readonly plural: string;
  readonly routes: readonly Route<State, Event>[];
  /** Whether who acts needs a post on the day (cases), or an account is enough (office). */
  readonly actsInPost: boolean;
  /** How its entries are corrected, struck out and reported late, by two persons each; null where they are not. */
  readonly amendable: Amendable | null;
  /** Whether it says who may act: what changes it is answered once no process rests on what was before. */
  readonly isLeased?: true;
  /** Who may know that there is such a subject, and read what was recorded of it: the one policy, for files, lists, counts and messages. */
  readonly visible: VisibilityPolicy<State>;
  /** The regions whose rights count, each of them; none where any region's will do. A command that opens the subject is asked instead of the state. */
  readonly regionsOf: (state: State, opening?: object) => readonly RegionCode[];
  /** The units with which it lies: a right for one of them opens it, wherever it lies. Of a command that opens the subject, those that it names. */
  readonly unitsOf?: (state: State, id: string, opening?: object) => readonly UnitId[];
  /** Whom and what an entry names by id in what it says. */
  readonly namedIn?: (event: EventOf) => NamedIds;
  /** Units whose own places count besides. */
  readonly placedByUnits?: (state: State) => readonly UnitId[];
  /** The types of events by which it comes to lie elsewhere: its former places see what took effect before. None where it never moves. */
  readonly movesBy?: readonly Event['type'][];
  /** As the office calls it; null before it is on record. */
  readonly title: (state: State, id: string) => Value | null;
  /** What its file shows of a state: where nothing, the subject is not on record. */
  readonly file: FileSections<State>;
  readonly ownFile?: OwnFile<State>;
  /** Whose posts' regions count besides. */
  readonly personOf?: (state: State) => PersonId | null;
  /** Of a person, where the posts lie that others are placed by. */
  readonly servesIn?: (state: State) => readonly RegionCode[];
}

/** A subject as the desk handles it, whatever its state. */
export type AnySubject = Subject;

/** A subject for the desk, which hands it only its own states and commands: what the compiler cannot know, its table says. */
export const anySubject = <State, Event extends EventOf>(subject: Subject<State, Event>): AnySubject => subject as unknown as AnySubject;

export const streamOf = (subject: Pick<Subject, 'name'>, id: string) => streamName(subject.name, id);

/** The line of a subject's table that a command belongs to. */
export function routeOf(subject: AnySubject, command: object): AnySubject['routes'][number] {
  const line = subject.routes.find((line) => line.command === command.constructor);
  if (!line) throw new Error(`a ${subject.name} cannot be asked to ${command.constructor.name}`);
  return line;
}

/** There is no such subject; nobody has opened it. */
export class SubjectAbsent extends Error {
  override readonly name = 'SubjectAbsent';
  constructor(
    readonly subject: string,
    readonly id: string,
  ) {
    super(`there is no ${subject} ${id}`);
  }
}
