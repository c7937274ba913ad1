import { asOf, type Chapter, everything, type EventOf } from '@lookback/kernel';
import { EventLog } from '@lookback/log/event-log';
import { account } from '@lookback/office/access';
import { Clock, type AnySubject, anySubject, Posts, type Principal, streamOf } from '@lookback/office/desk';
import { unit } from '@lookback/office/registry';
import { noViews, type Views } from '@lookback/office/views';
import { Injectable } from '@nestjs/common';
import type { ViewOwner, ViewShown, ViewsShown } from './views.dto.js';

/** Answers which views of a register an account has: its own, and those of the unit of its holder's post. */
@Injectable()
export class ViewReads {
  constructor(
    private readonly log: EventLog,
    private readonly posts: Posts,
    private readonly clock: Clock,
  ) {}

  async ofRegister(register: string, who: Principal): Promise<ViewsShown> {
    const held = who.person && (await this.posts.held(who.person, this.clock.today()));
    const own = await this.kept(anySubject(account), who.account);
    const inUnit = held ? await this.kept(anySubject(unit), held.holder.unit) : null;
    const ofUnit = held && { kind: 'unit' as const, id: held.holder.unit, called: inUnit?.called ?? null };
    const mine = { kind: 'account' as const, id: who.account, called: null };
    return {
      unit: ofUnit,
      views: [...shown(register, mine, own.views), ...(ofUnit && inUnit ? shown(register, ofUnit, inUnit.views) : [])],
    };
  }

  /** As of today, from the owner's own history: it is short, and holds all. */
  private async kept(owner: AnySubject, id: string): Promise<{ readonly views: Views; readonly called: string | null }> {
    const history = await this.log.readStream(streamOf(owner, id));
    const until = { ...everything, effective: this.clock.today() };
    const { state } = asOf(owner as Chapter<{ readonly views?: Views; readonly name?: string } | null, EventOf>, history, until);
    return { views: state?.views ?? noViews, called: state?.name ?? null };
  }
}

const shown = (register: string, owner: ViewOwner, views: Views): ViewShown[] =>
  [...views]
    .filter(([, view]) => view.register === register)
    .map(([view, { name, query }]) => ({ view, owner, name: name.or(null), query }));
