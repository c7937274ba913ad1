import { type Chapter, type Decision, type Owner, type PersonId, type RegionCode, ruleBook, type Sealed, sealedTo } from '@lookback/kernel';
import type * as ask from './dossier.commands.js';
import * as did from './dossier.events.js';
import type { DossierEvent } from './dossier.events.js';

export const { rules, refuseIf } = ruleBook({
  'dossier.opened-already': { kind: 'sense', en: 'The dossier is there already.', zh: '该卷宗已建立。' },
});

export interface Dossier {
  readonly county: RegionCode;
  readonly circle: readonly PersonId[];
  readonly words: readonly Sealed<string>[];
  readonly isReleased: boolean;
}

type Decide<Command> = Decision<Command, Dossier | null, DossierEvent>;

export const openDossier: Decide<ask.OpenDossier> = (dossier, { county, circle, words }, { subject }) => {
  refuseIf(dossier !== null, 'dossier.opened-already');
  return [did.dossierOpened({ county, circle, words: sealedTo(subject as string as Owner)(words) })];
};
export const noteInDossier: Decide<ask.NoteInDossier> = (_, { words }, { subject }) => [
  did.dossierNoted({ words: sealedTo(subject as string as Owner)(words) }),
];
export const releaseDossier: Decide<ask.ReleaseDossier> = () => [did.dossierReleased({})];

export const dossierChapter: Chapter<Dossier | null, DossierEvent> = {
  initial: null,
  evolve: {
    DossierOpened: (_, { county, circle, words }) => ({ county, circle, words: [words], isReleased: false }),
    DossierNoted: (dossier, { words }) => dossier && { ...dossier, words: [...dossier.words, words] },
    DossierReleased: (dossier) => dossier && { ...dossier, isReleased: true },
  },
};
