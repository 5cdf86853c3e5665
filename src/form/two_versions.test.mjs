// SPDX-License-Identifier: Apache-2.0
// Two tabs save one form: the later one is answered 409 with the same form, what was typed, what is stored now, and
// both ways out. Forms are sent as a browser without script sends them.
// Rooms: form skp evaluation
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { plain, send } from '#stories/forms.mjs';
import { Visitor, open } from '#stories/harness.mjs';

const YEAR = 2027;
let house;
before(async () => { house = await open({ people: 60 }); });
after(async () => { await house?.close(); });

/** first and second opened the page at the same time; second saves, then first: nothing of it is lost. */
async function race({ first, second, page, action = page, mine, theirs, field, wasText, ownText, deed, closed = false }) {
  const one = await first.get(page), two = await second.get(page);
  assert.equal(one.status, 200, page);
  assert.equal((await send(second, two.text, action, theirs, deed)).status, 303, 'the quicker one');
  const clash = await send(first, one.text, action, mine, deed);
  assert.equal(clash.status, 409, 'the slower one');
  assert.match(clash.text, /Versi tersimpan sekarang:/);
  assert.match(clash.text, /Tulisan Anda/);
  assert.ok(clash.text.includes(wasText), `shows ${wasText}`);
  assert.ok(plain(clash.text).includes(ownText), `keeps ${ownText}`);
  assert.ok(clash.text.includes(`href="#${field}"`), `the summary names ${field}`);
  assert.match(clash.text, /<title>Dua versi: /);
  if (closed) {
    assert.doesNotMatch(clash.text, /Simpan tulisan saya/);
    return clash;
  }
  assert.match(clash.text, /Simpan tulisan saya/);
  assert.match(clash.text, /Pakai yang tersimpan/);
  const kept = await send(first, clash.text, action, {}, deed);
  assert.equal(kept.status, 303, 'the own text after all, with the new version');
  return clash;
}

const twice = async (login) => [await new Visitor(house).signIn(login), await new Visitor(house).signIn(login)];

async function openYear(admin) {
  await admin.get('/tahun');
  const made = await admin.post('/tahun', { tahun: String(YEAR), pendekatan: 'kuantitatif', periode_jenis: 'triwulan' });
  assert.equal(made.status, 303);
}

test('a plan: result, behaviour, attachment; a result removed meanwhile becomes a new one', async () => {
  const [first, second] = await twice(house.logins.pegawai);
  await openYear(await new Visitor(house).signIn(house.logins.admin_kepegawaian));
  await first.get(`/skp?tahun=${YEAR}`);
  const plan = (await first.post('/skp/mulai', { tahun: String(YEAR) })).location;
  const empty = await first.get(`${plan}/rhk?jenis=tambahan`);
  assert.equal((await send(first, empty.text, `${plan}/rhk`, { uraian: 'Arsip tertata', 'iki_uraian.0': 'Berkas tertata', 'iki_target.0': '10', 'iki_satuan.0': 'berkas' })).status, 303);
  const rhk = plain(/href="([^"]*\/rhk\?rhk=[^"]*)"/.exec((await first.get(plan)).text)[1]);
  await race({ first, second, page: rhk, action: `${plan}/rhk`, field: 'iki_target.0', wasText: '12', ownText: 'Arsip lengkap',
    theirs: { 'iki_target.0': '12' }, mine: { uraian: 'Arsip lengkap', 'iki_target.0': '15' } });
  await race({ first, second, page: `${plan}/perilaku`, field: 'ekspektasi.1', wasText: 'Dari tab lain', ownText: 'Dari tab ini',
    theirs: { 'ekspektasi.1': 'Dari tab lain' }, mine: { 'ekspektasi.1': 'Dari tab ini' } });
  await race({ first, second, page: `${plan}/lampiran`, field: 'konsekuensi', wasText: 'Pujian tertulis', ownText: 'Bimbingan',
    theirs: { konsekuensi: 'Pujian tertulis' }, mine: { konsekuensi: 'Bimbingan\nKonseling' } });
  const gone = await first.get(rhk), remove = `${rhk.replace('?rhk=', '/')}/hapus`;
  assert.equal((await send(second, (await second.get(remove)).text, remove, {})).status, 303);
  const lost = await send(first, gone.text, `${plan}/rhk`, { uraian: 'Tetap ada' });
  assert.equal(lost.status, 409);
  assert.match(lost.text, /sudah dihapus dari tempat lain/);
  assert.equal((await send(first, lost.text, `${plan}/rhk`, {})).status, 303);
  assert.match((await first.get(plan)).text, /Tetap ada/);
});

