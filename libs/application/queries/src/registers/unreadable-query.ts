import type { InBoth } from '@lookback/kernel';

/** A part of a question that cannot be read: which, what was sent, and why; the words go after the field's name. */
export interface QueryFault extends InBoth {
  readonly field: string;
  readonly value: string;
}

/** Parts of a question that cannot be read, every one of them. */
export class UnreadableQuery extends Error {
  override readonly name = 'UnreadableQuery';
  constructor(readonly faults: readonly QueryFault[]) {
    super(faults.map(({ field, en }) => `${field} ${en}`).join('; '));
  }
}

/** What cannot be read, gathered while a question is read. */
export class QueryFaults {
  private readonly all: QueryFault[] = [];

  add(field: string, value: string, why: InBoth): void {
    this.all.push({ field, value, en: why.en, zh: why.zh });
  }

  /** @throws UnreadableQuery */
  throwIfAny(): void {
    if (this.all.length > 0) throw new UnreadableQuery(this.all);
  }
}
