import { type Inapplicable, type InBoth, type Language, Refusal } from '@lookback/kernel';
import { Acquainted, type Principal, RefusalWords } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import { NameDirectory } from '../names/name-directory.js';
import { type FactNames, factWords, idsIn, nothingNamed } from './fact-words.js';

type Said = Pick<Refusal | Inapplicable, 'rule' | 'facts' | 'wording'>;

/** A rule's sentence in both languages, in which codes and ids are called by their names. */
export function ruleInWords({ rule, facts, wording }: Said, names: FactNames): InBoth {
  const said = (language: Language) => new Refusal(rule, factWords(facts, language, names), wording).in(language);
  return { en: said('en'), zh: said('zh') };
}

/** Tells refusals by the names of what they speak of, as far as who asks may know of that. */
@Injectable()
export class RefusalsInWords extends RefusalWords {
  constructor(
    private readonly names: NameDirectory,
    private readonly acquainted: Acquainted,
  ) {
    super();
  }

  async said(refusal: Said, who: Principal): Promise<InBoth> {
    return ruleInWords(refusal, await this.namesOf(refusal.facts, who));
  }

  /** What cannot be looked up, because the log is away, is called by its code or id; so is what who asks may not know of. */
  async namesOf(facts: Readonly<Record<string, unknown>>, who: Principal | undefined): Promise<FactNames> {
    try {
      const { people, units } = idsIn(facts);
      const known = async (kind: 'person' | 'unit', ids: readonly string[]) =>
        (await Promise.all(ids.map(async (id) => (who && (await this.acquainted.with(who, kind, id)) ? [id] : [])))).flat();
      return await this.names.load({ people: await known('person', people), units: await known('unit', units) });
    } catch {
      return nothingNamed;
    }
  }
}
