import { Injectable } from '@nestjs/common';
import { type CalendarDate, type RegionCode, streamName } from '@lookback/kernel';
import { StreamCache } from '@lookback/log/event-log';
import type { ActShown } from './choices.dto.js';
import { CommandContextResolver } from './command-context-resolver.js';
import { Envelope } from './envelope.dto.js';
import { listFieldsOf } from './list-fields.js';
import { Clock, CodeLists } from './ports.js';
import type { Principal } from './principal.js';
import { type AnySubject, streamOf, SubjectAbsent } from './subject.js';

interface ActOf {
  readonly subject: AnySubject;
  readonly id: string;
  /** The route's path: `reclassify-cause`. */
  readonly path: string;
  /** Today where it is left out. */
  readonly on?: CalendarDate | undefined;
}

/** Answers what a form can offer for a command of a subject: what lists hold in its region on a day. */
@Injectable()
export class ActChoices {
  constructor(
    private readonly histories: StreamCache,
    private readonly attribution: CommandContextResolver,
    private readonly lists: CodeLists,
    private readonly clock: Clock,
  ) {}

  /** For those who may ask the command. @throws SubjectAbsent, also for a command that there is not @throws RightMissing */
  async read({ subject, id, path, on = this.clock.today() }: ActOf, who: Principal): Promise<ActShown> {
    const line = subject.routes.find((route) => route.path === path && !route.opens && !route.fromList && route.amendment === undefined);
    if (!line) throw new SubjectAbsent(streamName(subject.name, id), path);
    const { history } = await this.histories.load(streamOf(subject, id));
    const envelope = Object.assign(new Envelope(), { effectiveOn: on });
    const request = { subject, id, command: new line.command(), envelope, who, key: path };
    const [region = nation] = await this.attribution.mayAsk(request, history);
    const fields = listFieldsOf(line.command).map(async ({ field, list }) => {
      const held = await this.lists.on(list, region, on);
      return { field, list, setIn: held?.setIn ?? null, since: held?.since ?? null, choices: [...(held?.lines ?? [])] };
    });
    return { command: path, on, region, fields: await Promise.all(fields) };
  }
}

const nation = 'CN' as RegionCode;
