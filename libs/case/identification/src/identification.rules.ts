import { ruleBook } from '@lookback/kernel';

export const {
  rules: identificationRules,
  refuse,
  refuseIf,
  inapplicable,
} = ruleBook({
  'identification.household-absent': {
    kind: 'sense',
    en: 'The household was not on record on that day.',
    zh: '该日期该户尚无登记。',
  },
  'identification.already-on-record': {
    kind: 'sense',
    en: 'The household is already on record.',
    zh: '该户已有登记。',
  },
  'identification.file-already-open': {
    kind: 'guard',
    en: 'A member already stands in file {file}.',
    zh: '成员已在档案 {file} 中登记。',
  },
  'identification.member-absent': {
    kind: 'sense',
    en: 'This person was not a member of the household on that day.',
    zh: '该日期此人不是该户成员。',
  },
  'identification.member-already-here': {
    kind: 'sense',
    en: 'This person is already a member of the household.',
    zh: '此人已是该户成员。',
  },
  'identification.citizen-number-unsound': {
    kind: 'sense',
    en: 'The citizen number is not valid: {fault}',
    zh: '证件号码有误：{fault}',
  },
  'identification.document-unsound': {
    kind: 'sense',
    en: 'The number of the document is not valid: {fault}',
    zh: '证件号码与证件类型不符：{fault}',
  },
  'identification.identity-missing': {
    kind: 'sense',
    en: 'Give exactly one of these: the citizen number, the kind and number of another document, or the reason why there is none.',
    zh: '公民身份号码、其他证件（类型和号码）、无证件号码的原因，须填且只填一项。',
  },
  'identification.born-later': {
    kind: 'sense',
    en: 'According to the citizen number the person was born on {born}, which is after {on}.',
    zh: '按证件号码，该人出生于 {born}，晚于 {on}。',
  },
  'identification.citizen-number-twice': {
    kind: 'guard',
    en: 'Another member of the household has this citizen number.',
    zh: '该户已有成员使用此证件号码。',
  },
  'identification.one-head': {
    kind: 'sense',
    en: 'A household has one head; this would make {heads}.',
    zh: '一户只有一名户主，此操作将使户主为 {heads} 名。',
  },
  'identification.head-cannot-leave': {
    kind: 'guard',
    en: 'The head cannot leave before another member has become head.',
    zh: '户主不能直接减员，须先变更户主。',
  },
  'identification.old-head-needs-relation': {
    kind: 'sense',
    en: 'State the relation of the former head to the new head.',
    zh: '须注明原户主与新户主的关系。',
  },
  'identification.income-does-not-add-up': {
    kind: 'sense',
    en: 'The parts add up to {expected} fen net, but {stated} fen is stated.',
    zh: '各项合计纯收入为 {expected} 分，填报为 {stated} 分。',
  },
  'identification.income-per-person-differs': {
    kind: 'sense',
    en: 'Net income divided by {persons} persons is {expected} fen a person, but {stated} fen is stated.',
    zh: '纯收入按 {persons} 人计算人均为 {expected} 分，填报为 {stated} 分。',
  },
  'identification.income-persons-differ': {
    kind: 'guard',
    en: 'The household had {members} members on that day, but {persons} are stated.',
    zh: '该日期该户有 {members} 人，填报为 {persons} 人。',
  },
  'identification.period-runs-backwards': {
    kind: 'sense',
    en: 'The period ends on {to}, before it begins on {from}.',
    zh: '收入期间的截止日 {to} 早于起始日 {from}。',
  },
  'identification.grade-belongs-to-housing': {
    kind: 'sense',
    en: 'A grade is required for housing and is not given for other guarantees.',
    zh: '住房安全须填写等级，其他保障不填等级。',
  },
  'identification.dangerous-house-not-met': {
    kind: 'sense',
    en: 'A house of grade {grade} does not meet the guarantee.',
    zh: '{grade} 级房屋不满足住房安全保障。',
  },
  'identification.cause-unknown': {
    kind: 'sense',
    en: 'Cause {cause} is not on the list in force.',
    zh: '致贫原因 {cause} 不在现行目录中。',
  },
  'identification.cause-repeated': {
    kind: 'sense',
    en: 'Cause {cause} is listed twice.',
    zh: '致贫原因 {cause} 重复。',
  },
});
