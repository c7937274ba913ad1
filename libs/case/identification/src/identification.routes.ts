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
  route('', TakeOverHousehold, decide.takeOverHousehold, {
    commandFrom: pick('HouseholdTakenOver'),
    may,
    fromList: true,
    opens: true,
    summary: { en: 'Takes a household over from a list', zh: '由名册接收农户' },
  }),
  route('open-household', ask.OpenHousehold, openHousehold, {
    commandFrom: pick('HouseholdOpened'),
    may,
    opens: true,
    looksFor: ({ members }) => ({ member: members.flatMap(({ citizenNumber, document }) => citizenNumber ?? document?.number ?? []) }),
    summary: { en: 'Opens the file of a household that has no number', zh: '建立农户档案（无户编号）' },
  }),
  route('join-member', ask.JoinMember, decide.joinMember, {
    commandFrom: pick('MemberJoined'),
    may,
    summary: { en: 'Adds a member', zh: '增加家庭成员' },
  }),
  route('leave-member', ask.LeaveMember, decide.leaveMember, {
    commandFrom: pick('MemberLeft'),
    may,
    summary: { en: 'Takes a member off', zh: '减少家庭成员' },
  }),
  route('change-head', ask.ChangeHead, decide.changeHead, {
    commandFrom: pick('HeadChanged'),
    may,
    summary: { en: 'Makes another member the head', zh: '变更户主' },
  }),
  route('assess-income', ask.AssessIncome, decide.assessIncome, {
    commandFrom: pick('IncomeAssessed'),
    may,
    summary: { en: 'Records the income of a period', zh: '核算家庭收入' },
  }),
  route('check-guarantee', ask.CheckGuarantee, decide.checkGuarantee, {
    commandFrom: pick('GuaranteeChecked'),
    may,
    summary: { en: 'Records whether a guarantee is met', zh: '核查保障情况' },
  }),
  route('survey-living-conditions', ask.SurveyLivingConditions, decide.surveyLivingConditions, {
    commandFrom: pick('LivingConditionsSurveyed'),
    may,
    summary: { en: 'Records how the household lives', zh: '登记生活条件' },
  }),
  route('reclassify-cause', ask.ReclassifyCause, decide.reclassifyCause, {
    commandFrom: pick('CauseReclassified'),
    may,
    standards: ['cause-codes'],
    summary: { en: 'Records for which causes the household is poor', zh: '调整致贫原因' },
  }),
);

/** What the registry gives to a household: a slice of its own view, since the register's word on it stands in another chapter. */
export const registryNumberRoutes = routes(
  route('give-registry-number', ask.GiveRegistryNumber, giveRegistryNumber, {
    commandFrom: pick('RegistryNumberGiven'),
    may,
    looksFor: ({ number }) => ({ number: [number] }),
    summary: { en: 'Records the number that the registry gave', zh: '登记户编号' },
  }),
);