test('results of a unit, and what a unit achieved', async () => {
  const [first, second] = await twice(house.logins.admin_kepegawaian);
  const list = await first.get('/hasil-unit?tahun=2026');
  const unit = /type="hidden" name="unit" value="([^"]+)"/.exec(list.text)[1];
  assert.equal((await send(first, list.text, '/hasil-unit', { uraian: 'Layanan cepat', indikator: 'Tepat waktu', target: '90', satuan: 'persen' })).status, 303);
  const shown = (await first.get(`/hasil-unit?unit=${unit}&tahun=2026`)).text;
  const edit = plain([...shown.matchAll(/href="([^"]*ubah=[^"#]*)/g)].at(-1)[1]);
  await race({ first, second, page: edit, action: '/hasil-unit', field: 'target', wasText: '91', ownText: '92', theirs: { target: '91' }, mine: { target: '92' } });
  const achieved = /href="(\/capaian\/[^"]+)"/.exec((await first.get('/capaian')).text)[1];
  const basis = 'Surat Sekda 800/12/2026 tanggal 1 Oktober';
  await race({ first, second, page: achieved, field: 'dasar', wasText: 'versi kedua', ownText: 'versi pertama',
    theirs: { predikat: 'baik', dasar: `${basis}, versi kedua` }, mine: { predikat: 'kurang', dasar: `${basis}, versi pertama` } });
});

test('the due dates of a year', async () => {
  const [first, second] = await twice(house.logins.admin_kepegawaian);
  await race({ first, second, page: '/tahun?tahun=2026', action: '/tahun/2026/batas', field: 'skp_batas', wasText: '2026-02-10', ownText: '2026-02-20',
    theirs: { skp_batas: '2026-02-10' }, mine: { skp_batas: '2026-02-20' } });
});

test('a period: closed once from two tabs, opened again with a reason that the trail keeps', async () => {
  const [first, second] = await twice(house.logins.admin_kepegawaian);
  const url = '/tahun?tahun=2026', action = '/tahun/2026/periode/1', why = 'Capaian dua unit belum masuk semua';
  const stale = await first.get(url);
  assert.equal((await send(second, (await second.get(url)).text, action, { alasan: why })).status, 303);
  assert.equal((await send(second, (await second.get(url)).text, action, {})).status, 303, 'closing asks for no reason');
  const clash = await send(first, stale.text, action, { alasan: `${why} juga` });
  assert.equal(clash.status, 409);
  assert.match(clash.text, /Versi tersimpan sekarang:[^]*Ditutup[^]*Tulisan Anda/);
  assert.ok(clash.text.includes(`${why} juga</textarea>`));
  const short = await send(first, (await first.get(url)).text, action, { alasan: 'salah tutup' });
  assert.equal(short.status, 422);
  assert.match(short.text, /Tulis alasan membuka lagi/);
  assert.match(short.text, /<textarea[^>]*name="alasan"[^>]*>\nsalah tutup</, 'what was typed stays');
  assert.equal((await send(first, short.text, action, { alasan: why })).status, 303);
  assert.match((await first.get(url)).text, /Periode dibuka/);
  assert.equal((await send(first, (await first.get(url)).text, action, {})).status, 303);
});

test('an evaluation: two drafts, and a draft after it was signed', async () => {
  const [first, second] = await twice(house.logins.pejabat_penilai);
  const page = plain(/href="(\/nilai\/[^"]+)"/.exec((await first.get('/tim/nilai')).text)[1]);
  await race({ first, second, page, deed: 'draf', field: 'kuat', wasText: 'Cermat sekali', ownText: 'Rajin sekali',
    theirs: { kuat: 'Cermat sekali', hk: 'sesuai' }, mine: { kuat: 'Rajin sekali', hk: 'di_atas' } });
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  for (let next = '/capaian'; next; ) {
    const list = (await admin.get(next)).text;
    for (const [, url] of list.matchAll(/href="(\/capaian\/[^"]+)"/g)) {
      const form = (await admin.get(url)).text;
      assert.equal((await send(admin, form, url, { predikat: 'baik', dasar: 'Surat Sekda 800/12/2026 tanggal 1 Oktober' })).status, 303);
    }
    next = plain(/href="([^"]*sesudah=[^"]*)"/.exec(list)?.[1] ?? '');
  }
  const late = await first.get(page), now = await second.get(page);
  const reason = 'Bukti lapangan menunjukkan hasil yang sesuai rencana.';
  assert.equal((await send(second, now.text, page, { hk: 'sesuai', pk: 'sesuai', alasan: reason }, 'lanjut')).status, 303);
  const clash = await send(first, late.text, page, { kembang: 'Belajar menulis laporan' }, 'draf');
  assert.equal(clash.status, 409);
  assert.match(clash.text, /sudah ditetapkan dari tempat lain/);
  assert.match(clash.text, /Belajar menulis laporan/);
  assert.doesNotMatch(clash.text, /Simpan tulisan saya/);
});
