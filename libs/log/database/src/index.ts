export { type DatabaseSettings } from './place.js';
export { openAsOwner, type Owned } from './as-owner.js';
export { type Database, type DatabaseParts, openDatabase } from './open.js';
export { type Migration } from './migrate.js';
export { applicationRole } from './roles.js';
export { DatabaseUnavailable, DatabaseUnfit, type Sentence } from './problem.js';
export { EmbeddedPostgres } from './embedded/embedded-postgres.js';
export { type Address } from './address.js';
export { Gathered } from './gathered.js';
