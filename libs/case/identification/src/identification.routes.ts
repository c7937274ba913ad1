import { commandsFrom, route, routes } from '@lookback/office/desk';
import { commandFrom } from './command-from.js';
import * as ask from './identification.commands.js';
import * as decide from './identification.decider.js';
import { openHousehold } from './opening.decider.js';
import { giveRegistryNumber } from './registry-number.decider.js';
import { TakeOverHousehold } from './take-over.js';

const pick = commandsFrom(commandFrom);
const may = ['record'] as const;

export const identificationRoutes = routes(
  route('take-over-household', TakeOverHousehold, decide.takeOverHousehold, {
    commandFrom: pick('HouseholdTakenOver'),
    may,
    fromList: true,
    opens: true,
    called: { en: 'Taken over from a list', zh: '名册接收' },
  }),
  route('open-household', ask.OpenHousehold, openHousehold, {
    commandFrom: pick('HouseholdOpened'),
    may,
    opens: true,
    looksFor: ({ members }) => ({ member: members.flatMap(({ citizenNumber, document }) => citizenNumber ?? document?.number ?? []) }),
    places: {
      'identification.one-head': 'members',
      'identification.citizen-number-twice': 'members',
      'identification.citizen-number-unsound': 'members',
      'identification.document-unsound': 'members',
      'identification.identity-missing': 'members',
      'identification.born-later': 'members',
      'identification.file-already-open': 'members',
    },
    called: { en: 'Open a file', zh: '建立档案' },
  }),
  route('join-member', ask.JoinMember, decide.joinMember, {
    commandFrom: pick('MemberJoined'),
    may,
    called: { en: 'Add a member', zh: '增加成员' },
  }),
  route('leave-member', ask.LeaveMember, decide.leaveMember, {
    commandFrom: pick('MemberLeft'),
    may,
    called: { en: 'Remove a member', zh: '减少成员' },
  }),
  route('change-head', ask.ChangeHead, decide.changeHead, {
    commandFrom: pick('HeadChanged'),
    may,
    places: {
      'identification.member-absent': 'head',
      'identification.one-head': 'relations',
      'identification.old-head-needs-relation': 'relations',
    },
    called: { en: 'Change the head', zh: '变更户主' },
  }),
  route('assess-income', ask.AssessIncome, decide.assessIncome, {
    commandFrom: pick('IncomeAssessed'),
    may,
    prefill: (household) => ({ persons: household?.members.length }),
    called: { en: 'Assess income', zh: '核算收入' },
  }),
  route('check-guarantee', ask.CheckGuarantee, decide.checkGuarantee, {
    commandFrom: pick('GuaranteeChecked'),
    may,
    called: { en: 'Check a guarantee', zh: '核查保障' },
  }),
  route('survey-living-conditions', ask.SurveyLivingConditions, decide.surveyLivingConditions, {
    commandFrom: pick('LivingConditionsSurveyed'),
    may,
    called: { en: 'Survey living conditions', zh: '登记生活条件' },
  }),
  route('reclassify-cause', ask.ReclassifyCause, decide.reclassifyCause, {
    commandFrom: pick('CauseReclassified'),
    may,
    prefill: (household) => (household?.causes.main ? { main: household.causes.main, others: household.causes.others } : {}),
    standards: ['cause-codes'],
    called: { en: 'Reclassify the cause', zh: '调整致贫原因' },
  }),
);

/** What the registry gives to a household: a slice of its own view, since the register's word on it stands in another chapter. */
export const registryNumberRoutes = routes(
  route('give-registry-number', ask.GiveRegistryNumber, giveRegistryNumber, {
    commandFrom: pick('RegistryNumberGiven'),
    may,
    looksFor: ({ number }) => ({ number: [number] }),
    places: {
      'identification.member-absent': 'persons',
      'registration.number-of-other-person': 'persons',
      'registration.not-registered': 'number',
    },
    called: { en: 'Record the registry number', zh: '登记户编号' },
  }),
);
