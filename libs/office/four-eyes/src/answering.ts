import {
  type AnswerNeeded,
  type Attribution,
  type CalendarDate,
  type CommandContext,
  daysAfter,
  handsIn,
  type Holder,
  lastDayOrWeekday,
  type Level,
  levels,
  type TimeLimit,
  type WorkingCalendar,
} from '@lookback/kernel';
import { refuseIf } from './four-eyes.rules.js';

/** The standards of today by which proposals are made; each has to be set. */
export const answerStandards = ['correction-answer', 'correction-level', 'report-late-days'] as const;

/** What a proposal is about, as far as it decides who answers. */
interface About {
  /** On which day it was recorded, or took effect where it is told now. */
  readonly since: CalendarDate;
  readonly isGate: boolean;
  readonly by: Pick<Attribution, 'actedBy' | 'recordedBy'>;
}

interface CorrectionLevel {
  readonly days: number;
  readonly gates: boolean;
  readonly highest: Level;
}

/** Up to how many days after its day something is told as an act. */
export const lateDaysIn = ({ standards }: Pick<CommandContext, 'standards'>): number =>
  (standards['report-late-days'] as { readonly days: number }).days;

/** By when what is asked today is answered. */
export function answerDueOn({ standards, today }: CommandContext): CalendarDate {
  const { within } = standards['correction-answer'] as { readonly within: TimeLimit };
  return lastDayOrWeekday(within, today, standards['work-calendar'] as WorkingCalendar | undefined);
}

/** By when a proposal of today is answered, and from which level. */
export function answerNeeded({ since, isGate, by }: About, context: CommandContext): AnswerNeeded {
  const { standards, today } = context;
  const { days, gates, highest } = standards['correction-level'] as CorrectionLevel;
  const goesUp = since < daysAfter(today, -days) || (gates && isGate);
  const level = holderOf(by)?.level ?? holderOf(context)?.level;
  return {
    dueOn: answerDueOn(context),
    level: goesUp && level ? lower(above(level), highest) : null,
  };
}

/** Another person answers than who had a hand in what was asked. */
export function mustBeAnother(asked: Attribution, answers: Attribution): void {
  refuseIf(shares(handsOf(asked).people, handsOf(answers).people), 'four-eyes.answered-by-proposer');
}

/** Another person answers, of another unit, and of the level that the proposal asks for. */
export function mustBeSecond(proposed: Attribution, { level }: AnswerNeeded, answers: Attribution): void {
  const [first, second] = [handsOf(proposed), handsOf(answers)];
  mustBeAnother(proposed, answers);
  refuseIf(second.units.length === 0 || shares(first.units, second.units), 'four-eyes.answered-by-own-unit');
  if (level === null) return;
  const own = holderOf(answers)?.level;
  refuseIf(own === undefined || rank(own) < rank(level), 'four-eyes.answer-needs-level', { level });
}

type Hand = Pick<Attribution, 'actedBy' | 'recordedBy'>;

/** The post in which somebody acted; that of the recorder where nobody did. */
function holderOf({ actedBy, recordedBy }: Hand): Partial<Holder> | undefined {
  if (actedBy && 'level' in actedBy) return actedBy;
  return 'level' in recordedBy ? recordedBy : undefined;
}

/** People and accounts that had a hand in it, in one; and their units. Somebody is known by the account where there is no person. */
function handsOf(hand: Hand): { readonly people: readonly string[]; readonly units: readonly string[] } {
  const { people, accounts, units } = handsIn(hand);
  return { people: [...people, ...accounts], units };
}

const shares = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));
const rank = (level: Level): number => levels.indexOf(level);
const above = (level: Level): Level => levels[rank(level) + 1] ?? level;
const lower = (a: Level, b: Level): Level => (rank(a) < rank(b) ? a : b);
