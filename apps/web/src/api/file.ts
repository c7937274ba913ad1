import { problemIn } from './ask.js';
import { limits, whole } from './asked.js';
import { Refused } from './problem-details.js';

interface Exchanged {
  readonly method?: string;
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends it, as where the page that asked has been left. */
  readonly signal?: AbortSignal;
  /** As long as it may take, in milliseconds; unless said, as long as a file. */
  readonly limitMs?: number;
}
type Counting = (received: number) => void;

/** Sends or fetches what is no JSON: a workbook, a photo. Throws Refused or ConnectionLost. */
export async function exchange(path: string, { limitMs = limits.file, ...init }: Exchanged = {}, onBytes?: Counting): Promise<Response> {
  const headers = { Accept: '*/*', ...init.headers };
  const response = await whole(
    () => new Request(path, { ...init, headers }),
    limitMs,
    onBytes && ((answer) => counted(answer, onBytes).arrayBuffer()),
  );
  if (!response.ok) throw new Refused(problemIn(await response.json().catch(() => undefined), response.status));
  return response;
}

/**
 * Saves a file on the reader's machine; without a name, under the one that the server gives it. Tells how many bytes have come:
 * a long list takes its time.
 */
export async function download(path: string, signal: AbortSignal, name?: string, onBytes?: Counting): Promise<void> {
  const response = await exchange(path, { signal }, onBytes);
  const given = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const url = URL.createObjectURL(await response.blob());
  save(url, name ?? given ?? '');
  URL.revokeObjectURL(url);
}

function counted({ body }: Response, onBytes: Counting): Response {
  let received = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, out) => {
      onBytes((received += bytes.byteLength));
      out.enqueue(bytes);
    },
  });
  return new Response(body?.pipeThrough(counting));
}

/** Saves what this page holds already, by its address. */
export const save = (url: string, name: string): void => Object.assign(document.createElement('a'), { href: url, download: name }).click();
