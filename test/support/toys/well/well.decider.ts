import { type Chapter, type Decision, type DataOf, type Owner, ruleBook, sealedTo } from '@lookback/kernel';
import type * as ask from './well.commands.js';
import * as did from './well.events.js';
import type { WellEvent } from './well.events.js';

export const { rules, refuse, refuseIf } = ruleBook({
  'well.dug-already': { kind: 'sense', en: 'The well is there already.', zh: '该水井已登记。' },
  'well.not-deeper': { kind: 'sense', en: 'A well of {depthCm} cm is not made deeper to that.', zh: '水井深 {depthCm} 厘米，不能再浅。' },
});

/** A well as it is; null before it is dug. */
export type Well = DataOf<WellEvent, 'WellDug'> & { readonly safe: boolean | null };
type Decide<Command> = Decision<Command, Well | null, WellEvent>;

export const digWell: Decide<ask.DigWell> = (well, { village, depthCm, keeper, phone, words }, { subject }) => {
  refuseIf(well !== null, 'well.dug-already');
  const sealed = sealedTo(subject as string as Owner);
  return [
    did.wellDug({ village, depthCm, keeper: sealed(keeper), phone: sealed(phone), words: words === undefined ? null : sealed(words) }),
  ];
};
export const testWell: Decide<ask.TestWell> = (_, { safe }) => [did.wellTested({ safe })];
export const handOnWell: Decide<ask.HandOnWell> = (_, { village }) => [did.wellHandedOn({ village })];
export const deepenWell: Decide<ask.DeepenWell> = (well, { depthCm }) => {
  if (well && depthCm <= well.depthCm) refuse('well.not-deeper', { depthCm: well.depthCm });
  return [did.wellDeepened({ depthCm })];
};

export const wellChapter: Chapter<Well | null, WellEvent> = {
  initial: null,
  onEveryDay: ['WellDug'],
  evolve: {
    WellDug: (_, dug) => ({ ...dug, safe: null }),
    WellTested: (well, { safe }) => well && { ...well, safe },
    WellHandedOn: (well, { village }) => well && { ...well, village },
    WellDeepened: (well, { depthCm }) => well && { ...well, depthCm },
  },
};
