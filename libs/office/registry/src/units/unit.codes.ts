import type { InBoth } from '@lookback/kernel';

/** The kinds of bodies that take part. Source: glossary.md, People, places, bodies. */
export const unitKinds = {
  'county-office': { en: 'county poverty alleviation office', zh: '县扶贫办' },
  headquarters: { en: 'headquarters', zh: '脱贫攻坚指挥部' },
  department: { en: 'department', zh: '行业部门' },
  township: { en: 'township', zh: '乡镇（街道）' },
  'village-committee': { en: 'village committees', zh: '村“两委”' },
  'support-unit': { en: 'rear-support unit', zh: '后盾单位' },
  'resident-team': { en: 'resident team', zh: '驻村工作队' },
  'work-promotion-group': { en: 'work promotion group', zh: '工作推进组' },
  'battle-zone': { en: 'battle zone', zh: '战区' },
  'commando-team': { en: 'commando team', zh: '突击队' },
  inspectorate: { en: 'discipline inspectorate', zh: '纪委监委' },
  'audit-office': { en: 'audit office', zh: '审计局' },
  other: { en: 'other unit', zh: '其他单位' },
} as const satisfies Record<string, InBoth>;

export type UnitKind = keyof typeof unitKinds;
