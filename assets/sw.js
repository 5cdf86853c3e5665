/* SPDX-License-Identifier: Apache-2.0 */
// The service worker: pages that were seen open without a signal, and what waits is sent when there is one. It keeps built-in files
// by their hashed names, and own pages (X-Simpan names their account) of one account at a time; nothing else.
'use strict';
const same = { createScriptURL: s => s }, policy = self.trustedTypes ? trustedTypes.createPolicy('abdi', same) : same;
importScripts(policy.createScriptURL('asset:kirim.js'));
const FILES = ['asset:inti.css', 'asset:app.js', 'asset:kirim.js', 'asset:ikon.svg', 'asset:mark.svg', 'asset:jakarta.woff2'];
const SHELL = 'aset', PAGES = 'halaman', OFFLINE = '/luring', KEEP = ['/beranda', '/lapor', '/laporan', '/kirim'], PATIENCE = 4000;
const open = name => caches.open(name);
const emptyPages = async but => { for (const k of await caches.keys()) if (k.startsWith(PAGES) && k !== but) await caches.delete(k); };
const pagesNow = async () => (await caches.keys()).find(k => k.startsWith(PAGES));
const keepOffline = async () => (await open(SHELL)).put(OFFLINE, await fetch(OFFLINE, { cache: 'no-store' }));
addEventListener('install', e => e.waitUntil((async () => {
  const c = await open(SHELL); for (const f of FILES) if (!await c.match(f)) await c.add(f);
  await keepOffline(); await skipWaiting(); })()));
// pages of before name files of before: they are fetched anew first, and only then the old files go
addEventListener('activate', e => e.waitUntil((async () => {
  await clients.claim(); const name = await pagesNow();
  if (name && !await warm(name, true)) return;
  const c = await open(SHELL); for (const r of await c.keys()) { const path = new URL(r.url).pathname; if (path !== OFFLINE && !FILES.includes(path)) await c.delete(r); }
})()));
const whose = r => r.ok && !r.redirected && r.headers.get('X-Simpan');
async function keep(path, r) {
  const account = whose(r), name = `${PAGES} ${account}`; if (!account) return false;
  await emptyPages(name); await (await open(name)).put(path, r); return name;
}
// the pages that shall open without a signal, also those one has not been on yet; false when not all came
async function warm(name, all) {
  const c = await open(name); let whole = true;
  for (const path of KEEP) if (all || !await c.match(path)) try { const r = await fetch(path, { headers: { 'X-Simpan': '1' } }); if (await keep(path, r) !== name) whole = false; } catch { whole = false; }
  return whole;
}
// as it was, with the hour it is from in its first tag
async function copy(r) {
  const at = Date.parse(r.headers.get('Date')) || 0, headers = new Headers(r.headers); headers.delete('Content-Encoding'); headers.delete('Content-Length');
  return new Response((await r.text()).replace('<html ', `<html data-salinan="${at}" `), { status: 200, headers });
}
async function stored(path) {
  const name = await pagesNow(), r = name && KEEP.includes(path) && await (await open(name)).match(path);
  return r ? copy(r) : (await (await open(SHELL)).match(OFFLINE)) || Response.error();
}
async function page(e) {
  const url = new URL(e.request.url), path = url.pathname, plain = !url.search && KEEP.includes(path), name = plain && await pagesNow();
  const has = name && await (await open(name)).match(path);
  let late; const fresh = fetch(e.request), first = has ? Promise.race([fresh, new Promise((_, no) => { late = setTimeout(no, PATIENCE); })]) : fresh;
  fresh.catch(() => {});
  try {
    const r = await first; clearTimeout(late);
    if (r.ok && path === '/masuk') e.waitUntil(emptyPages()); // whoever comes next sees nobody's pages
    else if (plain && whose(r)) { const c = r.clone(); e.waitUntil(keep(path, c).then(n => n && warm(n))); }
    return r;
  } catch { return stored(url.search && path !== '/lapor' ? '' : path); }
}
addEventListener('fetch', e => {
  const r = e.request, url = new URL(r.url); if (url.origin !== location.origin) return;
  if (r.method === 'POST' && url.pathname === '/keluar') { e.respondWith((async () => { await emptyPages(); return fetch(r); })()); return; }
  if (r.method === 'POST' && url.pathname === '/bahasa') { e.respondWith((async () => { const a = await fetch(r); await emptyPages(); e.waitUntil(keepOffline()); return a; })()); return; }
  if (r.method !== 'GET') return;
  if (url.pathname.startsWith('/a/')) e.respondWith((async () => (await (await open(SHELL)).match(r)) || fetch(r))());
  else if (r.mode === 'navigate' && !/\.[a-z]+$|\/pdf$/.test(url.pathname)) e.respondWith(page(e));
});
addEventListener('sync', e => { if (e.tag === 'kotak') e.waitUntil(self.kirim.flush()); });
