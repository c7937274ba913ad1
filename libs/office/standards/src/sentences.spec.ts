import { expect, it } from '@jest/globals';
import type { DocumentNumber, Naming, RegionCode } from '@lookback/kernel';
import type { ProposalId } from './standards.events.js';
import { standardsSentences as say } from './standards.sentences.js';

const naming: Naming = {
  person: (id) => id,
  region: () => '永寿县',
  unit: (id) => id,
  listed: (_, code) => ({ en: code, zh: code }),
  register: (name) => ({ en: name, zh: name }),
};
const proposal = 'p-1' as ProposalId;
const document = '永扶发〔2018〕12号' as DocumentNumber;
const exit = { standard: 'village-exit', value: { incidencePerMille: 30 } } as const;

it('says what became of standards in both languages', () => {
  expect(say.StandardsOpened({ region: '610426' as RegionCode }, naming).en).toBe('永寿县 keeps standards of its own.');
  expect(say.StandardProposed({ ...exit, proposal, document }, naming).zh).toBe('依据永扶发〔2018〕12号申请设定标准“贫困村退出标准”。');
  expect(say.StandardAdopted({ ...exit, proposal, document }, naming)).toEqual({
    en: 'The standard "exit of villages" came into force on 永扶发〔2018〕12号.',
    zh: '标准“贫困村退出标准”生效（依据永扶发〔2018〕12号）。',
  });
  expect(say.StandardAdopted({ ...exit, proposal: null, document: null }, naming).en).toBe(
    'The standard "exit of villages" came into force as shipped.',
  );
  expect(say.StandardDeclined({ proposal }, naming).zh).toBe('标准申请被否决。');
});
