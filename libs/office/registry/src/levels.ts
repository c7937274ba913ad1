import type { InBoth, Level } from '@lookback/kernel';

/** What levels of the administration are called. */
export const levelWords: Readonly<Record<Level, InBoth>> = {
  village: { en: 'village', zh: '村级' },
  township: { en: 'township', zh: '乡镇级' },
  county: { en: 'county', zh: '县级' },
  city: { en: 'city', zh: '市级' },
  province: { en: 'province', zh: '省级' },
  nation: { en: 'nation', zh: '国家级' },
};
