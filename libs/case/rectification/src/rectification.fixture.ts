import {
  type CalendarDate,
  type Chapter,
  Inapplicable,
  type Code,
  type Digest,
  type Holder,
  type Owner,
  type PersonId,
  sealedTo,
  type UnitId,
} from '@lookback/kernel';
import { attributionOf, countyOffice, inspector, townshipCadre, villageOfficer } from '@lookback/testing';
import type { CancelNumber, ClassCode, ListNumber, ProblemNumber, SourceCode } from './rectification.codes.js';
import type * as ask from './rectification.commands.js';
import * as did from './rectification.events.js';
import type { RectificationEvent } from './rectification.events.js';
import { rectification } from './rectification.evolve.js';
import type { ListPlace, RectificationView } from './rectification.state.js';
import { TakeOverProblem } from './take-over.js';

/** The subject as the rules see it: on record from the first. */
export const seenAs = (onRecord: boolean): Chapter<RectificationView, RectificationEvent> => ({
  initial: { onRecord, problems: new Map() },
  evolve: Object.fromEntries(
    Object.entries(rectification.evolve).map(([type, evolve]) => [
      type,
      (view: RectificationView, data: never, by: never) => {
        const problems = (evolve as (...all: unknown[]) => ReturnType<typeof rectification.evolve.ProblemFound>)(view.problems, data, by);
        return problems instanceof Inapplicable ? problems : { ...view, problems };
      },
    ]),
  ) as unknown as Chapter<RectificationView, RectificationEvent>['evolve'],
});

export const number = 'ZG-2020-1' as ProblemNumber;
export const other = 'ZG-2020-2' as ProblemNumber;
export const cancelNumber = 'XH-1' as CancelNumber;
export const owner = 'household-1' as Owner;
export const sealed = sealedTo(owner);
export const colleague: Holder = { ...townshipCadre, person: 'p-colleague' as PersonId };
export const verifier: Holder = { ...countyOffice, person: 'p-verifier' as PersonId, unit: 'u-industry' as UnitId };
export { attributionOf, countyOffice, inspector, townshipCadre, villageOfficer };

export const standards = {
  'problem-classes': {
    classes: [
      { code: 'exit', asksPeople: true },
      { code: 'funds', asksPeople: false },
    ],
  },
  'problem-sources': { sources: [{ code: 'self-check' }] },
  'handover-acceptance': { within: { days: 5, counted: 'working' } },
  extension: { times: 1, byHigherLevel: true },
  'reminder-ladder': { daysBefore: [7, 3, 0], thenEvery: 7 },
};
/** 2020-03-02 to 2020-03-08 is a week; Friday 6 March is off, Sunday 8 March is worked. */
export const calendar = { 'work-calendar': { years: [{ year: 2020, daysOff: ['2020-03-06'], makeUpDays: ['2020-03-08'] }] } };

export const responsible = { leader: countyOffice.person, unit: townshipCadre.unit, staff: townshipCadre.person };
export const dueOn: CalendarDate = '2020-06-30';

export const record: ask.RecordProblem = {
  number,
  source: 'self-check' as SourceCode,
  class: 'exit' as ClassCode,
  level: 'county',
  words: '屋顶漏雨，登记为已修缮',
};
export const found = (of = number, otherwise: Partial<ask.RecordProblem> = {}) => {
  const { source, class: kind, level, words } = { ...record, ...otherwise };
  return did.problemFound({ number: of, source, class: kind, level, words: sealed(words), affects: [] });
};
export const handedOver = (problem = number, limit = dueOn) =>
  did.problemHandedOver({ problem, responsible, measure: sealed('修缮屋顶'), dueOn: limit });
export const reported = (problem = number) => did.rectificationReported({ problem, done: sealed('屋顶已修好') });
export const verified = (problem = number) => did.rectificationVerified({ problem, onSite: true });
export const returned = (problem = number) => did.rectificationReturned({ problem, onSite: true, reason: sealed('仍漏雨') });
export const asked = (answer: 'satisfied' | 'not-satisfied', problem = number) =>
  did.peopleAsked({ problem, who: 'household', answer, reason: answer === 'satisfied' ? null : sealed('仍漏雨') });
export const cancelled = (problem = number) => did.numberCancelled({ problem, cancelNumber, identified: true, meetsRequirement: true });
export const reopened = (problem = number) => did.numberReopened({ problem, words: sealed('又漏雨') });

export const listed: TakeOverProblem = TakeOverProblem.from({
  number,
  list: { file: 'f'.repeat(64) as Digest, sheet: 1, row: 3, number: null },
  status: 'in-progress',
  words: '手册填写不规范',
  source: 'self-check' as Code<'problem-source'>,
  class: 'exit' as Code<'problem-class'>,
  measure: '补充完善资料',
  leader: null,
  unit: townshipCadre.unit,
  staff: null,
  foundOn: '2017-04-29',
  dueOn: '2017-05-22',
  cancelledOn: null,
  cancelNumber: null,
  asWritten: null,
});
/** A place in a list; another file by another letter. */
export const place = ({ file = 'f', sheet = 1, row = 3, number = null as string | null } = {}): ListPlace => ({
  file: file.repeat(64) as Digest,
  sheet,
  row,
  number: number as ListNumber | null,
});
/** The same problem in another list that knows another number of it. */
export const listedElsewhere = TakeOverProblem.from(listed, { number: other, list: place({ file: 'e' }) });
export const takenOver = (otherwise: Partial<TakeOverProblem> = {}) => {
  const { words, measure, asWritten: _, ...stated } = { ...listed, ...otherwise };
  return did.problemTakenOver({ ...stated, words: sealed(words), measure: measure === null ? null : sealed(measure), asWritten: null });
};
