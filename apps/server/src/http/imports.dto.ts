import type { CalendarDate, Language } from '@lookback/kernel';
import { IsCalendarDate, OneOf } from '@lookback/office/desk';
import type { ImportReport } from '@lookback/paper/lists';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import type { ListName } from '@lookback/application/imports';

/** As URLs write it; anything else is no answer. */
const yesOrNo: Readonly<Record<string, boolean>> = { true: true, false: false };
const lists: readonly ListName[] = ['roster', 'pairing', 'ledger'];

/** How a list is to be taken over. */
export class ImportAsked {
  /** The date of the list: from then on it holds. */
  @IsCalendarDate() dated: CalendarDate;
  /** Looks through the list and records nothing. */
  @IsOptional()
  @Transform(({ obj }: { obj: Record<string, unknown> }) => yesOrNo[String(obj['dryRun'])] ?? obj['dryRun'])
  @IsBoolean()
  @ApiProperty({ type: Boolean, required: false })
  dryRun?: boolean;
  /** In which the workbook of refused rows is written; Chinese unless said. */
  @IsOptional() @OneOf(['zh', 'en']) language?: Language;
}

/** A takeover under way, or done. */
export class ImportShown {
  id: string;
  @ApiProperty({ enum: [...lists] }) list: ListName;
  /** The date of the list. */
  @ApiProperty({ type: String }) dated: CalendarDate;
  dryRun: boolean;
  /** When it was begun. */
  @ApiProperty({ type: String, format: 'date-time' }) begunAt: string;
  @ApiProperty({ enum: ['running', 'done', 'stopped', 'failed'] }) state: 'running' | 'done' | 'stopped' | 'failed';
  /** Counts so far. */
  @ApiProperty({ type: Object, additionalProperties: true }) progress: object;
  /** Counts at the end, and what was refused; null while it runs. */
  @ApiProperty({ type: Object, nullable: true, additionalProperties: true }) report: Omit<ImportReport, 'refusedWorkbook'> | null;
  /** Why it failed; null unless it did. */
  @ApiProperty({ type: Object, nullable: true, additionalProperties: true }) problem: object | null;
  /** Whether a workbook of refused rows can be fetched. */
  hasRefused: boolean;
}
