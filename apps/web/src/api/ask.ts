import createClient, { type FetchResponse, type Middleware } from 'openapi-fetch';
import { session } from '../session/session.js';
import { ConnectionLost, type Problem, Refused } from './problem.js';
import type { components, paths } from './schema.js';

/** The shapes that the server's OpenAPI document names. */
export type Shapes = components['schemas'];

const signed: Middleware = {
  onRequest({ request }) {
    const token = session.current?.token;
    if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
    request.headers.set('Accept', 'application/json');
    return request;
  },
  onResponse({ response, request }) {
    if (response.status === 401 && request.headers.has('Authorization')) session.end();
  },
  onError: () => new ConnectionLost('nobody answered'),
};

/** Typed by the OpenAPI document; every request carries the session's token. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(signed);

/** The answer's body. Throws Refused or ConnectionLost. */
export async function answer<T extends Record<string | number, unknown>, O, M extends `${string}/${string}`>(
  asked: Promise<FetchResponse<T, O, M>>,
): Promise<NonNullable<FetchResponse<T, O, M>['data']>> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined) return data as NonNullable<FetchResponse<T, O, M>['data']>;
  throw new Refused(problemIn(error, response.status));
}

/** What is no problem+json came from something between here and the server. */
export const problemIn = (error: unknown, status: number): Problem =>
  typeof error === 'object' && error !== null && 'title' in error
    ? (error as Problem)
    : { status, title: `The server answered ${status}.`, titleZh: `服务器返回 ${status}。` };
