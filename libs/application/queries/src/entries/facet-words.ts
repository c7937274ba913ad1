import type { AccountId, InBoth } from '@lookback/kernel';
import {
  accountNamed,
  channelIn,
  channelNamed,
  type FacetCount,
  type FacetName,
  householderKey,
  householders,
  isProcess,
  type Names,
  processNamed,
} from '@lookback/review/history';
import { Parts } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import { wordsOf } from '../words/words.js';
import { NameDirectory } from '../names/name-directory.js';

interface Word {
  readonly en: string | null;
  readonly zh: string | null;
}

/** What the values of facets are called. */
@Injectable()
export class FacetWords {
  constructor(
    private readonly names: NameDirectory,
    private readonly parts: Parts,
  ) {}

  async load(counts: readonly FacetCount[]): Promise<(facet: FacetName, key: string) => Word> {
    const keys = (facet: FacetName) => counts.filter((count) => count.facet === facet).map(({ key }) => key);
    const names = await this.names.load({ people: keys('person'), units: keys('unit'), accounts: keys('account') as AccountId[] });
    const named: Readonly<Partial<Record<FacetName, (key: string) => string | null>>> = {
      person: (id: string) => names.official(id),
      unit: (id: string) => names.unit(id),
      township: (code: string) => names.region(code),
    };
    const words = wordsOf(this.parts);
    return (facet, key) => {
      if (facet === 'account') return recorderCalled(key, names);
      if (facet === 'person' && key === householderKey) return householders;
      return words[lists[facet] ?? '']?.[key] ?? alike(named[facet]?.(key) ?? null);
    };
  }
}

const lists: Readonly<Partial<Record<FacetName, string>>> = { kind: 'subjects', type: 'entries', mode: 'modes' };
const alike = (name: string | null): InBoth | Word => ({ en: name, zh: name });

/** Whoever typed it in, by the key that the journal keeps of it. */
function recorderCalled(key: string, names: Names): InBoth {
  const channel = channelIn(key);
  if (channel !== null) return channelNamed(channel);
  return isProcess(key) ? processNamed(key, null) : accountNamed(key as AccountId, names);
}
