/* SPDX-License-Identifier: Apache-2.0 */
// What waits on this device to be sent, and how it is sent: for pages (self.kirim.page) and for the service worker
// (self.kirim.flush). Each item has the key of its form, so that one effect follows however often it is sent.
(() => {
'use strict';
const PIECE = 131072, FILE_MOST = 10485760, ROOM = 50e6, EDGE = 1600, PHOTO = 320e3;
const MINUTE = 6e4, MONTH = 2592e6, LONGEST_WAIT = 3e5, GRACE = 2e4;

// ---- the box: a database of the browser, shared by all pages of this device and the worker
const db = () => new Promise((ok, no) => {
  const r = indexedDB.open('abdi', 1);
  r.onupgradeneeded = () => r.result.createObjectStore('kotak', { keyPath: 'kunci' });
  r.onsuccess = () => ok(r.result);
  r.onerror = () => no(r.error);
});
const tx = async (mode, f) => {
  const d = await db();
  return new Promise((ok, no) => {
    const t = d.transaction('kotak', mode), q = f(t.objectStore('kotak'));
    t.oncomplete = () => { d.close(); ok(q && q.result); };
    t.onerror = t.onabort = () => { d.close(); no(t.error); };
  });
};
const box = {
  put: v => tx('readwrite', s => s.put(v)),
  all: () => tx('readonly', s => s.getAll()),
  get: k => tx('readonly', s => s.get(k)),
  del: k => tx('readwrite', s => s.delete(k)),
  // in one step: what was sent and went meanwhile is never put back
  alter: (k, change) => tx('readwrite', s => {
    const q = s.get(k);
    q.onsuccess = () => { if (q.result) s.put({ ...q.result, ...change }); };
  }),
};
const size = it => it.isi.reduce((n, [, v]) => n + (typeof v === 'string' ? v.length : v ? v.size : 0), 0);
const byAge = (a, b) => a.pada < b.pada ? -1 : 1;
// a time further away than any wait is of a clock that was set back since
const isDue = it => !it.galat && (it.tunda <= Date.now() || it.tunda > Date.now() + LONGEST_WAIT);

// ---- the line
const JSON_ONLY = { Accept: 'application/json' };
/** An answer that says no; outcome: what the server said of it ('refused', 'unknown'), if it did. */
class Refusal extends Error { constructor(status, html, outcome) { super(status); Object.assign(this, { status, html, outcome }); } }
const ask = (url, how, seconds = 30) => {
  const c = new AbortController(), t = setTimeout(() => c.abort(), seconds * 1000);
  return fetch(url, { ...how, signal: c.signal }).finally(() => clearTimeout(t));
};
// who is signed in now, and the token of that session: what waits is sent as its own person or not at all
const who = async () => {
  const r = await ask('/kirim/siap', { headers: JSON_ONLY, cache: 'no-store' });
  if (!r.ok) throw new Refusal(r.status, '');
  return r.json();
};
// one piece; where the browser tells how far it is, so do we
const piece = (url, body, headers, moved) => self.XMLHttpRequest ? new Promise((ok, no) => {
  const x = new XMLHttpRequest();
  x.open('POST', url);
  for (const h in headers) x.setRequestHeader(h, headers[h]);
  x.timeout = MINUTE;
  x.upload.onprogress = e => moved(e.loaded);
  x.onload = () => ok({ status: x.status, text: x.responseText });
  x.onerror = x.ontimeout = () => no(new TypeError('line'));
  x.send(body);
}) : ask(url, { method: 'POST', body, headers }, 60).then(async r => ({ status: r.status, text: await r.text() }));
// a file goes on where it broke off
async function lift(id, file, csrf, moved) {
  const headers = { ...JSON_ONLY, 'X-CSRF': csrf, 'Content-Type': 'application/octet-stream', 'Upload-Length': String(file.size) };
  let at = (await (await ask(`/unggah/${id}`, { headers: JSON_ONLY })).json()).sampai || 0;
  while (at < file.size) {
    const body = file.slice(at, at + PIECE);
    const r = await piece(`/unggah/${id}`, body, { ...headers, 'Upload-Offset': String(at) }, n => moved(at + n));
    if (r.status !== 200 && r.status !== 409) throw new Refusal(r.status, r.text);
    at = JSON.parse(r.text).sampai;
    moved(at);
  }
}
const files = it => it.isi.filter(e => typeof e[1] !== 'string');
const names = it => files(it).map(([n, v, id, name, bytes]) => `${id} ${v ? v.size : bytes} ${n} ${name}`);
async function liftAll(it, csrf, moved = () => {}) {
  const here = files(it).filter(e => e[1]), all = here.reduce((n, e) => n + e[1].size, 0);
  let before = 0;
  for (const e of here) {
    await lift(e[2], e[1], csrf, n => moved(Math.min(1, (before + n) / all)));
    before += e[1].size;
  }
}
/** Sent whole. The receipt stands in this very answer: one in a cookie would be told on whichever page is opened next. */
async function sendOne(it, csrf) {
  await liftAll(it, csrf);
  const body = new URLSearchParams(it.isi.filter(e => typeof e[1] === 'string'));
  body.append('pada', it.pada);
  for (const n of names(it)) body.append('unggah', n);
  body.append('kunci', it.kunci);
  body.append('csrf', csrf);
  let r;
  try { r = await ask(it.url, { method: 'POST', body, headers: { Accept: 'text/html', 'X-Antrean': '1' } }); }
  catch { throw new Refusal(0, '', 'unknown'); } // it went, and no answer came
  const outcome = r.headers.get('Abdi-Outcome');
  if (outcome === 'kept') return;
  if (r.redirected) throw new Refusal(401, ''); // to the sign-in
  throw new Refusal(r.ok ? 0 : r.status, await r.text(), outcome || (r.ok || r.status === 502 || r.status === 504 ? 'unknown' : ''));
}

// ---- sending what waits
const later = (it, why) => box.alter(it.kunci, { coba: (it.coba || 0) + 1, mengapa: why,
  tunda: Date.now() + Math.min(LONGEST_WAIT, 2 ** (it.coba || 0) * 2e3) });
const isFinal = s => s && s < 500 && s !== 408 && s !== 429;
let busy = false;
/** Sends what waits (of one account); how many went. What stands in an item's way is written into it: `mengapa`, `galat`. */
async function flushNow(only) {
  if (busy) return 0;
  busy = true;
  let sent = 0;
  try {
    const items = (await box.all()).filter(it => only ? it.user === only : true).sort(byAge);
    if (!items.some(isDue)) return 0;
    let me;
    try { me = await who(); } catch (e) {
      for (const it of items) if (!it.galat && it.mengapa !== 'pasti') await box.alter(it.kunci, { mengapa: e.status === 401 ? 'masuk' : '' });
      throw e;
    }
    for (const it of items) {
      if (!isDue(it) || it.user !== me.akun) continue;
      try { await sendOne(it, me.csrf); await box.del(it.kunci); sent++; } catch (e) {
        if (e.status === 401) { await box.alter(it.kunci, { mengapa: 'masuk' }); break; }
        // what the server will not take stays here with its reason, until its owner has looked at it
        if (isFinal(e.status)) await box.alter(it.kunci, { galat: e.status, html: String(e.html).slice(0, 60000) });
        else { await later(it, e.outcome === 'unknown' ? 'pasti' : e.status ? 'sibuk' : ''); throw e; }
      }
    }
  } finally { busy = false; }
  return sent;
}
// one sender at a time across tabs and worker; who finds another at it asks again later (plan)
const flush = only => self.navigator.locks
  ? self.navigator.locks.request('kotak', { ifAvailable: true }, l => l ? flushNow(only) : 0) : flushNow(only);
self.kirim = { flush, done: box.del };
if (!self.document) return;

let page;
self.kirim.page = given => page = page || begin(given);
function begin({ user, done, column, tell: say_in, make, $, $$, say, parse, mine, stored, faults }) {
const SAID = {
  '{} laporan menunggu sinyal.': ['Reports waiting for a signal: {}.'],
  'Aman di perangkat ini, terkirim sendiri saat tersambung.': ['Safe on this device, sent by itself once connected.'],
  'Laporan menunggu Anda masuk lagi; aman di perangkat ini.': ['The report waits for you to sign in again; it is safe on this device.'],
  'Periksa': ['Check'], 'Kirim ulang': ['Send again'], 'Hapus': ['Remove'], 'Simpan sebagai berkas': ['Save as a file'], 'Lihat antrean kirim': ['See what waits'],
  'Hapus laporan ini dari perangkat? Isinya tidak ada di tempat lain.': ['Remove this report from the device? It is nowhere else.'],
  'Satu laporan perlu diperiksa:': ['One report has to be checked:'], 'belum diterima': ['not received'], 'periksa isinya': ['check its content'],
  'Laporan terkirim; masih ada yang perlu dilihat di beranda.': ['Report sent; there is more to look at on the home page.'],
  'Semua laporan sudah terkirim.': ['All reports are sent.'], 'Laporan menunggu sinyal.': ['The report waits for a signal.'],
  'Laporan ini belum diterima: {}. Perbaiki lalu kirim.': ['This report was not received: {}. Correct it, then send.'],
  'Memperkecil foto…': ['Making the photo smaller…'], 'Mengirim berkas, {} %': ['Sending files, {} %'],
  '{} lebih dari 10 MB. Pilih berkas yang lebih kecil.': ['{} is larger than 10 MB. Choose a smaller file.'],
  'Perangkat ini sudah menyimpan 50 MB yang belum terkirim. Kirim dahulu yang ada.': ['This device already keeps 50 MB that is not sent. Send that first.'],
  '{} laporan belum terkirim dan tidak dapat dititipkan ke server. Bila Anda keluar sekarang, isinya dihapus dari perangkat ini. Tetap keluar?': ['{} reports are not sent and could not be handed to the server. If you sign out now they are removed from this device. Sign out anyway?'],
  'Menunggu sinyal': ['Waits for a signal'], 'Menunggu Anda masuk lagi': ['Waits for you to sign in again'], 'Belum tersimpan: server sibuk; dicoba lagi pukul {}': ['Not stored yet: the server is busy; tried again at {}'],
  'Belum pasti tersimpan; dikirim lagi, tidak akan tercatat dua kali': ['Not certain to be stored; it is sent again and is not recorded twice'],
  'Sedang dikirim': ['Being sent'], 'Belum diterima: {}': ['Not received: {}'], 'Ditulis {}': ['Written {}'], 'Tidak ada yang menunggu. Semua sudah terkirim.': ['Nothing waits. All is sent.'],
  'Ditulis dengan akun lain di perangkat ini.': ['Written with another account on this device.'], 'Tanpa uraian': ['No words yet'], 'Berkas': ['File'],
  'Kiriman ini sudah lebih dari 30 hari.': ['This is older than 30 days.'], 'Masuk lagi': ['Sign in again'],
};
const tell = (sentence, value) => (column < 0 ? sentence : SAID[sentence][column]).replace('{}', value);
const language = document.documentElement.lang;
const own = async () => (await box.all()).filter(v => v.user === user);
const amount = n => n < 1e6 ? `${Math.max(1, Math.round(n / 1e3))} kB` : `${(n / 1e6).toFixed(1).replace('.', column < 0 ? ',' : '.')} MB`;
const when = t => new Date(t).toLocaleString(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const words = it => (it.isi.find(x => x[0] === 'uraian') || ['', ''])[1];
/** Why the server did not take it: the faults on the page it answered with, or what that page says. */
const because = it => {
  if (it.sebab) return it.sebab;
  const at = parse(it.html || ''), faults_ = $$('.errsum li', at), p = $('main p', at);
  return (faults_.length ? faults_.map(x => x.textContent) : [p ? p.textContent : '']).join('; ').trim().replace(/\.$/, '');
};
const line = (className, textContent) => make('p', { className, textContent });
const link = (href, name) => make('a', { href, textContent: tell(name) });
const button = (name, deed) => {
  const b = make('button', { type: 'button', className: 'linkbtn', textContent: tell(name) });
  b.onclick = deed;
  return b;
};
const again = async it => { await box.alter(it.kunci, { galat: 0, tunda: 0 }); await send(); };
const drop = async it => {
  if (!confirm(tell('Hapus laporan ini dari perangkat? Isinya tidak ada di tempat lain.'))) return;
  await box.del(it.kunci);
  await show();
};
// ---- the note on Beranda and Lapor, and the page of what waits
async function badge() {
  const all = await own(), note = $('[data-outbox]'), text = note && $('span', note);
  if (!note) return;
  note.hidden = !all.length;
  text.replaceChildren();
  const stuck = all.filter(v => v.galat), wait = all.length - stuck.length, strong = t => make('b', { textContent: t });
  if (wait) text.append(strong(tell('{} laporan menunggu sinyal.', wait)), ` ${tell('Aman di perangkat ini, terkirim sendiri saat tersambung.')} `);
  for (const v of stuck) {
    text.append(strong(`${tell('Satu laporan perlu diperiksa:')} `), words(v), ` (${because(v) || tell('belum diterima')}) `);
    text.append(link(`/lapor#kotak=${v.kunci}`, 'Periksa'), ' ', button('Kirim ulang', () => again(v)), ' ', button('Hapus', () => drop(v)), ' ');
  }
  if (all.length) text.append(link('/kirim', 'Lihat antrean kirim'));
}
function why(it) {
  if (it.galat) return tell('Belum diterima: {}', because(it) || tell('periksa isinya'));
  if (it.mengapa === 'masuk') return tell('Menunggu Anda masuk lagi');
  if (it.mengapa === 'pasti') return tell('Belum pasti tersimpan; dikirim lagi, tidak akan tercatat dua kali');
  if (it.mengapa === 'sibuk') return tell('Belum tersimpan: server sibuk; dicoba lagi pukul {}', when(it.tunda));
  return tell(!isDue(it) && navigator.onLine ? 'Sedang dikirim' : 'Menunggu sinyal');
}
const save = (name, blob) => {
  const a = make('a', { href: URL.createObjectURL(blob), download: name });
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), MINUTE);
};
function keep(it) {
  const stem = `laporan-${it.pada.slice(0, 16).replace(/[:T]/g, '-')}`, texts = it.isi.filter(e => typeof e[1] === 'string');
  const lines = [tell('Ditulis {}', when(it.pada)), ...texts.map(([n, v]) => `${n}: ${v}`)].map(x => `${x}\n`);
  save(`${stem}.txt`, new Blob(lines, { type: 'text/plain;charset=utf-8' }));
  for (const [, v, , name] of files(it)) if (v) save(`${stem}-${name}`, v);
}
function card(it) {
  const at = make('section', { className: 'card stack-s' }), row = make('p', { className: 'row wrap' });
  const about = [tell('Ditulis {}', when(it.pada)), amount(size(it)), files(it).map(e => e[3]).join(', ')].filter(Boolean).join(' · ');
  at.append(make('h2', { textContent: words(it).slice(0, 80) || tell('Tanpa uraian') }), line('mut sm num', about));
  at.append(line(it.galat ? 'note' : 'note info', why(it)));
  if (Date.parse(it.pada) < Date.now() - MONTH) at.append(line('note', tell('Kiriman ini sudah lebih dari 30 hari.')));
  if (it.mengapa === 'masuk') row.append(link('/masuk?ke=%2Fkirim', 'Masuk lagi'));
  if (it.galat) row.append(link(`/lapor#kotak=${it.kunci}`, 'Periksa'));
  row.append(button('Kirim ulang', () => again(it)), button('Simpan sebagai berkas', () => keep(it)), button('Hapus', () => drop(it)));
  at.append(row);
  return at;
}
async function list(at) {
  const all = (await own()).sort(byAge);
  at.replaceChildren(...all.map(card));
  if (!all.length) at.append(line('mut', tell('Tidak ada yang menunggu. Semua sudah terkirim.')));
}
let shown, clock;
// tried again when it is due, as long as a page is open
async function plan() {
  const now = Date.now(), waiting = (await own()).filter(it => !it.galat);
  // another tab may have signed in again meanwhile
  const due = waiting.map(it => isDue(it) || it.mengapa !== 'masuk' ? it.tunda - now : Math.max(MINUTE, it.tunda - now));
  clearTimeout(clock);
  if (due.length) clock = setTimeout(send, Math.min(LONGEST_WAIT, Math.max(1e3, Math.min(...due))));
}
const show = async () => { await badge(); if (shown) await list(shown); };
async function send() {
  if (!navigator.onLine) return show();
  try {
    const left = await flush(user) && await own();
    if (left) say(tell(left.length ? 'Laporan terkirim; masih ada yang perlu dilihat di beranda.' : 'Semua laporan sudah terkirim.'));
  } catch { /* it waits */ }
  await show();
  await plan();
}
// ---- photos: at most 1,600 px, turned as they were seen, small enough for a slow line
const isPhoto = f => /^image\/(jpeg|png|webp|hei[cf])$/.test(f.type) || /\.hei[cf]$/i.test(f.name);
async function smaller(file) {
  if (!isPhoto(file) || file.size <= PHOTO) return file;
  const img = new Image(), url = URL.createObjectURL(file);
  try {
    img.src = url;
    await img.decode();
    const by = Math.min(1, EDGE / Math.max(img.naturalWidth, img.naturalHeight));
    const c = make('canvas', { width: Math.round(img.naturalWidth * by), height: Math.round(img.naturalHeight * by) });
    c.getContext('2d').drawImage(img, 0, 0, c.width, c.height);
    let out;
    for (const q of [.8, .7, .6, .5]) {
      out = await new Promise(ok => c.toBlob(ok, 'image/jpeg', q));
      if (out && out.size <= PHOTO) break;
    }
    if (!out || out.size >= file.size) return file;
    return new File([out], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
  } catch { return file; } finally { URL.revokeObjectURL(url); } // what this browser cannot read goes as it is
}
let shrinking = Promise.resolve();
const told = e => { e.ready = 1; e.dispatchEvent(new Event('change', { bubbles: true })); e.ready = 0; };
const put = (e, some) => { const t = new DataTransfer(); for (const f of some) t.items.add(f); e.files = t.files; };
const shrink = e => shrinking = (async () => {
  const out = e.form && $('[data-files]', e.form), small = [];
  if (out && e.files.length) { out.hidden = false; out.textContent = tell('Memperkecil foto…'); }
  for (const f of e.files) small.push(await smaller(f));
  if (small.length) put(e, small);
  const long = small.find(f => f.size > FILE_MOST);
  e.setCustomValidity(long ? tell('{} lebih dari 10 MB. Pilih berkas yang lebih kecil.', `${long.name} (${amount(long.size)})`) : '');
  told(e);
  if (long) e.reportValidity();
})();
// ---- a form: kept first, then sent
const refused = sessionStorage.getItem('kotak-lama');
sessionStorage.removeItem('kotak-lama');
let before = null; // what this form was before it was opened again
function clear(f) {
  for (const n of ['uraian', 'jumlah', 'tautan', 'foto', 'berkas']) {
    const e = f.elements[n];
    if (e) { e.value = ''; if (e.type === 'file') told(e); }
  }
  $$('[name=unggah]', f).forEach(e => { e.checked = false; });
  localStorage.removeItem(mine + f.dataset.draft);
}
async function wait(f, sentence) {
  f.elements.kunci.value = crypto.randomUUID();
  clear(f);
  await show();
  say(tell(sentence));
  const n = $('[data-outbox]');
  if (n) n.scrollIntoView({ block: 'nearest' });
  bar(f);
  if (navigator.serviceWorker) navigator.serviceWorker.ready.then(r => r.sync && r.sync.register('kotak')).catch(() => {});
}
function bar(f, part) {
  let at = $('[data-bar]', f);
  if (part === undefined) { if (at) at.remove(); return; }
  if (!at) {
    at = make('p', { className: 'hint' });
    at.dataset.bar = '';
    at.append(make('span', {}), make('progress', { max: 1, className: 'bar' }));
    $('[type=submit]', f).before(at);
  }
  const text = tell('Mengirim berkas, {} %', Math.floor(part * 100)), drawn = $('progress', at);
  $('span', at).textContent = text;
  drawn.value = part;
  drawn.setAttribute('aria-label', text);
}
/** Its files first, with a bar; as long as they go no other sender takes the item up. False when it has to wait. */
async function liftShown(f, it) {
  let beat = 0;
  const moved = part => {
    bar(f, part);
    if (Date.now() < beat) return;
    beat = Date.now() + GRACE / 4;
    box.alter(it.kunci, { tunda: Date.now() + GRACE }).catch(() => {});
  };
  try {
    moved(0);
    await liftAll(it, f.elements.csrf.value, moved);
    return true;
  } catch (e) {
    const sign = e.status === 401 || e.status === 403;
    await box.alter(it.kunci, { tunda: 0, mengapa: sign ? 'masuk' : '' });
    await wait(f, sign ? 'Laporan menunggu Anda masuk lagi; aman di perangkat ini.' : 'Laporan menunggu sinyal.');
    await plan();
    return false;
  }
}
let handing = false;
async function hand(f) {
  if (handing) return;
  handing = true;
  try {
    await shrinking;
    const isi = [...new FormData(f)].filter(([n, v]) => n !== 'csrf' && n !== 'kunci' && (typeof v === 'string' || v.size))
      .map(([n, v]) => typeof v === 'string' ? [n, v] : [n, v, crypto.randomUUID(), v.name]);
    const it = { kunci: f.elements.kunci.value, user, url: f.action, isi, pada: new Date().toISOString(), coba: 0, tunda: Date.now() + GRACE };
    if ((await box.all()).reduce((n, x) => n + size(x), size(it)) > ROOM) {
      alert(tell('Perangkat ini sudah menyimpan 50 MB yang belum terkirim. Kirim dahulu yang ada.'));
      return;
    }
    await box.put(it);
    if (before) { await box.del(before); before = null; }
    if (!navigator.onLine) {
      await box.alter(it.kunci, { tunda: 0 });
      await wait(f, 'Laporan menunggu sinyal.');
      return;
    }
    if (files(it).length && !await liftShown(f, it)) return;
    for (const n of names(it)) f.append(make('input', { type: 'hidden', name: 'unggah', value: n }));
    $$('input[type=file]', f).forEach(e => { e.disabled = true; });
    f.enctype = 'application/x-www-form-urlencoded';
    sessionStorage.setItem('kotak-lama', it.kunci);
    HTMLFormElement.prototype.submit.call(f);
  } finally { handing = false; }
}
// a report to look at again opens in the form with all it held
async function reopen() {
  const key = new URLSearchParams(location.hash.slice(1)).get('kotak'), f = $('form[data-draft=lapor]');
  const it = key && f && (await own()).find(v => v.kunci === key);
  if (!it) return;
  for (const e of f.elements) {
    const at = it.isi.filter(x => x[0] === e.name);
    if (!e.name || e.name === 'unggah' || !at.length) continue;
    if (e.type === 'file') {
      const again = at.filter(x => x[1]).map(x => new File([x[1]], x[3], { type: x[1].type }));
      if (again.length) { put(e, again); told(e); }
    } else if (/^(radio|checkbox)$/.test(e.type)) e.checked = at.some(x => x[1] === e.value);
    else if (typeof at[0][1] === 'string') e.value = at[0][1];
  }
  before = key;
  const why = because(it) || tell('periksa isinya');
  f.prepend(make('p', { className: 'note', textContent: tell('Laporan ini belum diterima: {}. Perbaiki lalu kirim.', why) }));
}
let looked = false;
async function look(at) {
  shown = at || shown;
  if (!looked) {
    looked = true;
    for (const k of done) await box.del(k);
    if (refused && faults) {
      const sebab = $$('li', faults).map(x => x.textContent).join('; ').replace(/\.$/, '');
      await box.alter(refused, { galat: 422, sebab });
      if (await box.get(refused)) before = refused;
    }
    await reopen();
  }
  await show();
  await send();
}
// ---- signing out: nothing typed stays readable here; what was not sent is handed to the server, for this account alone
const bare = ([n, v, id, name, bytes]) => typeof v === 'string' ? [n, v] : [n, null, id, name, v ? v.size : bytes];
/** Hands over what waits and the drafts; did the server take them? */
async function entrust(left, keys) {
  if (!left.length && !keys.length) return true;
  try {
    const me = await who();
    if (me.akun !== user) return false;
    for (const it of left) await liftAll(it, me.csrf);
    const isi = JSON.stringify({ draf: keys.map(k => [k, localStorage.getItem(k)]),
      kotak: left.map(it => ({ ...it, html: '', sebab: it.galat ? because(it) : '', isi: it.isi.map(bare) })) });
    const body = new URLSearchParams({ csrf: me.csrf, kunci: crypto.randomUUID(), isi });
    return (await ask('/kirim/titip', { method: 'POST', body, headers: JSON_ONLY })).ok;
  } catch { return false; }
}
const LOST = '{} laporan belum terkirim dan tidak dapat dititipkan ke server. '
  + 'Bila Anda keluar sekarang, isinya dihapus dari perangkat ini. Tetap keluar?';
async function leave(f) {
  await flush(user).catch(() => {});
  const left = await own(), keys = stored();
  if (!await entrust(left, keys) && !confirm(tell(LOST, left.length + keys.length))) return;
  for (const it of left) await box.del(it.kunci);
  for (const k of keys) localStorage.removeItem(k);
  sessionStorage.removeItem('titipan');
  if (self.caches) for (const k of await caches.keys()) if (k.startsWith('halaman')) await caches.delete(k);
  HTMLFormElement.prototype.submit.call(f);
}
// what was handed over at the last sign-out comes back, where nothing newer was typed
async function take({ isi, csrf }) {
  const { draf, kotak } = JSON.parse(isi);
  for (const [k, v] of draf) if (k.startsWith(mine) && !localStorage.getItem(k)) localStorage.setItem(k, v);
  for (const it of kotak) if (it.user === user) await box.put(it);
  const body = new URLSearchParams({ csrf, kunci: crypto.randomUUID() });
  await ask('/kirim/titip/ambil', { method: 'POST', body, headers: JSON_ONLY });
  await look(shown);
}
return { shrink, hand, look, leave, take };
}
})();
