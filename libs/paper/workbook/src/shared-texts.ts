import type { Archive } from './archive.js';
import { GatheredText } from './gathered-text.js';
import type { Limits } from './limits.js';
import { type Listener, Markup } from './markup.js';

/** The texts that cells refer to by number. Formatting runs are joined; the reading above Japanese characters (`rPh`) is left out. */
export async function sharedTexts(archive: Archive, part: string | undefined, limits: Limits): Promise<readonly string[]> {
  if (part === undefined) return [];
  const texts = new Texts(part, limits);
  const markup = new Markup(part, texts);
  for await (const chunk of archive.part(part, limits.sharedTextBytes)) markup.push(chunk);
  markup.end();
  return texts.all;
}

class Texts implements Listener {
  readonly all: string[] = [];
  readonly #text: GatheredText;
  #inText = false;
  #inReading = false;

  constructor(part: string, limits: Limits) {
    this.#text = new GatheredText(limits.cellLength, () => `${part} ${String(this.all.length + 1)}`);
  }

  open(name: string): void {
    if (name === 'si') this.#text.clear();
    else if (name === 't') this.#inText = !this.#inReading;
    else if (name === 'rPh') this.#inReading = true;
  }

  close(name: string): void {
    if (name === 'si') this.all.push(this.#text.unescaped);
    else if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inReading = false;
  }

  text(text: string): void {
    if (this.#inText) this.#text.add(text);
  }
}
