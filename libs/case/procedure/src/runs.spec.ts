import { describe, expect, it } from '@jest/globals';
import { type CalendarDate, collectingBreaches, fold, type Refusal } from '@lookback/kernel';
import { by, circumstancesOf, rulesOf, townshipCadre } from '@lookback/testing';
import { runCode } from './run.codes.js';
import { limitsIn } from './run-limits.js';
import { begin, complete, did, pass, refuseRun, sendBack, toyGates, toyRuns } from './toy.fixture.js';

const given = rulesOf(toyRuns);
const years = [{ year: 2020, daysOff: ['2020-03-16'], makeUpDays: [] }];
const on = (effectiveOn: CalendarDate) => ({ effectiveOn, standards: { gates: toyGates, 'work-calendar': { years } } });
const told = (event: Parameters<typeof by>[1], effectiveOn: CalendarDate) => by(townshipCadre, event as never, { effectiveOn });

const run = runCode('exit', 1);
const of = 'exit' as const;
const due = [{ gate: 'appraisal', on: '2020-03-12' }] as const;
const begun = told(did.begun({ run, of, gate: 'proposal', due }), '2020-03-02');
const passed = (gate: Parameters<typeof did.gatePassed>[0]['gate'], day: CalendarDate) =>
  told(did.gatePassed({ run, of, gate, due: [] }), day);
const rest = [passed('appraisal', '2020-03-05'), passed('data-comparison', '2020-03-06'), passed('announcement', '2020-03-09')];

describe('a run', () => {
  it('begins by its first gate, which says what is due from it', () => {
    given()
      .when(begin, { of, gate: 'proposal' }, townshipCadre, on('2020-03-02'))
      .then(did.begun({ run, of, gate: 'proposal', due }));
  });

  it('begins by no other gate', () => {
    const asked = { of, gate: 'appraisal' } as const;
    given()
      .when(begin, asked, townshipCadre, on('2020-03-02'))
      .thenRefused('procedure.gate-out-of-order', { run, next: 'proposal', gate: 'appraisal' });
  });

  it('of a kind that no list has is told which standard is missing', () => {
    const asked = { of: 'strike', gate: 'proposal' } as const;
    given()
      .when(begin, asked, townshipCadre, on('2020-03-02'))
      .thenRefused('procedure.standard-missing', { standard: 'gates', on: '2020-03-02' });
  });

  it('does not begin while another of its kind is under way, and of another kind does', () => {
    given(begun)
      .when(begin, { of, gate: 'proposal' }, townshipCadre, on('2020-03-03'))
      .thenRefused('procedure.run-open-already', { of, run });
    const other = { run: runCode('removal', 1), of: 'removal', gate: 'proposal', due: [] } as const;
    given(begun).when(begin, { of: 'removal', gate: 'proposal' }, townshipCadre, on('2020-03-03')).then(did.begun(other));
  });

  it('counts on after one that ended', () => {
    const refused = told(did.ended({ run, of, outcome: 'refused' }), '2020-03-03');
    const again = did.begun({ run: runCode(of, 2), of, gate: 'proposal', due: [{ gate: 'appraisal', on: '2020-03-14' }] });
    given(begun, refused).when(begin, { of, gate: 'proposal' }, townshipCadre, on('2020-03-04')).then(again);
  });

  it('that is not there, that ended, or that was before the record is not open', () => {
    const ended = [begun, told(did.ended({ run, of, outcome: 'withdrawn' }), '2020-03-03')];
    for (const [history, asked] of [
      [[], run],
      [ended, run],
      [[begun], runCode(of, 0)],
    ] as const)
      given(...history)
        .when(pass, { run: asked, gate: 'appraisal' }, townshipCadre, on('2020-03-04'))
        .thenRefused('procedure.run-not-open', { run: asked });
  });

  it('is of its own kind only', () => {
    given(begun)
      .when(refuseRun, { run, of: 'removal' }, townshipCadre, on('2020-03-04'))
      .thenRefused('procedure.run-of-other-kind', { run, of: 'removal' });
  });
});

