import { readFileSync } from 'node:fs';

/**
 * SQL from a file beside the module that runs it: `readSql(import.meta.url, 'schema.sql')`. To be called as the module loads, so that a
 * build without the file does not start.
 */
export const readSql = (module: string, file: string): string => readFileSync(new URL(file, module), 'utf8');
