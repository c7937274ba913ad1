import type { Reaction } from '@lookback/log/reactor';
import type { CommandRequest } from './submission.js';

/** A command and the subject that it is asked of. */
export type AddressedCommand = Pick<CommandRequest, 'subject' | 'id' | 'command'>;

/** What a part asks of another subject when it hears of an entry: of the desk, as a process of the system. */
export type CommandReaction = Reaction<AddressedCommand>;
