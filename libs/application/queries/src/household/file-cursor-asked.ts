import { fileCursorShape } from '@lookback/case/household';
import { Shaped } from '@lookback/office/desk';

/** The `next` of a page of households: village and id of its last one. */
export const IsFileCursor = () => Shaped(fileCursorShape, '610426001200~0193a1c2-5b1f-5e7a-9a3d-8d2b7c4e6f10');
