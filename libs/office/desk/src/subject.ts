import { type Chapter, type EventOf, type RegionCode, streamName } from '@lookback/kernel';
import type { Route } from './route.js';

/** A subject whose whole history is one stream: how it folds, where it lies, and everything that may be asked of it. */
export interface Subject<State = unknown, Event extends EventOf = EventOf> extends Chapter<State, Event> {
  readonly name: string;
  /** As it stands in URLs: `households`. */
  readonly plural: string;
  readonly routes: readonly Route<State, Event>[];
  /** Whether who acts needs a post on the day (cases), or an account is enough (office). */
  readonly actsInPost: boolean;
  /** The region whose rights count; undefined where any region's will do. A command that opens the subject is asked instead of the state. */
  readonly regionOf: (state: State, opening?: object) => RegionCode | undefined;
}

/** A subject as the desk handles it, whatever its state. */
export type AnySubject = Subject;

export const streamOf = (subject: Pick<Subject, 'name'>, id: string) => streamName(subject.name, id);

/** The line of a subject's table that a command belongs to. */
export function lineOf(subject: AnySubject, command: object): AnySubject['routes'][number] {
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
