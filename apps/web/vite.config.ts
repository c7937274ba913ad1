import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.js';
import { offlineList } from './build/offline-list.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the console into `dist/web`, from where the server serves it. `nest build` wipes `dist`, so it goes first. */
export default defineConfig({
  root: here('.'),
  resolve: { alias: { '@lookback/kernel': here('../../libs/kernel/src/index.ts') } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    cssCodeSplit: false, // one stylesheet, in one order, whichever screen is opened first
    target: 'es2022',
    chunkSizeWarningLimit: 600,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      input: { index: here('index.html'), sw: here('worker/sw.ts') },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  plugins: [offlineList(), compressed()],
});
