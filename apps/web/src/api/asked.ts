import { session } from '../session/session.js';
import { ConnectionLost, TookTooLong } from './problem-details.js';

/** As long as an answer may take, in milliseconds; what carries a file takes longer. */
export const limits = { answer: 30_000, file: 10 * 60_000 } as const;

/** A request, made anew for each try: what it carries is used up by one. */
type Making = () => Request;
type Take = (response: Response) => Response | Promise<Response>;

/**
 * Asks the server in the session that stands, and gives the answer with all of its body, read by `read`. Ends when it takes too long, and
 * with the request's own signal. Throws ConnectionLost, or the reason of that signal.
 */
export const whole = (make: Making, limitMs: number, read: (response: Response) => Promise<ArrayBuffer> = bytesOf): Promise<Response> =>
  within(limitMs, make, async (response) => {
    const { status, statusText, headers } = response;
    return response.body === null ? response : new Response(await read(response), { status, statusText, headers });
  });

/** The same, as soon as the answer begins: the caller reads its body, until the signal. */
export const begun = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await within(
    limits.answer,
    () => new Request(path, init),
    (answer) => answer,
  );
  if (!response.ok) throw new ConnectionLost(`answered ${String(response.status)}`);
  return response;
};

const bytesOf = (response: Response): Promise<ArrayBuffer> => response.arrayBuffer();

async function within(limitMs: number, make: Making, take: Take): Promise<Response> {
  const ending = new AbortController();
  const { signal } = make();
  const leave = () => ending.abort(signal.reason);
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  const late = setTimeout(() => ending.abort(new TookTooLong(limitMs / 1000)), limitMs);
  try {
    return await take(await signed(make, ending.signal));
  } catch (error) {
    throw ending.signal.aborted ? ending.signal.reason : new ConnectionLost('nobody answered', { cause: error });
  } finally {
    clearTimeout(late);
  }
}

/** Asked with the session's token; where another tab has renewed that meanwhile, again with the new one. */
async function signed(make: Making, signal: AbortSignal): Promise<Response> {
  const token = session.current?.token;
  const request = make();
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(request, { signal });
  if (response.status !== 401 || token === undefined) return response;
  if (session.isOver(token)) return response;
  return signed(make, signal);
}
