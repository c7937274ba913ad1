/** Where in the log the answer stands. */
export class Receipt {
  /** The subject's id. */
  id: string;
  /** Revision of the subject's stream after this command. */
  revision: number;
  /** Position of its last entry in the log. */
  position: number;
  /** What was decided. */
  events: string[];
}

/** A list brought a subject that is there already. */
export interface AlreadyThere {
  readonly alreadyThere: true;
  readonly id: string;
}
