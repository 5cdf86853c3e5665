// SPDX-License-Identifier: Apache-2.0
// Routes of routes.def, tried by nobody, by every role, and by every role with the records of another agency. Who comes in by
// the table is asked of every route and role in memory (src/app/gate_test.c); here, through a running server, once for each
// permission, lane and method.
// Rooms: every
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { makeApiKey, open, readLogins, Visitor } from './harness.mjs';
import { documentTaken, standardsBegun, voicesHeld } from './office.mjs';
import { crawl, GRANTS, idsByName, ROLES, ROUTES, source } from './walk.mjs';

const FOREIGN = { kode: 'KAB-LAIN', nama: 'Pemerintah Kabupaten Lain', zona: 'WIB' };
const UNKNOWN = '01890000-0000-7000-8000-000000000001';
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let house, foreign;
const visitors = {}, strangers = {};
before(async () => {
  house = await open({ people: 60 });
  const made = house.run('demo', '--pegawai', '40', '--kode', FOREIGN.kode, '--nama', FOREIGN.nama, '--zona', FOREIGN.zona);
  assert.equal(made.code, 0, made.err);
  const logins = readLogins(made.out);
  for (const role of ROLES) visitors[role] = await new Visitor(house).signIn(house.logins[role]);
  for (const role of [...ROLES, 'penyusun']) strangers[role] = await new Visitor(house).signIn(logins[role]);
});
after(async () => { await house.close(); });

const DISTINCT = [...new Map(ROUTES.map((r) => [`${r.method} ${r.permission} ${r.lane}`, r])).values()];
const concrete = (path) => path.replace(/:[a-z_]*(id|kode)/g, UNKNOWN)
  .replace(/:tahun/g, '2026').replace(/:nomor/g, '1').replace(/:[a-z_]+/g, 'x');
const ask = (visitor, { method, path }) => method === 'GET' ? visitor.get(concrete(path)) : visitor.post(concrete(path), {});

/** Everything of the other agency that has a path, after its people have reported with a photo and begun an import. */
async function foreignLife() {
  const form = await strangers.pegawai.get('/lapor');
  const report = new FormData();
  const fields = { csrf: strangers.pegawai.csrf, kunci: randomUUID(), uraian: 'Pekerjaan tersembunyi-zq7', jumlah: '1', tautan: '',
    sasaran: /name="sasaran" value="([^"]+)"/.exec(form.text)[1], tanggal: /name="tanggal"[^>]*max="([^"]+)"/.exec(form.text)[1] };
  for (const [name, value] of Object.entries(fields)) report.set(name, value);
  report.set('foto', new Blob([PHOTO], { type: 'image/png' }), 'bukti.png');
  const sent = await strangers.pegawai.post('/lapor', report);
  assert.equal(sent.status, 303, sent.text.slice(0, 2000));
  await makeApiKey(strangers.pegawai, '/kunci', ['laporan.baca']);
  await makeApiKey(strangers.admin_kepegawaian, '/kunci-sistem', ['pegawai.baca']);
  const sheet = new FormData();
  sheet.set('csrf', (await strangers.admin_kepegawaian.get('/impor'), strangers.admin_kepegawaian.csrf));
  sheet.set('berkas', new Blob(['kode,nama,kode_induk,jenis,mandiri,zona\nX1,Unit tersembunyi-zq7,TIDAK-ADA,dinas,ya,WIB\n'], { type: 'text/csv' }), 'unit.csv');
  const upload = await strangers.admin_kepegawaian.post('/impor', sheet);
  const told = new Visitor(house);
  await told.get('/w/kab-lain/masalah');
  const heard = await told.post('/w/kab-lain/masalah', { jenis: 'rusak', uraian: 'Halaman tersembunyi-zq7 tidak terbuka' });
  assert.equal(heard.status, 303, heard.text.slice(0, 2000));
  await standardsBegun(house, strangers.admin_layanan);
  await voicesHeld(house, strangers.admin_layanan, 'kab-lain');
  await documentTaken(house, strangers.petugas_layanan);
  let found;
  for (const role of [...ROLES, 'penyusun']) found = await crawl(strangers[role], found);
  await crawlFrom(found, strangers.pegawai, sent.location);
  await crawlFrom(found, strangers.admin_kepegawaian, upload.location);
  return found;
}

