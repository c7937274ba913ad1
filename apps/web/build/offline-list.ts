import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Tells the worker which files make up the console: what it keeps for a place without a signal. A new list is a new worker. */
export const offlineList = (): Plugin => ({
  name: 'offline-list',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('the build has no sw.js');
      const list = JSON.stringify(['/', '/icon.svg', ...files.map((name) => `/${name}`)]);
      const version = createHash('sha256').update(list).digest('hex').slice(0, 12);
      worker.code = worker.code.replaceAll('__FILES__', list).replaceAll('__VERSION__', JSON.stringify(version));
    },
  },
});
