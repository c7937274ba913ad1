/** What a server answered. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {}

  /** The body, read as what the route promises. */
  as<T>(_kind: abstract new () => T): T {
    return JSON.parse(this.text) as T;
  }

  get problem(): Problem {
    return this.as(Problem);
  }
}

/** RFC 9457, as this server says it. */
export class Problem {
  status: number;
  type?: string;
  title: string;
  titleZh: string;
  facts?: Readonly<Record<string, unknown>>;
  errors?: readonly { readonly field: string; readonly value?: unknown; readonly en: string; readonly zh: string }[];
  needed?: readonly string[];
  region?: string;
}

/** The media type of a workbook. */
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  token?: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** Asks a server: bytes go as a workbook, text as it is, all else as JSON. */
export const asker =
  (url: string): Ask =>
  async (method, path, body, token, headers = {}) => {
    const type = body instanceof Uint8Array ? xlsx : 'application/json';
    const sent = body instanceof Uint8Array ? Buffer.from(body) : typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': type }), ...(token && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body: sent }),
    });
    return new Answer(answer.status, answer.headers, await answer.text());
  };
