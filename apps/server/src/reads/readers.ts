import { rights, type Right } from '@lookback/office/desk';

/** Whoever has to do with cases may read them, in his regions. */
export const readers = (Object.keys(rights) as Right[]).filter((right) => right !== 'administer' && right !== 'standards');
