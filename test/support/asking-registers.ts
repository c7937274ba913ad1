import { type CellShown, RegisterCounts, RegisterPage } from '@lookback/application/queries';
import type { Ask } from './asking.js';
import { type Colleague, mustBe } from './staff.js';

type Asked = Readonly<Record<string, string>>;

/** The registers, as an account asks them. */
export function registersOf(ask: Ask, { token }: Pick<Colleague, 'token'>) {
  const get = (path: string, asked: Asked) =>
    mustBe(200, ask('GET', `/registers/${path}?${new URLSearchParams(asked).toString()}`, undefined, token));
  return {
    page: async (name: string, asked: Asked = {}) => (await get(name, asked)).as(RegisterPage),
    counts: async (name: string, by: string, asked: Asked = {}) => (await get(`${name}/counts`, { ...asked, by })).as(RegisterCounts),
    search: async (name: string, asked: Asked) =>
      (await mustBe(200, ask('POST', `/registers/${name}/search`, asked, token))).as(RegisterPage),
  };
}

/** Which rows a page lists. */
export const listed = ({ rows }: RegisterPage): string[] => rows.map(({ subject, key }) => `${subject.kind}-${subject.id} ${key}`);

/** Of whom they are. */
export const subjectsOf = ({ rows }: RegisterPage): string[] => rows.map(({ subject }) => subject.id);

/** What tells the rows of a subject apart: the numbers of its problems. */
export const keysOf = ({ rows }: RegisterPage): string[] => rows.map(({ key }) => key);

/** What a page shows in a column. */
export const cellsOf = ({ rows }: RegisterPage, column: string): (CellShown | undefined)[] => rows.map(({ cells }) => cells[column]);

/** How many rows there are of each value of a column. */
export const rowsBy = ({ counts }: RegisterCounts, column: string): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.map(({ cells, rows }) => [String(cells[column]?.value ?? 'none'), rows]));
