// SPDX-License-Identifier: Apache-2.0
// The API: who comes in with which key, what a report sent twice becomes, and that its description tells of all of it.
// Rooms: api report
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { LAST_DAY, makeApiKey, open, readLogins, Visitor } from '#stories/harness.mjs';
import { controls } from '#stories/forms.mjs';
import { source } from '#stories/walk.mjs';

const API = [...source('app/routes.def').matchAll(/^API(_LIST)?\(\s*(\w+),\s*"([^"]+)",\s*(\w+),\s*(\w+),/gm)]
  .map(([, list, method, path, permission, scope]) => ({ method, path, permission, scope, isList: Boolean(list) }));
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const TODAY = '2026-11-25', LATER = '2026-12-06T00:00:00Z';

let house, foreign;
const people = {};
before(async () => {
  house = await open({ people: 60 });
  const made = house.run('demo', '--pegawai', '40', '--kode', 'KAB-LAIN', '--nama', 'Kabupaten Lain', '--zona', 'WIB');
  assert.equal(made.code, 0, made.err);
  foreign = readLogins(made.out);
  for (const role of ['pegawai', 'pejabat_penilai', 'admin_kepegawaian']) people[role] = await new Visitor(house).signIn(house.logins[role]);
});
after(async () => { await house?.close(); });

const own = (visitor, ...scopes) => makeApiKey(visitor, '/kunci', scopes);
const ofSystem = (visitor, ...scopes) => makeApiKey(visitor, '/kunci-sistem', scopes);

async function ask(key, path, { method = 'GET', body, headers = {} } = {}) {
  const answer = await fetch(house.base + path, { method, body, headers: { ...(key && { Authorization: `Bearer ${key}` }), ...headers } });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: text ? JSON.parse(text) : null };
}
const send = (key, report, once = randomUUID(), more = {}) => ask(key, '/api/v1/laporan', { method: 'POST', body: JSON.stringify(report),
  headers: { 'Content-Type': 'application/json', ...(once && { 'Idempotency-Key': once }), ...more } });
const codes = (answer) => answer.json.faults.map((fault) => fault.code);

/** A report on the person's first result of today. */
async function report(key, more = {}) {
  const choices = await ask(key, '/api/v1/sasaran');
  assert.equal(choices.status, 200, choices.text);
  return { sasaran: choices.json.data[0].rhk_id, tanggal: TODAY, uraian: 'Melayani warga di loket satu', jumlah: 2.5, ...more };
}

test('a report sent twice with one Idempotency-Key exists once, and the answer is the same', async () => {
  const key = await own(people.pegawai, 'laporan.kirim', 'laporan.baca'), once = randomUUID();
  const before = (await ask(key, '/api/v1/laporan')).json.data.length, body = await report(key);
  const first = await send(key, body, once), again = await send(key, body, once);
  assert.equal(first.status, 201, first.text);
  assert.equal(again.status, 201);
  assert.equal(again.text, first.text);
  assert.equal(again.headers.get('location'), first.headers.get('location'));
  assert.match(first.json.nomor, /^LAP-/);
  assert.equal(first.json.jumlah, 2.5);
  assert.match(first.json.created_at, /^2026-11-25T\d\d:\d\d:\d\d\.\d{6}Z$/);
  assert.equal((await ask(key, '/api/v1/laporan?dari=2026-11-25')).json.data.filter((r) => r.laporan_id === first.json.laporan_id).length, 1);
  assert.equal((await ask(key, '/api/v1/laporan')).json.data.length, Math.min(before + 1, 25));
  const read = await ask(key, first.headers.get('location'));
  assert.equal(read.status, 200);
  assert.equal(read.json.uraian, body.uraian);
  const other = await send(key, { ...body, uraian: 'Isi lain' }, once);
  assert.equal(other.status, 409);
  assert.deepEqual(codes(other), ['once.changed']);
  const page = await people.pegawai.get(`/lapor/${first.json.laporan_id}`);
  assert.equal(page.status, 200);
  assert.match(page.text, /Melayani warga di loket satu/);
});

test('a report that was taken back is still told by its number, without its words', async () => {
  const key = await own(people.pegawai, 'laporan.kirim', 'laporan.baca');
  const sent = await send(key, await report(key, { uraian: 'Ditarik oleh pemiliknya' })), path = `/lapor/${sent.json.laporan_id}`;
  const form = new URLSearchParams(controls((await people.pegawai.get(path)).text, `${path}/batal`));
  assert.equal((await people.pegawai.post(`${path}/batal`, form)).status, 303);
  const read = await ask(key, sent.headers.get('location'));
  assert.equal(read.status, 200, read.text);
  const { nomor, hash, uraian, bukti, ditarik_at, pengganti_id } = read.json;
  assert.deepEqual({ nomor, hash, uraian, bukti, pengganti_id }, { nomor: sent.json.nomor, hash: sent.json.hash, uraian: '', bukti: [], pengganti_id: null });
  assert.match(ditarik_at, /^2026-/);
});

