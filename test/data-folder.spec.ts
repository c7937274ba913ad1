import { expect, it } from '@jest/globals';
import { excerptBytes } from './support/importing.js';
import { Secrets } from './support/leaks.js';
import { FolderOfRoster } from './support/folder-of-roster.js';
import { Sought, tracesIn } from './support/traces.js';

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

it.each(['utf8', 'utf16le'] as const)('would be seen there in %s', (encoding) => {
  const sought = new Sought(['阎奕泽', '宋杰'], ['610426194204158094', '13056044377']);
  for (const said of ['x阎奕泽家', '，宋杰\t', '宋杰', 'n=610426194204158094', '00013056044377'])
    for (const before of [0, 1, 2, 3])
      expect(tracesIn(Buffer.concat([Buffer.alloc(before), Buffer.from(said, encoding)]), sought, 'file')).not.toEqual([]);
  const bigEndian = Buffer.from('阎奕泽', 'utf16le').swap16();
  expect(tracesIn(bigEndian, sought, 'file')).toEqual([{ text: '阎奕泽', encoding: 'utf-16be', file: 'file' }]);
  expect(tracesIn(Buffer.from('阎奕 泽 宋 杰 61042619420415809', encoding), sought, 'file')).toEqual([]);
});
