/** Keeps the console's own files, so that it opens without a signal. It never keeps an answer of the API: those are people's data. */
declare const self: ServiceWorkerGlobalScope;
export {}; // a module, so that `self` is its own
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const shelf = `console-${__VERSION__}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shelf)
      .then((cache) =>
        cache.addAll(__FILES__.map((file) => (file === '/' ? new Request('/', { headers: { Accept: 'text/html' } }) : file))),
      )
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== shelf).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/openapi')) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept('/')));
  else if (__FILES__.includes(pathname)) event.respondWith(kept(pathname).catch(() => fetch(request)));
});

async function kept(path: string): Promise<Response> {
  const found = await caches.match(path, { ignoreVary: true });
  if (!found) throw new Error(`${path} is not kept`);
  return found;
}
