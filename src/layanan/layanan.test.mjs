// SPDX-License-Identifier: Apache-2.0
// A service from its first draft to the wall: drafted by the administrator of services, decided by the head, read by a citizen on a
// phone without script; what was promised before stays in its version; a spreadsheet goes out and comes in again.
// Rooms: layanan muka kontak
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, Person, PHONE } from '#stories/browser.mjs';
import { open, Visitor } from '#stories/harness.mjs';
import { fillWorkbook, pdfText, workbookText } from '#stories/office.mjs';
import { formFields, SLUG } from '#stories/walk.mjs';

const HERE = `/w/${SLUG}/layanan`;
let house, browser, admin, head, citizen, own, draft;
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
  admin = await new Visitor(house).signIn(house.logins.admin_layanan);
  head = await new Visitor(house).signIn(house.logins.pimpinan_unit);
  citizen = await Person.arrive(browser, house, PHONE);
});
after(async () => { await browser?.close(); await house?.close(); });

/** Sends the form of a page with some fields changed. */
async function send(visitor, path, changed, to = path) {
  const fields = new Map(formFields((await visitor.get(path)).text).map(([name, value]) => [name, value === 'Isian uji' ? '' : value]));
  for (const name of [...fields.keys()]) if (name.startsWith('syarat_is_wajib.') && !fields.get(name.replace('is_wajib', 'nama'))) fields.delete(name);
  for (const [name, value] of Object.entries(changed)) fields.set(name, value);
  return visitor.post(to, Object.fromEntries(fields));
}

test('a service is added, and its page tells citizens that nothing is decided yet', async () => {
  const added = await send(admin, '/layanan/baru', { nama: 'Kartu Identitas Anak', ringkas: 'Anak di bawah 17 tahun.',
    slug: '', kelompok: 'ktp', suara_bentuk: 'tiga', nama_en: 'Child identity card', ringkas_en: '' }, '/layanan');
  assert.equal(added.status, 303, added.text);
  own = added.location;
  await citizen.go(`${HERE}/kartu-identitas-anak`);
  await citizen.sees('Kartu Identitas Anak', 'belum ditetapkan');
});

test('a draft is submitted whole, the head sends it back, and decides it once it was discussed', async () => {
  draft = (await admin.post(`${own}/standar`, {})).location;
  const early = await send(admin, draft, { aksi: 'ajukan', biaya: '' });
  assert.equal(early.status, 422);
  assert.match(early.text, /Isi waktu yang dijanjikan dan satuannya\./);
  assert.match(early.text, /Biaya atau tarif: belum diisi\./);
  const parts = ['produk', 'prosedur', 'pengaduan', 'dasar_hukum', 'sarana', 'kompetensi', 'pengawasan', 'pelaksana', 'jaminan_layanan', 'jaminan_aman', 'evaluasi'];
  const whole = { ...Object.fromEntries(parts.map((name) => [name, 'Tertulis.'])), aksi: 'ajukan', janji_jumlah: '2', janji_satuan: 'hari_kerja', biaya: 'Gratis.', 'syarat_nama.1': 'Kartu Keluarga', 'syarat_is_wajib.1': 'ya' };
  const sent = await send(admin, draft, whole);
  assert.equal(sent.status, 303, sent.text);
  const decide = draft.replace('ubah', 'tetapkan');
  const said = { putusan: 'tetapkan', sk_nomor: '188/9', sk_tanggal: '2026-11-24', berlaku_sejak: '2026-11-25', catatan: '' };
  const undiscussed = await send(head, decide, said);
  assert.equal(undiscussed.status, 422);
  assert.match(undiscussed.text, /Catatan forum konsultasinya belum lengkap/);
  assert.equal((await send(head, decide, { ...said, putusan: 'kembalikan', catatan: 'Bahas dahulu dengan warga.' })).status, 303);
  assert.match((await admin.get(draft)).text, /Bahas dahulu dengan warga\./);
  assert.equal((await send(admin, draft, { ...whole, forum_tanggal: '2026-11-20', forum_hadir: '12 warga', forum_pokok: 'Waktu tunggu', forum_jawaban: 'Loket ditambah' })).status, 303);
  assert.match((await head.get('/beranda')).text, /Standar Kartu Identitas Anak menunggu penetapan/);
  const decided = await send(head, decide, { ...said, berlaku_sejak: '2026-11-26' });
  assert.equal(decided.status, 303, decided.text);
});

test('citizens read the promise from its day on, in both languages, and print its poster', async () => {
  await citizen.go(`${HERE}/kartu-identitas-anak`);
  await citizen.sees('belum ditetapkan'); // it begins tomorrow
  await citizen.go(`${HERE}/akta-kelahiran`);
  await citizen.sees('1 hari kerja', 'sejak berkas lengkap', 'Bawa ini', 'Surat keterangan lahir', 'Kami sanggup melayani', 'Standar pelayanan, versi 2');
  const poster = await new Visitor(house).get(`${HERE}/akta-kelahiran/poster-a3.pdf`);
  assert.match(pdfText(poster.bytes), /Akta kelahiran.*Selesai dalam 1 hari kerja.*Bawa ini.*Surat keterangan lahir/);
  const english = new Visitor(house);
  english.language = 'en';
  await english.get('/masuk');
  await english.post('/bahasa', { bahasa: 'en', kembali: HERE });
  assert.match((await english.get(`${HERE}/akta-kelahiran`)).text, /Birth certificate.*1 working days?/s);
});

test('a closed day is told where the promise is read', async () => {
  const [, office] = /href="(\/kontak\/[0-9a-f-]{36})"/.exec((await admin.get('/kontak?cari=dinas')).text);
  const closed = await admin.post(`${office}/tutup`, { tanggal: '2026-11-27', sebab: 'Perbaikan listrik gedung.' });
  assert.equal(closed.status, 303, closed.text);
  await citizen.go(`${HERE}/akta-kelahiran`);
  await citizen.sees('27 November 2026 tutup.', 'Perbaikan listrik gedung.', 'Hari itu tidak dihitung dalam janji waktu');
});

test('the catalogue goes out as a spreadsheet and comes in again as drafts, whole or not at all', async () => {
  const { bytes } = await admin.get('/layanan/daftar.xlsx');
  assert.match(workbookText(bytes), /akta-kelahiran.*Surat keterangan lahir/s);
  const upload = async (body) => {
    await admin.get('/layanan/impor');
    const sheet = new FormData();
    sheet.set('csrf', admin.csrf);
    sheet.set('berkas', new Blob([body]), 'layanan.xlsx');
    return admin.post('/layanan/impor', sheet);
  };
  const again = await upload(bytes);
  assert.equal(again.status, 303, again.text);
  const wrong = await upload(fillWorkbook(bytes, { Layanan: [['TIDAK-ADA', 'baru', 'Layanan baru', 'ktp', '', '1', 'hari_kerja']], Syarat: [], Langkah: [] }));
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Lembar Layanan, baris \d+: tidak ada unit dengan kode “TIDAK-ADA”\./);
});

test('an administrator of one office changes nothing of another', async () => {
  const path = (await new Visitor(house).signIn(house.logins.admin_kepegawaian).then((v) => v.get('/layanan'))).text
    .split('<li').find((row) => row.includes('Imunisasi anak'));
  const [, foreign] = /href="(\/layanan\/[0-9a-f-]{36})"/.exec(path);
  assert.equal((await admin.get(`${foreign}/ubah`)).status, 403);
  assert.equal((await admin.post(`${foreign}/standar`, {})).status, 403);
});
