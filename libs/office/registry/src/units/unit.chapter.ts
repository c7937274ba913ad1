import type { Chapter, DataOf } from '@lookback/kernel';
import { noViews, type ViewEvent, type Views, viewsKept } from '@lookback/office/views';
import type { UnitEvent } from './unit.events.js';

/** A unit as it was registered, with the views that those keep in common who hold a post there; null before it is. */
export type Unit = DataOf<UnitEvent, 'UnitRegistered'> & { readonly views: Views };

/** How its history folds. */
export const unitChapter: Chapter<Unit | null, UnitEvent | ViewEvent> = {
  initial: null,
  onEveryDay: ['UnitRegistered'],
  evolve: { UnitRegistered: (_, registered) => ({ ...registered, views: noViews }), ...viewsKept<Unit | null>() },
};
