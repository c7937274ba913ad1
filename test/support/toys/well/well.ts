import { fact, type FileSections, section, slice, value, kind } from '@lookback/kernel';
import { byRegion, part, route, routes, type Subject } from '@lookback/office/desk';
import * as ask from './well.commands.js';
import * as decide from './well.decider.js';
import type { Well } from './well.decider.js';
import * as events from './well.events.js';
import type { WellEvent } from './well.events.js';
import { wells } from './wells.register.js';
import { wellSentences as sentences, wellTitles as titles } from './well.sentences.js';

const may = ['record'] as const;

const file: FileSections<Well | null> = [
  section(
    'well',
    { en: 'well', zh: '水井' },
    (well: Well | null) => well,
    ({ village, depthCm, safe, keeper, phone, words }) => [
      fact('village', { en: 'village', zh: '所在村' }, value.of(kind.region, village)),
      fact('depth', { en: 'depth in cm', zh: '井深（厘米）' }, value.plain(depthCm)),
      fact('safe', { en: 'safe water', zh: '水质合格' }, value.of(kind.yesNo, safe)),
      fact('keeper', { en: 'keeper', zh: '管护人' }, value.words(keeper)),
      fact('phone', { en: 'telephone', zh: '联系电话' }, value.findable(phone)),
      fact('words', { en: 'notes', zh: '备注' }, value.words(words)),
    ],
  ),
];

/** A kind of subject that the product does not have: a village's well, in `well-<id>`. */
export const well: Subject<Well | null, WellEvent> = {
  name: 'well',
  plural: 'wells',
  ...decide.wellChapter,
  actsInPost: false,
  amendable: null,
  visible: byRegion(),
  movesBy: ['WellHandedOn'],
  title: (dug) => dug && value.words(dug.keeper),
  file,
  regionsOf: (dug, opening) => (opening instanceof ask.DigWell ? [opening.village] : dug ? [dug.village] : []),
  routes: routes<Well | null, WellEvent>(
    route('dig-well', ask.DigWell, decide.digWell, { may, opens: true, called: { en: 'Dig a well', zh: '打井' } }),
    route('test-well', ask.TestWell, decide.testWell, { may, called: { en: 'Test the water', zh: '检测水质' } }),
    route('hand-on-well', ask.HandOnWell, decide.handOnWell, { may, called: { en: 'Hand on to another village', zh: '水井改属' } }),
    route('deepen-well', ask.DeepenWell, decide.deepenWell, { may, called: { en: 'Deepen', zh: '加深水井' } }),
  ),
};

/** Its line in a list of parts. */
export const wellPart = part({
  subject: well,
  registers: [wells],
  called: { en: 'well', zh: '水井' },
  slices: [slice({ events, titles, sentences, rules: decide.rules, seals: { keeper: 'words', phone: 'number', words: 'words' } })],
});
