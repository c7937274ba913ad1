import type { GateKind, ProcedureKind } from './gates.codes.js';
import type { GateLimit, Gates, GateStep } from './gates.dto.js';

/** In order; `|` stands between gates beside each other, `?` after one that may be left out. */
const orders: Readonly<Record<ProcedureKind, readonly string[]>> = {
  registration: [
    ...['application', 'home-check?', 'data-comparison?', 'appraisal', 'notice-village'],
    ...['township-review', 'notice-township', 'county-review', 'announcement'],
  ],
  return: [
    ...['proposal', 'home-check?', 'data-comparison?', 'appraisal', 'notice-village'],
    ...['township-review', 'notice-township', 'county-review', 'announcement'],
  ],
  strike: ['proposal', 'home-check', 'appraisal', 'notice-village', 'township-review', 'county-review', 'announcement'],
  exit: [
    ...['proposal', 'appraisal', 'verification', 'household-acceptance', 'notice-village'],
    ...['township-review', 'county-review', 'announcement'],
  ],
  revocation: ['proposal', 'county-review'],
  monitoring: [
    ...['authorisation', 'home-check|data-comparison', 'appraisal', 'notice-village'],
    ...['township-review', 'county-approval', 'announcement'],
  ],
  removal: ['proposal', 'home-check', 'appraisal', 'notice-village', 'township-review', 'county-approval', 'announcement'],
  recognition: [
    ...['proposal', 'notice-township', 'statement', 'scoring'],
    ...['approval-township-leader', 'approval-county-leader', 'publication'],
  ],
  'village-exit': ['proposal', 'verification', 'notice-township', 'county-review', 'superior-review?', 'announcement'],
  'county-exit': ['proposal', 'county-review', 'superior-review', 'evaluation', 'announcement'],
};

type Limit = readonly [of: ProcedureKind, gate: GateKind, from: GateKind, days: number];

/** In working days. */
const limits: readonly Limit[] = [
  ['registration', 'home-check', 'application', 10],
  ['registration', 'data-comparison', 'application', 10],
  ['registration', 'appraisal', 'application', 20],
  ['registration', 'township-review', 'notice-village', 10],
  ['registration', 'county-review', 'notice-township', 15],
  ['exit', 'appraisal', 'proposal', 10],
  ['exit', 'verification', 'appraisal', 20],
  ['exit', 'household-acceptance', 'verification', 5],
  ['exit', 'township-review', 'notice-village', 10],
  ['exit', 'county-review', 'township-review', 15],
  ['revocation', 'county-review', 'proposal', 20],
  ['monitoring', 'home-check', 'authorisation', 2],
  ['monitoring', 'data-comparison', 'authorisation', 5],
  ['monitoring', 'appraisal', 'home-check', 5],
  ['monitoring', 'township-review', 'notice-village', 3],
  ['monitoring', 'county-approval', 'township-review', 3],
  ['removal', 'home-check', 'proposal', 10],
  ['removal', 'township-review', 'notice-village', 10],
  ['removal', 'county-approval', 'township-review', 10],
];

const stepsOf = ([of, order]: [string, readonly string[]]): GateStep[] =>
  order.flatMap((beside, i) =>
    beside.split('|').map((written) => ({
      of: of as ProcedureKind,
      step: i + 1,
      gate: written.replace('?', '') as GateKind,
      optional: written.endsWith('?'),
    })),
  );

const limitOf = ([of, gate, from, days]: Limit): GateLimit => ({ of, gate, from, days, counted: 'working' });

/** Gates and limits as procedures usually have them. Source: procedures.md, chapters 1 to 5. */
export const shippedGates: Gates = { gates: Object.entries(orders).flatMap(stepsOf), limits: limits.map(limitOf) };
