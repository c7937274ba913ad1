/** How much of a person the reader sees. */
export type Sight = 'whole' | 'masked';

/** `610426********8094`: enough to tell two apart, not enough to use. Of what is short, two digits are enough. */
export const masked = (value: string): string => {
  const [head, tail] = value.length > 12 ? [6, 4] : value.length > 10 ? [3, 2] : [0, 2];
  return value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(-tail);
};
