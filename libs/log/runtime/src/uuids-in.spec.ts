import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { uuidsIn } from './uuids-in.js';

describe('uuidsIn', () => {
  it('gives what RFC 9562 gives as its example', () => {
    expect(uuidsIn('6ba7b810-9dad-11d1-80b4-00c04fd430c8')('www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('gives what another implementation gives, whatever the name', () => {
    const uuid = fc.uuid();
    fc.assert(
      fc.property(uuid, fc.string({ unit: 'binary' }), (namespace, name) => {
        expect(uuidsIn(namespace)(name)).toBe(v5(name, namespace));
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
