import type { InBoth } from '@lookback/kernel';

/** The posts that a cadre may hold; their order breaks ties between posts of one level. Source: glossary.md, domain.md section 3. */
export const postKinds = {
  'county-leader': { en: 'county leader', zh: '县级领导' },
  'zone-commander': { en: 'zone commander', zh: '战区指挥长' },
  'deputy-zone-commander': { en: 'deputy zone commander', zh: '战区副指挥长' },
  'department-leader': { en: 'department leader', zh: '部门负责人' },
  'county-office': { en: 'officer of the county office', zh: '县扶贫办干部' },
  inspector: { en: 'discipline inspector', zh: '纪检监察干部' },
  auditor: { en: 'auditor', zh: '审计人员' },
  administrator: { en: 'system administrator', zh: '系统管理员' },
  'department-cadre': { en: 'department cadre', zh: '部门干部' },
  'promotion-group-member': { en: 'member of a work promotion group', zh: '工作推进组成员' },
  'commando-team-member': { en: 'member of a commando team', zh: '突击队队员' },
  'township-leader': { en: 'township leader', zh: '乡镇领导' },
  'town-commissioner': { en: 'town commissioner', zh: '扶贫专干' },
  'township-cadre': { en: 'township cadre', zh: '乡镇干部' },
  'first-secretary': { en: 'first secretary', zh: '第一书记' },
  'resident-team-member': { en: 'member of a resident team', zh: '驻村工作队队员' },
  'village-secretary': { en: 'village party secretary', zh: '村党支部书记' },
  'village-director': { en: 'village director', zh: '村委会主任' },
  'village-officer': { en: 'village officer', zh: '村干部' },
  'information-officer': { en: 'information officer', zh: '扶贫信息员' },
  other: { en: 'other post', zh: '其他岗位' },
} as const satisfies Record<string, InBoth>;

export type PostKind = keyof typeof postKinds;
