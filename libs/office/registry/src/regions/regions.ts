import { value, kind } from '@lookback/kernel';
import { knownNearby, type Subject } from '@lookback/office/desk';
import { AdoptRegions } from './regions.commands.js';
import { countyRegions, type CountyRegions } from './regions.decider.js';
import type { RegionsEvent } from './regions.events.js';
import { regionsFile } from './regions.file.js';
import { regionsRoutes } from './regions.routes.js';

/** The divisions of one county, in `regions-<county code>`. */
export const regions: Subject<CountyRegions | null, RegionsEvent> = {
  name: 'regions',
  plural: 'regions',
  ...countyRegions,
  routes: regionsRoutes,
  actsInPost: false,
  amendable: null,
  visible: knownNearby,
  title: (adopted) => adopted && value.of(kind.region, adopted.county),
  file: regionsFile,
  regionsOf: (adopted, opening) => (opening instanceof AdoptRegions ? [opening.county] : adopted ? [adopted.county] : []),
};
