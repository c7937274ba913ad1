import { describe, it } from '@jest/globals';
import { type Code, type Owner, sealedTo } from '@lookback/kernel';
import { by, rulesOf, townshipCadre } from '@lookback/testing';
import type { MemberId } from './identification.codes.js';
import * as decide from './identification.decider.js';
import * as did from './identification.events.js';
import { identification } from './identification.evolve.js';
import { takenOver } from './identification.fixture.js';

describe('a member without a citizen number', () => {
  const given = rulesOf(identification);
  const household = by(townshipCadre, takenOver(3), { effectiveOn: '2018-12-31' });
  const sealed = sealedTo('person-new-member' as Owner);
  const clear = {
    relation: 'daughter',
    ethnicGroup: '01' as Code<'ethnic-group'>,
    pupil: 'preschool',
    labour: 'none',
    seriousIllnessInsurance: true,
    reason: 'born',
  } as const;
  const joining = { ...clear, name: '张小花', health: 'healthy' } as const;
  const none = { number: null, schooling: null, work: null, phone: null, hamlet: null, asWritten: null, citizenNumber: null };
  const joined = { ...clear, ...none, member: 'new-member' as MemberId, name: sealed('张小花'), health: sealed('healthy' as const) };

  it('joins by another document, sealed to the member', () => {
    const document = { kind: 'hk-macao-permit', number: 'ｈ01234567' } as const;
    given(household)
      .when(decide.joinMember, { ...joining, document }, townshipCadre)
      .then(did.memberJoined({ ...joined, document: { kind: document.kind, documentNumber: sealed('H01234567') } }));
  });

  it('joins with the reason', () => {
    given(household)
      .when(decide.joinMember, { ...joining, document: null, withoutNumber: 'newborn' }, townshipCadre)
      .then(did.memberJoined({ ...joined, withoutNumber: 'newborn' }));
  });
});
