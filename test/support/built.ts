import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const newest = (folder: string): number =>
  readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /(?<!\.spec|\.fixture|\.long)\.ts$/.test(file.name))
    .reduce((so, file) => Math.max(so, statSync(`${file.parentPath}/${file.name}`).mtimeMs), 0);

let isLooked = false;

/** What is run from `dist` has to be what the sources say. @throws Error where one of them was written after the last build */
export function mustBeBuilt(): void {
  if (isLooked) return;
  const built = statSync(`${root}dist/openapi.json`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (['libs', 'apps/server/src', 'apps/cli/src'].some((folder) => newest(folder) > built))
    throw new Error('dist is not what the sources say: npm run build');
  isLooked = true;
}
