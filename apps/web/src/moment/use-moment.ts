import { useEffect } from 'react';
import { intoAddress } from './address.js';
import type { MomentAsked } from './moment-asked.js';
import { positionIn } from './position.js';

/**
 * The moment of a page. Whatever way it was asked for, the address is rewritten to the day and the log position that the answer is
 * true of; an address without a moment is of now, and stays so, and so does one that names a position to which the log has not come.
 */
export function useMoment(
  asked: MomentAsked,
  answered: Required<MomentAsked> | undefined,
  rewrite: (moment: Required<MomentAsked>) => void,
) {
  const past = asked.at !== undefined || asked.known !== undefined;
  const differs = past && answered !== undefined && (asked.at !== answered.at || asked.known !== answered.known);
  const rewrites = differs && !isBeyond(asked, answered);
  useEffect(() => {
    if (rewrites) rewrite(answered);
  });
  const link = answered && `${location.origin}${location.pathname}${intoAddress({ ...answered })}`;
  return { past, link };
}

/** Whether a log position is asked for that the log had not come to when it answered. */
export const isBeyond = ({ known }: MomentAsked, answered: Required<MomentAsked>): boolean =>
  known !== undefined && positionIn(known) > positionIn(answered.known);
