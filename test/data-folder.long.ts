import { expect, it } from '@jest/globals';
import { excerptBytes } from './support/importing.js';
import { Secrets } from './support/leaks.js';
import { FolderOfRoster } from './support/folder-of-roster.js';

const inUtf16 = (name: string) => Buffer.from(` ${name} `, 'utf16le');

it('of a roster that was taken over and searched no name, number or telephone stands in the data folder but what is put there, however short; chance is told apart', async () => {
  const folder = await FolderOfRoster.made();
  try {
    await folder.takeOver(excerptBytes());
    const { people } = await folder.asked(async ({ search, plant }) => {
      await plant(inUtf16('宋杰'));
      return { people: (await search('阎奕泽')).total };
    });
    expect(people).toBe(1);
    await folder.plant('by-chance', inUtf16('牛涛'));
    const secrets = await Secrets.read(excerptBytes());
    for (const name of ['宋杰', '牛涛']) secrets.add(name);
    const { traces, bytes, rows } = await folder.traces(secrets);
    expect(traces).toEqual([{ text: '宋杰', encoding: 'utf-16le', file: expect.stringMatching(/asked$/) }]);
    expect([bytes > 10_000_000, rows > 100]).toEqual([true, true]);
  } finally {
    await folder.drop();
  }
}, 240_000);
