import { Reactor } from '@lookback/log/reactor';
import { type AddressedCommand, Envelope, Submission } from '@lookback/office/desk';
import type { CommandBus } from '@nestjs/cqrs';
import type { System } from './system.js';

/** The reactor over what the parts of a system declare, not yet started: it asks by the bus, as a process of the system. */
export function reactorOver({ parts, origin, database, log }: System, bus: CommandBus): Reactor<AddressedCommand> {
  return new Reactor({
    log,
    origin,
    pool: database.pool,
    reactions: parts.reactions,
    submit: ({ command, effectiveOn }, { key, heard, causationId }) =>
      bus.execute(
        new Submission({
          ...command,
          envelope: Object.assign(new Envelope(), { effectiveOn }),
          who: { process: 'reactor' },
          key,
          ...(!parts.isConfidential(heard.stream) && { causationId }), // nothing outside refers to what is confidential
        }),
      ),
  });
}
