/** JSON whose fields stand in one order, so that what is the same reads the same. */
export const stable = (body: unknown): string =>
  JSON.stringify(body, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
