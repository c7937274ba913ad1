import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { framed } from './framed.js';
import { keyLength } from './key-file.js';

/** Into how many marks the beginnings of names in a place fall. */
export const marksOfPlace = 1024;

/**
 * The keys by which people are found who stand in no table by name. Each follows from the master key and its number; a higher number is
 * another key, under which the index is made anew. Everything is asked for by the newest and the one before, until that is done.
 */
export class NameKeys {
  private readonly keys: readonly (readonly [number: number, key: KeyObject])[];

  /** @param newest number of the newest key, from 1 */
  constructor(
    master: Uint8Array,
    readonly newest: number,
  ) {
    const derived = (n: number) =>
      createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `lookback/v1/names/${String(n)}`, keyLength)));
    this.keys = [newest, newest - 1].filter((n) => n > 0).map((n) => [n, derived(n)]);
  }

  /**
   * The mark of how a name begins, in a place: `1.610426101200.1ff`. Several beginnings share one, so that it does not tell which, and how often
   * it stands there does not either; whoever searches opens the names and compares.
   */
  beginning(place: string, beginning: string): string {
    return this.ofNewest((key) => marked(key, place, beginning));
  }

  /** The same by each key by which it may stand in the index. */
  beginnings(place: string, beginning: string): string[] {
    return this.ofEach((key) => marked(key, place, beginning));
  }

  /** The mark of a number that somebody has: equal where the numbers are. No two people have one, so how often it stands there tells nothing. */
  number(text: string): string {
    return this.ofNewest((key) => digest(key, 'number', text).toString('base64url', 0, numberLength));
  }

  /** The same by each key by which it may stand in the index. */
  numbers(text: string): string[] {
    return this.ofEach((key) => digest(key, 'number', text).toString('base64url', 0, numberLength));
  }

  private ofNewest(mark: (key: KeyObject) => string): string {
    return this.ofEach(mark)[0] as string; // there is a newest
  }

  private ofEach(mark: (key: KeyObject) => string): string[] {
    return this.keys.map(([n, key]) => `${String(n)}.${mark(key)}`);
  }
}

/** Bytes that are kept of a digest: no two of a country's numbers share them. */
const numberLength = 16;

const digest = (key: KeyObject, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', key)
    .update(framed(...parts))
    .digest();

const marked = (key: KeyObject, place: string, beginning: string): string =>
  `${place}.${(digest(key, 'name', place, beginning).readUInt32BE() % marksOfPlace).toString(16)}`;
