import { rectificationCodes } from '@lookback/case/rectification';
import { Text } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { EnumOf, Erasable, Thing } from './file-decorators.js';
import type { ProblemShown } from './household-file.js';

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
