import type { Description } from './description.js';
import { householdCommands } from './household-commands.js';
import { openHousehold } from './member-commands.js';
import { endPost, postPerson, registerPerson, registerUnit } from './office-commands.js';
import { problemActs, recordProblem } from './problem-commands.js';
import { takeovers } from './takeover-commands.js';

const every: readonly Description[] = [
  ...householdCommands,
  openHousehold,
  recordProblem,
  ...problemActs.map(({ command }) => command),
  registerUnit,
  registerPerson,
  postPerson,
  endPost,
];
const byPath = new Map(every.map((description) => [description.path, description]));

/** The form of the command that brought an entry, by the last part of its route and its type; undefined where the console has none. */
export const describedAs = ({ path, type }: { readonly path: string | null; readonly type: string }): Description | undefined =>
  path === null ? undefined : (byPath.get(path) ?? takeovers[type]);
