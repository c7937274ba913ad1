import { identificationCodes as codes } from '@lookback/case/identification';
import { rectificationCodes } from '@lookback/case/rectification';
import { ApiProperty } from '@nestjs/swagger';
import type { HouseholdFile, MemberShown, Named, ProblemShown } from './household-file.js';
import type { ToldEntry } from './told-entry.js';

/** OpenAPI's side of what this lib answers: each class has the shape of the type that it implements. */

const Erasable = (nullable = false) =>
  ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'object', properties: { erased: { type: 'boolean', enum: [true] } }, required: ['erased'] }],
    nullable,
    description: 'The value, or that it was erased.',
  });
const OneOf = (list: Readonly<Record<string, unknown>>) => ApiProperty({ type: String, enum: Object.keys(list) });
const Text = (nullable = false) => ApiProperty({ type: String, nullable });
const Thing = (nullable = false) => ApiProperty({ type: Object, nullable, additionalProperties: true });

/** The moment of which an answer is true. */
export class AsOfShown {
  at: string;
  known: string;
}

export class NamedShown implements Named {
  @Text() code: Named['code'];
  @Text(true) name: string | null;
}

export class MemberFileShown implements MemberShown {
  @Text() member: MemberShown['member'];
  @Text(true) number: MemberShown['number'];
  @OneOf(codes.relations) relation: MemberShown['relation'];
  @Erasable() name: MemberShown['name'];
  /** Masked unless the account records in this region. */
  @Erasable() citizenNumber: MemberShown['citizenNumber'];
  /** Masked unless the account records in this region. */
  @Erasable(true) phone: MemberShown['phone'];
  @Erasable(true) hamlet: MemberShown['hamlet'];
  @Text(true) ethnicGroup: MemberShown['ethnicGroup'];
  @ApiProperty({ type: String, enum: Object.keys(codes.schoolings), nullable: true }) schooling: MemberShown['schooling'];
  @ApiProperty({ type: String, enum: Object.keys(codes.pupilStatuses), nullable: true }) pupil: MemberShown['pupil'];
  @Erasable(true) health: MemberShown['health'];
  @ApiProperty({ type: String, enum: Object.keys(codes.labours), nullable: true }) labour: MemberShown['labour'];
  @Thing(true) work: MemberShown['work'];
  @ApiProperty({ type: Boolean }) seriousIllnessInsurance: boolean;
}

export class UnfittingShown {
  entry: string;
  rule: string;
  en: string;
  zh: string;
}

export class ProblemFileShown implements ProblemShown {
  @Text() number: ProblemShown['number'];
  @OneOf(rectificationCodes.problemStatuses) status: ProblemShown['status'];
  @Text() class: ProblemShown['class'];
  @Text() source: ProblemShown['source'];
  @Text(true) level: ProblemShown['level'];
  @Erasable() words: ProblemShown['words'];
  /** What each relapse showed. */
  @ApiProperty({ type: [Object] }) foundAgain: ProblemShown['foundAgain'];
  @ApiProperty({ type: [String] }) affects: ProblemShown['affects'];
  @Text() foundOn: ProblemShown['foundOn'];
  @OneOf(rectificationCodes.priorities) priority: ProblemShown['priority'];
  @Thing() duties: ProblemShown['duties'];
  @Erasable(true) measure: ProblemShown['measure'];
  @Text(true) dueOn: ProblemShown['dueOn'];
  @Thing(true) round: ProblemShown['round'];
  @ApiProperty({ type: Number }) measuresTaken: number;
  @Text(true) cancelledOn: ProblemShown['cancelledOn'];
  @Text(true) cancelNumber: ProblemShown['cancelNumber'];
  @ApiProperty({ type: Number }) relapses: number;
  @Text(true) takenOverOn: ProblemShown['takenOverOn'];
}

/** A household on a day, as known at a position. */
export class HouseholdFileShown implements HouseholdFile {
  id: string;
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  @Text() number: HouseholdFile['number'];
  @ApiProperty({ type: NamedShown }) county: Named;
  @ApiProperty({ type: NamedShown }) township: Named;
  @ApiProperty({ type: NamedShown }) village: Named;
  @OneOf(codes.statuses) status: HouseholdFile['status'];
  @OneOf(codes.attributes) attribute: HouseholdFile['attribute'];
  @Thing() causes: HouseholdFile['causes'];
  @ApiProperty({ type: [MemberFileShown] }) members: readonly MemberShown[];
  @Thing() income: HouseholdFile['income'];
  @Thing() guarantees: HouseholdFile['guarantees'];
  @Thing(true) living: HouseholdFile['living'];
  @Text(true) takenOverOn: HouseholdFile['takenOverOn'];
  @ApiProperty({ type: Number }) visits: number;
  @Thing(true) lastVisit: HouseholdFile['lastVisit'];
  @ApiProperty({ type: [ProblemFileShown] }) problems: readonly ProblemShown[];
  @ApiProperty({ type: [UnfittingShown] }) unfitting: HouseholdFile['unfitting'];
}

/** One entry of a history, as a sentence in both languages. */
export class ToldEntryShown implements ToldEntry {
  @ApiProperty({ type: Number }) position: number;
  @ApiProperty({ type: Number }) revision: number;
  @Text() id: string;
  @Text() type: string;
  @Text() effectiveOn: string;
  @Text() recordedAt: string;
  @Text() mode: string;
  @Thing(true) actedBy: ToldEntry['actedBy'];
  @Thing() recordedBy: ToldEntry['recordedBy'];
  @Thing(true) authority: ToldEntry['authority'];
  @ApiProperty({ type: [Object] }) reads: ToldEntry['reads'];
  /** Attachments by digest. */
  @ApiProperty({ type: [String] }) evidence: ToldEntry['evidence'];
  @ApiProperty({ type: String, enum: ['counts', 'corrected', 'struck out', 'speaks of others'] }) standing: ToldEntry['standing'];
  @Text(true) setBy: string | null;
  @Text() en: string;
  @Text() zh: string;
}

export class HouseholdHistory {
  id: string;
  /** The position that the history reflects. */
  known: string;
  @ApiProperty({ type: [ToldEntryShown] }) entries: ToldEntry[];
}
