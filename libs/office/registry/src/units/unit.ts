import { type UnitId, value } from '@lookback/kernel';
import { everyRight, knownNearby, mount, type Subject } from '@lookback/office/desk';
import { fourEyes, withFourEyes } from '@lookback/office/four-eyes';
import { noViews, viewRoutes, type ViewEvent } from '@lookback/office/views';
import { RegisterUnit } from './unit.commands.js';
import { TakeOverUnit } from './take-over-unit.js';
import { type Unit, unitChapter } from './unit.chapter.js';
import type { UnitEvent } from './unit.events.js';
import { unitFile } from './unit.file.js';
import { unitRoutes } from './unit.routes.js';

/** Whoever acts by any right may ask; that it is in a post of the unit, the decision asks. */
const viewsOfUnit = mount(viewRoutes(everyRight), (known: Unit | null) => known?.views ?? noViews);

/** An organisation 单位, in `unit-<id>`. */
export const unit: Subject<Unit | null, UnitEvent | ViewEvent> = {
  name: 'unit',
  plural: 'units',
  ...unitChapter,
  routes: [...withFourEyes<Unit | null, UnitEvent | ViewEvent>(unitRoutes), ...viewsOfUnit],
  actsInPost: false,
  amendable: fourEyes,
  visible: knownNearby,
  unitsOf: (_, id) => [id as UnitId],
  title: (registered) => registered && value.plain(registered.name),
  file: unitFile,
  regionsOf: (registered, opening) =>
    opening instanceof RegisterUnit
      ? [opening.region]
      : opening instanceof TakeOverUnit
        ? [opening.county]
        : registered
          ? [registered.region]
          : [],
};
