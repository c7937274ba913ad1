import { input } from '@lookback/kernel';

/** A name as it is compared: one form of each character, no spaces. */
export const comparable = (name: string): string => input.mixedCode(name);

const bodies = /(村民委员会|村委会|社区居民委员会|社区居委会|居民委员会|居委会|社区|村)$/u;

/** A village's name without the word for its body, where one is left: 杜家庄 of 杜家庄村委会 and of 杜家庄村. */
export const stem = (name: string): string => comparable(name).replace(bodies, '') || comparable(name);
