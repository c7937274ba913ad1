export { Imports, type ListName, type Taking } from './imports.js';
