import { namedIn as namedInAssistance } from '@lookback/case/assistance';
import { namedIn as namedInRectification } from '@lookback/case/rectification';
import type { EventOf, PersonId, UnitId } from '@lookback/kernel';

/** The officials and units that an entry of a household names by id in what it says. */
export function namedIn(event: EventOf): { readonly people: readonly PersonId[]; readonly units: readonly UnitId[] } {
  const slices = [namedInAssistance(event), namedInRectification(event)];
  return { people: slices.flatMap(({ people }) => people), units: slices.flatMap(({ units }) => units) };
}
