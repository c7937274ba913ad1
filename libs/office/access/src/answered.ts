import { HttpException } from '@nestjs/common';
import { Refusal } from '@lookback/kernel';

/**
 * Turns a rule's refusal into another answer than 409. Its body is that of a refusal; the refusal itself is the `cause`.
 */
export function answered(status: 401 | 403 | 429, refuse: () => never): never {
  try {
    return refuse();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { rule, facts } = cause;
    throw new HttpException({ type: `urn:lookback:rule:${rule}`, status, rule, facts, en: cause.in('en'), zh: cause.in('zh') }, status, {
      cause,
    });
  }
}
