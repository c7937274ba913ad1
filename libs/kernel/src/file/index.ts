export { type FactShown, fact, type FileSection, type FileSections, section } from './file.js';
export { erasedMark, type FileNames, masked, type Opened, opened, type Reader, type Visibility } from './shown.js';
export * as value from './values.js';
export type { Value } from './values.js';
