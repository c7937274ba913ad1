import {
  type EventOf,
  fact,
  type FileSections,
  namesNobody,
  type NamedIds,
  section,
  type Sentences,
  slice,
  type Titles,
  value,
  kind,
} from '@lookback/kernel';
import { fourEyes, withFourEyes } from '@lookback/office/four-eyes';
import { confidential, part, route, type Subject } from '@lookback/office/desk';
import * as ask from './dossier.commands.js';
import * as decide from './dossier.decider.js';
import type { Dossier } from './dossier.decider.js';
import * as events from './dossier.events.js';
import type { DossierEvent } from './dossier.events.js';

const may = ['inspect'] as const;

const file: FileSections<Dossier | null> = [
  section(
    'dossier',
    { en: 'dossier', zh: '卷宗' },
    (opened: Dossier | null) => opened,
    ({ county, words }) => [
      fact('county', { en: 'county', zh: '县' }, value.of(kind.region, county)),
      ...words.map((said, i) => fact(`words.${i}`, { en: 'notes', zh: '记录' }, value.words(said))),
    ],
  ),
];

/** A confidential kind of subject that the product does not have, in `dossier-<id>`: seen by the inspectors whom it names, until it is released. */
export const dossier: Subject<Dossier | null, DossierEvent> = {
  name: 'dossier',
  plural: 'dossiers',
  ...decide.dossierChapter,
  actsInPost: false,
  amendable: fourEyes,
  visible: confidential<Dossier | null>({
    right: 'inspect',
    circleOf: (opened) => opened?.circle ?? [],
    isReleased: (opened) => opened?.isReleased ?? false,
    released: ['inspect', 'audit'],
  }),
  title: (opened) => opened && value.plain('卷宗'),
  file,
  regionsOf: (opened, opening) => (opening instanceof ask.OpenDossier ? [opening.county] : opened ? [opened.county] : []),
  routes: withFourEyes<Dossier | null, DossierEvent>([
    route('open-dossier', ask.OpenDossier, decide.openDossier, { may, opens: true, called: { en: 'Opens a dossier', zh: '建立卷宗' } }),
    route('note', ask.NoteInDossier, decide.noteInDossier, { may, called: { en: 'Puts something down', zh: '记录' } }),
    route('release', ask.ReleaseDossier, decide.releaseDossier, { may, called: { en: 'Releases it', zh: '解密' } }),
  ]),
};

const titles: Titles<DossierEvent> = {
  DossierOpened: { en: 'dossier opened', zh: '建立卷宗' },
  DossierNoted: { en: 'put down', zh: '记录' },
  DossierReleased: { en: 'released', zh: '解密' },
};

const sentences: Sentences<DossierEvent> = {
  DossierOpened: () => ({ en: 'A dossier was opened.', zh: '建立卷宗。' }),
  DossierNoted: () => ({ en: 'Something was put down.', zh: '作了记录。' }),
  DossierReleased: () => ({ en: 'It was released.', zh: '已解密。' }),
};

function namedIn(event: EventOf): NamedIds {
  const { type, data } = event as DossierEvent;
  return type === 'DossierOpened' ? { people: data.circle, units: [] } : namesNobody;
}

/** Its line in a list of parts. */
export const dossierPart = part({
  subject: dossier,
  called: { en: 'dossier', zh: '卷宗' },
  slices: [slice({ events, titles, sentences, rules: decide.rules, namedIn, seals: { words: 'words' } })],
});
