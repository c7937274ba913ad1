import { exchange } from '../api/file.js';

/** What may be brought as evidence. */
export const evidenceTypes = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';

/** Uploads a file, whose bytes say what it is, to whom it concerns, such as `/households/…`; its digest is what an entry's evidence names. */
export async function attach(of: string, file: File, signal?: AbortSignal): Promise<string> {
  const body = new Blob([file], { type: 'application/octet-stream' });
  const { digest } = (await (await exchange(`${of}/attachments`, { method: 'POST', body, ...(signal && { signal }) })).json()) as {
    digest: string;
  };
  return digest;
}
