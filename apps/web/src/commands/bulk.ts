/** One of several that the same is asked of. */
export interface Target {
  /** What people call it, such as a problem's number. */
  readonly name: string;
  /** Of whom it is asked, such as `/households/…`. */
  readonly of: string;
  readonly fixed: Readonly<Record<string, unknown>>;
}

/** A file whose name begins with a target's name is that one's alone, the longest name first; any other belongs to each. */
export function filesOf(target: Target, all: readonly Target[], files: readonly File[]): File[] {
  const byLength = all.toSorted((a, b) => b.name.length - a.name.length);
  return files.filter((file) => {
    const owner = byLength.find(({ name }) => beginsWith(file.name, name));
    return owner === undefined || owner === target;
  });
}

/** `ZG-2018-1` begins `zg-2018-1.jpg`, and not `ZG-2018-10.jpg`. */
const beginsWith = (file: string, name: string): boolean =>
  file.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(file.slice(name.length));
