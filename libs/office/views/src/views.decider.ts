import { type CommandContext, type Decision, type Owner, sealedTo, streamName } from '@lookback/kernel';
import { mostViews, type ViewId, type Views } from './views.codes.js';
import type * as ask from './views.commands.js';
import * as did from './views.events.js';
import type { ViewEvent } from './views.events.js';
import { refuseIf } from './views.rules.js';

type Decide<Command> = Decision<Command, Views, ViewEvent>;

export const saveView: Decide<ask.SaveView> = (views, { register, name, query }, context) => {
  refuseIf(!isOwn(context), 'views.not-own');
  const same = [...views].find(([, view]) => view.register === register && view.name.value === name)?.[0];
  refuseIf(same === undefined && views.size >= mostViews, 'views.too-many', { most: mostViews });
  const view = same ?? (context.newId('view') as ViewId);
  return [did.viewSaved({ view, register, name: sealedTo(context.subject as string as Owner)(name), query })];
};

export const dropView: Decide<ask.DropView> = (views, { view }, context) => {
  refuseIf(!isOwn(context), 'views.not-own');
  refuseIf(!views.has(view), 'views.absent');
  return [did.viewDropped({ view })];
};

/** Whether the asker is the account, or holds a post in the unit, whose views these are. */
const isOwn = ({ recordedBy, subject }: CommandContext): boolean =>
  'account' in recordedBy &&
  (streamName('account', recordedBy.account) === subject ||
    (recordedBy.unit !== undefined && streamName('unit', recordedBy.unit) === subject));
