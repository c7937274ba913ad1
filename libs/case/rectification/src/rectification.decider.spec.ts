import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '@lookback/kernel';
import { type Asked, by, rulesOf, underReport } from '@lookback/testing';
import * as handover from './handover.decider.js';
import type * as ask from './rectification.commands.js';
import * as did from './rectification.events.js';
import type { RectificationEvent } from './rectification.events.js';
import { rectificationRules } from './rectification.rules.js';
import * as of from './rectification.fixture.js';
import { sendReminder } from './reminder.decider.js';
import * as result from './result.decider.js';

const { number, other, standards, countyOffice, townshipCadre, villageOfficer, inspector, colleague, verifier, sealed } = of;
const given = rulesOf(of.seenAs(true));
const problem = number;
const own = { unit: townshipCadre.unit };
const on = (effectiveOn: CalendarDate) => ({ effectiveOn });

const found = by(inspector, of.found(), on('2020-03-01'));
const handed = by(countyOffice, of.handedOver(), on('2020-03-02'));
const reported = by(townshipCadre, of.reported(), on('2020-03-09'));
const verified = by(verifier, of.verified(), on('2020-03-10'));
const satisfied = by(villageOfficer, of.asked('satisfied'), on('2020-03-10'));
const cancelled = by(countyOffice, of.cancelled(), on('2020-03-11'));
const accept: ask.AcceptHandover = { problem };
const look: ask.VerifyRectification = { problem, inPlace: true, onSite: true };
const people: ask.AskPeople = { problem, who: 'household', answer: 'satisfied' };
const cancel: ask.CancelNumber = { problem, cancelNumber: of.cancelNumber, identified: true, meetsRequirement: true };
const handOver: ask.HandOverProblem = { problem, responsible: of.responsible, measure: '修缮屋顶', dueOn: of.dueOn };
const extend: ask.GrantExtension = { problem, dueOn: '2020-07-31', reason: '汛期' };
const before = [found, handed, reported, verified];
type Refused = readonly [facts: Readonly<Record<string, unknown>>, asked: () => Asked<RectificationEvent>];
const refusals: Readonly<Record<string, Refused>> = {
  'rectification.subject-absent': [{}, () => rulesOf(of.seenAs(false))().when(handover.recordProblem, of.record, inspector, { standards })],
  'rectification.problem-absent': [
    { problem: other },
    () => given(found).when(handover.handOverProblem, { ...handOver, problem: other }, countyOffice),
  ],
  'rectification.number-taken': [{ problem }, () => given(found).when(handover.recordProblem, of.record, inspector, { standards })],
  'rectification.problem-listed': [
    { problem },
    () => given(by(countyOffice, of.takenOver())).when(handover.takeOverProblem, of.listedElsewhere, countyOffice, { mode: 'takeover' }),
  ],
  'rectification.class-unknown': [
    { class: 'luck' },
    () => given().when(handover.recordProblem, { ...of.record, class: 'luck' as ask.RecordProblem['class'] }, inspector, { standards }),
  ],
  'rectification.source-unknown': [
    { source: 'dream' },
    () => given().when(handover.recordProblem, { ...of.record, source: 'dream' as ask.RecordProblem['source'] }, inspector, { standards }),
  ],
  'rectification.wrong-status': [
    { problem, status: 'handed-over', needed: ['found', 'disputed', 'reopened', 'not-started', 'in-progress'] },
    () => given(found, handed).when(handover.handOverProblem, handOver, countyOffice),
  ],
  'rectification.never-handed-over': [{ problem }, () => given(found).when(underReport(result.verifyRectification), look, verifier)],
  'rectification.limit-before-handover': [
    { dueOn: '2020-03-14', on: '2020-03-15' },
    () => given(found).when(handover.handOverProblem, { ...handOver, dueOn: '2020-03-14' }, countyOffice),
  ],
  'rectification.not-responsible-unit': [
    { unit: townshipCadre.unit },
    () => given(found, handed).when(result.reportRectification, { problem, done: '屋顶已修好' }, villageOfficer),
  ],
  'rectification.answered-too-late': [
    { limit: '2020-03-09' },
    () =>
      given(found, handed).when(handover.acceptHandover, accept, townshipCadre, {
        ...on('2020-03-10'),
        standards: { ...standards, ...of.calendar },
      }),
  ],
  'rectification.calendar-missing': [
    { year: 2020 },
    () => given(found, handed).when(handover.acceptHandover, accept, townshipCadre, { standards }),
  ],
  'rectification.extended-already': [
    { times: 1 },
    () =>
      given(found, handed, by(inspector, extended)).when(handover.grantExtension, { ...extend, dueOn: '2020-08-31' }, inspector, {
        standards,
      }),
  ],
  'rectification.extension-needs-level': [
    { level: 'county' },
    () => given(found, handed).when(handover.grantExtension, extend, countyOffice, { standards }),
  ],
  'rectification.extension-not-later': [
    { dueOn: of.dueOn, asked: of.dueOn },
    () => given(found, handed).when(handover.grantExtension, { ...extend, dueOn: of.dueOn }, inspector, { standards }),
  ],
  'rectification.verified-by-reporter': [{}, () => given(found, handed, reported).when(result.verifyRectification, look, townshipCadre)],
  'rectification.verified-by-own-unit': [
    { unit: townshipCadre.unit },
    () => given(found, handed, reported).when(result.verifyRectification, look, colleague),
  ],
  'rectification.people-asked-by-reporter': [
    {},
    () => given(found, handed, reported).when(result.askPeople, people, townshipCadre, { standards }),
  ],
  'rectification.people-asked-by-own-unit': [
    own,
    () => given(found, handed, reported).when(result.askPeople, people, colleague, { standards }),
  ],
  'rectification.cancelled-by-reporter': [{}, () => given(...before, satisfied).when(result.cancelNumber, cancel, townshipCadre)],
  'rectification.cancelled-by-own-unit': [own, () => given(...before, satisfied).when(result.cancelNumber, cancel, colleague)],
  'rectification.reason-needed': [
    {},
    () => given(found, handed, reported).when(result.verifyRectification, { ...look, inPlace: false }, verifier),
  ],
  'rectification.class-asks-people': [
    { class: 'exit' },
    () =>
      given(found, handed, reported).when(
        result.askPeople,
        { problem, who: 'household', answer: 'not-applicable', reason: '与农户无关' },
        villageOfficer,
        { standards },
      ),
  ],
  'rectification.not-identified': [
    {},
    () => given(...before, satisfied).when(result.cancelNumber, { ...cancel, identified: false }, countyOffice),
  ],
  'rectification.not-in-place': [
    { problem, status: 'reported' },
    () => given(found, handed, reported, satisfied).when(result.cancelNumber, cancel, countyOffice),
  ],
  'rectification.requirement-not-met': [
    {},
    () => given(...before, satisfied).when(result.cancelNumber, { ...cancel, meetsRequirement: false }, countyOffice),
  ],
  'rectification.people-not-satisfied': [{}, () => given(...before).when(result.cancelNumber, cancel, countyOffice)],
  'rectification.cancelled-by-other-level': [
    { level: 'county' },
    () => given(...before, satisfied).when(result.cancelNumber, cancel, inspector),
  ],
  'rectification.cancel-number-taken': [
    { cancelNumber: of.cancelNumber },
    () =>
      given(
        ...[...before, satisfied, cancelled, by(inspector, of.found(other)), by(countyOffice, of.handedOver(other))],
        ...[by(townshipCadre, of.reported(other)), by(verifier, of.verified(other)), by(villageOfficer, of.asked('satisfied', other))],
      ).when(result.cancelNumber, { ...cancel, problem: other }, countyOffice),
  ],
  'rectification.no-reminder-due': [
    { problem, step: 7 },
    () => given(found, handed).when(sendReminder, { problem, step: 7 }, countyOffice, { standards }),
  ],
};
const extended = did.extensionGranted({ problem, dueOn: '2020-07-31', reason: sealed('汛期') });

