import { type UnitId, value } from '@lookback/kernel';
import { knownNearby, type Subject } from '@lookback/office/desk';
import { fourEyes, withFourEyes } from '@lookback/office/four-eyes';
import { RegisterUnit } from './unit.commands.js';
import { TakeOverUnit } from './take-over-unit.js';
import { type Unit, unitChapter } from './unit.decider.js';
import type { UnitEvent } from './unit.events.js';
import { unitFile } from './unit.file.js';
import { unitRoutes } from './unit.routes.js';

/** An organisation 单位, in `unit-<id>`. */
export const unit: Subject<Unit | null, UnitEvent> = {
  name: 'unit',
  plural: 'units',
  ...unitChapter,
  routes: withFourEyes(unitRoutes),
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
