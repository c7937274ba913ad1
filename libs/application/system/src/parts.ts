import { householdPart } from '@lookback/case/household';
import { fourEyesSlice, input, type Rules } from '@lookback/kernel';
import { attachmentRules } from '@lookback/log/attachment';
import { logSlice, logStream } from '@lookback/log/event-log';
import { accountPart } from '@lookback/office/access';
import { deskRules, type Part, Parts } from '@lookback/office/desk';
import { answerRules } from '@lookback/office/four-eyes';
import { personPart, regionsPart, unitPart } from '@lookback/office/registry';
import { seriesPart } from '@lookback/office/series';
import { standardsPart } from '@lookback/office/standards';
import { listRules } from '@lookback/paper/lists';
import { workbookRules } from '@lookback/paper/workbook';
import { heavyRules } from './heavy/heavy.rules.js';

/** What the log says of itself, and what second persons say in the streams of subjects. */
const logPart: Part = {
  kind: logStream,
  called: { en: 'log', zh: '日志' },
  slices: [logSlice, fourEyesSlice],
  subject: null,
  registers: [],
  models: () => [],
  reactions: [],
  reminders: [],
  controllers: [],
};

/** Every kind of subject that the product has: one more is one more line. */
export const productParts: readonly Part[] = [
  householdPart,
  personPart,
  unitPart,
  accountPart,
  standardsPart,
  regionsPart,
  seriesPart,
  logPart,
];

/** The product without its system: what it is made of. */
export const product = new Parts(productParts);

/** Every rule that may refuse, by name: those of the slices, and those of what takes whatever they are asked. */
export const ruleBooks = ({ rules }: Parts): Rules => ({
  ...rules,
  ...deskRules,
  ...answerRules,
  ...attachmentRules,
  ...input.inputRules,
  ...listRules,
  ...workbookRules.rules,
  ...heavyRules,
});
