import { expect, it } from '@jest/globals';
import { excerptBytes } from './support/importing.js';
import { Secrets } from './support/leaks.js';
import { FolderOfRoster } from './support/folder-of-roster.js';
import { Sought, tracesIn } from './support/traces.js';

it('a name, a number or a telephone of a roster stands in no file of the data folder, after it was taken over and searched', async () => {
  const folder = await FolderOfRoster.made();
  try {
    await folder.takeOver(excerptBytes());
    const { people } = await folder.asked(async ({ search }) => ({ people: (await search('阎奕泽')).total }));
    expect(people).toBe(1);
    const { traces, bytes, rows } = await folder.traces(await Secrets.read(excerptBytes()));
    expect(traces).toEqual([]);
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
