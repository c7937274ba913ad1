import type { Recorded, RegionCode } from '@lookback/kernel';
import { nation } from '@lookback/office/registry';

/**
 * By whose lists the codes of a subject's entries are to be read: the smallest region whose standards one of them rested on; where none
 * rested on any, the county or region that an entry states; else the nation.
 */
export function placeSaidIn(history: readonly Recorded[]): RegionCode {
  const read = history.flatMap(({ by }) => by.reads.flatMap(({ stream }) => /^standards-(.+)$/.exec(stream)?.[1] ?? []));
  const stated = () => history.flatMap(({ data }) => placeIn(data as object)).at(0) ?? nation;
  return (read.toSorted((a, b) => digitsOf(b) - digitsOf(a)).at(0) as RegionCode | undefined) ?? stated();
}

const digitsOf = (region: string): number => (region === nation ? 0 : region.length);

function placeIn(data: object): RegionCode[] {
  const { county, region } = data as { readonly county?: unknown; readonly region?: unknown };
  return [county, region].filter((place): place is RegionCode => typeof place === 'string');
}
