import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { APIResponse, Page } from 'playwright-core';
import { knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { changedRow, householdsRows, rosterOf } from '../support/rosters.js';
import { barriersOn } from './support/accessible.js';
import { brokenOn } from './support/broken.js';
import { clippedOn } from './support/clipped.js';
import { Console, desk, phone, signIn } from './support/console.js';
import { picture } from './support/picture.js';
import { type Language, saidIn } from './support/said.js';

let shown: Console;
let office: ProblemOffice;
let roster: Uint8Array;
/** Where the log stood once the first problem was cancelled. */
let then: number;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
  await office.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted', 'reported', 'verified', 'satisfied', 'cancelled');
  then = await shown.office.system.log.head();
  await office.lived('ZG-2018-0002', 'found', 'handedOver', 'accepted');
  await office.lived('ZG-2018-0003', 'found', 'handedOver', 'reported');
  const wrong = { 与户主关系: '邻居', 证件号码: '610426199001011234' };
  roster = await rosterOf(changedRow(householdsRows(3_000).slice(60), 3, wrong));
});
afterAll(() => shown.close());

type Said = ReturnType<typeof saidIn>;
interface State {
  /** Who has come there; nobody where it is before the door. */
  readonly who?: () => Parameters<Console['at']>[1];
  readonly path: string;
  /** What is done there until the state is reached. */
  readonly reach: (page: Page, t: Said) => Promise<unknown>;
}

const household = `/households/${knownId}`;
const operator = () => office.staff.operator;
const auditor = () => office.staff.auditor;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const refused = (page: Page, beside: string) => page.locator('.refused', { hasText: beside }).locator('.refusal').waitFor();

