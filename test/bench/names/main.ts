import { NameKeys } from '@lookback/log/vault';
import { readSheet } from '@lookback/paper/workbook';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { seeded } from '../../support/random-lives.js';
import { attack, type Known } from './attack.js';
import { generated, kinOfGenerated } from './county.js';
import type { Marking } from './insider.js';
import { beginningOf, markingOfIndex } from './marking.js';

/** What an insider learns from the index of names, who has the database, no key, the frequencies of names and a share of the notices. */
type Person = Omit<Known, 'mark'>;

const keys = new NameKeys(randomBytes(32), 1);
const whole = (name: string) => name;
const oneEach = { marks: Infinity };
const designs: readonly (readonly [string, Marking, (person: Person) => string])[] = [
  ['no index', { textOf: beginningOf, marks: 1 }, () => ''],
  ['whole names, county', { textOf: whole, ...oneEach }, ({ name }) => name],
  ['whole names, township', { textOf: whole, ...oneEach }, ({ place, name }) => `${place} ${name}`],
  ['beginnings, township', { textOf: beginningOf, ...oneEach }, ({ place, name }) => `${place} ${beginningOf(name)}`],
  ['as it is', markingOfIndex, ({ place, name }) => keys.beginning(place, beginningOf(name))],
];

/** The roster's names were made up without families: nobody has the head's family name because of kinship. */
async function ofRoster(file: string): Promise<Person[]> {
  const { rows } = await readSheet(await readFile(file), { columns: [{ name: '姓名' }, { name: '户编号' }, { name: '与户主关系' }] });
  const people: Person[] = [];
  for await (const row of rows) {
    const household = row.text('户编号');
    people.push({ place: household.slice(0, 9), household, isHead: row.text('与户主关系') === '户主', name: row.text('姓名') });
  }
  return people;
}

const roster = fileURLToPath(new URL('../../../../shared/data/yongshou-roster.xlsx', import.meta.url));
const counties = [{ called: 'generated', people: generated(13_634, seeded(16)), kin: kinOfGenerated }];
if (existsSync(roster)) counties.push({ called: 'roster', people: await ofRoster(roster), kin: 0 });
else process.stderr.write(`there is no ${roster}: only the generated county is played\n`);

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(9);
process.stdout.write(`${'county'.padEnd(11)}${'index'.padEnd(23)}  notices     name  first two   family\n`);
for (const { called, people, kin } of counties)
  for (const [index, marking, markOf] of designs)
    for (const noticed of [0, 0.05, 0.2]) {
      const county = people.map((person) => ({ ...person, mark: markOf(person) }));
      const place = index.endsWith('county') || index === 'no index' ? county.map((one) => ({ ...one, place: '' })) : county;
      const right = attack(place, { noticed, kin, marking, random: seeded(5) });
      process.stdout.write(
        `${called.padEnd(11)}${index.padEnd(23)}${percent(noticed)}${percent(right.name)}${percent(right.beginning)}${percent(right.familyName)}\n`,
      );
    }
