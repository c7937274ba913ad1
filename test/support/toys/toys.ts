import type { Part } from '@lookback/office/desk';
import { wellPart } from './well/well.js';

/** Kinds of subjects that the product does not have: a line each. */
export const toys: readonly Part[] = [wellPart];
