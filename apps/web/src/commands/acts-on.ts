import type { Right } from '../session/session.js';
import type { Description } from './description.js';
import { problemActs } from './problem-commands.js';

type Status = (typeof problemActs)[number]['at'][number];

/** What may be done about a problem as it stands, by who may. */
export const actsOn = (status: Status, may: (wanted: readonly Right[]) => boolean): Description[] =>
  problemActs.filter(({ command, at }) => at.includes(status) && may(command.may)).map(({ command }) => command);
