import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { refuse } from './attachment.rules.js';
import type { MediaType } from './media-type.js';

/** Pixels of its longer side at most: enough to read a signature, little enough for a phone. */
const longestSide = 2_400;
/** A photo with more is not unpacked. */
const mostPixels = 60_000_000;

/**
 * A photo as it is shown: upright, and without anything that the camera wrote beside the picture, such as where and when it was
 * taken. The picture is drawn anew, so that nothing that hides in the file comes along.
 */
export async function viewOf(kind: Exclude<MediaType, 'application/pdf'>, photo: AsyncIterable<Buffer>): Promise<Buffer> {
  const drawing = sharp(await buffer(photo), { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toFormat(kind.slice('image/'.length) as 'jpeg' | 'png' | 'webp');
  return drawing.toBuffer().catch(() => refuse('attachment.unreadable', { pixels: mostPixels }));
}
