import type { Decision, EventOf, InBoth, Versions } from '@lookback/kernel';
import type { Amending, Decided } from './amending.js';
import type { Offered } from './offered.js';
import type { Right } from './rights.js';

export type CommandClass<Command extends object = object> = new () => Command;

/**
 * Who may ask a command: the holders of any one of these rights, in the subject's region; a process of the system alone where none is named;
 * `self`: the account that is the subject, whatever its rights.
 */
export type MayAsk = readonly Right[] | 'self';

/** The rights that open a route, any one of them; none where no right does. */
export const rightsToAsk = ({ may }: { readonly may: MayAsk }): readonly Right[] => (may === 'self' ? [] : may);

/** Whose act a command records: somebody's in a post, a member's of a household, or either's. */
export type ActorKind = 'holder' | 'householder' | 'either';
/**
 * The command of an event, made again from what that says: the fields of the command by the type of the event, null where its value is
 * erased. Decided in the entry's place it gives the event again.
 */
export type CommandFrom<Event extends EventOf> = { readonly [E in Event as E['type']]?: (data: E['data']) => object };

/** Those of a slice's lines that belong to a route, by the types of its events. */
export const commandsFrom =
  <Lines extends object>(lines: Lines) =>
  <Type extends keyof Lines>(...types: readonly Type[]): Pick<Lines, Type> =>
    Object.fromEntries(types.map((type) => [type, lines[type]])) as Pick<Lines, Type>;

/** Decides a command that speaks of other entries of the history: corrections, and answers to proposals. */
export interface Amendment {
  readonly decide: (command: never, amending: Amending) => Promise<Decided>;
  /** Which of the route's rights a command needs, by what it speaks of. */
  readonly needs?: (command: never, versions: Pick<Versions, 'line'>) => readonly Right[];
}

/** One thing that may be asked: where, in which words, by which rule, and by whom. */
export interface Route<State, Event extends EventOf, Command extends object = never> extends Offered {
  readonly path: string;
  readonly command: CommandClass;
  readonly decide: Decision<Command, State, Event>;
  readonly may: MayAsk;
  /** What the act is called: on its button, in the API's document. */
  readonly called: InBoth;
  /** The class that draws its form and is its body over HTTP, where that is not the command itself. */
  readonly form?: CommandClass;
  /** What stands in its form to begin with, of a state and of whom or what it is about. */
  readonly prefill?: (state: State, about: string | null) => Readonly<Record<string, unknown>>;
  /** The dated standards that the decision reads; each has to be set. */
  readonly standards: readonly string[];
  /** Those that it reads where they are set. */
  readonly consults: readonly string[];
  /** Those of the first that it reads as they were when the run that the command names was opened. Source: procedures.md, K3. */
  readonly frozen: readonly string[];
  /** What other subjects may have that the decision has to know of, by name: a number, a member. Asked before it, of those that the asker may know of. */
  readonly looksFor?: (command: never) => LookedFor;
  /** True where the command brings its subject into being. */
  readonly opens: boolean;
  /** True where only a list from outside brings it: a takeover, which no route asks. */
  readonly fromList: boolean;
  /** True where the right in a part of the subject's region is enough: officials of any township of a county number by its series. */
  readonly inPart: boolean;
  /** Whose act it is: an official's in a post, a householder's, or either's. */
  readonly acts: ActorKind;
  /** True where what comes in by a channel from outside may ask it. */
  readonly byChannel: boolean;
  /** True where the decision is taken in one's own name, or on a named document: verifying, approving, cancelling, confirming. */
  readonly ownName: boolean;
  /** True where it may take effect on a day to come: what a region sets for itself, in a stream of its own. Source: decisions.md, 3. */
  readonly ahead: boolean;
  /** True where the line is a slice's, which several subjects may mount. */
  readonly isMounted: boolean;
  /** Absent where what it brings is not corrected by a form. */
  readonly commandFrom?: Readonly<Record<string, (data: never) => object>>;
  /** Present where it is not decided on a state, but on the whole history. */
  readonly amendment?: Amendment;
}

/** Values that other subjects may have, by the name under which the decision is told of them. */
export type LookedFor = Readonly<Record<string, readonly string[]>>;

interface Line<Command, State> extends Offered {
  readonly may: MayAsk;
  readonly called: InBoth;
  readonly form?: CommandClass;
  readonly prefill?: (state: State, about: string | null) => Readonly<Record<string, unknown>>;
  readonly standards?: readonly string[];
  readonly consults?: readonly string[];
  readonly frozen?: readonly string[];
  readonly opens?: boolean;
  readonly fromList?: boolean;
  readonly inPart?: boolean;
  readonly acts?: ActorKind;
  readonly byChannel?: boolean;
  readonly ownName?: boolean;
  readonly ahead?: boolean;
  readonly commandFrom?: Readonly<Record<string, (data: never) => object>>;
  readonly amendment?: Amendment;
  readonly looksFor?: (command: Command) => LookedFor;
}

/** What a line is that says no more. */
const ordinary = {
  standards: [],
  consults: [],
  frozen: [],
  opens: false,
  fromList: false,
  inPart: false,
  acts: 'holder',
  byChannel: false,
  ownName: false,
  ahead: false,
  isMounted: false,
} as const;

/** A line of a slice's table. */
export const route = <Command extends object, State, Event extends EventOf>(
  path: string,
  command: CommandClass<Command>,
  decide: Decision<Command, State, Event>,
  line: Line<Command, State>,
): Route<State, Event> => ({ path, command, decide, ...ordinary, ...line });

export const routes = <State, Event extends EventOf>(...table: readonly Route<State, Event>[]) => table;

/** Mounts a slice's table on a subject: `sees` says which part of the subject its rules are shown. */
export const mount = <Whole, View, Event extends EventOf>(
  table: readonly Route<View, Event>[],
  sees: (whole: Whole) => View,
): Route<Whole, Event>[] =>
  table.map(({ decide, prefill, ...line }) => ({
    ...line,
    ...(prefill && { prefill: (whole: Whole, about: string | null) => prefill(sees(whole), about) }),
    isMounted: true,
    decide: (whole, command, context) => decide(sees(whole), command, context),
  }));
