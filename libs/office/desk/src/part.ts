import type { AnySource, InBoth, Slice } from '@lookback/kernel';
import type { Projection } from '@lookback/log/read-model';
import type { Keys } from '@lookback/log/vault';
import type { Type } from '@nestjs/common';
import type { CommandReaction } from './reaction.js';
import type { Reminding } from './reminding.js';
import type { AnySubject } from './subject.js';

/** By which values are looked up that no table may hold. */
export type LookupKeys = Pick<Keys, 'lookup' | 'names'>;

/** One kind of subject, as the product mounts it: a line in its list of parts. */
export interface Part {
  /** How its streams begin: `household` stands for `household-…`. */
  readonly kind: string;
  readonly called: InBoth;
  /** What may stand in its streams; several parts may mount one slice. */
  readonly slices: readonly Slice[];
  /** Null where nobody asks anything of it. */
  readonly subject: AnySubject | null;
  /** Its rows in registers. */
  readonly registers: readonly AnySource[];
  /** What else is read of it. Which tables a model has does not depend on the keys. */
  readonly models: (keys: LookupKeys) => readonly Projection[];
  /** What it asks of itself or others when it hears of an entry. */
  readonly reactions: readonly CommandReaction[];
  /** What the clock reminds of, in it. */
  readonly reminders: readonly Reminding[];
  /** Its commands over HTTP. */
  readonly controllers: readonly Type[];
}