describe('rectification refuses', () => {
  it.each(Object.entries(refusals))('%s', (rule, [facts, asked]) => {
    asked().thenRefused(rule, facts);
  });

  it('by every rule of its book, and by no other', () => {
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(rectificationRules).sort());
  });

  it('to cancel while the people are not satisfied, or were asked about an earlier result', () => {
    const late = (answer: 'satisfied' | 'not-satisfied', day: CalendarDate) => by(villageOfficer, of.asked(answer), on(day));
    for (const told of [late('not-satisfied', '2020-03-11'), late('satisfied', '2020-03-08')])
      given(...before, told)
        .when(result.cancelNumber, cancel, countyOffice)
        .thenRefused('rectification.people-not-satisfied');
    const again = [
      by(verifier, of.returned(), on('2020-03-12')),
      by(townshipCadre, of.reported(), on('2020-03-13')),
      by(verifier, of.verified(), on('2020-03-14')),
    ];
    given(found, handed, reported, satisfied, ...again)
      .when(result.cancelNumber, cancel, countyOffice)
      .thenRefused('rectification.people-not-satisfied');
  });

  it('an unheard answer without its reason, and a taken-over problem that was never handed over here', () => {
    given(found, handed, reported)
      .when(result.askPeople, { problem, who: 'household', answer: 'not-satisfied' }, villageOfficer, { standards })
      .thenRefused('rectification.reason-needed');
    given(by(countyOffice, of.takenOver()))
      .when(result.reportRectification, { problem, done: '补充完善' }, townshipCadre)
      .thenRefused('rectification.wrong-status');
  });
});

