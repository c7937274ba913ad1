import { session } from '../session/session.js';
import { problemIn } from './ask.js';
import { ConnectionLost, Refused } from './problem.js';

/** Sends or fetches what is no JSON: a workbook, a photo. Throws Refused or ConnectionLost. */
export async function exchange(
  path: string,
  init: { method?: string; body?: Blob; headers?: Record<string, string> } = {},
): Promise<Response> {
  const headers = { Accept: '*/*', ...init.headers, Authorization: `Bearer ${session.current?.token ?? ''}` };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ConnectionLost('nobody answered');
  });
  if (response.status === 401) session.end();
  if (!response.ok) throw new Refused(problemIn(await response.json().catch(() => undefined), response.status));
  return response;
}

/** Hands a file to whoever sits at the screen. */
export async function download(path: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await (await exchange(path)).blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
