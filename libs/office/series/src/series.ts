import type { RegionCode } from '@lookback/kernel';
import { knownNearby, route, routes, type Subject } from '@lookback/office/desk';
import type { SeriesKind } from './series.codes.js';
import { ReserveNumbers } from './series.commands.js';
import { reserveNumbers, type Series, seriesChapter } from './series.decider.js';
import type { SeriesEvent } from './series.events.js';

/** A series of numbers, in `series-<county>-<kind>-<year>`. */
export const series: Subject<Series, SeriesEvent> = {
  name: 'series',
  plural: 'series',
  ...seriesChapter,
  routes: routes(
    route('', ReserveNumbers, reserveNumbers, {
      may: ['record', 'review', 'inspect', 'audit', 'cancel'],
      opens: true,
      inPart: true,
      consults: ['number-patterns'],
      called: { en: 'Reserves numbers', zh: '预留编号' },
    }),
  ),
  actsInPost: false,
  amendable: null,
  visible: knownNearby,
  title: () => null,
  file: [], // its entries say all there is
  regionsOf: (_, opening) => (opening instanceof ReserveNumbers ? [opening.county] : []),
};

export const seriesIdOf = (county: RegionCode, kind: SeriesKind, year: number): string => `${county}-${kind}-${year}`;
