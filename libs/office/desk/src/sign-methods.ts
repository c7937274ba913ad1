import type { InBoth } from '@lookback/kernel';

/** How a member of a household stands by what is recorded of the member's own act. Source: procedures.md, 11.2. */
export const signMethods = {
  signature: { en: 'signed', zh: '本人签字' },
  'thumb-print': { en: 'by thumb-print', zh: '按手印' },
  seal: { en: 'by seal', zh: '盖章' },
  online: { en: 'identified online', zh: '线上实名确认' },
  spoken: { en: 'spoken, on record', zh: '口头（录音）' },
} as const satisfies Readonly<Record<string, InBoth>>;

/** What the one is who acts for a member. Source: procedures.md, 11.2. */
export const proxyKinds = {
  member: { en: 'another member of the household', zh: '家庭成员' },
  'near-relative': { en: 'a near relative', zh: '近亲属' },
  'village-officer': { en: 'a village officer', zh: '村干部' },
  'group-head': { en: 'the head of the villagers’ group', zh: '村民小组长' },
  'grid-officer': { en: 'a grid officer', zh: '网格员' },
  guardian: { en: 'the guardian', zh: '监护人' },
} as const satisfies Readonly<Record<string, InBoth>>;
