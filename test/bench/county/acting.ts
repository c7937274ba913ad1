import { mustBe } from '../../support/staff.js';
import { until } from '../../support/until.js';
import type { Office } from './asking.js';

/** A page of a register, as far as it is looked at here. */
class Page {
  readonly position: number;
  readonly total: number;
  readonly rows: readonly { readonly subject: { readonly id: string } }[];
}
class Counts {
  readonly position: number;
  readonly counts: readonly { readonly cells: { readonly water: { readonly value: boolean | null } }; readonly rows: number }[];
}
class Recorded {
  readonly position: number;
}

/** Households of whom the water was said to be in order, or not. */
const list = (water: boolean, limit: number) => `/registers/households?water=${String(water)}&limit=${limit}&order=number`;
const counts = '/registers/households/counts?by=water';

/** The ids of so many households without water. */
async function without(office: Office, many: number): Promise<string[]> {
  const found: string[] = [];
  for (let path = list(false, 500), cursor = ''; found.length < many;) {
    const page = (await mustBe(200, office.ask('GET', path + cursor, undefined, office.token))).as(Page) as Page & {
      readonly next: string | null;
    };
    found.push(...page.rows.map(({ subject }) => subject.id));
    if (page.next === null) break;
    cursor = `&after=${encodeURIComponent(page.next)}`;
  }
  return found.slice(0, many);
}

const checked = (office: Office, id: string, effectiveOn: string) =>
  mustBe(201, office.ask('POST', `/households/${id}/check-guarantee`, { command: { kind: 'water', met: true }, envelope: { effectiveOn } }, office.token)); // prettier-ignore

/** The same act asked of many, one after another as the console asks it: milliseconds, the second time, as the first reads each history. */
export async function bulk(office: Office, many: number, effectiveOn: string): Promise<{ first: number; warm: number; acts: number }> {
  const ids = await without(office, many);
  const all = async () => {
    const began = performance.now();
    for (const id of ids) await checked(office, id, effectiveOn);
    return Math.round(performance.now() - began);
  };
  return { first: await all(), warm: await all(), acts: ids.length };
}

/** Milliseconds from an act's answer until list and count both have it, and say the same. */
export async function agreed(office: Office, times: number, effectiveOn: string): Promise<number[]> {
  const took: number[] = [];
  for (const id of await without(office, times)) {
    const { position } = (await checked(office, id, effectiveOn)).as(Recorded);
    const began = performance.now();
    await until('list and count agree', async () => {
      const [page, counted] = await Promise.all([
        mustBe(200, office.ask('GET', list(true, 1), undefined, office.token)),
        mustBe(200, office.ask('GET', counts, undefined, office.token)),
      ]);
      const [rows, sum] = [page.as(Page), counted.as(Counts)];
      const met = sum.counts.find(({ cells }) => cells.water.value === true)?.rows;
      return Math.min(rows.position, sum.position) >= position && rows.total === met ? true : undefined;
    });
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b);
}
