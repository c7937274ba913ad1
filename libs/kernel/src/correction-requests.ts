import type { Recorded } from './decider.js';
import type { FourEyesEvent } from './four-eyes.events.js';
import { inapplicable } from './four-eyes.rules.js';
import type { Inapplicable } from './refusal.js';
import type { EntryId } from './text.js';

type Spoken<Type extends FourEyesEvent['type']> = Recorded<Extract<FourEyesEvent, { type: Type }>>;

/** What a member of a household asked to be put right, and the first answer: a proposal that names it, or why there is none; null while it waits. */
export interface CorrectionRequest {
  readonly requested: Spoken<'CorrectionRequested'>;
  readonly answer: Spoken<'CorrectionRequestAnswered' | 'CorrectionProposed'> | null;
  /** The type of the entry that it is about; null where it is about the file as a whole. */
  readonly about: string | null;
}

/** The requests of a stream, taken in order of recording. Each is answered once. */
export class CorrectionRequests {
  private readonly known = new Map<EntryId, CorrectionRequest>();

  /** In order of recording. */
  get all(): CorrectionRequest[] {
    return [...this.known.values()];
  }

  take(requested: Spoken<'CorrectionRequested'>, about: string | null): void {
    this.known.set(requested.id, { requested, about, answer: null });
  }

  /** Says why an answer counts for nothing. */
  answer(answer: NonNullable<CorrectionRequest['answer']>, request: EntryId): Inapplicable | undefined {
    const why = this.whyNot(request);
    const asked = this.known.get(request);
    if (asked && !why) this.known.set(request, { ...asked, answer });
    return why;
  }

  /** Why a request cannot be answered: it is not there, or has been; undefined where it waits. */
  whyNot(request: EntryId): Inapplicable | undefined {
    const asked = this.known.get(request);
    if (!asked) return inapplicable('four-eyes.request-absent', { request });
    return asked.answer ? inapplicable('four-eyes.request-answered', { request }) : undefined;
  }
}
