import { type AnySource, type Chapter, column, type EventOf, type Register, registerSource, kind } from '@lookback/kernel';
import { registerProjection } from '../declaration/projection.js';
import { tablesOf } from '../declaration/register-tables.js';
import { chapter, type Family } from './toy.fixture.js';

const called = { en: 'toy', zh: '玩具' };

/** What families earn; a family of five thousand yuan cannot be listed. */
const earningsRegister: Register<Family> = {
  name: 'toy-earnings',
  called,
  columns: {
    home: column(kind.line, called, ({ village }) => village, { filter: true }),
    yuan: column(kind.whole, called, ({ yuan }) => yuan, { sort: true, sum: true }),
  },
  groups: { place: ['home'] },
  order: ['home'],
};

/** Who lives in families. */
const namesRegister: Register<string> = {
  name: 'toy-names',
  called,
  columns: { name: column(kind.line, called, (name) => name) },
  groups: {},
  order: ['name'],
};

const earningsOf = (multiplied: number) =>
  registerSource<Family, Family>({
    register: earningsRegister,
    reads: ({ village, yuan }) => [village, yuan],
    rows: ({ village, yuan }) => {
      if (yuan === 5_000) throw new RangeError('quotes 张三');
      return village === '' ? [] : [['', { village, people: [], yuan: yuan * multiplied }]];
    },
  });

const namesOf = registerSource<Family, string>({
  register: namesRegister,
  reads: ({ people }) => [people],
  rows: ({ people }) => people.map((name, n) => [String(n), name] as const),
});

const ofFamilies = (source: AnySource) => new Map([['family', { chapter: chapter as unknown as Chapter<unknown, EventOf>, source }]]);

/** Two registers of families; the first in a version that says the same, or something else. */
export const toyRegisters = ({ version = 1, multiplied = 1 } = {}) => [
  { ...registerProjection(earningsRegister, ofFamilies(earningsOf(multiplied))), version },
  registerProjection(namesRegister, ofFamilies(namesOf)),
];

export const toyRegisterTables = [earningsRegister, namesRegister].flatMap((register) =>
  tablesOf(register).flatMap(({ known, past }) => [known, past]),
);
