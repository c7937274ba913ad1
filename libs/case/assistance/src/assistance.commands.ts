import type { Code, PersonId, UnitId } from '@lookback/kernel';
import { CodeOf, IsId, IsInstant, Nested, OneOf, Sentences } from '@lookback/office/desk';
import { ArrayMaxSize, IsArray, IsBoolean, IsDefined, IsOptional } from 'class-validator';
import { type Rank, ranks } from '@lookback/office/standards';
import { type Topic, topics, type VisitPlace, visitPlaces } from './assistance.codes.js';

/** One line of a visitor's checklist. */
export class TopicLooked {
  @OneOf(topics) topic: Topic;
  @IsBoolean() inOrder: boolean;
}

/** Records a visit to the household. */
export class VisitHome {
  @OneOf(visitPlaces) place: VisitPlace;
  @IsArray() @ArrayMaxSize(20) @Nested(() => TopicLooked) checklist: TopicLooked[];
  /** What the visitor saw and heard, in words. */
  @IsOptional() @Sentences(1, 4000, '屋顶已修好，饮水正常') findings?: string;
  /** When the device says that it was written down, where there was no signal. */
  @IsOptional() @IsInstant() capturedAt?: Code<'instant'>;
}

/** Gives the household a helper 帮扶责任人. */
export class PairHelper {
  /** The official who helps. */
  @IsId() person: PersonId;
  /** The unit for which the person helps. */
  @IsId() unit: UnitId;
  /** By which the quota of households goes. */
  @CodeOf('helper-quotas') @OneOf(ranks) rank: Rank;
}

/** One helper takes over from another, on one day: the household is never without. */
export class HandOverHelper {
  /** Who helped until then. */
  @IsId() from: PersonId;
  /** Who helps from then on. */
  @IsDefined() @Nested(() => PairHelper) to: PairHelper;
}

/** A helper helps no more, and nobody takes their place. */
export class ReleaseHelper {
  @IsId() person: PersonId;
}
