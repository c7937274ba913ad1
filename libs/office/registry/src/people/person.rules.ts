import { type RegionCode, ruleBook } from '@lookback/kernel';
import { chainOf } from '../regions/region-code.js';

export const { rules, refuse, refuseIf, inapplicable } = ruleBook({
  'person.registered-already': {
    kind: 'sense',
    en: 'This person is already on record.',
    zh: '该人员已经登记。',
  },
  'person.absent': {
    kind: 'sense',
    en: 'The person is not on record.',
    zh: '该人员尚未登记。',
  },
  'person.post-held-already': {
    kind: 'guard',
    en: 'The person has held the post "{post}" in {unit} since {since}.',
    zh: '该人员自 {since} 起已在 {unit} 任“{post}”。',
  },
  'person.post-not-held': {
    kind: 'sense',
    en: 'The person did not hold the post "{post}" in {unit} on that day.',
    zh: '该日此人并未在 {unit} 任“{post}”。',
  },
  'person.post-outside-region': {
    kind: 'sense',
    en: 'A person who serves in {serves} cannot hold a post in {region}.',
    zh: '在 {serves} 任职的人员不能担任 {region} 的职务。',
  },
});

/** An administrator of a township may not post its people to the county. */
export const refuseOutside = (region: RegionCode, serves: RegionCode): void =>
  refuseIf(!chainOf(region).includes(serves), 'person.post-outside-region', { region, serves });
