import type { InBoth } from '@lookback/kernel';

/** What a visitor looks at. Source: domain.md, "3+1" guarantees and the six topics of a household's record. */
export const topics = {
  housing: { en: 'housing', zh: '住房' },
  education: { en: 'education', zh: '教育' },
  health: { en: 'health care', zh: '医疗' },
  water: { en: 'water', zh: '饮水' },
  industry: { en: 'industry', zh: '产业' },
  employment: { en: 'employment', zh: '就业' },
} as const satisfies Readonly<Record<string, InBoth>>;
export type Topic = keyof typeof topics;

export const visitPlaces = {
  home: { en: 'at home', zh: '入户' },
  'village-office': { en: 'at the village office', zh: '村委会' },
  telephone: { en: 'by telephone', zh: '电话' },
} as const satisfies Readonly<Record<string, InBoth>>;
export type VisitPlace = keyof typeof visitPlaces;

/** To whom a helper's unit answers, as lists state it: 单位隶属关系. */
export const affiliations = {
  province: { en: 'unit of the province', zh: '省直' },
  city: { en: 'unit of the city', zh: '市直' },
  county: { en: 'unit of the county', zh: '县直' },
  township: { en: 'township', zh: '乡镇' },
} as const satisfies Readonly<Record<string, InBoth>>;
export type Affiliation = keyof typeof affiliations;
