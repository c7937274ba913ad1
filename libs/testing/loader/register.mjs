// node --import ./libs/testing/loader/register.mjs file.ts: runs the sources as Jest sees them, in a process of their own.
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./hooks.mjs', import.meta.url);
