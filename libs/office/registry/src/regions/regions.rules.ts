import { type RegionCode, ruleBook } from '@lookback/kernel';
import { chainOf, levelOfRegion, regionAbove } from './region-code.js';
import type { Division } from './regions.events.js';

export const { rules, refuse, refuseIf } = ruleBook({
  'regions.adopted-already': {
    kind: 'sense',
    en: 'These very divisions of county {county} are in force on that day already.',
    zh: '县（区）{county} 当日已启用相同的区划。',
  },
  'regions.other-county': {
    kind: 'sense',
    en: 'The divisions of {county} are kept under its own code.',
    zh: '{county} 的区划须记在该县（区）代码之下。',
  },
  'regions.county-absent': {
    kind: 'sense',
    en: 'The divisions do not list county {county} itself.',
    zh: '区划清单中没有县（区）{county} 本身。',
  },
  'regions.code-twice': {
    kind: 'sense',
    en: 'Code {code} is listed twice.',
    zh: '代码 {code} 重复出现。',
  },
  'regions.level-unlike-code': {
    kind: 'sense',
    en: 'The number of digits of code {code} does not match the level "{level}".',
    zh: '代码 {code} 的位数与级别“{level}”不符。',
  },
  'regions.parent-unlike-code': {
    kind: 'sense',
    en: 'By its digits code {code} belongs to {above}, not to "{parent}".',
    zh: '按位数，代码 {code} 属于 {above}，而不是“{parent}”。',
  },
  'regions.parent-absent': {
    kind: 'sense',
    en: 'Code {code} belongs to {parent}, which is not listed.',
    zh: '代码 {code} 的上级 {parent} 不在清单中。',
  },
  'regions.outside-county': {
    kind: 'sense',
    en: 'Code {code} is neither within county {county} nor above it.',
    zh: '代码 {code} 既不在县（区）{county} 之内，也不是其上级。',
  },
});

/** Refuses a division whose code, level and parent do not agree, or whose parent is not listed. */
export function refuseFaulty({ code, level, parent }: Division, listed: { has(code: RegionCode): boolean }): void {
  refuseIf(levelOfRegion(code) !== level, 'regions.level-unlike-code', { code, level });
  const above = regionAbove(code);
  refuseIf(parent !== above, 'regions.parent-unlike-code', { code, parent, above });
  refuseIf(level !== 'province' && !listed.has(parent), 'regions.parent-absent', { code, parent });
}

/** Refuses a division that is neither of a county nor above it. */
export const refuseOutside = ({ code }: Division, county: RegionCode): void =>
  refuseIf(!chainOf(code).includes(county) && !chainOf(county).includes(code), 'regions.outside-county', { code, county });