describe('a gate', () => {
  it.each(['home-check', 'appraisal', 'data-comparison'] as const)('%s may follow, left out or beside another', (gate) => {
    const due = gate === 'appraisal' ? [{ gate: 'announcement', on: '2020-03-17' } as const] : [];
    given(begun).when(pass, { run, gate }, townshipCadre, on('2020-03-12')).then(did.gatePassed({ run, of, gate, due }));
  });

  it('waits for all that stand before it', () => {
    const facts = { run, next: 'data-comparison', gate: 'announcement' };
    given(begun, passed('appraisal', '2020-03-05'))
      .when(pass, { run, gate: 'announcement' }, townshipCadre, on('2020-03-06'))
      .thenRefused('procedure.gate-out-of-order', facts);
  });

  it('that was left out is not made up for', () => {
    given(begun, passed('appraisal', '2020-03-05'))
      .when(pass, { run, gate: 'home-check' }, townshipCadre, on('2020-03-06'))
      .thenRefused('procedure.gate-out-of-order');
  });

  it('that the list lacks is not in force', () => {
    given(begun)
      .when(pass, { run, gate: 'scoring' }, townshipCadre, on('2020-03-06'))
      .thenRefused('procedure.gate-not-in-force', { of, gate: 'scoring' });
  });

  it('whose limit needs a year that the work calendar lacks says so', () => {
    const asked = { ...on('2020-03-12'), standards: { gates: toyGates } };
    given(begun)
      .when(pass, { run, gate: 'appraisal' }, townshipCadre, asked)
      .thenRefused('procedure.standard-missing', { standard: 'work-calendar', on: 2020 });
  });

  it('out of order is collected under a report', () => {
    const { state } = fold(toyRuns, [begun]);
    const { broken } = collectingBreaches(() =>
      pass(state, { run, gate: 'announcement' }, circumstancesOf(townshipCadre, on('2020-03-06'))),
    );
    expect(broken.map(({ rule }: Refusal) => rule)).toEqual(['procedure.gate-out-of-order']);
  });
});

describe('the end of a run', () => {
  it('is complete with every gate that none may leave out', () => {
    given(begun, ...rest)
      .when(complete, { run }, townshipCadre, on('2020-03-10'))
      .then(did.ended({ run, of, outcome: 'completed' }));
    given(begun, ...rest.slice(0, 2))
      .when(complete, { run }, townshipCadre, on('2020-03-10'))
      .thenRefused('toy.gates-open', { gates: ['announcement'] });
  });

  it('comes again after it was returned: the gate and what followed it are void, and a round more', () => {
    const returned = told(did.returned({ run, of, returnTo: 'data-comparison' }), '2020-03-10');
    given(begun, ...rest)
      .when(sendBack, { run, returnTo: 'data-comparison' }, townshipCadre, on('2020-03-10'))
      .then(did.returned({ run, of, returnTo: 'data-comparison' }));
    given(begun, ...rest, returned)
      .when(complete, { run }, townshipCadre, on('2020-03-11'))
      .thenRefused('toy.gates-open', { gates: ['data-comparison', 'announcement'] });
    given(begun, ...rest, returned)
      .when(pass, { run, gate: 'data-comparison' }, townshipCadre, on('2020-03-11'))
      .then(did.gatePassed({ run, of, gate: 'data-comparison', due: [] }));
    const here = fold(toyRuns, [begun, ...rest, returned]).state.get(run);
    expect([here?.round, here?.passed.map(({ gate }) => gate), here?.void.map(({ gate }) => gate)]).toEqual([
      2,
      ['proposal', 'appraisal'],
      ['data-comparison', 'announcement'],
    ]);
  });
});

describe('the limits of a run', () => {
  const appraised = told(did.gatePassed({ run, of, gate: 'appraisal', due: [{ gate: 'announcement', on: '2020-03-17' }] }), '2020-03-12');
  const limits = (...history: readonly ReturnType<typeof told>[]) =>
    limitsIn(fold(toyRuns, history).state).map(({ gate, dueOn }) => [gate, dueOn]);

  it('run from the gate that sets them until theirs is passed, or until the run ends', () => {
    expect(limits(begun)).toEqual([['appraisal', '2020-03-12']]);
    expect(limits(begun, appraised)).toEqual([['announcement', '2020-03-17']]);
    expect(limits(begun, appraised, told(did.ended({ run, of, outcome: 'withdrawn' }), '2020-03-13'))).toEqual([]);
  });

  it('run no more where the gate that set them came to nothing', () => {
    expect(limits(begun, appraised, told(did.returned({ run, of, returnTo: 'appraisal' }), '2020-03-13'))).toEqual([
      ['appraisal', '2020-03-12'],
    ]);
  });
});
