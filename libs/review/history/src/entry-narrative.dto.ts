import { Text } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import type { RecorderNamed } from './recorder-named.js';
import type { ActorNamed } from './actor-named.js';
import type { EntryNarrative } from './entry-narrative.js';

const Maybe = () => ApiProperty({ type: String, required: false });
const Thing = (nullable = false) => ApiProperty({ type: Object, nullable, additionalProperties: true });

/** Who acted: a person with post and unit as held on the day, or a member of a household, in person or by proxy. */
export class ActorShown {
  @Maybe() person?: string;
  /** Null where it is erased, nobody of this id is on record, or it is a member of another household. */
  @Text(true) name: string | null;
  @Maybe() post?: string;
  @Maybe() unit?: string;
  @Text(true) unitName: string | null;
  @Maybe() level?: string;
  @Maybe() household?: string;
  @Maybe() member?: string;
  /** How the member stands by it. */
  @Maybe() how?: string;
  /** What the one is who acted for the member. */
  @Maybe() proxy?: string;
  /** All of it in words. */
  @Text() en: string;
  @Text() zh: string;
}

/** Who typed it in: an account with its person, and the post and unit of that day; a channel, or a process. */
export class RecorderShown {
  @Maybe() account?: string;
  @Maybe() channel?: string;
  @Maybe() process?: string;
  @Maybe() person?: string;
  @Text(true) name: string | null;
  @Maybe() post?: string;
  @Maybe() unit?: string;
  @Text(true) unitName: string | null;
  @Maybe() level?: string;
  /** All of it in words. */
  @Text() en: string;
  @Text() zh: string;
}

/** One entry of a history, as a sentence in both languages. */
export class EntryNarrativeShown implements EntryNarrative {
  @ApiProperty({ type: Number }) position: number;
  @ApiProperty({ type: Number }) revision: number;
  @Text() id: string;
  @Text() type: string;
  @Text() effectiveOn: string;
  @Text() recordedAt: string;
  @Text() mode: string;
  @ApiProperty({ type: ActorShown, nullable: true }) actedBy: ActorNamed | null;
  @ApiProperty({ type: RecorderShown }) recordedBy: RecorderNamed;
  @Thing(true) authority: EntryNarrative['authority'];
  /** True where somebody recorded on a named document what another did or decided. */
  onDocument: boolean;
  @ApiProperty({ type: [Object] }) reads: EntryNarrative['reads'];
  @ApiProperty({ type: [String] }) evidence: EntryNarrative['evidence'];
  @ApiProperty({ type: String, enum: ['counts', 'corrected', 'struck out', 'speaks of others'] }) standing: EntryNarrative['standing'];
  /** The entry that corrected it, or confirmed it. */
  @Text(true) setBy: string | null;
  @Text() en: string;
  @Text() zh: string;
}
