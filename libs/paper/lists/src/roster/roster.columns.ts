import { identificationCodes as codes } from '@lookback/case/identification';
import type { CauseCode, EthnicGroup } from '@lookback/case/identification';
import { input } from '@lookback/kernel';
import { coded, oneOf, yesOrNo } from '../cell-parsers.js';
import { householdNumber, identity, personNumber } from './numbers.js';
import { codeIn, type ListOfCounty, type ReadIn } from '../list-of-county.js';

const ethnicGroup = oneOf(Object.entries(codes.ethnicGroups).map(([code, word]) => [word.zh, code as EthnicGroup]));

/** What a row says of the household: every row of it says the same. Source: domain.md, section 5. */
export const householdColumns = (causes: ListOfCounty, where: ReadIn) => ({
  '县(市、区、旗)': input.text(50),
  '乡(镇)': input.text(50),
  行政村: input.text(50),
  户编号: input.optional(householdNumber),
  人数: input.whole(1_000),
  脱贫属性: coded(codes.listedStandings),
  贫困户属性: coded(codes.attributes),
  主要致贫原因: input.optional(codeIn<CauseCode>(causes, where)),
  危房户: yesOrNo,
  饮水安全: yesOrNo,
  饮水困难: yesOrNo,
  人均纯收入: input.yuan,
});

/** What a row says of its person. */
export const personColumns = {
  自然村: input.optional(input.text(100)),
  人编号: input.optional(personNumber),
  姓名: input.personName,
  证件号码: identity,
  与户主关系: coded(codes.relations),
  民族: input.optional(ethnicGroup),
  文化程度: input.optional(coded(codes.schoolings)),
  在校生状况: input.optional(coded(codes.pupilStatuses)),
  健康状况: input.optional(coded(codes.healths)),
  劳动技能: input.optional(coded(codes.labours)),
  务工状况: input.optional(coded(codes.workplaces)),
  '务工时间（月）': input.optional(input.whole(99)),
  参加大病医疗: yesOrNo,
  联系电话: input.optional(input.phone),
};

export type HouseholdColumn = keyof ReturnType<typeof householdColumns>;
export type RosterColumn = HouseholdColumn | keyof typeof personColumns;
