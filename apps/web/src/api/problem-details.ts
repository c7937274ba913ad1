/** What the server says when it does not do what was asked (RFC 9457), with the Chinese beside the English. */
export interface ProblemDetails {
  readonly status: number;
  readonly type?: string;
  readonly title: string;
  readonly titleZh: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldFault[];
  /** Of a stream that moved: where it stands now. */
  readonly revision?: number;
}

/** Why one field cannot be used; the words go after its name. */
export interface FieldFault {
  readonly field: string;
  /** As it was sent. */
  readonly value?: unknown;
  readonly en: string;
  readonly zh: string;
  /** What a number may be. */
  readonly least?: number;
  readonly most?: number;
}

/** The server answered, and did not do it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly problem: ProblemDetails) {
    super(problem.title);
  }

  /** The rule that refused; undefined where none did. */
  get rule(): string | undefined {
    return this.problem.type?.replace('urn:lookback:rule:', '');
  }
}

/** Nobody answered: it is unknown whether it was done, so it is asked again under the same key. */
export class ConnectionLost extends Error {
  override readonly name: string = 'ConnectionLost';
}

/** The answer did not come in time; as where nobody answered, it is unknown whether it was done. */
export class TookTooLong extends ConnectionLost {
  override readonly name = 'TookTooLong';
  constructor(readonly seconds: number) {
    super(`nobody answered in ${String(seconds)} s`);
  }
}

/** True where asking again may go better by itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ConnectionLost || (error instanceof Refused && error.problem.status === 503);
