import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@lookback/office/desk';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { knownId } from './support/importing.js';
import { ProblemOffice } from './support/problem-office.js';
import { Running } from './support/running.js';

let at: ProblemOffice;
beforeAll(async () => {
  at = await ProblemOffice.open();
  const { data } = at.office.settings;
  await writeFile(join(data, 'session'), at.staff.operator.token, { mode: 0o600 });
});
afterAll(() => at.close());

async function lookback(...args: readonly string[]) {
  const cli = Running.cli(args, at.office.env);
  return { code: await cli.ended(), stdout: cli.stdout, stderr: cli.stderr };
}
const ask = (...args: readonly string[]) => lookback('ask', 'households', knownId, ...args);

describe('lookback ask', () => {
  it('asks any act as its form does, in the words in which people type', async () => {
    const visit = ['visit-home', '--on', '2018-03-01', '--place', 'home', '--checklist.0.topic', 'water', '--checklist.0.inOrder', '否'];
    const asked = await ask(...visit, '--findings', '水窖渗漏', '--json');
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    const { position } = JSON.parse(asked.stdout) as Receipt;
    expect(await at.office.system.log.head()).toBe(position);
    expect(await at.problems.file(at.staff.operator, '2018-03-01')).toContain('水窖渗漏');
  });

  it('says what was recorded in both languages, and records once what is asked twice under one key', async () => {
    const twice = ['check-guarantee', '--on', '2018-03-03', '--kind', 'water', '--met', 'yes', '--key', 'cli-guarantee'];
    const [first, again] = [await ask(...twice), await ask(...twice)];
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(first.stdout).toMatch(/^核查保障 {2}Check a guarantee: households \S+ @\d+\n$/);
    expect(again.stdout).toBe(first.stdout);
  });

  it('says which field, value or act there is not, and records nothing', async () => {
    const head = await at.office.system.log.head();
    const misused = await ask('visit-home', '--place', 'moon');
    expect([misused.code, misused.stderr]).toEqual([2, expect.stringMatching(/--place: .*one of/)]);
    const refused = await ask('accept-handover', '--problem', 'ZG-9');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/ZG-9/)]);
    expect(await at.office.system.log.head()).toBe(head);
  });
});

describe('lookback acts', () => {
  it('lists what can be asked with its fields, in both languages', async () => {
    const listed = await lookback('acts', 'people');
    expect(listed.stdout).toContain(
      'lookback ask people - register-person\n  登记干部  Register an official\n    --name  姓名  Name  <text>',
    );
  });
});
