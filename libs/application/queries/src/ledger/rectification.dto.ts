import {
  type ClassCode,
  type EscalationStage,
  type ProblemListed,
  type ProblemStatus,
  rectificationCodes as codes,
  type SourceCode,
  type Tray,
} from '@lookback/case/rectification';
import type { RegionCode } from '@lookback/kernel';
import { Text } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { WordsShown } from '../lists/listed.dto.js';

const statuses = Object.keys(codes.problemStatuses);
const stages = Object.keys(codes.escalationStages);
const Days = () => ApiProperty({ type: 'integer', nullable: true });

/** Somebody or something by id, with its name where that is on record. */
export class ById {
  id: string;
  @Text(true) name: string | null;
}

/** A line of the ledger. Its words stand in the file of whom it concerns. */
export class ProblemLine {
  /** `household`. */
  kind: string;
  /** Of whom it concerns. */
  id: string;
  /** 档案号 of the file in which it stands. */
  fileCode: string;
  /** 户编号; null where there is none. */
  @Text(true) subjectNumber: string | null;
  @Text() county: RegionCode;
  @Text() township: RegionCode;
  @Text() village: RegionCode;
  @Text(true) villageName: string | null;
  number: string;
  @ApiProperty({ enum: statuses }) status: ProblemStatus;
  @Text() class: ClassCode;
  @Text() source: SourceCode;
  /** What they were called where and when they were said; null where no list has them. */
  @ApiProperty({ type: WordsShown, nullable: true }) classWords: WordsShown | null;
  @ApiProperty({ type: WordsShown, nullable: true }) sourceWords: WordsShown | null;
  @Text(true) level: ProblemListed['level'];
  @Text() priority: ProblemListed['priority'];
  foundOn: string;
  @ApiProperty({ type: ById, nullable: true }) leader: ById | null;
  @ApiProperty({ type: ById, nullable: true }) unit: ById | null;
  @ApiProperty({ type: ById, nullable: true }) staff: ById | null;
  @Text(true) handedOverOn: string | null;
  @Text(true) handedOverLevel: ProblemListed['handedOverLevel'];
  @Text(true) dueOn: string | null;
  /** To the limit, negative once it has passed; null where no limit runs. */
  @Days() daysLeft: number | null;
  overdue: boolean;
  extensions: number;
  @Text(true) acceptedOn: string | null;
  @Text(true) reportedOn: string | null;
  @Text(true) verifiedOn: string | null;
  @Text(true) peopleAnswer: ProblemListed['peopleAnswer'];
  @Text(true) cancelledOn: string | null;
  @Text(true) cancelNumber: ProblemListed['cancelNumber'];
  relapses: number;
  /** True where a list brought it. */
  takenOver: boolean;
  /** What is proposed about a limit that passed; a person decides. */
  @ApiProperty({ enum: stages, nullable: true }) escalation: EscalationStage | null;
}

/** What waits on one's desk, the earliest limit first; at most a hundred in a tray. */
export class ProblemDesk implements Record<Tray, ProblemLine[]> {
  position: number;
  /** One's own, or one's unit's. */
  dueToday: ProblemLine[];
  overdue: ProblemLine[];
  /** Returned by a verifier, one's own or one's unit's. */
  returned: ProblemLine[];
  toVerify: ProblemLine[];
  /** Verified, and handed over by one's own level. */
  toCancel: ProblemLine[];
  /** Found, found again, or disputed. */
  toHandOver: ProblemLine[];
  /** Past their limit by so much that a notice, an interview or a filing is proposed. */
  toEscalate: ProblemLine[];
}
