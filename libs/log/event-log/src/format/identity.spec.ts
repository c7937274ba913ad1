import { describe, expect, it } from '@jest/globals';
import type { StreamName } from '@lookback/kernel';
import { UnsupportedLog } from '../port/errors.js';
import { logStream } from '../port/log-stream.js';
import { identityIn } from './identity.js';

const says = { format: 1, suite: 'sha256-ed25519', origin: 'lookback-1', epoch: 2 };
const first = (said: object, otherwise: object = {}) => ({
  stream: logStream,
  type: 'LogOpened',
  data: JSON.stringify({ says: said }),
  ...otherwise,
});

describe('a log', () => {
  it('is known by the origin and epoch of its first entry', () => {
    expect(identityIn(first(says))).toEqual({ origin: 'lookback-1', epoch: 2 });
  });

  it.each<[string, ReturnType<typeof first>, string]>([
    ['an older form, which named none', first({ origin: 'lookback-1' }), 'says nothing where this release needs format 1'],
    ['a later form', first({ ...says, format: 2 }), 'says 2 where this release needs format 1'],
    ['other algorithms', first({ ...says, suite: 'sm3-sm2' }), 'says "sm3-sm2" where this release needs suite sha256-ed25519'],
    ['no origin', first({ ...says, origin: undefined }), 'says nothing where this release needs origin'],
    ['another first entry', first(says, { type: 'HouseholdTakenOver' }), 'says HouseholdTakenOver where this release needs LogOpened'],
    ['another first stream', first(says, { stream: 'household-1' as StreamName }), 'needs LogOpened'],
    ['what is no JSON', first(says, { data: '{' }), 'what is no JSON'],
  ])('of %s is refused in a sentence', (_, entry, sentence) => {
    expect(() => identityIn(entry)).toThrow(UnsupportedLog);
    expect(() => identityIn(entry)).toThrow(sentence);
  });
});
