import type { Difference } from './difference.js';

export interface RebuildOptions {
  /** Only says what differs: the live tables stay. */
  readonly compare?: boolean | undefined;
  /** Called after each group of streams, and after each batch of what came meanwhile; a rebuild of some kinds of stream stops short of `of`. */
  readonly onProgress?: ((progress: { entries: number; of: number }) => void) | undefined;
  /** Gives up between two batches; the live tables stay, and nothing is left beside them. */
  readonly signal?: AbortSignal | undefined;
}

export interface Rebuilt {
  /** Read from the log: of the streams that the models are of. */
  readonly entries: number;
  /** Written to the tables beside the live ones. */
  readonly rows: number;
  /** Tables whose live rows differed; those that stood in another version, or not at all, are not compared. */
  readonly differing: readonly Difference[];
  readonly seconds: number;
}
