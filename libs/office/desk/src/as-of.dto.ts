/** The moment of which an answer is true. */
export class AsOfShown {
  at: string;
  known: string;
}

/** An entry that does not fit the history of its subject, and why. */
export class InapplicableShown {
  entry: string;
  rule: string;
  en: string;
  zh: string;
}
