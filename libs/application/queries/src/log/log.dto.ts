import { Text } from '@lookback/office/desk';
import { type Breakage, breakages } from '@lookback/log/event-log';
import { ApiProperty } from '@nestjs/swagger';

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
  /** How many streams it could not take. */
  parkedCount: number;
  /** Which: for those who supervise the office as a whole; empty for others. */
  @ApiProperty({ type: [ParkedShown] }) parked: ParkedShown[];
}

/** A stream whose entries a reaction answers no more, from one on that it could not answer. */
export class StuckShown {
  @Text() stream: string;
  position: number;
  /** The rule that refused, or a class of errors; never a message. */
  @Text() reason: string;
  @Text() since: string;
}

/** How far the system has come with what follows from entries in other streams. */
export class ReactionShown {
  @Text() reaction: string;
  @Text() en: string;
  @Text() zh: string;
  position: number;
  /** How many entries behind the log. */
  lag: number;
  /** How many streams it could not answer. */
  stuckCount: number;
  /** Which: for those who supervise the office as a whole; empty for others. */
  @ApiProperty({ type: [StuckShown] }) stuck: StuckShown[];
}

/** How much was asked to be answered again. */
export class RetryShown {
  /** How many streams. */
  streams: number;
}

/** A place where the log is not as it was written; where that is, for those who supervise the office as a whole, as far as it is known. */
export class BrokenShown {
  @ApiProperty({ enum: Object.keys(breakages) }) kind: Breakage;
  @ApiProperty({ type: String, required: false }) stream?: string | undefined;
  @ApiProperty({ type: Number, required: false }) revision?: number | undefined;
  @ApiProperty({ type: Number, required: false }) position?: number | undefined;
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
  @ApiProperty({ enum: ['stopped', 'following', 'standing by', 'away'] }) reactor: string;
  @ApiProperty({ type: [ReactionShown] }) reactions: ReactionShown[];
  /** Whether the log is read, and records. */
  @ApiProperty({ enum: ['up', 'not recording', 'away', 'silent', 'unknown'] }) state: string;
  /** Appends of this server that are not answered yet. */
  unanswered: number;
  /** For how many seconds the first of them. */
  oldestSeconds: number;
  @ApiProperty({ type: [BrokenShown] }) broken: BrokenShown[];
}

/** What the Merkle tree takes of one entry. */
export class LeafShown {
  position: number;
  /** SHA-256 of its leaf, as `sha256:<hex>`: salted, so that it tells nothing of the entry. */
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
