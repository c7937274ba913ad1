import createClient, { type FetchResponse } from 'openapi-fetch';
import { limits, whole } from './asked.js';
import { type ProblemDetails, Refused } from './problem-details.js';
import type { components, paths } from './schema.js';

/** The shapes that the server's OpenAPI document names. */
export type Shapes = components['schemas'];

/**
 * Typed by the OpenAPI document. Every request carries the session's token, ends after a time, and is cancelled by the signal that it is
 * given: a query passes on its own.
 */
export const api = createClient<paths>({
  baseUrl: location.origin,
  headers: { Accept: 'application/json' },
  fetch: (request) => whole(() => request.clone(), limits.answer),
});

/** The answer's body. Throws Refused or ConnectionLost. */
export async function answer<T extends Record<string | number, unknown>, O, M extends `${string}/${string}`>(
  asked: Promise<FetchResponse<T, O, M>>,
): Promise<NonNullable<FetchResponse<T, O, M>['data']>> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined) return data as NonNullable<FetchResponse<T, O, M>['data']>;
  throw new Refused(problemIn(error, response.status));
}

/** What is no problem+json came from something between here and the server. */
export const problemIn = (error: unknown, status: number): ProblemDetails =>
  typeof error === 'object' && error !== null && 'title' in error
    ? (error as ProblemDetails)
    : { status, title: `The server answered ${status}.`, titleZh: `服务器返回 ${status}。` };
