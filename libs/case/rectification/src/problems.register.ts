import {
  column,
  type InBoth,
  placeColumns,
  placeNames,
  type Register,
  type RegionCode,
  kind,
  type CellKind,
  saidAt,
} from '@lookback/kernel';
import { levelWords } from '@lookback/office/registry';
import { limitRuns } from './limits.js';
import { answers, priorities, problemClass, problemSource, problemStatuses } from './rectification.codes.js';
import { codedOn, type Problem, type Rectification } from './rectification.state.js';

/** Whom a problem concerns, and where that lies. */
export interface LedgerPlace {
  /** Its number in the registry, if it has one. */
  readonly subjectNumber: string | null;
  readonly region: RegionCode;
}

/** A line of the ledger: a problem, and where its subject lies. */
export interface LedgerLine {
  readonly problem: Problem;
  readonly place: LedgerPlace;
}

type Called = readonly [zh: string, en: string];
const called = ([zh, en]: Called): InBoth => ({ zh, en });
const filtered = { filter: true } as const;
const counted = { filter: true, count: true } as const;
const ordered = { filter: true, sort: true } as const;

/** Columns over the problem itself, and over its newest round. */
const ofProblem = (kind: CellKind, words: Called, value: (problem: Problem) => string | number | boolean | null, uses = {}) =>
  column<LedgerLine>(kind, called(words), ({ problem }) => value(problem), uses);
const ofRound = (kind: CellKind, words: Called, value: (round: NonNullable<Problem['round']>) => string | number | null, uses = {}) =>
  ofProblem(kind, words, ({ round }) => round && value(round), uses);
const coded = { county: 'county', saidOn: 'codedOn' };

/** The rectification ledger 整改台账: a row a problem, of every kind of subject that has any. */
export const problemsRegister: Register<LedgerLine> = {
  name: 'problems',
  called: { zh: '整改台账', en: 'Rectification ledger' },
  columns: {
    number: ofProblem(kind.line, ['编号', 'Number'], ({ number }) => number, ordered),
    subjectNumber: column<LedgerLine>(kind.line, called(['户编号', 'Household’s number']), ({ place }) => place.subjectNumber, ordered),
    ...placeColumns<LedgerLine>(({ place }) => place.region),
    status: ofProblem(kind.code(problemStatuses), ['状态', 'Status'], ({ status }) => status, counted),
    class: ofProblem(saidAt(problemClass, coded), ['问题类别', 'Class'], (problem) => problem.class, counted),
    source: ofProblem(saidAt(problemSource, coded), ['问题来源', 'Source'], ({ source }) => source, counted),
    level: ofProblem(kind.code(levelWords), ['发现层级', 'Found by level'], ({ level }) => level, counted),
    priority: ofProblem(kind.code(priorities), ['轻重缓急', 'Priority'], ({ priority }) => priority, counted),
    foundOn: ofProblem(kind.day, ['发现时间', 'Found on'], ({ foundOn }) => foundOn, ordered),
    codedOn: ofProblem(kind.day, ['归类日期', 'Classified on'], codedOn),
    leader: ofProblem(kind.person, ['责任领导', 'Leader'], ({ duties }) => duties.leader, filtered),
    unit: ofProblem(kind.unit, ['责任单位', 'Unit'], ({ duties }) => duties.unit, counted),
    staff: ofProblem(kind.person, ['责任人', 'In charge'], ({ duties }) => duties.staff, filtered),
    handedOverOn: ofRound(kind.day, ['交办时间', 'Handed over on'], ({ handedOverOn }) => handedOverOn, ordered),
    handedOverLevel: ofRound(kind.code(levelWords), ['交办层级', 'Handed over by level'], ({ level }) => level, filtered),
    dueOn: ofProblem(kind.day, ['整改时限', 'Limit'], ({ dueOn }) => dueOn, ordered),
    limitSetOn: ofRound(kind.day, ['时限起算日', 'Limit set on'], ({ limitSetOn }) => limitSetOn),
    extensions: ofProblem(kind.whole, ['延期次数', 'Extensions'], ({ round }) => round?.extensions ?? 0, ordered),
    acceptedOn: ofRound(kind.day, ['接收时间', 'Accepted on'], ({ acceptedOn }) => acceptedOn, ordered),
    reportedOn: ofRound(kind.day, ['报告整改时间', 'Reported on'], ({ report }) => report && report.on, ordered),
    reportedBy: ofRound(kind.person, ['报告人', 'Reported by'], ({ report }) => report && report.by, filtered),
    verifiedOn: ofRound(kind.day, ['核查时间', 'Verified on'], ({ verifiedOn }) => verifiedOn, ordered),
    peopleAnswer: ofRound(kind.code(answers), ['群众意见', 'People’s answer'], ({ people }) => people && people.answer, counted),
    cancelledOn: ofProblem(kind.day, ['销号时间', 'Cancelled on'], ({ cancelledOn }) => cancelledOn, ordered),
    cancelNumber: ofProblem(kind.line, ['销号编号', 'Cancel number'], ({ cancelNumber }) => cancelNumber, ordered),
    relapses: ofProblem(kind.whole, ['反弹次数', 'Relapses'], ({ relapses }) => relapses, ordered),
    lastStep: ofRound(kind.whole, ['最近提醒（天）', 'Last reminder (days)'], ({ reminded }) => reminded.steps.at(-1) ?? null),
    takenOver: ofProblem(kind.yesNo, ['台账接入', 'Taken over'], ({ takenOverOn }) => takenOverOn !== null, counted),
  },
  opened: {
    words: { called: { zh: '问题描述', en: 'Problem' }, sight: 'plain', value: ({ problem }) => problem.words },
    measure: { called: { zh: '整改措施', en: 'Measure' }, sight: 'plain', value: ({ problem }) => problem.measure },
  },
  passed: { overdue: { called: { zh: '是否逾期', en: 'Overdue' }, day: 'dueOn', where: { status: limitRuns } } },
  groups: { standing: [...placeNames, 'status', 'class', 'source', 'codedOn', 'unit', 'priority', 'level'] },
  order: ['-foundOn', '-number'],
};

/** The lines of the ledger of a subject that has problems; none while it is not on record. */
export const linesOf = (rectification: Rectification, place: LedgerPlace | null): (readonly [key: string, line: LedgerLine])[] =>
  place === null ? [] : [...rectification.values()].map((problem) => [problem.number, { problem, place }]);
