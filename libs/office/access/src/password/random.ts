import { randomInt } from 'node:crypto';

/** Letters and figures that cannot be taken for one another on paper: no 0 O o, no 1 I l. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A password of 20 characters, over 115 bits, that can be read aloud and typed. */
export const randomPassword = (): string => Array.from({ length: 20 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
