import type { Language } from '@lookback/kernel';
import { plainHeader } from './plain.js';

/** The columns that a refusal workbook adds at the end, as its reader calls them. Reading leaves them out, and whatever stands right of them. */
export const refusalHeaders: Readonly<Record<Language, readonly string[]>> = {
  zh: ['拒绝列', '拒绝值', '拒绝原因'],
  en: ['Refused column', 'Refused value', 'Refused because'],
};

const known = new Set<string>(Object.values(refusalHeaders).flat().map(plainHeader));

export const isRefusalHeader = (header: string): boolean => known.has(plainHeader(header));
