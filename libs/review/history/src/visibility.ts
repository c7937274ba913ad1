/** How much of a person the reader sees. */
export type Visibility = 'whole' | 'masked';

/** `610426********8094`: enough to tell two apart, not enough to use. Of what is short, two digits are enough; of what is shorter still, none. */
export const masked = (value: string): string => {
  const signs = Array.from(value);
  const [head, tail] = signs.length > 12 ? [6, 4] : signs.length > 10 ? [3, 2] : signs.length > 4 ? [0, 2] : [0, 0];
  return signs.map((sign, i) => (i < head || i >= signs.length - tail ? sign : '*')).join('');
};
