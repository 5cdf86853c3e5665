/* SPDX-License-Identifier: Apache-2.0 */
// The service worker: pages that were seen open without a signal, and what waits is sent when there is one. It keeps
// built-in files by their hashed names, and own pages (X-Simpan names their account) of one account at a time; nothing else.
'use strict';
const same = { createScriptURL: s => s }, policy = self.trustedTypes ? trustedTypes.createPolicy('abdi', same) : same;
importScripts(policy.createScriptURL('asset:kirim.js'));
const FILES = ['asset:inti.css', 'asset:app.js', 'asset:kirim.js', 'asset:ikon.svg', 'asset:mark.svg', 'asset:jakarta.woff2'];
const SHELL = 'aset', PAGES = 'halaman', OFFLINE = '/luring', PATIENCE = 4000;
const KEEP = ['/beranda', '/lapor', '/laporan', '/kirim'];
const open = name => caches.open(name);
const pagesNow = async () => (await caches.keys()).find(k => k.startsWith(PAGES));
const keepOffline = async () => (await open(SHELL)).put(OFFLINE, await fetch(OFFLINE, { cache: 'no-store' }));

// What is done to the kept pages is done one after the other. A page that was asked for before they were all forgotten
// (a sign-out, somebody else's sign-in) comes too late to be kept: `era` is the one it was asked for in.
let era = 0, turn = Promise.resolve();
const inTurn = deed => turn = turn.then(deed, deed);
const dropPages = async but => {
  for (const k of await caches.keys()) if (k.startsWith(PAGES) && k !== but) { era++; await caches.delete(k); }
};
const forget = () => { era++; return inTurn(() => dropPages()); };

addEventListener('install', e => e.waitUntil((async () => {
  const c = await open(SHELL);
  for (const f of FILES) if (!await c.match(f)) await c.add(f);
  await keepOffline();
  await skipWaiting();
})()));
// pages of before name files of before: they are fetched anew first, and only then the old files go
addEventListener('activate', e => e.waitUntil((async () => {
  await clients.claim();
  const name = await pagesNow();
  if (name && !await warm(name, true)) return;
  const c = await open(SHELL);
  for (const r of await c.keys()) {
    const path = new URL(r.url).pathname;
    if (path !== OFFLINE && !FILES.includes(path)) await c.delete(r);
  }
})()));

/** Keeps a page of an account, whole; the name it is kept under, or nothing where it is not one to be kept. */
async function keep(path, r, since) {
  const account = r.ok && !r.redirected && r.headers.get('X-Simpan'), name = `${PAGES} ${account}`;
  if (!account) return '';
  const whole = new Response(await r.blob(), { status: r.status, headers: r.headers });
  return inTurn(async () => {
    if (since !== era) return '';
    await dropPages(name);
    await (await open(name)).put(path, whole);
    return name;
  });
}
const fetchToKeep = async path => { const since = era; return keep(path, await fetch(path, { headers: { 'X-Simpan': '1' } }), since); };
/** The pages that shall open without a signal, also those one has not been on yet; false when not all came. */
async function warm(name, all) {
  let whole = true;
  for (const path of KEEP) {
    if (!all && await (await open(name)).match(path)) continue;
    try { if (await fetchToKeep(path) !== name) whole = false; } catch { whole = false; }
  }
  return whole;
}
/** A page that came over the line. One that told something once (a note, a receipt) is not kept as it is, but fetched anew. */
async function arrived(path, r, since) {
  if (!r.ok || r.redirected) return;
  const name = await keep(path, r, since) || since === era && await fetchToKeep(path);
  if (name) await warm(name);
}
/** A page that came when its copy was already shown: what it told of forms that are done is told to the open pages. */
async function late(path, r, since) {
  const done = / data-terima="([^"]+)"/.exec(await r.clone().text());
  if (done) {
    for (const key of done[1].split('.')) await self.kirim.done(key);
    for (const c of await clients.matchAll()) c.postMessage({ terima: done[1] });
  }
  await arrived(path, r, since);
}

// as it was, with the hour it is from in its first tag
async function copy(r) {
  const at = Date.parse(r.headers.get('Date')) || 0, headers = new Headers(r.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response((await r.text()).replace('<html ', `<html data-salinan="${at}" `), { status: 200, headers });
}
async function stored(path) {
  const name = await pagesNow(), r = name && KEEP.includes(path) && await (await open(name)).match(path);
  return r ? copy(r) : (await (await open(SHELL)).match(OFFLINE)) || Response.error();
}
async function page(e) {
  const url = new URL(e.request.url), path = url.pathname, since = era;
  const plain = !url.search && KEEP.includes(path), name = plain && await pagesNow();
  const has = name && await (await open(name)).match(path);
  let timer, gone = false;
  const fresh = fetch(e.request), patience = () => new Promise((_, no) => { timer = setTimeout(no, PATIENCE); });
  if (has) e.waitUntil(fresh.then(r => gone && late(path, r, since)).catch(() => {}));
  try {
    const r = await (has ? Promise.race([fresh, patience()]) : fresh);
    if (r.ok && path === '/masuk') e.waitUntil(forget()); // whoever comes next sees nobody's pages
    else if (plain && r.ok) e.waitUntil(arrived(path, r.clone(), since));
    return r;
  } catch {
    gone = true;
    return stored(url.search && path !== '/lapor' ? '' : path);
  } finally { clearTimeout(timer); }
}
addEventListener('fetch', e => {
  const r = e.request, url = new URL(r.url);
  if (url.origin !== location.origin) return;
  if (r.method === 'POST' && url.pathname === '/keluar') e.respondWith(forget().then(() => fetch(r)));
  if (r.method === 'POST' && url.pathname === '/bahasa')
    e.respondWith(fetch(r).then(a => { e.waitUntil(forget().then(keepOffline)); return a; }));
  if (r.method !== 'GET') return;
  if (url.pathname.startsWith('/a/')) e.respondWith((async () => (await (await open(SHELL)).match(r)) || fetch(r))());
  else if (r.mode === 'navigate' && !/\.[a-z]+$|\/pdf$/.test(url.pathname)) e.respondWith(page(e));
});
addEventListener('sync', e => { if (e.tag === 'kotak') e.waitUntil(self.kirim.flush()); });
