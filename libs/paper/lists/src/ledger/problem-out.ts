import type { Problem, ProblemStatus } from '@lookback/case/rectification';
import { input } from '@lookback/kernel';

/** A problem of a household, with what its row says in words. */
export interface ProblemToList {
  readonly problem: Problem;
  /** The household's number, its head, and where it lies; null where it has none, or that is erased or has no name. */
  readonly household: string | null;
  readonly head: string | null;
  readonly township: string | null;
  readonly village: string | null;
  readonly class: string;
  readonly source: string;
  readonly leader: string | null;
  readonly unit: string | null;
  readonly staff: string | null;
  /** How the ledger that brought it had written its progress, if that is kept. */
  readonly progressWritten: string | undefined;
}

/**
 * The columns of a ledger, in the order in which offices keep them (domain.md, section 5), and last the number under which the office
 * keeps the problem: 序号 is of the list alone.
 */
export const ledgerHeader = [
  ...['序号', '问题来源', '发现时间', '乡(镇)', '行政村', '户编号', '户主姓名', '问题类别', '问题描述', '责任领导', '责任单位', '责任人'],
  ...['整改措施', '整改时限', '整改进展', '是否销号', '销号时间', '销号编号', '问题编号'],
] as const;

/** The nth row of a ledger, from 1: taken over from it elsewhere, the problem is the same under the same number, and so is its row. */
export function ledgerRow({ problem, ...line }: ProblemToList, nth: number): string[] {
  const cancelled = problem.status === 'cancelled';
  return [
    ...[String(nth), line.source, problem.foundOn, line.township, line.village, line.household, line.head, line.class],
    ...[wordsOf(problem.words), line.leader, line.unit, line.staff, problem.measure && wordsOf(problem.measure), problem.dueOn],
    ...[finished(problem.status, line.progressWritten) ? done : progress[problem.status], cancelled ? '是' : '否'],
    ...(cancelled ? [problem.cancelledOn, problem.cancelNumber] : ['', '']),
    problem.number,
  ].map((cell) => cell ?? '');
}

const done = '已完成整改';
const progress: Readonly<Record<ProblemStatus, string>> = {
  'not-started': '未启动',
  found: '未启动',
  disputed: '未启动',
  reopened: '未启动',
  'in-progress': '整改中',
  'handed-over': '整改中',
  accepted: '整改中',
  returned: '整改中',
  reported: done,
  verified: done,
  cancelled: done,
};

/** A ledger may say finished of what is not cancelled: here it is in progress until somebody verifies it, and its row says what it said. */
const finished = (status: ProblemStatus, written = ''): boolean => status === 'in-progress' && input.mixedCode(written) === done;

const wordsOf = (words: Problem['words']): string => words.or('（已抹除）');