test('a photo comes along as evidence, and is there to be read', async () => {
  const key = await own(people.pegawai, 'laporan.kirim', 'laporan.baca');
  const form = new FormData();
  form.set('laporan', JSON.stringify(await report(key, { uraian: 'Dengan foto', tautan: 'https://contoh.go.id/berita' })));
  form.append('berkas', new Blob([PHOTO], { type: 'image/png' }), 'bukti.png');
  const sent = await ask(key, '/api/v1/laporan', { method: 'POST', body: form, headers: { 'Idempotency-Key': randomUUID() } });
  assert.equal(sent.status, 201, sent.text);
  const read = await ask(key, `/api/v1/laporan/${sent.json.laporan_id}`);
  assert.deepEqual(read.json.bukti.map((b) => b.jenis).sort(), ['foto', 'tautan']);
});

test('a change without a key is no request; what is wrong with a report is told at once', async () => {
  const key = await own(people.pegawai, 'laporan.kirim');
  const keyless = await send(key, await report(key), null);
  assert.equal(keyless.status, 400);
  assert.deepEqual(codes(keyless), ['once.key']);
  const wrong = await send(key, { sasaran: 'tambahan', tanggal: 'kemarin', uraian: '', jumlah: 'banyak', entah: 1 });
  assert.equal(wrong.status, 422, wrong.text);
  assert.equal(wrong.headers.get('content-type'), 'application/problem+json');
  assert.deepEqual(wrong.json.faults.map((f) => f.field).sort(), ['entah', 'jumlah', 'tanggal', 'uraian']);
  assert.ok(wrong.json.faults.every((f) => f.code && f.words));
  assert.equal((await ask(key, '/api/v1/laporan', { method: 'POST', body: '{"uraian":', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() } })).status, 422);
});

test('a list goes on by its next link and ends; one more than the limit is refused', async () => {
  const key = await ofSystem(people.admin_kepegawaian, 'pegawai.baca');
  const seen = [];
  for (let url = '/api/v1/pegawai?limit=7'; url;) {
    const page = await ask(key, url);
    assert.equal(page.status, 200, page.text);
    assert.ok(page.json.data.length <= 7);
    if (page.json.next) assert.equal(page.headers.get('link'), `<${page.json.next}>; rel="next"`);
    seen.push(...page.json.data.map((p) => p.nip));
    url = page.json.next;
  }
  assert.equal(seen.length, 60);
  assert.equal(new Set(seen).size, 60);
  const one = await ask(key, `/api/v1/pegawai?cari=${seen[3]}`);
  assert.deepEqual(one.json.data.map((p) => p.nip), [seen[3]]);
  assert.equal((await ask(key, '/api/v1/pegawai?limit=25')).status, 200);
  const many = await ask(key, '/api/v1/pegawai?limit=26');
  assert.equal(many.status, 422);
  assert.deepEqual(codes(many), ['list.limit']);
  assert.deepEqual(codes(await ask(key, '/api/v1/pegawai?cursor=%20')), ['list.cursor']);
});

test('a key without the scope is refused, by name', async () => {
  const key = await own(people.pegawai, 'laporan.baca');
  const answer = await send(key, { uraian: 'x' });
  assert.equal(answer.status, 403);
  assert.deepEqual(codes(answer), ['api.scope']);
  assert.match(answer.json.faults[0].words, /laporan\.kirim/);
});

test('a personal key reaches nobody else, not even those one appraises; a system sends nothing', async () => {
  const boss = await own(people.pejabat_penilai, 'laporan.baca'), system = await ofSystem(people.admin_kepegawaian, 'pegawai.baca', 'laporan.baca');
  const all = [];
  for (let url = '/api/v1/pegawai'; url;) { const page = (await ask(system, url)).json; all.push(...page.data); url = page.next; }
  const worker = all.find((p) => p.nip === house.logins.pegawai.nip);
  const list = `/api/v1/laporan?pegawai_id=${worker.pegawai_id}`;
  assert.equal((await ask(boss, list)).status, 403);
  assert.equal((await ask(boss, '/api/v1/laporan')).status, 200);
  const read = await ask(system, list);
  assert.equal(read.status, 200);
  assert.ok(read.json.data.every((r) => r.pegawai_id === worker.pegawai_id));
  assert.deepEqual(codes(await ask(system, '/api/v1/laporan')), ['report.pegawai_missing']);
  await people.admin_kepegawaian.get('/kunci-sistem');
  const refused = await people.admin_kepegawaian.post('/kunci-sistem', new URLSearchParams({ csrf: people.admin_kepegawaian.csrf,
    nama: 'Mesin', alasan: 'Mengirim laporan atas nama orang lain', berakhir: LAST_DAY, cakupan: 'laporan.kirim' }));
  assert.equal(refused.status, 422);
});