async function crawlFrom(found, visitor, path) {
  assert.ok(path, 'a page to begin at');
  await crawl(visitor, found, 3, [path]);
}

/** A route with the other agency's ids in it, as many as are known, and what a form of theirs there would send. */
function foreignPaths(route, ids) {
  const known = foreign.paths.get(`${route.method} ${route.path}`);
  if (known) return [...known].slice(0, 2);
  const names = [...route.path.matchAll(/:([a-z_]+)/g)].map((m) => m[1]);
  for (const name of names) assert.ok(ids.has(name), `no ${name} of the other agency is known for ${route.path}`);
  return [names.reduce((path, name) => path.replace(`:${name}`, [...ids.get(name)][0]), route.path)];
}
// What is below /w/ is open to everybody, of each agency (visitor.test.mjs); a file on its way has a name its device gave it, in a
// folder of its person's own (luring.test.mjs).
const withIds = ROUTES.filter((r) => /:[a-z_]*_id/.test(r.path) && !/^\/(w|unggah)\//.test(r.path));
const mask = (text, ...paths) => paths.reduce((t, p) => t.replaceAll(p, '(path)'), text)
  .replace(/name="csrf"[^>]*>/g, '').replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+/g, '(id)').replace(/nonce="[^"]*"/g, '');
// What both agencies' trails tell of changes; reading and downloading are entries too, but change nothing.
const QUIET = new Set([...source('trail/trail_deed.def').matchAll(/^DEED\("(?:read|export)\.\w+", "([^"]+)"\)/gm)].map(([, label]) => label));
async function trail() {
  const told = [];
  for (const reader of [visitors.admin_kepegawaian, strangers.admin_kepegawaian])
    for (let url = '/jejak'; url; ) {
      const page = (await reader.get(url)).text;
      for (const [, label, number] of page.matchAll(/<b>([^<]*)<\/b>[^]*?· entri (\d+)</g)) if (!QUIET.has(label)) told.push(`${number} ${label}`);
      url = /href="(\/jejak\?[^"]*)">Berikutnya/.exec(page)?.[1].replaceAll('&amp;', '&');
    }
  assert.ok(told.length > 20);
  return told.sort().join('\n');
}

test('the route table was read', () => { assert.ok(ROUTES.length > 20, `${ROUTES.length} routes`); });

test('a route that is not public sends a visitor without a session away', async () => {
  for (const route of DISTINCT.filter((r) => r.permission !== 'PUBLIC')) {
    const answer = await ask(new Visitor(house), route);
    const gone = [401, 403].includes(answer.status) || (answer.status === 303 && answer.location.startsWith('/masuk'));
    assert.ok(gone, `${route.method} ${route.path}: ${answer.status} ${answer.location}`);
  }
});

for (const role of ROLES)
  test(`${role} is refused what no grant opens`, async () => {
    // Everyone in the demonstration is a pegawai, and whoever has a pegawai id may turn out to be somebody's penilai.
    const held = new Set(['PEGAWAI', 'PEJABAT_PENILAI', role.toUpperCase()]);
    const may = new Set(GRANTS.filter((g) => held.has(g.role)).map((g) => g.permission));
    let refused = 0;
    for (const route of DISTINCT) {
      if (route.permission === 'PUBLIC' || may.has(route.permission)) continue;
      const answer = await ask(visitors[role], route);
      assert.equal(answer.status, 403, `${route.method} ${route.path} as ${role}`);
      refused++;
    }
    // The officer who is also somebody's penilai holds every deed; everyone else meets closed doors.
    assert.ok(refused > 0 || role === 'admin_kepegawaian', 'some route is closed to this role');
  });

test('a record that does not exist is never an answer of 200', async () => {
  for (const role of ROLES)
    for (const route of withIds) {
      const answer = await ask(visitors[role], route);
      assert.ok(answer.status >= 400, `${route.method} ${route.path} as ${role}: ${answer.status}`);
      assert.notEqual(answer.status, 500, `${route.method} ${route.path} as ${role}`);
    }
});

