import { AsOfShown, IsId, IsRegionCode, IsWhole, OneOf, Text, Typed } from '@lookback/office/desk';
import { type PostKind, postKinds } from '@lookback/office/registry';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { input, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';

const posts = Object.keys(postKinds);

/** Which officials; all that is given has to hold. It stands in the body, so that no name comes to stand in a URL. */
export class PeopleSearch {
  /** Beginning of a name. */
  @IsOptional() @Typed(input.text(20), '李伟') text?: string;
  /** This one alone. */
  @IsOptional() @IsId() person?: PersonId;
  /** Where they serve. */
  @IsOptional() @IsRegionCode() region?: RegionCode;
  /** In which they hold a post. */
  @IsOptional() @IsId() unit?: UnitId;
  @IsOptional() @OneOf(posts) post?: PostKind;
  /** True: only those who hold no post. */
  @IsOptional() @IsBoolean() withoutPost?: boolean;
  /** The last person of the page before. */
  @IsOptional() @IsId() after?: PersonId;
  @IsOptional() @IsWhole(1, 200) limit?: number;
}

/** A post that somebody holds or held. */
export class PostShown {
  @ApiProperty({ enum: posts }) post: PostKind;
  @Text() en: string;
  @Text() zh: string;
  @Text() unit: UnitId;
  @Text(true) unitName: string | null;
  @Text() level: string;
  @Text() region: RegionCode;
  /** The first day. */
  @Text() since: string;
  /** The first day on which it was held no more; null while it is held. */
  @Text(true) until: string | null;
}

/** An official in a list, with the posts held. */
export class PersonLine {
  @Text() person: PersonId;
  /** Null where it is erased. */
  @Text(true) name: string | null;
  @Text() region: RegionCode;
  @Text(true) regionName: string | null;
  @ApiProperty({ type: [PostShown] }) posts: PostShown[];
  /** The last four digits of the telephone number, by which namesakes are told apart; `****` for those who may not see them, null where none is on record. */
  @Text(true) phoneEnd: string | null;
  /** Households helped now, in the regions of who asks; null for those who may not read cases. */
  @ApiProperty({ type: Number, nullable: true }) householdsNow: number | null;
}

/** Whom somebody is about to put on record. It stands in the body, so that nothing of it comes to stand in a URL. */
export class PersonLikely {
  @Typed(input.text(60), '李伟') name: string;
  @IsOptional() @Typed(input.text(40), '13900000000') phone?: string | null;
}

/** An official who may be the same, and what is. */
export class LikelyPersonLine extends PersonLine {
  sameName: boolean;
  samePhone: boolean;
}

export class LikelyPeople {
  /** Those in reach of who asks, at most ten, the likeliest first. */
  @ApiProperty({ type: [LikelyPersonLine] }) people: LikelyPersonLine[];
}

export class PeoplePage {
  /** The log position that the list reflects. */
  position: number;
  @ApiProperty({ type: [PersonLine] }) people: PersonLine[];
  /** Asks for the next page, as `after`; null on the last. */
  @Text(true) next: PersonId | null;
}

/** How much somebody, or a unit, did: `/entries` lists each. */
export class ActCounts {
  /** Entries in which the official acted. */
  acted: number;
  /** Entries that the official typed in. */
  recorded: number;
  /** Of those in which the official acted: recorded more than 30 days after they took effect. */
  late: number;
  /** Of those in which the official acted: corrected or struck out on another's approval. */
  reversed: number;
}

export class DutyCounts {
  /** Problems in which there is a duty: leader, in charge, or responsible unit. */
  all: number;
  /** Of which the number is not cancelled. */
  open: number;
  overdue: number;
}

/** What there is of an official: lists stand at `/people/:id/households`, `/registers/problems?person=` and `/entries?person=`. */
export class PersonRecord {
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  @Text() person: PersonId;
  /** Null where it is erased. */
  @Text(true) name: string | null;
  @Text() region: RegionCode;
  @Text(true) regionName: string | null;
  /** False where nobody has checked who it is. */
  confirmed: boolean;
  /** Every post until the moment, the newest first. */
  @ApiProperty({ type: [PostShown] }) postings: PostShown[];
  /** As in a list. */
  @Text(true) phoneEnd: string | null;
  /** Households helped now; null for those who may not read cases, as all that follows from cases. */
  @ApiProperty({ type: Number, nullable: true }) householdsNow: number | null;
  /** Households helped before. */
  @ApiProperty({ type: Number, nullable: true }) householdsBefore: number | null;
  @ApiProperty({ type: DutyCounts, nullable: true }) problems: DutyCounts | null;
  @ApiProperty({ type: ActCounts, nullable: true }) acts: ActCounts | null;
}
