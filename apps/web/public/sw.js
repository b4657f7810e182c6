/* global self, caches */
/* Keeps the app's own files in the phone, so that it opens without a network. Data and files of people are never kept here. */
const CACHE = 'lienket-shell-1';
const SHELL = '/work';

const refreshShell = async () => {
  const response = await fetch(SHELL, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) return;
  const cache = await caches.open(CACHE);
  const page = await response.clone().text();
  await cache.put(SHELL, response);
  // What the page itself names; screens come in as they are visited.
  const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  await Promise.all(named.map(async (path) => (await cache.match(path)) || cache.add(path).catch(() => undefined)));
};

self.addEventListener('install', (event) => {
  event.waitUntil(refreshShell().catch(() => undefined));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('lienket-shell-') && name !== CACHE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'refresh-shell') event.waitUntil(refreshShell().catch(() => undefined));
});

/** Files under /assets carry their content's hash in their name: what is kept is right for ever. */
const asset = async (request) => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
};

const page = async (request) => {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(SHELL);
    if (kept) return kept;
    throw error;
  }
};

/** Addresses that answer with data or documents, not with the app. */
const FOR_MACHINES = /^\/(graphql|files|documents|exports|qr|health|metrics|demo|mail|sitemaps|bank-statements|card-demo)(\/|$)/;

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith('/assets/') || address.pathname === '/icon.svg') event.respondWith(asset(request));
  else if (request.mode === 'navigate' && !FOR_MACHINES.test(address.pathname)) event.respondWith(page(request));
});
