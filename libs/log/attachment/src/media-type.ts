/** What an attachment may be, by its media type. */
export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** How many bytes from the beginning tell. */
export const tellingBytes = 16;

const begins = (first: Buffer, signature: string, at = 0) => first.toString('latin1', at, at + signature.length) === signature;

/** What a file is, by its first bytes, whatever it is called; undefined where it is nothing that may be attached. */
export function mediaTypeOf(first: Buffer): MediaType | undefined {
  if (begins(first, '\xff\xd8\xff')) return 'image/jpeg';
  if (begins(first, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins(first, 'RIFF') && begins(first, 'WEBP', 8)) return 'image/webp';
  if (begins(first, '%PDF-')) return 'application/pdf';
  return undefined;
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'];

/** The format of many phones, of which nothing here can make a view. */
export const isHeic = (first: Buffer): boolean => begins(first, 'ftyp', 4) && heicBrands.some((brand) => begins(first, brand, 8));
