import { assistanceRules } from '@lookback/case/assistance';
import { householdEvents } from '@lookback/case/household';
import { identificationRules } from '@lookback/case/identification';
import { rectificationRules } from '@lookback/case/rectification';
import { Catalogue, input, type Rules, fourEyesEvents, fourEyesRules } from '@lookback/kernel';
import { attachmentRules } from '@lookback/log/attachment';
import { logEvents } from '@lookback/log/event-log';
import { accessRules, accountEvents } from '@lookback/office/access';
import { deskRules } from '@lookback/office/desk';
import { personEvents, personRules, regionsEvents, regionsRules, unitEvents, unitRules } from '@lookback/office/registry';
import { seriesEvents } from '@lookback/office/series';
import { standardsEvents, standardsRules } from '@lookback/office/standards';
import { listRules } from '@lookback/paper/lists';
import { workbookRules } from '@lookback/paper/workbook';
import { heavyRules } from './heavy/heavy.rules.js';

/** Every kind of event that this release may find in a log. */
export const catalogue = new Catalogue(
  logEvents,
  fourEyesEvents,
  accountEvents,
  regionsEvents,
  unitEvents,
  personEvents,
  standardsEvents,
  seriesEvents,
  householdEvents,
);

/** Every rule that may refuse, by name. */
export const ruleBooks: Rules = {
  ...deskRules,
  ...fourEyesRules,
  ...accessRules,
  ...regionsRules,
  ...unitRules,
  ...personRules,
  ...standardsRules,
  ...identificationRules,
  ...assistanceRules,
  ...rectificationRules,
  ...attachmentRules,
  ...input.inputRules,
  ...listRules,
  ...workbookRules.rules,
  ...heavyRules,
};
