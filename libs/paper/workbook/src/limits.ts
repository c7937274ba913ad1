/** How much of a file is taken before it is refused. A file comes from outside: every size in it is somebody's claim. */
export interface Limits {
  /** Bytes of the file as it arrives. */
  readonly fileBytes: number;
  /** Bytes that all parts read from the file may unpack to, together. */
  readonly unpackedBytes: number;
  /** Bytes that the table of shared texts, which is held in memory, may unpack to. */
  readonly sharedTextBytes: number;
  /** How many times its packed size a part over 8 MiB may unpack to. */
  readonly unpackedRatio: number;
  /** Rows that hold anything, title and header included. */
  readonly rows: number;
  /** The rightmost column that may hold anything. */
  readonly columns: number;
  /** Characters of one cell; Excel's own limit is the default. */
  readonly cellLength: number;
}

const MiB = 1024 * 1024;

export const defaultLimits: Limits = {
  fileBytes: 64 * MiB,
  unpackedBytes: 512 * MiB,
  sharedTextBytes: 64 * MiB,
  unpackedRatio: 250,
  rows: 200_000,
  columns: 256,
  cellLength: 32_767,
};

/** Below this a part may be packed as tightly as it likes. */
export const ratioCountsFrom = 8 * MiB;
