import { session } from '../session/session.js';
import { problemIn } from './ask.js';
import { ConnectionLost, Refused } from './problem.js';

/** Sends or fetches what is no JSON: a workbook, a photo. Throws Refused or ConnectionLost. */
export async function exchange(
  path: string,
  init: { method?: string; body?: Blob; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> {
  const headers = { Accept: '*/*', ...init.headers, Authorization: `Bearer ${session.current?.token ?? ''}` };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ConnectionLost('nobody answered');
  });
  if (response.status === 401) session.end();
  if (!response.ok) throw new Refused(problemIn(await response.json().catch(() => undefined), response.status));
  return response;
}

/**
 * Hands a file to whoever sits at the screen; without a name, under the one that the server gives it. Tells how many bytes have come:
 * a long list takes its time.
 */
export async function download(path: string, name?: string, onBytes?: (received: number) => void): Promise<void> {
  const response = await exchange(path);
  const given = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const url = URL.createObjectURL(await counted(response, onBytes).blob());
  save(url, name ?? given ?? '');
  URL.revokeObjectURL(url);
}

function counted({ body, headers }: Response, onBytes: (received: number) => void = () => undefined): Response {
  let received = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, out) => {
      onBytes((received += bytes.byteLength));
      out.enqueue(bytes);
    },
  });
  return new Response(body?.pipeThrough(counting), { headers });
}

/** The same of what this page holds already. */
export const save = (url: string, name: string): void => Object.assign(document.createElement('a'), { href: url, download: name }).click();
