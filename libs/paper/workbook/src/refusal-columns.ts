import { plainHeader } from './plain.js';

/** The columns that a refusal workbook adds at the end. Reading leaves them out, and whatever stands right of them. */
export const refusalHeaders = ['拒绝列 / Refused column', '拒绝值 / Refused value', '拒绝原因 / Refused because'] as const;

const known = new Set<string>(refusalHeaders.map(plainHeader));

export const isRefusalHeader = (header: string): boolean => known.has(plainHeader(header));
