import { Unusable } from '@lookback/office/desk';
import type { FastifyInstance } from 'fastify';

/** No command or search is nested more deeply than a dozen levels. */
const deepest = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Takes JSON as RFC 8259 has it between systems: UTF-8 without a byte out of place, no half of a character, nested no more deeply than
 * any route asks for, and no name that JavaScript would take for a prototype. What is sealed for ever is what somebody typed.
 */
export function takeJson(fastify: FastifyInstance, bodyLimit: number): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer', bodyLimit }, (request, bytes, done) => {
    try {
      mustBeUtf8(request.headers['content-type'] ?? '');
      done(null, jsonIn(bytes));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** What JSON says, checked. Throws Unusable. */
export function jsonIn(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw new Unusable('body', { en: 'is empty', zh: '为空' });
  mustBeShallow(bytes);
  const text = textOf(bytes);
  const body = parsed(text);
  if (/\\u|__proto__|constructor/.test(text)) mustBeClean(body, '');
  return body;
}

function mustBeUtf8(contentType: string): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return;
  throw new Unusable('Content-Type', { en: 'must name no charset but utf-8', zh: '字符集只能是 utf-8' }, 415);
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unusable('body', { en: 'is no UTF-8', zh: '不是有效的 UTF-8 编码' });
  }
}

const [quote, backslash] = ['"', '\\'].map((sign) => sign.charCodeAt(0));
const opening: ReadonlySet<number> = new Set(Buffer.from('[{'));
const closing: ReadonlySet<number> = new Set(Buffer.from(']}'));

/** Counts brackets outside of texts, before anything follows them down. */
function mustBeShallow(bytes: Uint8Array): void {
  let [depth, inText] = [0, false];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === quote) inText = !inText;
    else if (inText) i += byte === backslash ? 1 : 0;
    else if (opening.has(byte)) depth++;
    else if (closing.has(byte)) depth--;
    if (depth > deepest) throw new Unusable('body', { en: `is nested more than ${deepest} levels deep`, zh: `嵌套超过 ${deepest} 层` });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unusable('body', { en: 'is no JSON', zh: '不是有效的 JSON' });
  }
}

/** Looked for only where the text has a sign of it: every command would pay for the walk. */
function mustBeClean(body: unknown, at: string): void {
  if (typeof body === 'string' && !isWhole(body)) throw new Unusable(at || 'body', halved);
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    if (!isWhole(name)) throw new Unusable(at || 'body', halved);
    const field = at === '' ? name : `${at}.${name}`;
    if (name === '__proto__' || name === 'constructor') throw new Unusable(field, { en: 'should not exist', zh: '没有这个字段' });
    mustBeClean(value, field);
  }
}

/** `u` takes a pair of surrogates for one character, so that what it finds stands alone. */
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);
const halved = { en: 'must be text without half a character', zh: '含有不完整的字符' };
