export * from './database.js';
export * from './fixed-clock.js';
export * from './given.js';
export * from './told.js';
export * from '../loader/child.js';
