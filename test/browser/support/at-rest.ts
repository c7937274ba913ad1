import type { Page } from 'playwright-core';

/** Everything that a script can find stored by this page's origin, as text; bytes are read in each encoding that a word could hide in. */
export const atRest = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const asked = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const read = (bytes) => ['utf-8', 'utf-16le', 'utf-16be'].map((encoding) => new TextDecoder(encoding).decode(bytes)).join(' ');
    const text = (value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? read(value)
      : value instanceof CryptoKey ? 'a key that is ' + (value.extractable ? 'extractable' : 'kept')
      : value !== null && typeof value === 'object' ? Object.entries(value).map(([name, one]) => name + ': ' + text(one)).join('; ')
      : String(value);
    const found = [localStorage, sessionStorage].map((storage) => text({ ...storage }));
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        found.push(name + ' ' + store, text(await asked(objects.getAllKeys())), text(await asked(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push('cached ' + new URL(url).pathname);
    return [...found, document.cookie, window.name, text(history.state), document.title].join('\\n');
  })()`);
