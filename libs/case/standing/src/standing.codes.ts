import { identificationCodes } from '@lookback/case/identification';
import type { InBoth } from '@lookback/kernel';

type List = Readonly<Record<string, InBoth>>;

/** How a household stands towards the register. Source: procedures.md, 11.10. */
export const standings = {
  ordinary: { zh: '一般农户（档外）', en: 'outside the register' },
  ...identificationCodes.listedStandings,
  struck: { zh: '已清退', en: 'struck from the register' },
} as const satisfies List;
export type Standing = keyof typeof standings;

/** Whether a household is monitored for a return to poverty. Source: procedures.md, 11.10. */
export const monitorings = {
  none: { zh: '未监测', en: 'not monitored' },
  monitored: { zh: '监测中', en: 'monitored' },
  'risk-removed': { zh: '风险已消除', en: 'risk removed' },
} as const satisfies List;
export type Monitoring = keyof typeof monitorings;
