import { AsOfShown, InapplicableShown, Text } from '@lookback/office/desk';
import type { Helping } from '@lookback/case/assistance';
import { identificationCodes as codes, openingCodes } from '@lookback/case/identification';
import { standingCodes } from '@lookback/case/standing';
import { ApiProperty } from '@nestjs/swagger';
import type { HouseholdFile, MemberShown, NamedInFile, ProblemShown } from './household-file.js';
import { EnumOf, Erasable, Thing } from './file-decorators.js';
import { ProblemFileShown } from './problem-file.dto.js';

/** OpenAPI's side of what this lib answers: each class has the shape of the type that it implements. */

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

/** A number's time: from a day on, and up to, but not on, another. */
export class NumberHeldShown {
  @Text() number: HouseholdFile['numbers'][number]['number'];
  @Text() from: HouseholdFile['numbers'][number]['from'];
  @Text(true) to: HouseholdFile['numbers'][number]['to'];
}

/** A household on a day, as known at a position. */
export class HouseholdFileShown implements HouseholdFile {
  id: string;
  @ApiProperty({ type: AsOfShown }) asOf: AsOfShown;
  /** 档案号: the first 8 characters of the id. */
  fileCode: string;
  /** 户编号; null where the registry has given none. */
  @Text(true) number: HouseholdFile['number'];
  /** All that it has had, the newest last. */
  @ApiProperty({ type: [NumberHeldShown] }) numbers: HouseholdFile['numbers'];
  @EnumOf(openingCodes.openingBases, true) basis: HouseholdFile['basis'];
  @EnumOf(openingCodes.residences, true) residence: HouseholdFile['residence'];
  @Erasable(true) hamlet: HouseholdFile['hamlet'];
  @ApiProperty({ type: NamedShown }) county: NamedInFile;
  @ApiProperty({ type: NamedShown }) township: NamedInFile;
  @ApiProperty({ type: NamedShown }) village: NamedInFile;
  @EnumOf(standingCodes.standings) standing: HouseholdFile['standing'];
  @EnumOf(standingCodes.monitorings) monitoring: HouseholdFile['monitoring'];
  @Text(true) closedOn: HouseholdFile['closedOn'];
  @EnumOf(codes.attributes, true) attribute: HouseholdFile['attribute'];
  @Thing() causes: HouseholdFile['causes'];
  @ApiProperty({ type: [MemberFileShown] }) members: readonly MemberShown[];
  @Thing(true) income: HouseholdFile['income'];
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
