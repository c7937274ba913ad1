import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { barriersOn } from './support/accessible.js';
import { brokenOn } from './support/broken.js';
import { clippedOn } from './support/clipped.js';
import { Console, desk, phone } from './support/console.js';
import { picture } from './support/picture.js';

let shown: Console;
let office: ProblemOffice;
/** Where the log stood once the first problem was cancelled. */
let then: number;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
  await office.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted', 'reported', 'verified', 'satisfied', 'cancelled');
  then = await shown.office.system.log.head();
  await office.lived('ZG-2018-0002', 'found', 'handedOver', 'accepted', 'measured');
  await office.lived('ZG-2018-0003', 'found', 'handedOver', 'reported', 'returned');
  await office.lived('ZG-2018-0004', 'found');
}, 120_000);
afterAll(() => shown.close());

const who = {
  operator: () => office.staff.operator,
  auditor: () => office.staff.auditor,
  inspector: () => office.workers.inspector,
  admin: () => office.staff.admin,
};
const household = `/households/${knownId}`;
/** Every screen, as the persona that works there, and what says that it stands. */
const screens: readonly (readonly [name: string, person: keyof typeof who, path: () => string])[] = [
  ['desk', 'operator', () => '/'],
  ['ledger', 'operator', () => '/problems'],
  ['households', 'operator', () => '/households'],
  ['household', 'operator', () => household],
  ['household-past', 'auditor', () => `${household}?at=2018-06-30&known=@${String(then)}`],
  ['time-machine', 'auditor', () => `${household}/time?at=2018-07-10&known=@${String(then)}&fromAt=2016-12-31`],
  ['counts', 'auditor', () => '/counts'],
  ['counts-village', 'auditor', () => '/counts?region=610426001200'],
  ['explorer', 'inspector', () => '/entries'],
  ['explorer-table', 'inspector', () => '/entries?view=table'],
  ['entry', 'inspector', () => `/entries/${String(then)}`],
  ['people', 'inspector', () => '/people'],
  ['person', 'inspector', () => `/people/${office.staff.operator.person ?? ''}`],
  ['unit', 'inspector', () => `/units/${office.staff.units.township}`],
  ['visits', 'operator', () => '/visits'],
  ['imports', 'operator', () => '/imports'],
  ['first-steps', 'admin', () => '/first-steps'],
  ['desk-of-admin', 'admin', () => '/'],
  ['units', 'admin', () => '/units'],
  ['accounts', 'admin', () => '/accounts'],
  ['helpers', 'auditor', () => '/helpers'],
  ['standards', 'auditor', () => '/standards?region=610426'],
  ['log', 'auditor', () => '/log'],
  ['posts', 'auditor', () => '/lists/posts'],
  ['not-found', 'auditor', () => '/nowhere'],
];

async function settled(page: Page, path: string): Promise<void> {
  await page.goto(shown.url + path);
  await page.getByRole('main').waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}

it('every address of the console has a picture', () => {
  const routes = readFileSync(new URL('../../apps/web/src/routes.tsx', import.meta.url), 'utf8');
  const paths = [...routes.matchAll(/ path: '([^']+)'/g)].map(
    ([, path]) => new RegExp(`^${path?.replace(/\$\w+/g, '[^/?]+') ?? ''}(\\?|$)`),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !screens.some(([, , at]) => path.test(at()))).map(String)).toEqual([]);
});

describe.each([
  ['desk', desk],
  ['phone', phone],
] as const)('at a %s', (size, options) => {
  it.each(Object.keys(who) as (keyof typeof who)[])(
    'no screen of the %s has a barrier, a word broken, or anything clipped, in either language',
    async (person) => {
      const page = await shown.at('/', who[person](), options);
      const found: unknown[] = [];
      for (const language of ['zh', 'en']) {
        await page.evaluate(`localStorage.setItem('lookback.language', '${language}')`);
        for (const [name, , path] of screens.filter(([, of]) => of === person)) {
          await settled(page, path());
          await picture(page, `${name}-${size}-${language}`);
          const faults = [...(await barriersOn(page)), ...(await clippedOn(page)), ...(await brokenOn(page))];
          if (faults.length > 0) found.push([name, language, faults]);
        }
      }
      await page.context().close();
      expect(found).toEqual([]);
    },
    180_000,
  );
});
