import { describe, expect, it } from '@jest/globals';
import { erased, type EventOf, type Owner, Quoted, Sealed, sealedTo } from '@lookback/kernel';
import { redacted } from './redacted-payload.js';

const owner = 'member-1' as Owner;
const box = sealedTo(owner);
const seals: Readonly<Record<string, string>> = {
  'Joined name': 'words',
  'Joined citizenNumber': 'number',
  'Joined asWritten': 'typed',
  'Set hash': 'secret',
};
const parts = { sealOf: (type: string, field: string) => (seals[`${type} ${field}`] ?? 'secret') as 'words' };
const value = (shown: unknown) => ({ sealed: owner, value: shown });
const to = (sight: 'whole' | 'masked', event: EventOf) => redacted(event, { sight, parts });

const joined: EventOf = {
  type: 'Joined',
  data: {
    reason: 'born',
    members: [{ name: box('张三'), citizenNumber: box('610426194204158094') }],
    notes: [box('a'), box('b')],
    asWritten: box({ 证件号码: '610426 19420415 8094' }),
  },
};

describe('what an entry says', () => {
  it('is shown as its slice says of each field, wherever it stands', () => {
    expect(to('whole', joined)).toEqual({
      reason: 'born',
      members: [{ name: value('张三'), citizenNumber: value('610426194204158094') }],
      notes: [value(null), value(null)],
      asWritten: value({ 证件号码: '610426 19420415 8094' }),
    });
    expect(to('masked', joined)).toMatchObject({
      members: [{ name: value('张三'), citizenNumber: value('610426********8094') }],
      asWritten: value(null),
    });
  });

  it('shows nobody what is secret, nor what no slice speaks of', () => {
    expect(to('whole', { type: 'Set', data: { hash: box('$argon2id$…'), new: box('…') } })).toEqual({
      hash: value(null),
      new: value(null),
    });
  });

  it('shows what it quotes as the slice of that', () => {
    const proposed = { type: 'Proposed', data: { name: box('x'), wanted: { event: new Quoted(joined) } } };
    const said = to('masked', proposed) as { readonly name: unknown; readonly wanted: { readonly event: unknown } };
    expect(said.name).toEqual(value(null));
    expect(said.wanted.event).toEqual({ type: 'Joined', data: to('masked', joined) });
  });

  it('says of what is erased that it is', () => {
    const gone = { type: 'Joined', data: { citizenNumber: new Sealed(owner, erased) } };
    expect(to('masked', gone)).toEqual({ citizenNumber: value({ erased: true }) });
  });
});
