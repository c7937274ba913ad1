import { useActs } from '../../commands/use-acts.js';
import type { Fields } from '../../forms/field.js';

/** The fields of the value of each standard, by its name: those by which it is proposed. */
export const useStandardFields = (): Readonly<Record<string, Fields>> =>
  useActs().one('standards', 'propose-standard')?.fields['value']?.cases ?? {};
