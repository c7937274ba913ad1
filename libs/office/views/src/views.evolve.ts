import type { Evolution } from '@lookback/kernel';
import type { ViewId, Views } from './views.codes.js';
import type { ViewEvent } from './views.events.js';
import { inapplicable } from './views.rules.js';

export const noViews: Views = new Map();

/** How the state of an owner follows, which keeps its views as `views`; null where it is not on record. */
export const viewsKept = <State extends { readonly views: Views } | null>(): Evolution<State, ViewEvent> => ({
  ViewSaved: (owner, { view, ...kept }) =>
    owner === null ? inapplicable('views.owner-absent') : { ...owner, views: new Map(owner.views).set(view, kept) },
  ViewDropped: (owner, { view }) => {
    if (!owner?.views.has(view)) return inapplicable('views.absent');
    return { ...owner, views: without(owner.views, view) };
  },
});

const without = (views: Views, view: ViewId): Views => new Map([...views].filter(([id]) => id !== view));