describe('rectification records', () => {
  it('what was found, sealed to whom it concerns', () => {
    given().when(handover.recordProblem, of.record, inspector, { standards }).then(of.found());
  });

  it('a hand-over, also of what was disputed, found again, or taken over', () => {
    const disputed = by(townshipCadre, did.handoverDisputed({ problem, reason: sealed('非本单位职责') }), on('2020-03-03'));
    const again = by(inspector, of.reopened(), on('2020-03-12'));
    for (const told of [[found], [found, handed, disputed], [...before, satisfied, cancelled, again], [by(countyOffice, of.takenOver())]])
      given(...told)
        .when(handover.handOverProblem, handOver, countyOffice)
        .then(of.handedOver());
  });

  it.each<[CalendarDate, object]>([
    ['2020-03-07', {}],
    ['2020-03-09', of.calendar],
  ])('an acceptance on %s', (day, more) => {
    const circumstances = { ...on(day), standards: { ...standards, ...more } };
    given(found, handed).when(handover.acceptHandover, accept, townshipCadre, circumstances).then(did.handoverAccepted({ problem }));
  });

  it('an acceptance by calendar days where the standard counts them', () => {
    const calendarDays = { ...standards, 'handover-acceptance': { within: { days: 8, counted: 'calendar' } } };
    given(found, handed)
      .when(handover.acceptHandover, accept, townshipCadre, { ...on('2020-03-10'), standards: calendarDays })
      .then(did.handoverAccepted({ problem }));
    given(found, handed)
      .when(handover.acceptHandover, accept, townshipCadre, { ...on('2020-03-11'), standards: calendarDays })
      .thenRefused('rectification.answered-too-late', { limit: '2020-03-10' });
  });

  it('a dispute, a priority, a measure, and more time', () => {
    const told = given(found, handed);
    told
      .when(handover.disputeHandover, { problem, reason: '非本单位职责' }, townshipCadre, { ...on('2020-03-03'), standards })
      .then(did.handoverDisputed({ problem, reason: sealed('非本单位职责') }));
    told
      .when(handover.prioritiseProblem, { problem, priority: 'urgent' }, countyOffice)
      .then(did.problemPrioritised({ problem, priority: 'urgent' }));
    told.when(result.takeMeasure, { problem, done: '换瓦' }, colleague).then(did.measureTaken({ problem, done: sealed('换瓦') }));
    told.when(handover.grantExtension, extend, inspector, { standards }).then(extended);
  });

  it('more time by the level that handed over, where the standard lets it', () => {
    const own = { ...standards, extension: { times: 1, byHigherLevel: false } };
    given(found, handed).when(handover.grantExtension, extend, countyOffice, { standards: own }).then(extended);
    given(found, handed)
      .when(handover.grantExtension, extend, townshipCadre, { standards: own })
      .thenRefused('rectification.extension-needs-level', { level: 'county' });
  });

  it('a report by anybody of the responsible unit, and again after it was returned', () => {
    const again = [found, handed, reported, by(verifier, of.returned(), on('2020-03-10'))];
    for (const told of [[found, handed], again])
      given(...told)
        .when(result.reportRectification, { problem, done: '屋顶已修好' }, colleague)
        .then(of.reported());
  });

  it('what a verifier of another unit saw', () => {
    const told = given(found, handed, reported);
    told.when(result.verifyRectification, look, verifier).then(of.verified());
    told.when(result.verifyRectification, { ...look, inPlace: false, reason: '仍漏雨' }, verifier).then(of.returned());
  });

  it('what the people said, or that they need not be asked where the class allows', () => {
    given(found, handed, reported)
      .when(result.askPeople, { problem, who: 'household', answer: 'satisfied' }, villageOfficer, { standards })
      .then(of.asked('satisfied'));
    const funds = by(inspector, of.found(number, { class: 'funds' as ask.RecordProblem['class'] }), on('2020-03-01'));
    const reason = '与农户无关';
    const notApplicable = did.peopleAsked({ problem, who: 'villagers', answer: 'not-applicable', reason: sealed(reason) });
    given(funds, handed, reported)
      .when(result.askPeople, { problem, who: 'villagers', answer: 'not-applicable', reason }, villageOfficer, { standards })
      .then(notApplicable);
    given(funds, handed, reported, verified, by(villageOfficer, notApplicable))
      .when(result.cancelNumber, cancel, countyOffice)
      .then(of.cancelled());
  });

  it('that a number is struck off, and that it lives on', () => {
    given(...before, satisfied)
      .when(result.cancelNumber, cancel, countyOffice)
      .then(of.cancelled());
    given(...before, satisfied, cancelled)
      .when(result.reopenNumber, { problem, words: '又漏雨' }, inspector)
      .then(of.reopened());
  });

  it('one reminder a step', () => {
    const reminder = did.reminderSent({ problem, step: 7, dueOn: of.dueOn, to: [townshipCadre.person] });
    const clock = { ...on('2020-06-23'), today: '2020-06-23', standards, actedBy: undefined, recordedBy: { process: 'clock' } } as const;
    given(found, handed).when(sendReminder, { problem, step: 7 }, countyOffice, clock).then(reminder);
    given(found, handed, by(countyOffice, reminder, on('2020-06-23')))
      .when(sendReminder, { problem, step: 7 }, countyOffice, clock)
      .thenRefused('rectification.no-reminder-due');
  });
});

describe('the state of a problem', () => {
  it('keeps what belongs to a round within it', () => {
    const lives = [...before, satisfied, cancelled, by(inspector, of.reopened(), on('2020-03-12'))];
    given(
      ...lives,
      by(countyOffice, of.handedOver(), on('2020-03-13')),
      by(townshipCadre, of.reported(), on('2020-03-14')),
      by(verifier, of.verified(), on('2020-03-14')),
    )
      .when(result.cancelNumber, cancel, countyOffice)
      .thenRefused('rectification.people-not-satisfied');
  });
});
