import { Injectable } from '@nestjs/common';
import { type CalendarDate, type History, Refusal, type RegionCode, streamName } from '@lookback/kernel';
import { StreamCache } from '@lookback/log/event-log';
import { validateSync } from 'class-validator';
import type { FormShown, RefusalForeseen } from './act-form.dto.js';
import { CommandContextResolver } from './command-context-resolver.js';
import { CommandDecider } from './command-decider.js';
import { Envelope } from './envelope.dto.js';
import { listFieldsOf } from './list-fields.js';
import { Clock, CodeLists, Posts, RefusalWords } from './ports.js';
import type { Principal } from './principal.js';
import type { CommandRequest } from './submission.js';
import { type AnySubject, streamOf, SubjectAbsent } from './subject.js';
import { strictly } from './validation.js';
import { mayKnow } from './visible.js';
import { whereaboutsOf } from './whereabouts-of.js';

type Line = AnySubject['routes'][number];

interface FormOf {
  readonly subject: AnySubject;
  readonly id: string;
  /** The route's path: `reclassify-cause`. */
  readonly path: string;
  /** Today where it is left out. */
  readonly on?: CalendarDate | undefined;
  /** Which row of a list it is about; absent where it is about the whole. */
  readonly about?: string | undefined;
}

/**
 * Answers what the form of a command begins with, for a subject on a day: what its lists offer there, what stands in it already, and what
 * would refuse it whatever else is typed. So no client decides anything itself. Source: decisions.md, 18.
 */
@Injectable()
export class ActForms {
  constructor(
    private readonly histories: StreamCache,
    private readonly attribution: CommandContextResolver,
    private readonly decider: CommandDecider,
    private readonly lists: CodeLists,
    private readonly posts: Posts,
    private readonly clock: Clock,
    private readonly words: RefusalWords,
  ) {}

  /**
   * For those who may ask the command; of one that lists alone bring, for those who may know of the subject, as its form corrects an entry.
   * @throws SubjectAbsent, also for a command that there is not @throws RightMissing
   */
  async read({ subject, id, path, on = this.clock.today(), about }: FormOf, who: Principal): Promise<FormShown> {
    const line = subject.routes.find((route) => route.path === path && (!route.opens || route.fromList));
    if (!line) throw new SubjectAbsent(streamName(subject.name, id), path);
    const { history } = await this.histories.load(streamOf(subject, id));
    const prefill = {
      ...line.prefill?.(history.on(on, subject), about ?? null),
      ...(line.about !== undefined && about !== undefined && { [line.about]: about }),
    };
    const envelope = Object.assign(new Envelope(), { effectiveOn: on });
    const request = { subject, id, command: Object.assign(new line.command(), prefill), envelope, who, key: path };
    const [region = nation] = line.fromList ? await this.knownIn(request, history, who) : await this.attribution.mayAsk(request, history);
    const fields = listFieldsOf(line.form ?? line.command).map(async ({ field, list }) => {
      const held = await this.lists.on(list, region, on);
      return { field, list, setIn: held?.setIn ?? null, since: held?.since ?? null, choices: [...(held?.lines ?? [])] };
    });
    return {
      command: path,
      on,
      region,
      fields: await Promise.all(fields),
      prefill,
      refusals: await this.foreseen(line, request, history, who),
    };
  }

  private async knownIn({ subject, id }: CommandRequest, history: History, who: Principal): Promise<readonly RegionCode[]> {
    const where = await whereaboutsOf(subject, id, history.folded(subject).state, this.posts);
    if (history.revision === 0 || !mayKnow(who, subject.visible, where)) throw new SubjectAbsent(subject.name, id);
    return where.regions;
  }

  /** A rule about who asks, when and under which standards; where the command is whole already, the rule of its decision. */
  private async foreseen(line: Line, request: CommandRequest, history: History, who: Principal): Promise<RefusalForeseen[]> {
    if (line.fromList || line.amendment || line.acts === 'householder') return [];
    try {
      const context = await this.attribution.resolve(request, history);
      const isWhole = validateSync(request.command, strictly).length === 0;
      if (isWhole && !line.form) this.decider.events(request, history, context);
      return [];
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused;
      return [{ rule: refused.rule, ...(await this.words.said(refused, who)), facts: refused.facts }];
    }
  }
}

const nation = 'CN' as RegionCode;
