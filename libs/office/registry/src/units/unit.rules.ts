import { type Level, levels, type RegionCode, ruleBook } from '@lookback/kernel';
import { levelOfRegion } from '../regions/region-code.js';

export const { rules, refuse, refuseIf } = ruleBook({
  'unit.registered-already': {
    kind: 'sense',
    en: 'The unit is already on record as "{name}".',
    zh: '该单位已登记为“{name}”。',
  },
  'unit.level-below-region': {
    kind: 'sense',
    en: 'A unit that works in {region} cannot be of the level "{level}".',
    zh: '工作区域为 {region} 的单位，级别不会是“{level}”。',
  },
});

/** A battle zone of one township is led by the county; a village body of a whole county is not to be had. */
export function refuseLevelBelow(region: RegionCode, level: Level): void {
  const own = levelOfRegion(region);
  refuseIf(own === null || levels.indexOf(level) < levels.indexOf(own), 'unit.level-below-region', { region, level });
}
