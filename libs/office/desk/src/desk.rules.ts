import { ruleBook } from '@lookback/kernel';

/** What the desk asks of every command, whatever its slice. */
export const {
  rules: deskRules,
  refuse,
  refuseIf,
} = ruleBook({
  'desk.not-yet': {
    kind: 'sense',
    en: 'It cannot take effect on {effectiveOn}: today is {today}.',
    zh: '生效日期 {effectiveOn} 晚于今天（{today}）。',
  },
  'desk.no-post-then': {
    kind: 'sense',
    en: 'The person who acted held no post on {on}.',
    zh: '行为人在 {on} 没有任职。',
  },
  'desk.no-member-then': {
    kind: 'sense',
    en: 'Nobody of this id was of the household on {on}.',
    zh: '{on} 该户没有此成员。',
  },
  'desk.done-in-a-post': {
    kind: 'sense',
    en: 'This is done by somebody in a post, not by a member of a household.',
    zh: '该事项由任职人员办理，不能由农户成员办理。',
  },
  'desk.done-by-householder': {
    kind: 'sense',
    en: 'This is done by a member of a household; name who.',
    zh: '该事项由农户成员办理，请注明成员。',
  },
  'desk.one-actor': {
    kind: 'sense',
    en: 'Either an official or a member of a household did it; both are named.',
    zh: '行为人只能是任职人员或农户成员之一，不能同时填写。',
  },
  'desk.nobody-known': {
    kind: 'sense',
    en: 'A person or unit that is named is not on record in the regions that this account may see.',
    zh: '所指人员或单位不在本账号可查看的范围内，或者没有登记。',
  },
  'desk.account-without-person': {
    kind: 'sense',
    en: 'This account belongs to no person: it may set up and administer, but not decide.',
    zh: '该账号没有对应人员，只能用于系统管理和建账，不能办理业务。',
  },
  'desk.own-name': {
    kind: 'sense',
    en: 'Verification, approval, cancellation and confirmation must be in one’s own name or rest on a named document.',
    zh: '核查、审批、销号、复核须以本人名义办理；代他人登记须注明依据文件。',
  },
  'desk.acted-elsewhere': {
    kind: 'sense',
    en: 'The person who acted and the recorder belong to different units and regions; name the document on which this rests.',
    zh: '行为人与登记人不属同一单位、同一地区，须注明依据文件。',
  },
  'desk.before-last-gate': {
    kind: 'guard',
    en: 'It cannot take effect on {effectiveOn}: the procedure has already reached {last}.',
    zh: '不能在 {effectiveOn} 生效：该程序已进行到 {last}。',
  },
  'desk.report-needed': {
    kind: 'guard',
    en: 'It took effect on {effectiveOn}, more than {days} days ago: send it as a late report, which a second person confirms.',
    zh: '生效日期 {effectiveOn} 距今已超过 {days} 天，须作为补录提交，由第二人复核。',
  },
  'desk.of-today': {
    kind: 'sense',
    en: 'A proposal, or the answer to one, is of today: {today}.',
    zh: '更正、补录的申请和复核，日期应为今天（{today}）。',
  },
  'desk.answered-now': {
    kind: 'sense',
    en: 'A proposal, or the answer to one, is made now; neither is reported late.',
    zh: '更正、补录的申请和复核须即时办理，不接受补录。',
  },
  'desk.takes-no-report': {
    kind: 'sense',
    en: 'Nothing is reported late of a subject of this kind ({subject}).',
    zh: '“{subject}”类档案不接受补录。',
  },
  'desk.not-corrected-by-form': {
    kind: 'sense',
    en: 'An entry of the kind {type} is not corrected; it can only be struck out.',
    zh: '“{type}”类记录不能更正，只能撤销。',
  },
  'desk.opened-by-act': {
    kind: 'sense',
    en: 'A file is opened by an act: before it is there, nothing is told late of it, and nobody could confirm that.',
    zh: '建档须直接办理：建档之前不能补录，也无人可以复核。',
  },
  'desk.opened-lately': {
    kind: 'sense',
    en: 'A file is opened from a day of the last {days} days; {effectiveOn} is earlier. What was there before is taken over from a list.',
    zh: '建档日期须在最近 {days} 天之内，{effectiveOn} 过早；此前已有的由名册接收。',
  },
  'desk.leaves-inapplicable': {
    kind: 'sense',
    en: 'Recorded for that day, it would contradict later entries: {rules}.',
    zh: '按该日期登记将与其后的记录矛盾：{rules}。',
  },
  'desk.evidence-missing': {
    kind: 'sense',
    en: 'No file {digests} has been uploaded here; upload evidence before naming it.',
    zh: '此处没有上传过 {digests}；请先上传证据材料再引用。',
  },
  'desk.standard-missing': {
    kind: 'sense',
    en: 'No standard "{standard}" is in force in {region} on {on}.',
    zh: '{region} 在 {on} 没有有效的标准“{standard}”。',
  },
});
