import { describe, expect, it } from '@jest/globals';
import { until } from './support/until.js';
import { fromWeb, type Hearing } from './support/web.js';

interface Parsing {
  readonly EventParser: new () => { take(part: string): { readonly type: string; readonly data: string }[] };
}
const { EventParser } = await fromWeb<Parsing>('api/event-parser');
const { LiveLine } = await fromWeb<Hearing>('api/live-line');

const read = (...parts: string[]) => {
  const parser = new EventParser();
  return parts.flatMap((part) => parser.take(part));
};

describe('server-sent events', () => {
  const breath = { type: 'still', data: '' };
  it.each([
    ['a breath without data', ['event: still\nid: 3\ndata: \n\n'], [breath]],
    ['one whose data is left out altogether', ['event: still\ndata\n\n'], [breath]],
    ['a comment', [': still there\n\n'], []],
    ['data, of no named kind', ['id: 1\ndata: {"a":1}\n\n'], [{ type: 'message', data: '{"a":1}' }]],
    ['one after a breath', ['event: still\ndata: \n\ndata: x\n\n'], [breath, { type: 'message', data: 'x' }]],
    ['data of several lines', ['data: a\ndata: b\n\n'], [{ type: 'message', data: 'a\nb' }]],
    [
      'lines that end as on Windows, cut in the middle of an end',
      ['data: a\r', '\ndata: b\r\n\r', '\n'],
      [{ type: 'message', data: 'a\nb' }],
    ],
    ['what is cut anywhere', [...'event: still\ndata: \n\n'], [breath]],
    ['what is not over yet', ['data: a\n'], []],
  ])('%s', (_what, parts, events) => {
    expect(read(...parts)).toEqual(events);
  });
});

describe('the line of a page', () => {
  const pace = { silent: 20, again: 1, longest: 1 };
  /** A server that answers so, and counts the connections that are open and that there were. */
  function serving(text: string) {
    const connections = { open: 0, all: 0 };
    const open = (signal: AbortSignal) => {
      connections.open++;
      connections.all++;
      signal.addEventListener('abort', () => connections.open--);
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode(text));
          signal.addEventListener('abort', () => stream.error(signal.reason));
        },
      });
      return Promise.resolve(new Response(body));
    };
    return { connections, open };
  }

  it.each<[string, string, (said: unknown) => void]>([
    ['falls silent', 'event: still\ndata: \n\n', () => undefined],
    ['says what cannot be read', 'data: {\n\n', () => undefined],
    [
      'says what the page breaks on',
      'data: 1\n\n',
      () => {
        throw new Error('broken');
      },
    ],
  ])('that %s is closed before it begins again', async (_how, text, told) => {
    const { connections, open } = serving(text);
    const leaving = new AbortController();
    const listening = new LiveLine(open, told, pace).listen(leaving.signal);
    await until('a third connection', () => (connections.all > 2 ? true : undefined));
    expect(connections.open).toBeLessThan(2);
    leaving.abort();
    await listening;
    expect(connections.open).toBe(0);
  });

  it('that cannot be opened is tried again', async () => {
    let tries = 0;
    const leaving = new AbortController();
    const open = () => Promise.reject(new Error(`try ${++tries}`));
    const listening = new LiveLine(open, () => undefined, pace).listen(leaving.signal);
    await until('a third try', () => (tries > 2 ? true : undefined));
    leaving.abort();
    await listening;
  });
});
