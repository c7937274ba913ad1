import type { InBoth, Sentences, Titles } from '@lookback/kernel';
import * as codes from './identification.codes.js';
import * as openings from './opening.codes.js';
import type { IdentificationEvent } from './identification.events.js';

const yuan = (fen: number) => (fen / 100).toFixed(2);
const word = <Key extends string>(list: Readonly<Record<Key, InBoth>>, key: Key): InBoth => list[key];

/** What happened to a household, as it is told. */
export const identificationSentences: Sentences<IdentificationEvent> = {
  HouseholdTakenOver: ({ standing, attribute, members, source }) => ({
    en: `Taken over from a list (row ${source.row}): ${members.length} members, ${word(codes.listedStandings, standing).en}, ${word(codes.attributes, attribute).en}.`,
    zh: `由名册接收（第 ${source.row} 行）：${members.length} 人，${word(codes.listedStandings, standing).zh}，${word(codes.attributes, attribute).zh}。`,
  }),
  HouseholdOpened: ({ basis, members }) => ({
    en: `File opened (${word(openings.openingBases, basis).en}); members: ${members.length}.`,
    zh: `建立档案（${word(openings.openingBases, basis).zh}）：${members.length} 人。`,
  }),
  RegistryNumberGiven: ({ number }) => ({ en: `The registry gave number ${number}.`, zh: `户编号：${number}。` }),
  MemberJoined: ({ member, relation, reason }, { person }) => ({
    en: `${person(member)} joined as ${word(codes.relations, relation).en} (${word(codes.joinReasons, reason).en}).`,
    zh: `增加成员${person(member)}，与户主关系：${word(codes.relations, relation).zh}（${word(codes.joinReasons, reason).zh}）。`,
  }),
  MemberLeft: ({ member, reason }, { person }) => ({
    en: `${person(member)} left the household (${word(codes.leaveReasons, reason).en}).`,
    zh: `减少成员${person(member)}（${word(codes.leaveReasons, reason).zh}）。`,
  }),
  HeadChanged: ({ head }, { person }) => ({ en: `${person(head)} became head.`, zh: `户主变更为${person(head)}。` }),
  IncomeAssessed: ({ period, lineYear, perPersonFen }) => ({
    en: `Net income per person from ${period.from} to ${period.to}: ${yuan(perPersonFen)} yuan, held against the line of ${lineYear}.`,
    zh: `${period.from} 至 ${period.to} 人均纯收入 ${yuan(perPersonFen)} 元，对照 ${lineYear} 年标准。`,
  }),
  GuaranteeChecked: ({ kind, met, grade }) => ({
    en: `${word(codes.guarantees, kind).en}: ${met ? 'met' : 'not met'}${grade ? `, grade ${grade}` : ''}.`,
    zh: `${word(codes.guarantees, kind).zh}：${met ? '达标' : '未达标'}${grade ? `，房屋 ${grade} 级` : ''}。`,
  }),
  LivingConditionsSurveyed: ({ housingSquareMetres, safeWater, accessRoad }) => ({
    en: `Living conditions surveyed: ${housingSquareMetres} m² of housing, ${safeWater ? 'safe' : 'unsafe'} water, ${word(codes.accessRoads, accessRoad).en} road.`,
    zh: `生活条件：住房 ${housingSquareMetres} 平方米，饮水${safeWater ? '安全' : '不安全'}，入户路为${word(codes.accessRoads, accessRoad).zh}。`,
  }),
  CauseReclassified: ({ main, others }, { listed }) => {
    const [first, ...rest] = [main, ...others].map((code) => listed('cause-codes', code)) as [InBoth, ...InBoth[]];
    return {
      en: `Main cause of poverty: ${first.en}${rest.length > 0 ? `; others: ${rest.map(({ en }) => en).join(', ')}` : ''}.`,
      zh: `主要致贫原因：${first.zh}${rest.length > 0 ? `；其他原因：${rest.map(({ zh }) => zh).join('、')}` : ''}。`,
    };
  },
};

/** What each of its events is called. */
export const identificationTitles: Titles<IdentificationEvent> = {
  HouseholdTakenOver: { en: 'household taken over', zh: '农户接收' },
  HouseholdOpened: { en: 'file opened', zh: '建立档案' },
  RegistryNumberGiven: { en: 'registry number given', zh: '登记户编号' },
  MemberJoined: { en: 'member joined', zh: '增加成员' },
  MemberLeft: { en: 'member left', zh: '减少成员' },
  HeadChanged: { en: 'head changed', zh: '户主变更' },
  IncomeAssessed: { en: 'income assessed', zh: '收入核算' },
  GuaranteeChecked: { en: 'guarantee checked', zh: '保障核查' },
  LivingConditionsSurveyed: { en: 'living conditions surveyed', zh: '生活条件调查' },
  CauseReclassified: { en: 'cause reclassified', zh: '致贫原因变更' },
};
