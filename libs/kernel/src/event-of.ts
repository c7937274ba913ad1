/** Something that happened: its name, and what was said about it. */
export interface EventOf<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** What an event of one type says. */
export type DataOf<Event extends EventOf, Type extends Event['type']> = Extract<Event, { type: Type }>['data'];