test('the other agency has a record behind every route that names one', async () => {
  foreign = await foreignLife();
  const examples = await strangers.admin_kepegawaian.get('/impor'); // numbers of nobody
  for (const [nip] of examples.text.matchAll(/\b\d{18}\b/g)) foreign.nips.delete(nip);
  const ids = idsByName(foreign);
  for (const route of withIds) foreignPaths(route, ids);
  assert.ok(foreign.nips.size >= 20, `${foreign.nips.size} people of the other agency were seen`);
  // Their own people do open these pages: what follows is not refused for another reason.
  let opened = 0;
  for (const route of withIds.filter((r) => r.method === 'GET'))
    for (const path of foreignPaths(route, ids))
      for (const role of ['admin_kepegawaian', 'pejabat_penilai', 'penyusun', 'pegawai'])
        if ((await strangers[role].get(path)).status === 200) { opened++; break; }
  assert.ok(opened >= withIds.filter((r) => r.method === 'GET').length / 2, `${opened} pages open to their own people`);
});

for (const role of ROLES)
  test(`${role} meets another agency's records as if they did not exist`, async () => {
    const ids = idsByName(foreign), before = await trail();
    let missing = 0;
    for (const route of withIds)
      for (const path of foreignPaths(route, ids)) {
        const fields = foreign.forms.get(path) ?? [];
        const unknown = path.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, UNKNOWN);
        const send = (to) => route.method === 'GET' ? visitors[role].get(to) : visitors[role].post(to, Object.fromEntries(fields));
        const answer = await send(path), nothing = await send(unknown), what = `${route.method} ${path} as ${role}`;
        assert.ok([403, 404].includes(answer.status), `${what}: ${answer.status} ${answer.location ?? ''}`);
        assert.equal(answer.status, nothing.status, `${what} against an unknown id`);
        assert.equal(mask(answer.text, path), mask(nothing.text, unknown), what);
        noLeak(answer, what);
        missing += answer.status === 404;
      }
    assert.ok(missing > 0, 'routes open to this role were tried');
    assert.equal(await trail(), before, 'nothing of either agency changed');
  });

function noLeak(answer, what) {
  assert.ok(!answer.text.includes(FOREIGN.nama) && !answer.text.includes('tersembunyi-zq7'), `${what} names the other agency`);
  const digits = answer.text.replaceAll(' ', '');
  for (const nip of foreign.nips) assert.ok(!digits.includes(nip), `${what} tells ${nip}`);
}

for (const role of ROLES)
  test(`${role} finds nothing of another agency by asking for it in a query or a form`, async () => {
    const ids = idsByName(foreign), before = await trail();
    const one = (name) => [...ids.get(name)][0];
    const query = new URLSearchParams({ unit: one('unit_id'), unit_id: one('unit_id'), pegawai: one('pegawai_id'), penilai: one('pegawai_id'),
      rhk: one('rhk_id'), iki: one('rhk_id'), akun: one('akun_id'), skp: one('skp_id'), periode: '2026-1', cari: [...foreign.nips][0], q: [...foreign.nips][0] });
    for (const route of ROUTES.filter((r) => r.method === 'GET' && !r.path.includes(':') && r.permission !== 'PUBLIC')) {
      const answer = await visitors[role].get(`${route.path}?${query}`);
      assert.notEqual(answer.status, 500, route.path);
      // What was typed into a search box stands in it again.
      answer.text = answer.text.replaceAll([...foreign.nips][0], '');
      noLeak(answer, `GET ${route.path} as ${role}`);
    }
    const theirs = (value) => /[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value);
    for (const [path, fields] of foreign.forms) {
      if (path === '/bahasa') continue; // it leads back to a page, which judges
      if (/[0-9a-f]{8}-[0-9a-f]{4}-7/.test(path) || !fields.some(([, value]) => theirs(value))) continue;
      const answer = await visitors[role].post(path, Object.fromEntries(fields));
      assert.ok([403, 404, 422].includes(answer.status), `POST ${path} as ${role} with ${JSON.stringify(fields)}: ${answer.status}`);
      noLeak(answer, `POST ${path} as ${role}`);
    }
    assert.equal(await trail(), before, 'nothing of either agency changed');
  });

test('a change without the cross-site token is refused', async () => {
  for (const route of DISTINCT.filter((r) => r.method === 'POST' && r.permission !== 'PUBLIC')) {
    for (const role of ROLES) {
      const visitor = visitors[role];
      const saved = visitor.csrf;
      visitor.csrf = 'x'.repeat(43);
      const answer = await ask(visitor, route);
      visitor.csrf = saved;
      assert.equal(answer.status, 403, `${route.method} ${route.path} as ${role}`);
    }
  }
});
