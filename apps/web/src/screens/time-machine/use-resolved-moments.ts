import { useQuery } from '@tanstack/react-query';
import { isDay } from '../../moment/day.js';
import { positionIn } from '../../moment/position.js';
import { diffOf } from '../subject/subject-queries.js';
import type { TimeMachineParams } from './time-machine-params.js';

/** A day and a log position. */
export interface Moment {
  readonly at: string;
  readonly known: string;
}

/**
 * Moments A and B as a day and a log position each, whatever way the address has them: a day or an instant of knowing becomes a
 * position, and what cannot be read is refused. Undefined while that is on its way. B is now, and A the first day, unless said otherwise.
 */
export function useResolvedMoments(subject: string, asked: TimeMachineParams, newest: Moment | undefined, first: string | undefined) {
  const b = { at: asked.at ?? newest?.at ?? '', known: asked.known ?? newest?.known ?? '' };
  const a = { at: asked.fromAt ?? first ?? b.at, known: asked.fromKnown ?? b.known };
  const isPlain = ({ at, known }: Moment) => isDay(at) && positionIn(known) <= positionIn(newest?.known ?? '');
  const plain = isPlain(a) && isPlain(b);
  const read = useQuery({ ...diffOf(subject, a, b), enabled: newest !== undefined && first !== undefined && !plain });
  const both = plain ? { a, b } : read.data && !read.isPlaceholderData ? { a: read.data.a, b: read.data.b } : undefined;
  return { asked: { a, b }, both, error: plain ? null : read.error };
}
