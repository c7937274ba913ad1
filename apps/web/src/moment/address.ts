/** The parameters of an address, each as the text that it is: a region's code stays a code, and no figure. */
export const fromAddress = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

/** An address with these parameters; what is undefined is left out. `@4711` stays as people write it. */
export function intoAddress(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '');
  const text = new URLSearchParams(given).toString().replaceAll('%40', '@');
  return text === '' ? '' : `?${text}`;
}
