import { describe, expect, it } from '@jest/globals';
import { Catalogue, event, says, fourEyesEvents } from './index.js';

const opened = event('Opened', 'fact', says<{ fen: number }>());
const paid = event(
  'Paid',
  { procedure: 'office' },
  says<{ fen: number; late: boolean }>()
    .before<{ fen: number }>((older) => ({ ...older, late: false }))
    .before<{ yuan: number }>(({ yuan }) => ({ fen: yuan * 100 })),
);

const found = event('Found', { procedure: 'rectification', key: 'number' }, says<{ number: 1 | 2 }>());
const noted = event('Noted', { fact: 'rectification', key: 'problem' }, says<{ problem: 1 | 2 }>());
const cured = event('Cured', { procedure: 'rectification', key: 'problem' }, says<{ problem: 1 | 2 }>());

describe('the catalogue', () => {
  const catalogue = new Catalogue({ opened, paid, found, noted, cured }, fourEyesEvents);

  it('knows every kind by name and version', () => {
    expect(catalogue.types).toEqual(expect.arrayContaining(['Opened', 'Paid', 'EntryCorrected']));
    expect([catalogue.versionOf('Opened'), catalogue.versionOf('Paid')]).toEqual([1, 3]);
  });

  it('knows of which procedure an event is a gate', () => {
    expect(catalogue.procedureOf(opened({ fen: 1 }))).toBeNull();
    expect(catalogue.procedureOf(paid({ fen: 1, late: false }))).toBe('office');
  });

  it('tells procedures of one subject apart, whatever the field is called', () => {
    const [first, second] = [1, 2] as const;
    expect(
      [found({ number: first }), cured({ problem: first }), cured({ problem: second })].map((gate) => catalogue.procedureOf(gate)),
    ).toEqual(['rectification 1', 'rectification 1', 'rectification 2']);
  });

  it('knows of which run or problem an event is, be it a gate or a fact', () => {
    const said = [found({ number: 1 }), noted({ problem: 1 }), cured({ problem: 2 }), opened({ fen: 1 }), paid({ fen: 1, late: false })];
    expect(said.map((event) => catalogue.runOf(event))).toEqual(['rectification 1', 'rectification 1', 'rectification 2', null, null]);
    expect(catalogue.procedureOf(noted({ problem: 1 }))).toBeNull();
  });

  it.each([
    [1, { yuan: 2 }],
    [2, { fen: 200 }],
    [3, { fen: 200, late: false }],
  ])('reads version %i as today knows it', (version, stored) =>
    expect(catalogue.read('Paid', version, stored)).toEqual({ type: 'Paid', data: { fen: 200, late: false } }),
  );

  it('is loud about a type that it does not know, whatever is asked of it', () => {
    const loud = 'the log holds "Wished", which this release does not know';
    expect(() => catalogue.read('Wished', 1, {})).toThrow(loud);
    expect(() => catalogue.versionOf('Wished')).toThrow(loud);
    expect(() => catalogue.procedureOf({ type: 'constructor', data: {} })).toThrow('the log holds "constructor"');
  });

  it.each([4, 0, -1, 1.5, Number.NaN])('is loud about version %d, which there is not', (version) =>
    expect(() => catalogue.read('Paid', version, {})).toThrow(`the log holds version ${version} of "Paid"; this release knows 1 to 3`),
  );

  it('refuses two kinds of one name', () =>
    expect(() => new Catalogue({ opened, paid }, { again: event('Paid', 'fact', says<{ fen: number }>()) })).toThrow(
      'two events share a name: Paid',
    ));
});
