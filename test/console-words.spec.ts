import { describe, expect, it } from '@jest/globals';
import { type InBoth, type RegionCode, type WordList, wordLists } from '@lookback/kernel';
import { linesOf, shippedStandards, standardCatalogue } from '@lookback/office/standards';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { wordsOf } from '@lookback/application/queries';
import { product } from '@lookback/application/system';
import { actsOf, type FieldShown } from '@lookback/office/desk';

const words = wordsOf(product);

const source = new URL('../apps/web/src/', import.meta.url);
const glossary = JSON.parse(readFileSync(new URL('i18n/glossary.json', source), 'utf8')) as Record<string, InBoth>;

/** The lists of codes that the console can name, and what the server calls them. */
const listsOfRecord = {
  relation: 'relations',
  pupil: 'pupilStatuses',
  schooling: 'schoolings',
  health: 'healths',
  labour: 'labours',
  fuel: 'fuels',
  accessRoad: 'accessRoads',
  standing: 'standings',
  monitoring: 'monitorings',
  openingBasis: 'openingBases',
  residence: 'residences',
  attribute: 'attributes',
  guarantee: 'guarantees',
  documentKind: 'documentKinds',
  noNumberReason: 'noNumberReasons',
  problemStatus: 'problemStatuses',
  escalation: 'escalationStages',
  right: 'rights',
  post: 'posts',
  unitKind: 'unitKinds',
  level: 'levels',
  mode: 'modes',
  signMethod: 'signMethods',
  proxyKind: 'proxyKinds',
  subjectKind: 'subjects',
};
const terms = Object.entries(glossary);
/** What the console says in words of the shipped lists. */
const listed = shippedStandards('CN' as RegionCode).flatMap(({ adopts }) =>
  adopts.flatMap(({ standard, value }): [string, InBoth][] =>
    (wordLists as readonly string[]).includes(standard)
      ? linesOf(standard as WordList, value).map(({ code, ...words }) => [`${standard}.${code}`, words])
      : [],
  ),
);
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(new URL(name, source), 'utf8'))
  .join('\n');
/** The lists of codes that something asks for. */
const lists = new Set([...code.matchAll(/(?:t\.code\(|\blist: |ownCode\()'(\w+)'/g)].map(([, list]) => list ?? ''));
/** What the acts are called, their fields, and the codes that can be chosen in them: the console says them as the server does. */
const ofActs = actsOf(product.subjects).subjects.flatMap(({ acts }) =>
  acts.flatMap(({ path, called, fields }): [string, InBoth][] => [[path, called], ...fieldWords(fields)]),
);
function fieldWords(fields: readonly FieldShown[]): [string, InBoth][] {
  return fields
    .filter(({ kind }) => kind !== 'filled')
    .flatMap(({ name, called, hint, choices = [], fields: within = [] }): [string, InBoth][] => [
      [name, called],
      ...(hint ? [[name, hint] as [string, InBoth]] : []),
      ...choices.map(({ code, ...words }): [string, InBoth] => [code, words]),
      ...fieldWords(within),
    ]);
}

/** A term of the office, as a line of the design has it. */
interface DesignTerm {
  readonly zh: string;
  readonly en: string;
  readonly file: string;
  readonly line: string;
}
const { terms: design } = JSON.parse(readFileSync(new URL('data/design-terms.json', import.meta.url), 'utf8')) as { terms: DesignTerm[] };
const designFolder = new URL('../../shared/design/', import.meta.url);
const designIsThere = existsSync(designFolder);
if (!designIsThere)
  process.stderr.write(`console-words.spec.ts compares no term with the design itself: there is no ${designFolder.pathname}\n`);
/** Longer terms first: what stands within one of them is not another. */
const byLength = design.toSorted((a, b) => b.zh.length - a.zh.length);
const chineseTermsIn = (text: string) =>
  byLength.filter(({ zh }) => {
    const found = text.includes(zh);
    if (found) text = text.replaceAll(zh, '…');
    return found;
  });
const says = (text: string, english: string) => english.split(' ').every((word) => new RegExp(`\\b${word}`, 'i').test(text));
const placesIn = (text: string) => [...text.matchAll(/\{[\w-]+\}/g)].map(String).sort();

describe('the glossary of the console', () => {
  it('says every term in both languages, with the same facts', () => {
    expect(terms.filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '').map(([term]) => term)).toEqual([]);
    expect(terms.filter(([, { zh, en }]) => String(placesIn(zh)) !== String(placesIn(en))).map(([term]) => term)).toEqual([]);
  });

  it('calls the standards what their catalogue calls them', () => {
    const titles = Object.entries(standardCatalogue).map(([name, { title }]) => [`standard.${name}`, title]);
    expect(Object.fromEntries(terms.filter(([term]) => term.startsWith('standard.')))).toEqual(Object.fromEntries(titles));
  });

  it.each(Object.entries(listsOfRecord))('calls the codes of %s what the record calls them', (one, list) => {
    const called = terms.filter(([term]) => term.startsWith(`${one}.`)).map(([term, said]) => [term.slice(one.length + 1), said] as const);
    const plain = ({ zh, en }: InBoth) => ({ zh, ...(one !== 'ethnicGroup' && { en: en.toLowerCase() }) }); // the record has no English for these
    expect(Object.fromEntries(called.map(([code, said]) => [code, plain(said)]))).toEqual(
      Object.fromEntries(Object.entries(words[list] ?? {}).map(([code, said]) => [code, plain(said)])),
    );
  });

  it('holds no term that nothing says', () => {
    const put = (group: string, last: string) =>
      code.includes(`\`${group}.\${`) && (code.includes(`'${last}'`) || new RegExp(`\\b${last}:`).test(code)); // put together
    const made = (term: string) => {
      const [group = '', last = ''] = term.split('.');
      return put(group, last) || lists.has(group);
    };
    const silent = terms.filter(([term]) => !made(term) && !code.includes(`'${term}'`));
    expect(silent.map(([term]) => term)).toEqual([]);
  });

  it('lacks no list, and no filter, that is asked for by its name', () => {
    const filters = [...code.matchAll(/\{ name: '(\w+)', kind: /g)].map(([, name]) => `filter.${name ?? ''}`);
    expect([lists.size > 10, filters.length > 10]).toEqual([true, true]);
    expect([...lists].filter((list) => !terms.some(([term]) => term.startsWith(`${list}.`)))).toEqual([]);
    expect(filters.filter((filter) => !(filter in glossary))).toEqual([]);
  });
});

describe('the terms of the design', () => {
  it.each(design)('$zh is $en wherever the console says it', ({ zh, en }) => {
    const said = [...terms, ...ofActs, ...listed].filter(([, text]) => chineseTermsIn(text.zh).some((term) => term.zh === zh));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(([, text]) => !says(text.en, en))).toEqual([]);
  });

  it.each(design.filter(({ en }) => en.includes(' ')))('$en is said of nothing but $zh', ({ zh, en }) => {
    expect([...terms, ...ofActs].filter(([, text]) => text.en.toLowerCase().includes(en) && !text.zh.includes(zh))).toEqual([]);
  });

  it.each(design)('$zh and $en stand in their line', ({ zh, en, line }) => {
    expect([line.includes(zh), says(line, en)]).toEqual([true, true]);
  });

  (designIsThere ? it : it.skip).each(design)('$zh: the line is the design’s own', ({ file, line }) => {
    expect(readFileSync(new URL(file, designFolder), 'utf8').split('\n')).toContain(line);
  });
});
