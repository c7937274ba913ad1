import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { AttachmentShown } from '@lookback/application/queries';
import { knownHousehold, knownId } from '../support/importing.js';
import { ProblemOffice } from '../support/problem-office.js';
import { mustBe } from '../support/staff.js';
import { barriersOn } from './support/accessible.js';
import { clippedOn } from './support/clipped.js';
import { Console, phone } from './support/console.js';
import { pictures } from './support/picture.js';
import { idOf } from './support/recorded.js';

const erasedHousehold = '610426001200000002';

let shown: Console;
let office: ProblemOffice;
beforeAll(async () => {
  shown = await Console.open();
  office = await ProblemOffice.over(shown.office);
});
afterAll(() => shown.close());

/** A photo of a colour, uploaded for a household and named by a visit; gives its digest. */
async function photo(number: string, background: string): Promise<string> {
  const { ask } = office.office;
  const { token } = office.staff.operator;
  const path = `/households/${idOf(number)}`;
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const uploaded = await mustBe(201, ask('POST', `${path}/attachments`, bytes, token, { 'content-type': 'image/jpeg' }));
  const { digest } = uploaded.as(AttachmentShown);
  const visit = {
    command: { place: 'home', checklist: [], findings: '屋顶漏水' },
    envelope: { effectiveOn: '2018-06-01', evidence: [digest] },
  };
  await mustBe(201, ask('POST', `${path}/visit-home`, visit, token));
  return digest;
}

it('a photo that is there opens; one that is gone, or is not what was uploaded, is explained where it would be', async () => {
  const { owner, settings } = office.office;
  const [sound, gone, cut] = [
    await photo(knownHousehold, 'green'),
    await photo(knownHousehold, 'red'),
    await photo(knownHousehold, 'blue'),
  ];
  await owner.query('DELETE FROM attachment.uploaded WHERE digest = $1', [gone]);
  const [, hex = ''] = cut.split(':');
  await truncate(join(settings.data, 'attachments', hex.slice(0, 2), cut.replace(':', '-')), 100);
  const page = await shown.at(`/households/${knownId}`, office.staff.auditor, phone);
  const papers = page.locator('section').filter({ has: page.getByRole('heading', { name: '照片与材料' }) });
  const said = (text: string) => papers.locator('.attachment.none').getByText(text);
  await papers.scrollIntoViewIfNeeded();
  await said('没有保存这个文件').waitFor();
  await said('存储的内容与上传时不一致').waitFor();
  expect([...(await barriersOn(page)), ...(await clippedOn(page))]).toEqual([]);
  await pictures(page, 'papers');
  await papers.getByRole('button', { name: `打开照片 ${sound.slice('sha256:'.length).slice(0, 8)}` }).click();
  await page.getByRole('dialog').getByText(sound).waitFor();
  await page.context().close();
});

it('one whose key is destroyed says so, and the household’s history stands', async () => {
  await photo(erasedHousehold, 'red');
  await office.office.owner.query('DELETE FROM vault.data_key WHERE owner = $1', [`household-${idOf(erasedHousehold)}`]);
  const page = await shown.at(`/households/${idOf(erasedHousehold)}`, office.staff.auditor);
  await page.getByText('已抹除：密钥已销毁').first().waitFor();
  await page.getByText('由名册接收').waitFor();
  await page.context().close();
});
