import { value, kind } from '@lookback/kernel';
import { knownNearby, type Subject } from '@lookback/office/desk';
import { OpenStandards } from './standards.commands.js';
import { type Standards, standardsChapter } from './standards.decider.js';
import type { StandardsEvent } from './standards.events.js';
import { standardsFile } from './standards.file.js';
import { standardsRoutes } from './standards.routes.js';

/** The rules of one region, dated, in `standards-<region code>`. */
export const standards: Subject<Standards, StandardsEvent> = {
  name: 'standards',
  plural: 'standards',
  ...standardsChapter,
  routes: standardsRoutes,
  actsInPost: false,
  amendable: null,
  visible: knownNearby,
  title: ({ region }) => (region === null ? null : value.of(kind.region, region)),
  file: standardsFile,
  regionsOf: ({ region }, opening) => (opening instanceof OpenStandards ? [opening.region] : region === null ? [] : [region]),
};
