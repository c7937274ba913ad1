import { NameKeys } from '@lookback/log/vault';
import { readSheet } from '@lookback/paper/workbook';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { seeded } from '../../support/random-lives.js';
import { attack, type Known } from './attack.js';
import { generated, kinOfGenerated, type Person } from './county.js';
import type { Marking } from './insider.js';
import { beginningOf, markingOfIndex } from './marking.js';

/**
 * What an insider guesses who has the database and no key, the frequencies of the county's names, and the public notices of a share of its
 * households: by the index as it is, and as it might have been.
 */
interface Design {
  readonly called: string;
  readonly marking: Marking;
  /** Within which a text has one mark. */
  readonly placeOf: (person: Person) => string;
  readonly markOf: (place: string, name: string) => string;
}

const keys = new NameKeys(randomBytes(32), 1);
const township = ({ village }: Person) => village.slice(0, 9);
const own = (textOf: (name: string) => string): Pick<Design, 'marking' | 'markOf'> => ({
  marking: { textOf, marks: Infinity },
  markOf: (_, name) => textOf(name),
});
const designs: readonly Design[] = [
  { called: 'none', marking: { textOf: beginningOf, marks: 1 }, placeOf: () => '', markOf: () => '' },
  { called: 'whole names, by county', placeOf: () => '', ...own((name) => name) },
  { called: 'two characters, by township', placeOf: township, ...own(beginningOf) },
  { called: 'two characters, by village', placeOf: ({ village }) => village, ...own(beginningOf) },
  {
    called: 'as it is',
    marking: markingOfIndex,
    placeOf: ({ village }) => village,
    markOf: (place, name) => keys.beginning(place, beginningOf(name)),
  },
];

/** The roster's names were made up without families: nobody has the head's family name because of kinship. */
async function ofRoster(file: string): Promise<Person[]> {
  const { rows } = await readSheet(await readFile(file), { columns: [{ name: '姓名' }, { name: '户编号' }, { name: '与户主关系' }] });
  const people: Person[] = [];
  for await (const row of rows) {
    const household = row.text('户编号');
    people.push({ village: household.slice(0, 12), household, isHead: row.text('与户主关系') === '户主', name: row.text('姓名') });
  }
  return people;
}

const roster = fileURLToPath(new URL('../../../../shared/data/yongshou-roster.xlsx', import.meta.url));
const counties = [{ called: 'generated', people: generated(13_634, seeded(16)), kin: kinOfGenerated }];
if (existsSync(roster)) counties.push({ called: 'roster', people: await ofRoster(roster), kin: 0 });
else process.stderr.write(`there is no ${roster}: only the generated county is played\n`);

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(9);
process.stdout.write(`${'county'.padEnd(11)}${'index'.padEnd(29)}  notices     name  first two   family\n`);
for (const { called, people, kin } of counties)
  for (const { called: design, marking, placeOf, markOf } of designs)
    for (const noticed of [0.05, 0.2]) {
      const county = people.map((person): Known => ({ ...person, place: placeOf(person), mark: markOf(placeOf(person), person.name) }));
      const { name, beginning, familyName } = attack(county, { noticed, kin, marking, random: seeded(5) });
      const shares = [noticed, name, beginning, familyName].map(percent).join('');
      process.stdout.write(`${called.padEnd(11)}${design.padEnd(29)}${shares}\n`);
    }
