import { Catalogue, type Code, event, fourEyesEvents, says, type Sealed } from '@lookback/kernel';
import { logEvents } from '@lookback/log/event-log';

/** What households of the example say: events of its own, as those of the product stay free until the first release. */
export const visited = event('Visited', 'fact', says<{ place: 'home' | 'field'; findings: Sealed<string> | null }>());
export const applied = event('Applied', { procedure: 'gates', key: 'run' }, says<{ run: Code<'run'> }>());
export const withdrew = event(
  'Withdrew',
  { procedure: 'gates', key: 'run' },
  says<{ run: Code<'run'>; proxyName: Sealed<string> | null }>(),
);
export const reminded = event('Reminded', 'fact', says<{ run: Code<'run'>; step: number }>());
export const takenOver = event(
  'TakenOver',
  'fact',
  says<{
    source: { file: Code<'digest'>; sheet: number; row: number };
    members: readonly { name: Sealed<string>; phone: Sealed<string> | null }[];
  }>(),
);
/** Of a second version. */
export const measured = event(
  'Measured',
  'fact',
  says<{ areaCm2: number }>().before<{ areaM2: number }>(({ areaM2 }) => ({ areaCm2: areaM2 * 10_000 })),
);

export const catalogue = new Catalogue(logEvents, fourEyesEvents, { visited, applied, withdrew, reminded, takenOver, measured });
