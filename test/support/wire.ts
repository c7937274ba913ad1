import { Agent, request } from 'node:http';

/** A request as it goes over the wire. */
export interface Sent {
  /** What is odd about it. */
  readonly odd: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

export interface Heard {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends it as it is, over a connection that is kept. */
export const send = (url: string, { method, path, headers, body }: Sent): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const sending = request(
      new URL(url),
      { method, path, headers: { ...headers, ...(body && { 'content-length': String(body.length) }) }, agent },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text: Buffer.concat(parts).toString() }),
        );
        answer.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
