import { AsOfShown, InapplicableShown, Text } from '@lookback/office/desk';
import type { Helping } from '@lookback/case/assistance';
import { identificationCodes as codes } from '@lookback/case/identification';
import { standingCodes } from '@lookback/case/standing';
import { rectificationCodes } from '@lookback/case/rectification';
import { ApiProperty } from '@nestjs/swagger';
import type { HouseholdFile, MemberShown, NamedInFile, ProblemShown } from './household-file.js';

/** OpenAPI's side of what this lib answers: each class has the shape of the type that it implements. */

const Erasable = (nullable = false) =>
  ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'object', properties: { erased: { type: 'boolean', enum: [true] } }, required: ['erased'] }],
    nullable,
    description: 'The value, or that it was erased.',
  });
const EnumOf = (list: Readonly<Record<string, unknown>>) => ApiProperty({ type: String, enum: Object.keys(list) });
const Thing = (nullable = false) => ApiProperty({ type: Object, nullable, additionalProperties: true });

export class NamedShown implements NamedInFile {
  @Text() code: NamedInFile['code'];
  @Text(true) name: string | null;
}

export class MemberFileShown implements MemberShown {
  @Text() member: MemberShown['member'];
  @Text(true) number: MemberShown['number'];
  @EnumOf(codes.relations) relation: MemberShown['relation'];
  @Erasable() name: MemberShown['name'];
  /** Masked unless the account records in this region. */
  @Erasable(true) citizenNumber: MemberShown['citizenNumber'];
  /** Which stands for it where there is none. */
  @Thing(true) document?: NonNullable<MemberShown['document']>;
  @ApiProperty({ type: String, enum: Object.keys(codes.noNumberReasons), required: false })
  withoutNumber?: NonNullable<MemberShown['withoutNumber']>;
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

/** Where a problem stands in the list that brought it. */
export class ListPlaceShown implements NonNullable<ProblemShown['list']> {
  /** SHA-256 of the file. */
  @ApiProperty({ type: String, example: `sha256:${'0'.repeat(64)}` }) file: NonNullable<ProblemShown['list']>['file'];
  /** Which sheet of the workbook, from 1. */
  @ApiProperty({ type: 'integer' }) sheet: number;
  /** As Excel counts, from 1. */
  @ApiProperty({ type: 'integer' }) row: number;
  /** 序号: under which that list has it. */
  @ApiProperty({ type: String, nullable: true, example: '12' }) number: NonNullable<ProblemShown['list']>['number'];
}

export class ProblemFileShown implements ProblemShown {
  @Text() number: ProblemShown['number'];
  @EnumOf(rectificationCodes.problemStatuses) status: ProblemShown['status'];
  @Text() class: ProblemShown['class'];
  @Text() source: ProblemShown['source'];
  @Text(true) level: ProblemShown['level'];
  @Erasable() words: ProblemShown['words'];
  /** What each relapse showed. */
  @ApiProperty({ type: [Object] }) foundAgain: ProblemShown['foundAgain'];
  @ApiProperty({ type: [String] }) affects: ProblemShown['affects'];
  @Text() foundOn: ProblemShown['foundOn'];
  @EnumOf(rectificationCodes.priorities) priority: ProblemShown['priority'];
  @Thing() duties: ProblemShown['duties'];
  @Erasable(true) measure: ProblemShown['measure'];
  @Text(true) dueOn: ProblemShown['dueOn'];
  @Thing(true) round: ProblemShown['round'];
  @ApiProperty({ type: Number }) measuresTaken: number;
  @Text(true) cancelledOn: ProblemShown['cancelledOn'];
  @Text(true) cancelNumber: ProblemShown['cancelNumber'];
  @ApiProperty({ type: Number }) relapses: number;
  @Text(true) takenOverOn: ProblemShown['takenOverOn'];
  @ApiProperty({ type: ListPlaceShown, nullable: true }) list: ProblemShown['list'];
}

/** Somebody's time as a helper of the household. */
export class HelperFileShown implements Helping {
  @Text() person: Helping['person'];
  @Text() unit: Helping['unit'];
  @Text() rank: Helping['rank'];
  @Text() from: Helping['from'];
  /** The first day on which the help had ended; null while it lasts. */
  @Text(true) to: Helping['to'];
  @Text(true) statedFrom: Helping['statedFrom'];
}

/** A household on a day, as known at a position. */
export class HouseholdFileShown implements HouseholdFile {
  id: string;
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  @Text() number: HouseholdFile['number'];
  @ApiProperty({ type: NamedShown }) county: NamedInFile;
  @ApiProperty({ type: NamedShown }) township: NamedInFile;
  @ApiProperty({ type: NamedShown }) village: NamedInFile;
  @EnumOf(standingCodes.standings) standing: HouseholdFile['standing'];
  @EnumOf(standingCodes.monitorings) monitoring: HouseholdFile['monitoring'];
  @Text(true) closedOn: HouseholdFile['closedOn'];
  @EnumOf(codes.attributes) attribute: HouseholdFile['attribute'];
  @Thing() causes: HouseholdFile['causes'];
  @ApiProperty({ type: [MemberFileShown] }) members: readonly MemberShown[];
  @Thing() income: HouseholdFile['income'];
  @Thing() guarantees: HouseholdFile['guarantees'];
  @Thing(true) living: HouseholdFile['living'];
  @Text(true) takenOverOn: HouseholdFile['takenOverOn'];
  @ApiProperty({ type: Number }) visits: number;
  @Thing(true) lastVisit: HouseholdFile['lastVisit'];
  @ApiProperty({ type: [ProblemFileShown] }) problems: readonly ProblemShown[];
  @ApiProperty({ type: [HelperFileShown] }) helpers: HouseholdFile['helpers'];
  /** What the officials and units in it are called, by id; left out where that is erased or not on record. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) names: HouseholdFile['names'];
  /** What the codes of lists in it were called on the day of which they were said, by list, code and day: `cause-codes 01 2018-12-31`. */
  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'object', properties: { en: { type: 'string' }, zh: { type: 'string' } }, required: ['en', 'zh'] },
  })
  words: HouseholdFile['words'];
  @ApiProperty({ type: [InapplicableShown] }) inapplicable: HouseholdFile['inapplicable'];
}
