import { describe, expect, it } from '@jest/globals';
import type { EventOf, InBoth, Naming, Owner, RegionCode, UnitId } from '@lookback/kernel';
import { sealedTo } from '@lookback/kernel';
import * as person from './people/person.events.js';
import { personSentences } from './people/person.sentences.js';
import type { RegionName, UnitName } from './public-name.js';
import { regionsAdopted, type RegionSource } from './regions/regions.events.js';
import { regionsSentences } from './regions/regions.sentences.js';
import { unitRegistered } from './units/unit.events.js';
import { unitSentences } from './units/unit.sentences.js';

const naming: Naming = {
  person: (id) => id,
  region: () => '永寿县',
  unit: () => '县民政局',
  listed: (_, code) => ({ en: code, zh: code }),
  register: (name) => ({ en: name, zh: name }),
};
const seal = sealedTo('person-7' as Owner);
const region = '610426' as RegionCode;
const unit = 'u-1' as UnitId;
const all = { ...regionsSentences, ...unitSentences, ...personSentences } as Record<string, (data: never, naming: Naming) => InBoth>;
const said = ({ type, data }: EventOf) => all[type]?.(data as never, naming);

describe('the sentences of the registry', () => {
  it.each([
    [
      regionsAdopted({
        county: region,
        source: 'test-1' as RegionSource,
        divisions: [{ code: region, parent: '6104' as RegionCode, level: 'county', name: '永寿县' as RegionName }],
      }),
      '永寿县 took over 1 divisions (test-1).',
      '永寿县启用区划 1 个（test-1）。',
    ],
    [
      unitRegistered({ name: '县民政局' as UnitName, kind: 'department', region, level: 'county' }),
      '县民政局 was registered as a department in 永寿县.',
      '永寿县的行业部门“县民政局”登记入册。',
    ],
    [
      person.personRegistered({ name: seal('李伟'), phone: null, region, confirmed: false }),
      'Came on record as an official in 永寿县, identity not confirmed.',
      '登记为永寿县干部（身份未确认）。',
    ],
    [person.posted({ post: 'auditor', unit, level: 'county', region }), 'Was posted as auditor in 县民政局.', '任县民政局审计人员。'],
    [person.postEnded({ post: 'auditor', unit }), 'Ended as auditor in 县民政局.', '不再任县民政局审计人员。'],
  ])('say it in both languages: %#', (event, en, zh) => {
    expect(said(event)).toEqual({ en, zh });
  });
});
