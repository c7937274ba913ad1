/** A log position as an address says it, `@4711`, as a number; NaN for what is none. */
export const positionIn = (known: string): number => (/^@\d{1,15}$/.test(known) ? Number(known.slice(1)) : NaN);
