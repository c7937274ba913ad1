import { useEffect } from 'react';
import type { MomentAsked } from '../routes.js';
import { intoAddress } from './address.js';

/**
 * The moment of a page. Whatever way it was asked for, the address is rewritten to the day and the log position that the answer is
 * true of; an address without a moment is of now, and stays so.
 */
export function useMoment(asked: MomentAsked, answered: MomentAsked | undefined, rewrite: (moment: MomentAsked) => void) {
  const past = asked.at !== undefined || asked.known !== undefined;
  const differs = past && answered !== undefined && (asked.at !== answered.at || asked.known !== answered.known);
  const pins = asked.known?.startsWith('@') ? asked.known === answered?.known : true;
  useEffect(() => {
    if (differs && pins) rewrite(answered);
  });
  const link = answered && `${location.origin}${location.pathname}${intoAddress({ ...answered })}`;
  return { past, link };
}
