/** What the sentence of a rule comes to: words in the places of its facts. */
export const sentenceOf = (wording: string): RegExp =>
  new RegExp(`^${wording.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+')}$`);

/** What no sentence may hold: a place that was left open, or an id that nobody can read. */
export const unworded = /[{}]|[0-9a-f]{8}-[0-9a-f]{4}-/;
