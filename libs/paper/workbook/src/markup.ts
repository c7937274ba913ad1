import { damaged, workbook } from './refusals.js';

/** What a reader of one part is told, in document order. Names come without their prefix. */
export interface Listener {
  /** `tag` is the text between the angle brackets; read it with `attributes`. */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Decoded text; a long run may come in several pieces. */
  text(text: string): void;
}

/** No tag or comment of a workbook comes near it; without it an endless one would fill the memory. */
const longestTag = 64 * 1024;
const longestEntity = 12;

/** Reads XML in chunks of UTF-8 and holds at most one tag of it. Refuses document types, and with them every entity of the file's own. */
export class Markup {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #rest = '';

  constructor(
    private readonly part: string,
    private readonly listener: Listener,
  ) {}

  push(chunk: Uint8Array): void {
    const text = this.#rest + this.#decoded(chunk);
    this.#rest = text.slice(this.#read(text));
    if (this.#rest.length > longestTag) damaged(this.part, { en: 'endless tag', zh: '标签过长' });
  }

  /** To be called once, after the last chunk. */
  end(): void {
    if (this.#rest.trim() !== '') damaged(this.part, { en: 'truncated', zh: '不完整' });
  }

  #decoded(chunk: Uint8Array): string {
    try {
      return this.#decoder.decode(chunk, { stream: true });
    } catch {
      return damaged(this.part, { en: 'not UTF-8', zh: '非 UTF-8 编码' });
    }
  }

  /** Reads all that is whole; answers where the unread rest begins. */
  #read(text: string): number {
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag !== at) {
        const end = tag < 0 ? wholeText(text, at) : tag;
        if (end > at) this.listener.text(decoded(text.slice(at, end), this.part));
        if (tag < 0) return end;
      }
      at = this.#tag(text, tag);
      if (at < 0) return tag;
    }
  }

  /** Reads the tag at `at`; answers where it ends, -1 when that is not here yet. */
  #tag(text: string, at: number): number {
    switch (text.charCodeAt(at + 1)) {
      case 33: // !
        return this.#declaration(text, at);
      case 63: // ?
        return past(text, '?>', at);
      case 47: // /
        return this.#closing(text, at);
      default:
        return this.#opening(text, at);
    }
  }

  #opening(text: string, at: number): number {
    const end = endOfTag(text, at + 1);
    if (end < 0) return -1;
    const empty = text.charCodeAt(end - 1) === 47;
    const tag = text.slice(at + 1, empty ? end - 1 : end);
    const name = nameOf(tag);
    this.listener.open(name, tag);
    if (empty) this.listener.close(name);
    return end + 1;
  }

  #closing(text: string, at: number): number {
    const end = text.indexOf('>', at);
    if (end < 0) return -1;
    this.listener.close(nameOf(text.slice(at + 2, end)));
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.length - at < 9) return -1;
    if (text.startsWith('<!--', at)) return past(text, '-->', at + 4);
    workbook.refuseIf(!text.startsWith('<![CDATA[', at), 'workbook.unsafe-markup', { part: this.part });
    const end = text.indexOf(']]>', at + 9);
    if (end < 0) return -1;
    this.listener.text(text.slice(at + 9, end));
    return end + 3;
  }
}

/** The attributes of a tag by their names, without prefixes. */
export function attributes(tag: string, part: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted = '', apostrophes = ''] of tag.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(localName(name), decoded(quoted || apostrophes, part));
  }
  return found;
}

const past = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};

/** The closing bracket that stands outside quotation marks. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote) quote = code === quote ? 0 : quote;
    else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function nameOf(tag: string): string {
  let end = 0;
  while (end < tag.length && tag.charCodeAt(end) > 32) end++;
  return localName(end === tag.length ? tag : tag.slice(0, end));
}

const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/** Text at the end of a chunk, without an entity that is cut in two. */
function wholeText(text: string, from: number): number {
  const entity = text.lastIndexOf('&');
  return entity < from || text.length - entity > longestEntity || text.includes(';', entity) ? text.length : entity;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string, part: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w*));?/gi, (entity, hex?: string, decimal?: string, name?: string) => {
    if (!entity.endsWith(';')) return damaged(part, { en: 'entity', zh: '实体' });
    if (name !== undefined) return entities[name] ?? damaged(part, { en: 'entity', zh: '实体' });
    return character(hex === undefined ? Number(decimal) : parseInt(hex, 16), part);
  });
}

/** NUL and halves of surrogate pairs are no characters in XML, and no text in PostgreSQL. */
function character(code: number, part: string): string {
  const illegal = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return illegal ? damaged(part, { en: 'character', zh: '字符' }) : String.fromCodePoint(code);
}
