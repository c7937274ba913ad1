/** What the console says of corrections, in either language. */
export const words = {
  zh: {
    ...{
      correct: '更正',
      strikeOut: '撤销',
      send: '提交',
      approve: '批准更正',
      decline: '不同意补录',
      wage: '工资性收入',
      was: '原为：9000.00',
    },
    ...{
      why: '更正理由',
      reason: '说明原因',
      waiting: '待复核的更正与补录',
      follows: '批准后将有的变化',
      corrected: '已更正',
      struckOut: '已撤销',
    },
    ...{ before: /人均纯收入 3000\.00 元/, after: /人均纯收入 4000\.00 元/, agreed: '批准', changed: '由此引起的变化' },
  },
  en: {
    ...{
      correct: 'Correct',
      strikeOut: 'Strike out',
      send: 'Record',
      approve: 'Approve the correction',
      decline: 'Decline the late report',
    },
    ...{ wage: 'Wages', was: 'It was: 9000.00', why: 'Why it is wrong', reason: 'Reason', waiting: 'Waiting for a second person' },
    ...{ send: 'Record', follows: 'What would follow once it is approved', corrected: 'Corrected', struckOut: 'Struck out' },
    ...{
      before: /per person from [^:]*: 3000\.00 yuan/,
      after: /per person from [^:]*: 4000\.00 yuan/,
      agreed: 'agreed to by',
      changed: 'What that changed',
    },
  },
} as const;
export type Language = keyof typeof words;
