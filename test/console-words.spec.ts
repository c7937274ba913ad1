import { describe, expect, it } from '@jest/globals';
import type { InBoth } from '@lookback/kernel';
import { standardCatalogue } from '@lookback/office/standards';
import { readdirSync, readFileSync } from 'node:fs';
import { words } from '../apps/server/src/words.js';

const source = new URL('../apps/web/src/', import.meta.url);
const glossary = JSON.parse(readFileSync(new URL('words/glossary.json', source), 'utf8')) as Record<string, InBoth>;

/** The lists of codes that the console can name, and what the server calls them. */
const lists = {
  ...{ relation: 'relations', pupil: 'pupilStatuses', schooling: 'schoolings', health: 'healths', labour: 'labours' },
  ...{ workplace: 'workplaces', fuel: 'fuels', accessRoad: 'accessRoads', ethnicGroup: 'ethnicGroups', status: 'statuses' },
  ...{ attribute: 'attributes', guarantee: 'guarantees', joinReason: 'joinReasons', leaveReason: 'leaveReasons', topic: 'topics' },
  ...{ visitPlace: 'visitPlaces', helperRank: 'helperRanks', problemStatus: 'problemStatuses' },
  ...{ priority: 'priorities', answer: 'answers', peopleKind: 'peopleKinds', escalation: 'escalationStages', right: 'rights' },
  ...{ post: 'posts', unitKind: 'unitKinds', level: 'levels', mode: 'modes', subjectKind: 'subjects' },
};
const terms = Object.entries(glossary);
const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('the glossary of the console', () => {
  it('says every term in both languages, with the same facts', () => {
    expect(terms.filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '').map(([term]) => term)).toEqual([]);
    expect(terms.filter(([, { zh, en }]) => String(placesIn(zh)) !== String(placesIn(en))).map(([term]) => term)).toEqual([]);
  });

  it('calls the standards what their catalogue calls them', () => {
    const titles = Object.entries(standardCatalogue).map(([name, { title }]) => [`standard.${name}`, title]);
    expect(Object.fromEntries(terms.filter(([term]) => term.startsWith('standard.')))).toEqual(Object.fromEntries(titles));
  });

  it.each(Object.entries(lists))('calls the codes of %s what the record calls them', (one, list) => {
    const called = terms.filter(([term]) => term.startsWith(`${one}.`)).map(([term, said]) => [term.slice(one.length + 1), said] as const);
    const plain = ({ zh, en }: InBoth) => ({ zh, ...(one !== 'ethnicGroup' && { en: en.toLowerCase() }) }); // the record has no English for these
    expect(Object.fromEntries(called.map(([code, said]) => [code, plain(said)]))).toEqual(
      Object.fromEntries(Object.entries(words[list] ?? {}).map(([code, said]) => [code, plain(said)])),
    );
  });

  it('holds no term that nothing says', () => {
    const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(name, source), 'utf8'))
      .join('\n');
    const made = (term: string) => {
      const group = term.split('.')[0] ?? '';
      return code.includes(`\`${group}.\${`) || code.includes(`'${group}'`); // put together, or asked for as a list of codes
    };
    const silent = terms.filter(([term]) => !made(term) && !code.includes(`'${term}'`));
    expect(silent.map(([term]) => term)).toEqual([]);
  });
});
