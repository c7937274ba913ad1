import { kind } from '@lookback/kernel';

export const rightWords = { en: 'Right', zh: '权限' } as const;

/** Where a right holds: in regions, or with units. */
export const scope = { regions: kind.regions(100), units: kind.units(100) } as const;
export const scopeWords = {
  regions: {
    en: 'Regions',
    zh: '区域',
    hint: { en: 'Valid in the regions chosen and all below them.', zh: '在所选区域及其下级有效。' },
    optional: true,
  },
  units: {
    en: 'Units',
    zh: '单位',
    hint: { en: 'Valid only for what lies with the units chosen, in whatever region.', zh: '只对归属所选单位的事项有效，不论在哪个地区。' },
    optional: true,
  },
} as const;

/** Beside which field it stands that a scope is none. */
export const scopePlaces = {
  'access.scope-missing': 'regions',
  'access.right-by-region': 'units',
  'access.unit-absent': 'units',
  'access.too-many-regions': 'regions',
} as const;

/** Beside which field it stands that a password is none. */
export const passwordPlaces = {
  'access.password-too-short': 'password',
  'access.password-too-long': 'password',
  'access.password-is-login': 'password',
  'access.password-is-common': 'password',
} as const;
