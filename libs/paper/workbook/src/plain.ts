/** Text as people meant it: full-width letters, digits and signs as half-width ones (NFKC), invisible characters out, one space between words, none around. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** As `plain`, for numbers and codes: without any space, and in capitals, so that the `x` of a citizen number is an `X`. */
export function plainCode(text: string): string {
  return plain(text).replaceAll(' ', '').toUpperCase();
}

/** Header names are equal when they are equal without spaces and with brackets and digits of either width. */
export const plainHeader = (text: string): string => plain(text).replaceAll(' ', '');
