import { route, routes } from '@lookback/office/desk';
import { AdoptRegions } from './regions.commands.js';
import * as decide from './regions.decider.js';

/** Divisions come from a list, under the code of their county; those of next year can be adopted today. */
export const regionsRoutes = routes(
  route('adopt-regions', AdoptRegions, decide.adoptRegions, {
    may: ['administer'],
    called: { en: 'Takes over the divisions of a county', zh: '启用县（区）区划' },
    opens: true,
    fromList: true,
    ahead: true,
  }),
);
