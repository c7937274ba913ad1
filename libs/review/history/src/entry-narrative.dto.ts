import type { CalendarDate } from '@lookback/kernel';
import { Text } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import type { RecorderNamed } from './recorder-named.js';
import type { ActorNamed } from './actor-named.js';
import type { AmendmentNamed, BreachSaid, HandNamed } from './amendment-named.js';
import type { EntryNarrative, SaidFrom } from './entry-narrative.js';

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

/** One side of a second person's decision. */
export class HandShown implements HandNamed {
  @ApiProperty({ type: RecorderShown }) by: HandNamed['by'];
  @Text() at: string;
  @ApiProperty({ type: Number }) position: number;
}

/** Who changed what an entry says, or confirmed a late report. */
export class AmendmentShown implements AmendmentNamed {
  @ApiProperty({ type: HandShown }) proposed: HandNamed;
  @ApiProperty({ type: HandShown }) answered: HandNamed;
  /** Why it was asked for; null of a report, and where that is erased. */
  @Text(true) reason: string | null;
}

/** What an entry says or said, and the day from which that holds. */
export class SaidFromShown implements SaidFrom {
  @Text() effectiveOn: CalendarDate;
  @Text() en: string;
  @Text() zh: string;
}

/** A rule that was broken, or would be. */
export class BreachShown implements BreachSaid {
  @Text() rule: string;
  @Text() en: string;
  @Text() zh: string;
}

const Said = () => ApiProperty({ type: SaidFromShown, nullable: true });

/** One entry of a history, as a sentence in both languages. */
export class EntryNarrativeShown implements EntryNarrative {
  @ApiProperty({ type: Number }) position: number;
  @ApiProperty({ type: Number }) revision: number;
  @Text() id: string;
  @Text() type: string;
  @Text() effectiveOn: CalendarDate;
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
  /** What a corrected entry said when it was recorded; null of all others. */
  @Said() first: SaidFrom | null;
  /** Who changed it or confirmed it; null where nobody did. */
  @ApiProperty({ type: AmendmentShown, nullable: true }) amendment: AmendmentNamed | null;
  /** The entry that a proposal speaks of, or the proposal that an answer speaks of. */
  @Text(true) speaksOf: string | null;
  /** What a proposal wants to count; null where it wants an entry struck out, and of all that proposes nothing. */
  @Said() wanted: SaidFrom | null;
  /** How many days after its day a report was told. */
  @ApiProperty({ type: Number, nullable: true }) lateDays: number | null;
  /** The guards that it broke knowingly, as a report or an approval. */
  @ApiProperty({ type: [BreachShown] }) breaches: readonly BreachSaid[];
  @Text() en: string;
  @Text() zh: string;
}
