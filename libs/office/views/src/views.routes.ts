import { type MayAsk, route, routes } from '@lookback/office/desk';
import type { Views } from './views.codes.js';
import * as ask from './views.commands.js';
import * as decide from './views.decider.js';
import type { ViewEvent } from './views.events.js';

/** What may be asked of an owner’s views. The right in a part of where it lies is enough: whose they are, the decision asks. */
export const viewRoutes = (may: MayAsk) =>
  routes<Views, ViewEvent>(
    route('save-view', ask.SaveView, decide.saveView, {
      may,
      inPart: true,
      about: 'register',
      called: { en: 'Keep a view of the list', zh: '保存清单查询' },
    }),
    route('drop-view', ask.DropView, decide.dropView, {
      may,
      inPart: true,
      about: 'view',
      called: { en: 'Delete the view', zh: '删除清单查询' },
    }),
  );