test('a personnel system moves and ends a person, once, by the rules of the page', async () => {
  const system = await ofSystem(people.admin_kepegawaian, 'pegawai.ubah', 'pegawai.baca');
  const act = (key, who, deed, body, once = randomUUID()) => ask(key, `/api/v1/pegawai/${who}/${deed}`, { method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...(once && { 'Idempotency-Key': once }) } });
  const all = [];
  for (let url = '/api/v1/pegawai'; url;) { const page = (await ask(system, url)).json; all.push(...page.data); url = page.next; }
  const appraisers = new Set(all.map((p) => p.penilai_id));
  const worker = all.find((p) => !appraisers.has(p.pegawai_id) && !Object.values(house.logins).some((login) => login.nip === p.nip));
  const end = { berakhir: TODAY, dasar: 'SK Pensiun 882/3/2026' };
  assert.equal((await act(system, worker.pegawai_id, 'akhiri', end, null)).status, 400);
  const reader = await ofSystem(people.admin_kepegawaian, 'pegawai.baca');
  assert.deepEqual(codes(await act(reader, worker.pegawai_id, 'akhiri', end)), ['api.scope']);
  assert.equal((await act(system, randomUUID(), 'akhiri', end)).status, 404);
  const early = await act(system, worker.pegawai_id, 'pindah', { kode_jabatan: 'TIADA', tmt: '2026-11-31', alasan: 'SK Bupati 821/7/2026', entah: 1 });
  assert.equal(early.status, 422, early.text);
  assert.deepEqual(early.json.faults.map((f) => f.field).sort(), ['entah', 'tmt']);
  const nowhere = await act(system, worker.pegawai_id, 'pindah', { kode_jabatan: 'TIADA', tmt: TODAY, alasan: 'SK Bupati 821/7/2026' });
  assert.deepEqual(nowhere.json.faults.map((f) => f.field), ['kode_jabatan']);
  const boss = all.find((p) => p.nip === house.logins.pejabat_penilai.nip);
  assert.match((await act(system, boss.pegawai_id, 'akhiri', end)).text, /masih menilai/);
  const moved = await act(system, worker.pegawai_id, 'pindah', { kode_jabatan: 'dukcapil-b1-j3', tmt: TODAY, alasan: 'SK Bupati 821/7/2026' });
  assert.equal(moved.status, 200, moved.text);
  assert.equal(moved.json.tmt, TODAY);
  assert.equal(moved.json.unit_nama, 'Bidang Pencatatan Sipil');
  const once = randomUUID(), first = await act(system, worker.pegawai_id, 'akhiri', end, once), again = await act(system, worker.pegawai_id, 'akhiri', end, once);
  assert.equal(first.status, 200, first.text);
  assert.equal(first.json.berakhir, TODAY);
  assert.equal(again.status, 200);
  assert.equal(again.text, first.text);
  assert.equal((await act(system, worker.pegawai_id, 'akhiri', { ...end, dasar: 'SK lain 1/2026' }, once)).status, 409);
  const trail = (await people.admin_kepegawaian.get('/jejak')).text;
  assert.equal([...trail.matchAll(/Mengakhiri pegawai/g)].length, 1);
  assert.match(trail, /SK Pensiun 882\/3\/2026/);
  await people.admin_kepegawaian.get('/kunci');
  const refused = await people.admin_kepegawaian.post('/kunci', new URLSearchParams({ csrf: people.admin_kepegawaian.csrf, nama: 'Saya', berakhir: LAST_DAY, cakupan: 'pegawai.ubah' }));
  assert.equal(refused.status, 422);
});

test('a key of another agency sees that agency only', async () => {
  const stranger = await new Visitor(house).signIn(foreign.admin_kepegawaian);
  const theirs = await ofSystem(stranger, 'pegawai.baca', 'laporan.baca'), ours = await ofSystem(people.admin_kepegawaian, 'pegawai.baca', 'laporan.baca');
  const one = (await ask(ours, '/api/v1/pegawai?limit=1')).json.data[0];
  assert.equal((await ask(ours, `/api/v1/pegawai/${one.pegawai_id}`)).status, 200);
  assert.equal((await ask(theirs, `/api/v1/pegawai/${one.pegawai_id}`)).status, 404);
  assert.equal((await ask(theirs, `/api/v1/laporan?pegawai_id=${one.pegawai_id}`)).status, 404);
  // Its token under our agency's name opens nothing.
  const [, agency] = ours.split('_'), [, , ...token] = theirs.split('_');
  assert.equal((await ask(`abdi_${agency}_${token.join('_')}`, '/api/v1/pegawai')).status, 401);
});

