/** The paths at which two JSON values differ: `members.2.name`; a value that one of them lacks differs as a whole. */
export function differingPaths(one: unknown, other: unknown, at = ''): string[] {
  if (Object.is(one, other)) return [];
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) return [at];
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return fields.flatMap((field) => differingPaths(one[field], other[field], at === '' ? field : `${at}.${field}`));
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
