import { ruleBook } from '@lookback/kernel';

/** Why a view is not kept. */
export const {
  rules: viewRules,
  refuseIf,
  inapplicable,
} = ruleBook({
  'views.not-own': {
    kind: 'guard',
    en: 'The views of an account are changed by its holder only, and those of a unit by those who hold a post in it.',
    zh: '账号的已存查询只能由本人变更，单位的已存查询只能由在该单位任职的人员变更。',
  },
  'views.too-many': {
    kind: 'sense',
    en: 'No more than {most} views are kept; remove one first.',
    zh: '最多保存 {most} 个查询，请先删除一个。',
  },
  'views.absent': { kind: 'sense', en: 'This view is not there, or no longer.', zh: '没有这个查询，或已删除。' },
  'views.owner-absent': { kind: 'sense', en: 'Whose view it is has not come on record.', zh: '该查询的归属对象尚未登记。' },
});