test('a cookie opens nothing, and neither does half a key', async () => {
  const cookie = [...people.admin_kepegawaian.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
  const answer = await ask(null, '/api/v1/pegawai', { headers: { Cookie: cookie } });
  assert.equal(answer.status, 401);
  assert.match(answer.headers.get('www-authenticate'), /^Bearer/);
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
  const key = await ofSystem(people.admin_kepegawaian, 'pegawai.baca');
  assert.equal((await ask(key.slice(0, -1), '/api/v1/pegawai')).status, 401);
  assert.equal((await ask(key, '/api/v1/tidak-ada')).status, 404);
});

test('a revoked key is refused from then on, and the trail tells who made and who revoked it', async () => {
  const key = await ofSystem(people.admin_kepegawaian, 'pegawai.baca');
  assert.equal((await ask(key, '/api/v1/pegawai')).status, 200);
  const page = await people.admin_kepegawaian.get('/kunci-sistem');
  const [, action] = /action="(\/kunci-sistem\/[^"]+\/cabut)"/.exec(page.text);
  assert.equal((await people.admin_kepegawaian.post(action, {})).status, 303);
  assert.equal((await ask(key, '/api/v1/pegawai')).status, 401);
  const trail = (await people.admin_kepegawaian.get('/jejak?bagian=akun')).text;
  assert.match(trail, /Mencabut kunci API/);
  assert.match(trail, /Membuat kunci API/);
});

test('the form that made a key, sent again, makes no second one and shows no secret', async () => {
  const visitor = people.pegawai;
  await visitor.get('/kunci');
  const fields = new URLSearchParams({ csrf: visitor.csrf, kunci: randomUUID(), nama: 'Sekali saja', berakhir: LAST_DAY, cakupan: 'laporan.baca' });
  assert.equal((await visitor.post('/kunci', fields)).status, 201);
  const again = await visitor.post('/kunci', fields);
  assert.equal(again.status, 303);
  assert.ok(!again.text.includes('abdi_'));
  assert.equal([...(await visitor.get('/kunci')).text.matchAll(/<b>Sekali saja<\/b>/g)].length, 1);
});

test('the description is valid OpenAPI and tells of every route, with its scope', async () => {
  const described = await ask(null, '/api/v1/openapi.json');
  assert.equal(described.status, 200);
  const checked = await new Validator().validate(described.json);
  assert.ok(checked.valid, JSON.stringify(checked.errors));
  // A name said twice is lost where the text is read: written again it has fewer names.
  const names = (text) => [...text.matchAll(/"[^"]+":/g)].length;
  assert.equal(names(JSON.stringify(described.json)), names(described.text), 'a name stands twice');
  assert.ok(API.length >= 6);
  for (const { method, path, scope, isList } of API) {
    const operation = described.json.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    assert.ok(operation, `${method} ${path}`);
    const asked = scope === 'NONE' ? [] : [scope.toLowerCase().replace('_', '.')];
    assert.deepEqual(operation.security.flatMap((s) => s.kunci), asked, path);
    assert.equal(operation.parameters.some((p) => p.$ref?.endsWith('/cursor')), isList, path);
    const page = await ask(null, path.replace(/:\w+/g, randomUUID()), { method, headers: { 'Idempotency-Key': randomUUID() } });
    assert.equal(page.status, scope === 'NONE' ? 200 : 401, `${method} ${path} without a key`);
  }
  const guide = await new Visitor(house).get('/api');
  assert.equal(guide.status, 200);
  for (const { path } of API) assert.ok(guide.text.includes(path), path);
});

test('a key that asks too often waits, and another one does not', async () => {
  const key = await ofSystem(people.admin_kepegawaian, 'pegawai.baca'), other = await ofSystem(people.admin_kepegawaian, 'pegawai.baca');
  let answer, count = 0;
  do { answer = await ask(key, '/api/v1/pegawai?limit=1'); } while (answer.status === 200 && ++count < 1200);
  assert.equal(answer.status, 429, answer.text);
  assert.ok(count >= 600, `${count} were answered`);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal((await ask(other, '/api/v1/pegawai?limit=1')).status, 200);
});

test('a key ends with its last day', async () => {
  const key = await own(people.pegawai, 'laporan.baca');
  assert.equal((await ask(key, '/api/v1/laporan')).status, 200);
  await house.kill('SIGTERM');
  house.env.ABDI_SOMEDAY = String(Math.round((Date.parse(LATER) - Date.now()) / 1000));
  await house.start();
  assert.equal((await ask(key, '/api/v1/laporan')).status, 401);
});

test('whoever tries many keys waits, and a right key from there waits too', async () => {
  let answer;
  for (let i = 0; i < 25; i++) answer = await ask(`abdi_${'0'.repeat(32)}_${i}`, '/api/v1/pegawai');
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
});
