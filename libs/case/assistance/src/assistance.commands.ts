import { type Code, kind, type PersonId, type UnitId } from '@lookback/kernel';
import { Field } from '@lookback/office/desk';
import { helperRank, type Rank } from '@lookback/office/standards';
import { type Topic, topics, type VisitPlace, visitPlaces } from './assistance.codes.js';

/** One line of a visitor's checklist. */
export class TopicLooked {
  @Field(kind.code(topics), { en: 'Topic', zh: '走访内容' }) topic: Topic;
  @Field(kind.yesNo, { en: 'In order', zh: '是否正常' }) inOrder: boolean;
}

/** Records a visit to the household. */
export class VisitHome {
  @Field(kind.code(visitPlaces), { en: 'Place', zh: '走访方式' }) place: VisitPlace;
  @Field(kind.checklist(() => TopicLooked, 20), { en: 'Checklist', zh: '走访内容' })
  checklist: TopicLooked[];
  /** What the visitor saw and heard, in words. */
  @Field(kind.words(1, 4000, '屋顶已修好，饮水正常'), { en: 'Findings', zh: '走访情况', optional: true }) findings?: string;
  /** When the device says that it was written down, where there was no signal. */
  @Field(kind.instant, { en: 'Written down at (device)', zh: '记录时间（设备）', optional: true }) capturedAt?: Code<'instant'>;
}

/** Gives the household a helper 帮扶责任人. */
export class PairHelper {
  @Field(kind.person, { en: 'Helper', zh: '帮扶责任人' }) person: PersonId;
  /** The unit for which the person helps. */
  @Field(kind.unit, { en: 'Unit', zh: '单位' }) unit: UnitId;
  /** By which the quota of households goes. */
  @Field(helperRank, { en: 'Rank', zh: '职级' }) rank: Rank;
}

/** One helper takes over from another, on one day: the household is never without. */
export class HandOverHelper {
  @Field(kind.person, { en: 'Former helper', zh: '原帮扶责任人' }) from: PersonId;
  @Field(kind.group(() => PairHelper), { en: 'New helper', zh: '新帮扶责任人' })
  to: PairHelper;
}

/** A helper helps no more, and nobody takes their place. */
export class ReleaseHelper {
  @Field(kind.person, { en: 'Helper', zh: '帮扶责任人' }) person: PersonId;
}
