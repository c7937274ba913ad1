import type { CalendarDate, EntryId, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { Where } from '@lookback/log/read-model';
import { isSeen, type Sees, stayRead } from '@lookback/office/desk';

/** Which entries; all that is given has to hold. */
export interface EntriesWanted {
  /** `household`, `unit`, …: the kind of a stream. */
  readonly kind?: string | undefined;
  /** One stream's id, of that kind. */
  readonly subject?: string | undefined;
  readonly type?: string | undefined;
  readonly person?: PersonId | undefined;
  readonly part?: 'acted' | 'recorded' | undefined;
  readonly account?: string | undefined;
  readonly unit?: UnitId | undefined;
  readonly region?: RegionCode | undefined;
  readonly mode?: string | undefined;
  readonly effectiveFrom?: CalendarDate | undefined;
  readonly effectiveTo?: CalendarDate | undefined;
  /** Positions: those after the first, up to the second. */
  readonly recordedAfter?: number | undefined;
  readonly recordedUpTo?: number | undefined;
  readonly correlation?: EntryId | undefined;
  readonly late?: boolean | undefined;
  readonly reversed?: boolean | undefined;
}

const kind = `split_part(j.stream, '-', 1)`;

/** What is known of the subject of an entry `j`, in its row `v`; of the log itself nothing. */
export const places = {
  kind,
  joins: 'LEFT JOIN read.subject v ON v.stream = j.stream',
} as const;

const entry = { stream: 'j.stream', on: 'j.effective_on' };

/** Recorded so long after it took effect that somebody asks why. */
export const lateAfter = 'j.days_until_recorded > 30';

/** Corrected or struck out on the approval of somebody else than who acted. */
export const reversed = `EXISTS (
  SELECT FROM read.journal p JOIN read.journal a ON a.stream = p.stream AND a.speaks_of = p.id AND a.type IN ('EntryCorrected', 'EntryRetracted')
   WHERE p.stream = j.stream AND p.speaks_of = j.id AND p.type = 'CorrectionProposed' AND a.acted_by IS DISTINCT FROM j.acted_by)`;

/** Conditions on lines of the journal, `j`. */
export class JournalWhere extends Where {
  /** Whether somebody sees an entry only as of a place where its subject lies no more; as SQL. */
  isFormer = 'false';
  /** Where its subject lies, as far as they may know: today, or then. */
  region = 'v.region';

  matching(wanted: EntriesWanted, sees: Sees): this {
    this.seen(sees).ofKind(wanted).by(wanted);
    this.addIf('j.effective_on >= ?', wanted.effectiveFrom).addIf('j.effective_on <= ?', wanted.effectiveTo);
    this.addIf('j.position > ?', wanted.recordedAfter).addIf('j.position <= ?', wanted.recordedUpTo);
    if (wanted.region !== undefined) this.within(this.region, [wanted.region]);
    if (wanted.late) this.add(lateAfter);
    return wanted.reversed ? this.add(reversed) : this;
  }

  private ofKind({ kind: subjectKind, subject, type, mode, correlation }: EntriesWanted): this {
    if (subjectKind !== undefined && subject !== undefined) this.add('j.stream = ?', `${subjectKind}-${subject}`);
    else this.addIf(`${kind} = ?`, subjectKind).addIf(`substr(j.stream, position('-' IN j.stream) + 1) = ?`, subject);
    return this.addIf('j.type = ?', type).addIf('j.mode = ?', mode).addIf('j.correlation = ?', correlation);
  }

  private by({ person, part, account, unit }: EntriesWanted): this {
    if (part !== 'recorded' && person !== undefined) {
      if (part === 'acted') this.add('j.acted_by = ?', person);
      else this.add('(j.acted_by = ? OR j.recorder = ?)', person, person);
    } else this.addIf('j.recorder = ?', person);
    return this.addIf('j.recorded_by = ?', account).addIf('j.unit = ?', unit);
  }

  /** Entries of subjects that the asker may read, or might while these lay elsewhere, and those of the log itself. */
  private seen(sees: Sees): this {
    const isOfToday = `coalesce(${isSeen(this, sees)}, false)`;
    const ofLog = sees.log ? ` OR j.stream = 'log'` : '';
    if (sees.formerly.length === 0) return this.add(`(${isOfToday}${ofLog})`);
    const stay = stayRead(this, entry, sees);
    this.isFormer = `NOT (${isOfToday}${ofLog})`;
    this.region = `CASE WHEN ${isOfToday} THEN v.region ELSE (SELECT f.regions[1] FROM ${stay}) END`;
    return this.add(`(${isOfToday}${ofLog} OR EXISTS (SELECT FROM ${stay}))`);
  }
}