/** What a screen comes to under the hands of whoever works there. */
const states: Readonly<Record<string, State>> = {
  'the door, refused': {
    path: '/problems',
    reach: async (page, t) => {
      await page.getByLabel(t('session.login')).fill('nobody.at.all');
      await page.getByLabel(t('session.password'), { exact: true }).fill('a phrase of nobody 9');
      await press(page, t('session.signIn'));
      await page.getByRole('alert').waitFor();
    },
  },
  'one’s own password, refused': {
    who: auditor,
    path: '/',
    reach: async (page, t) => {
      await press(page, office.staff.auditor.login);
      await page.getByLabel(t('session.currentPassword')).fill('not my passphrase 5');
      await page.getByLabel(t('session.newPassword')).fill('a phrase of my own 6');
      await press(page, t('session.changePassword'));
      await page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  'a form with refusals beside its fields': {
    who: operator,
    path: household,
    reach: async (page, t) => {
      await press(page, t('household.record'));
      await page.getByRole('menuitem', { name: t('assess-income') }).click();
      await page.getByLabel(t('assess-income.wageFen')).fill('12.345');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('command.send') })
        .click();
      await refused(page, t('assess-income.from'));
      await refused(page, t('assess-income.wageFen'));
    },
  },
  'a form with a group, a hint and a rule’s refusal': {
    who: () => office.workers.verifier,
    path: household,
    reach: async (page, t) => {
      await press(page, t('verify-rectification'));
      for (const nth of [0, 1])
        await page
          .getByRole('radio', { name: t('say.no') })
          .nth(nth)
          .check();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('command.send') })
        .click();
      await refused(page, t('verify-rectification.reason'));
    },
  },
  'a choice that is open in a form': {
    who: operator,
    path: household,
    reach: async (page, t) => {
      await press(page, t('command.visitHome'));
      await page.getByLabel(t('visit-home.place')).click();
      await page.getByRole('option').first().waitFor({ state: 'attached' });
    },
  },
  'what may be done with a household': {
    who: operator,
    path: household,
    reach: async (page, t) => {
      await press(page, t('household.record'));
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  'what else may be done about a problem': {
    who: operator,
    path: '/problems',
    reach: async (page, t) => {
      await press(page, t('problem.moreActs', { number: 'ZG-2018-0002' }));
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  'several problems that are chosen': {
    who: operator,
    path: '/problems?status=accepted',
    reach: async (page, t) => {
      await page.getByRole('checkbox').first().check();
      await page
        .getByRole('group', { name: t('bulk.acts') })
        .getByRole('button', { name: t('take-measure') })
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('command.send') })
        .waitFor();
    },
  },
  'a filled form that is being left': {
    who: operator,
    path: household,
    reach: async (page, t) => {
      await press(page, t('command.visitHome'));
      await page.getByLabel(t('visit-home.findings')).fill('西屋漏雨');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: t('leave.stay') }).waitFor();
    },
  },
  'an account that is opened in a role': {
    who: () => office.staff.admin,
    path: '/first-steps',
    reach: async (page, t) => {
      await press(page, t('open-account'));
      await page.getByRole('dialog').getByRole('radio').first().check();
    },
  },
  'a log that is broken in places': {
    who: auditor,
    path: '/log',
    reach: async (page, t) => {
      const stream = 'household-0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10';
      const broken = [{ kind: 'changed', stream, revision: 12, position: 96 }, { kind: 'missing', position: 103 }, { kind: 'misplaced' }];
      await page.route('**/log', async (route) => {
        if (route.request().resourceType() === 'document') return route.continue();
        const log = (await (await route.fetch()).json()) as { models: readonly object[] };
        const models = log.models.map((model) => ({ ...model, parkedCount: 1, parked: [{ stream, position: 95, error: 'log changed' }] }));
        return route.fulfill({ json: { ...log, broken, models } });
      });
      await page.reload();
      await page.getByText(t('log.brokenElsewhere')).waitFor();
    },
  },
  'views that are saved': {
    who: auditor,
    path: '/entries?type=ProblemFound',
    reach: async (page, t) => {
      await page.getByText(t('views.title')).click();
      await page.getByLabel(t('views.name')).fill('发现的问题');
      await press(page, t('views.save'));
      await page.getByRole('link', { name: '发现的问题' }).waitFor();
    },
  },
  'the time machine with why': {
    who: auditor,
    get path() {
      return `${household}/time?at=2018-07-10&known=@${String(then)}&fromAt=2016-12-31`;
    },
    reach: async (page, t) => {
      await page
        .getByRole('button', { name: new RegExp(`^${t('why.of', { field: '' })}.*ZG-2018-0001`) })
        .first()
        .click();
      await page.getByRole('dialog').locator('.entry').first().waitFor();
    },
  },
  'the receipt of a figure': {
    who: auditor,
    path: '/counts?region=610426001200',
    reach: async (page, t) => {
      await press(page, t('why.of', { field: t('counts.households') }));
      await page.getByRole('dialog').locator('summary').first().click();
      await page.getByRole('dialog').locator('.entry').first().waitFor();
    },
  },
  'an import under way': {
    who: operator,
    path: '/imports',
    reach: async (page, t) => {
      let running: string | undefined; // held there, so that it can be looked at
      await page.route('**/imports', async (route) => {
        if (route.request().resourceType() === 'document' || route.request().method() !== 'GET') return route.continue();
        running ??= await jobsThatRun(await route.fetch());
        return running === undefined ? route.continue() : route.fulfill({ body: running, contentType: 'application/json' });
      });
      await uploaded(page, t, 'imports.dryRun');
      await page.getByRole('progressbar').waitFor();
    },
  },
  'an import with refusals': {
    who: operator,
    path: '/imports',
    reach: async (page, t) => {
      await uploaded(page, t, 'imports.dryRun');
      await page.getByRole('table').first().waitFor();
    },
  },
  'entries as they are': {
    who: () => office.workers.inspector,
    path: '/entries?view=json',
    reach: (page) => page.locator('pre').first().waitFor(),
  },
  'filters that are open': {
    who: operator,
    path: '/households?standing=exited&village=610426001200',
    reach: (page, t) => page.getByRole('button', { name: t('filter.clear') }).waitFor(),
  },
  'a list in which nothing is': {
    who: operator,
    path: '/problems?status=reopened',
    reach: (page) => page.locator('.empty').waitFor(),
  },
  'the main menu': {
    who: operator,
    path: '/',
    reach: async (page, t) => {
      const menu = page.getByRole('button', { name: t('nav.label') });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole('link', { name: t('nav.log') }).waitFor();
    },
  },
  'without a signal': {
    who: operator,
    path: '/',
    reach: async (page, t) => {
      await page.context().setOffline(true);
      await page.getByText(t('connection.away')).waitFor();
    },
  },
};

async function jobsThatRun(answer: APIResponse): Promise<string | undefined> {
  const body = await answer.text();
  return body.includes('"state":"running"') ? body : undefined;
}

async function uploaded(page: Page, t: Said, how: string): Promise<void> {
  const file = { name: 'roster.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(roster) };
  await page.getByLabel(t('imports.file')).setInputFiles(file);
  await press(page, t(how));
}

/** A page in a language, with its reader signed in. */
async function opened({ who, path }: State, size: typeof desk | typeof phone, language: Language): Promise<Page> {
  const page = await shown.door(path, size);
  if (who) await signIn(page, who().login, who().password);
  await page.evaluate(`localStorage.setItem('lookback.language', '${language}')`);
  await page.reload();
  await page.locator('h1').waitFor();
  return page;
}

describe.each<[size: string, options: typeof desk | typeof phone, language: Language]>([
  ['desk', desk, 'zh'],
  ['phone', phone, 'en'],
])('at a %s', (size, options, language) => {
  it.each(Object.keys(states))('%s has no barrier, and nothing clipped', async (name) => {
    const state = states[name] as State;
    const page = await opened(state, options, language);
    await state.reach(page, saidIn(language));
    await picture(page, `state-${name.replace(/\W+/g, '-')}-${size}-${language}`);
    expect([...(await barriersOn(page)), ...(await clippedOn(page)), ...(await brokenOn(page))]).toEqual([]);
    await page.context().close();
  });
});
