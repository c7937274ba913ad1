import { ApiProperty } from '@nestjs/swagger';

const Text = (nullable = false) => ApiProperty({ type: String, nullable });

/** A stream that a read model could not take. */
export class ParkedShown {
  @Text() stream: string;
  position: number;
  /** A class or code, never a message. */
  @Text() error: string;
}

/** How far a read model has come. */
export class ModelShown {
  @Text() model: string;
  position: number;
  /** How many entries behind the log. */
  lag: number;
  @ApiProperty({ type: [ParkedShown] }) parked: ParkedShown[];
}

/** The log: what it is called, how far it has come, and how well the read models follow. */
export class LogShown {
  /** Of its newest entry. */
  position: number;
  /** When that was recorded; null while the log is empty. */
  @Text(true) recordedAt: string | null;
  /** The name that its proofs bear. */
  @Text() origin: string;
  /** In which its days begin and end. */
  @Text() zone: string;
  @Text() openedAt: string;
  /** True where its entries are made up. */
  simulated: boolean;
  /** Which key authenticates entries now. */
  @Text() macKey: string;
  @ApiProperty({ enum: ['stopped', 'preparing', 'following', 'standing by', 'away'] }) projector: string;
  @ApiProperty({ type: [ModelShown] }) models: ModelShown[];
}

/** What the Merkle tree takes of one entry. */
export class LeafShown {
  position: number;
  /** SHA-256 of its leaf, hex: salted, so that it tells nothing of the entry. */
  @Text() leafHash: string;
}

/** One event of `/live`. */
export class LiveShown {
  /** Of the log's newest entry. */
  position: number;
  /** How many entries the slowest read model is behind. */
  lag: number;
  /** The day in the county. */
  @Text() today: string;
}
