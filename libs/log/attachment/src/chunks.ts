/** A run of bytes, with whether it is the last and its number from 0. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly nth: number;
  readonly last: boolean;
}

/**
 * Cuts what comes into pieces of one length; the first may have another. The last has what is left, which is nothing only
 * where nothing came at all. Holds one piece and one chunk.
 */
export async function* chunks(source: AsyncIterable<Buffer>, length: number, firstLength = length): AsyncGenerator<Chunk> {
  let waiting: Buffer[] = [];
  let size = 0;
  let nth = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size <= (nth === 0 ? firstLength : length)) continue;
    let all = Buffer.concat(waiting);
    for (let take = nth === 0 ? firstLength : length; all.length > take; take = length) {
      yield { bytes: all.subarray(0, take), nth: nth++, last: false };
      all = all.subarray(take);
    }
    waiting = [all];
    size = all.length;
  }
  yield { bytes: Buffer.concat(waiting), nth, last: true };
}
