import { cell, column, type InBoth, placeColumns, placeNames, type Register, type RegionCode } from '@lookback/kernel';
import { levelWords } from '@lookback/office/registry';
import { limitRuns } from './limits.js';
import { answers, priorities, problemStatuses } from './rectification.codes.js';
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
const ofProblem = (kind: cell.CellKind, words: Called, value: (problem: Problem) => string | number | boolean | null, uses = {}) =>
  column<LedgerLine>(kind, called(words), ({ problem }) => value(problem), uses);
const ofRound = (kind: cell.CellKind, words: Called, value: (round: NonNullable<Problem['round']>) => string | number | null, uses = {}) =>
  ofProblem(kind, words, ({ round }) => round && value(round), uses);
const coded = { county: 'county', saidOn: 'codedOn' };

/** The rectification ledger 整改台账: a row a problem, of every kind of subject that has any. */
export const problemsRegister: Register<LedgerLine> = {
  name: 'problems',
  called: { zh: '整改台账', en: 'Rectification ledger' },
  columns: {
    number: ofProblem(cell.text, ['编号', 'Number'], ({ number }) => number, ordered),
    subjectNumber: column<LedgerLine>(cell.text, called(['户编号', 'Household’s number']), ({ place }) => place.subjectNumber, ordered),
    ...placeColumns<LedgerLine>(({ place }) => place.region),
    status: ofProblem(cell.code(problemStatuses), ['状态', 'Status'], ({ status }) => status, counted),
    class: ofProblem(cell.listed('problem-classes', coded), ['问题类别', 'Class'], (problem) => problem.class, counted),
    source: ofProblem(cell.listed('problem-sources', coded), ['问题来源', 'Source'], ({ source }) => source, counted),
    level: ofProblem(cell.code(levelWords), ['发现层级', 'Found by level'], ({ level }) => level, counted),
    priority: ofProblem(cell.code(priorities), ['轻重缓急', 'Priority'], ({ priority }) => priority, counted),
    foundOn: ofProblem(cell.day, ['发现时间', 'Found on'], ({ foundOn }) => foundOn, ordered),
    codedOn: ofProblem(cell.day, ['归类日期', 'Classified on'], codedOn),
    leader: ofProblem(cell.person, ['责任领导', 'Leader'], ({ duties }) => duties.leader, filtered),
    unit: ofProblem(cell.unit, ['责任单位', 'Unit'], ({ duties }) => duties.unit, counted),
    staff: ofProblem(cell.person, ['责任人', 'In charge'], ({ duties }) => duties.staff, filtered),
    handedOverOn: ofRound(cell.day, ['交办时间', 'Handed over on'], ({ handedOverOn }) => handedOverOn, ordered),
    handedOverLevel: ofRound(cell.code(levelWords), ['交办层级', 'Handed over by level'], ({ level }) => level, filtered),
    dueOn: ofProblem(cell.day, ['整改时限', 'Limit'], ({ dueOn }) => dueOn, ordered),
    limitSetOn: ofRound(cell.day, ['时限起算日', 'Limit set on'], ({ limitSetOn }) => limitSetOn),
    extensions: ofProblem(cell.count, ['延期次数', 'Extensions'], ({ round }) => round?.extensions ?? 0, ordered),
    acceptedOn: ofRound(cell.day, ['接收时间', 'Accepted on'], ({ acceptedOn }) => acceptedOn, ordered),
    reportedOn: ofRound(cell.day, ['报告整改时间', 'Reported on'], ({ report }) => report && report.on, ordered),
    reportedBy: ofRound(cell.person, ['报告人', 'Reported by'], ({ report }) => report && report.by, filtered),
    verifiedOn: ofRound(cell.day, ['核查时间', 'Verified on'], ({ verifiedOn }) => verifiedOn, ordered),
    peopleAnswer: ofRound(cell.code(answers), ['群众意见', 'People’s answer'], ({ people }) => people && people.answer, counted),
    cancelledOn: ofProblem(cell.day, ['销号时间', 'Cancelled on'], ({ cancelledOn }) => cancelledOn, ordered),
    cancelNumber: ofProblem(cell.text, ['销号编号', 'Cancel number'], ({ cancelNumber }) => cancelNumber, ordered),
    relapses: ofProblem(cell.count, ['反弹次数', 'Relapses'], ({ relapses }) => relapses, ordered),
    lastStep: ofRound(cell.count, ['最近提醒（天）', 'Last reminder (days)'], ({ reminded }) => reminded.steps.at(-1) ?? null),
    takenOver: ofProblem(cell.yesNo, ['台账接入', 'Taken over'], ({ takenOverOn }) => takenOverOn !== null, counted),
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
