import { readdir, open } from 'node:fs/promises';
import { join } from 'node:path';

/** Something that was found where it must not stand, and where. */
export interface Trace {
  readonly text: string;
  readonly encoding: Encoding;
  readonly file: string;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Whether no chance makes so many bytes. What is sealed is any bytes: in 300 MB of them some name of two characters in UTF-8, or of two or
 * three in UTF-16, stands in one run of five or ten; one of eight bytes in one of a hundred thousand.
 */
export const isSure = ({ text, encoding }: Trace): boolean => (encoding === 'utf-8' ? Buffer.byteLength(text) : 2 * text.length) >= 8;

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;
/** What stands beside a word in a text: signs of ASCII and of Chinese, or nothing. */
const isBeside = (unit: number) =>
  [0, 9, 10, 13].includes(unit) || (unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit <= 0x3020) || unit >= 0xff00;

/** Names, and numbers of people and telephones. */
export class Sought {
  /** By their first two characters, by which most of what is no text at all is passed over. */
  private readonly names = new Map<number, string[]>();
  private readonly numbers: ReadonlySet<string>;
  private readonly lengths: ReadonlySet<number>;

  constructor(names: Iterable<string>, numbers: Iterable<string>) {
    for (const name of new Set(names)) {
      const pair = pairOf(name.charCodeAt(0), name.charCodeAt(1));
      this.names.set(pair, [...(this.names.get(pair) ?? []), name]);
    }
    this.numbers = new Set(numbers);
    this.lengths = new Set([...this.numbers].map(({ length }) => length));
  }

  /** Those that stand in some units, also within longer ones. */
  *in(units: Uint16Array, isText: boolean): Generator<string> {
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] as number;
      if (isHan(unit)) yield* this.namesAt(units, at, isText);
      else if (isDigit(unit) && !isDigit(units[at - 1] ?? 0)) yield* this.numbersFrom(units, at);
    }
  }

  private *namesAt(units: Uint16Array, at: number, isText: boolean): Generator<string> {
    for (const name of this.names.get(pairOf(units[at] as number, units[at + 1] ?? 0)) ?? [])
      if (standsAt(name, units, at) && (isText || name.length > 2 || isApart(units, at, name.length))) yield name;
  }

  private *numbersFrom(units: Uint16Array, at: number): Generator<string> {
    let end = at + 1;
    while (isDigit(units[end] ?? 0)) end++;
    if (end - at < 11) return;
    const run = utf16.decode(units.subarray(at, end + 1)).toUpperCase(); // an X may stand behind
    for (const length of this.lengths)
      for (let from = 0; from + length <= run.length; from++) {
        const number = run.slice(from, from + length);
        if (this.numbers.has(number)) yield number;
      }
  }
}

const utf16 = new TextDecoder('utf-16le');
const pairOf = (first: number, second: number) => first * 65_536 + second;

const standsAt = (text: string, units: Uint16Array, at: number): boolean => {
  for (let i = 2; i < text.length; i++) if (units[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

/** Two characters of UTF-16 are any four bytes: that they are a text tells only what stands before and behind. */
const isApart = (units: Uint16Array, at: number, length: number): boolean =>
  isBeside(units[at - 1] ?? 0) && isBeside(units[at + length] ?? 0);

/** Bytes as units of UTF-16, as each encoding has them, from each byte on. */
function* readings(bytes: Uint8Array): Generator<readonly [encoding: Encoding, units: Uint16Array]> {
  yield ['utf-8', ofUtf8(bytes)];
  for (const from of [0, 1]) {
    yield ['utf-16le', ofUtf16(bytes, from, 0)];
    yield ['utf-16be', ofUtf16(bytes, from, 1)];
  }
}

function ofUtf16(bytes: Uint8Array, from: number, low: 0 | 1): Uint16Array {
  const units = new Uint16Array((bytes.length - from) >> 1);
  for (let i = 0, at = from; i < units.length; i++, at += 2)
    units[i] = (bytes[at + (1 - low)] as number) * 256 + (bytes[at + low] as number);
  return units;
}

/** Han characters of three bytes and digits; whatever else stands between parts them. */
function ofUtf8(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const [second, third] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
    if (byte >= 0xe4 && byte <= 0xe9 && second >> 6 === 2 && third >> 6 === 2) {
      units[count++] = ((byte & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      at += 2;
    } else if (isDigit(byte) || byte === 0x58 || byte === 0x78) units[count++] = byte;
    else if (count > 0 && units[count - 1] !== 1) units[count++] = 1;
  }
  return units.subarray(0, count);
}

const piece = 4 * 1024 * 1024;
/** No text that is sought is longer: pieces overlap by as much. */
const overlap = 256;

/** Reads every byte of every file below a folder; tells what of the sought stands in them, and how many bytes there were. */
export async function tracesBelow(folder: string, sought: Sought): Promise<{ readonly traces: Trace[]; readonly bytes: number }> {
  const traces: Trace[] = [];
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    for await (const some of piecesOf(file)) {
      bytes += some.length;
      traces.push(...tracesIn(some, sought, file));
    }
  }
  return { traces, bytes };
}

/** What of the sought stands in some bytes. */
export const tracesIn = (bytes: Uint8Array, sought: Sought, file: string): Trace[] =>
  [...readings(bytes)].flatMap(([encoding, units]) =>
    [...sought.in(units, encoding === 'utf-8')].map((text) => ({ text, encoding, file })),
  );

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const opened = await open(file);
  try {
    const buffer = Buffer.alloc(piece);
    for (let at = 0; ; at += piece - overlap) {
      const { bytesRead } = await opened.read(buffer, 0, piece, at);
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      if (bytesRead < piece) return;
    }
  } finally {
    await opened.close();
  }
}
