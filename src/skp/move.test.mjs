// SPDX-License-Identifier: Apache-2.0
// Somebody is moved to another post (PK-32): the old plan is closed, and work of a day before the move is still reported for it.
// Rooms: skp report
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, launch, Person } from '#stories/browser.mjs';
import { open } from '#stories/harness.mjs';
import { workbookText } from '#stories/office.mjs';

const KADIS = '197001011995031001', ANI = '199002022015032002';
const WORDS = { [KADIS]: 'pantai putih sore ramah', [ANI]: 'sungai jernih pagi sejuk' };
const people = (post, tmt) => `nip,nama,email,jenis,golongan,kode_jabatan,nip_penilai,tmt,peran
${KADIS},"Maria Uji, S.Sos.",,pns,IV/c,J1,,2026-01-01,
${ANI},"Ani Uji, A.Md.",,pns,II/c,${post},${KADIS},${tmt},
`;
const FILES = [['unit.csv', `kode,nama,kode_induk,jenis,mandiri,zona
D1,Bidang Layanan Uji,DINAS-UJI,bidang,,WIT
D2,Bidang Arsip Uji,DINAS-UJI,bidang,,WIT
`], ['jabatan.csv', `kode,nama,kode_unit,kelompok,jenjang,kelas,kepala,tugas,tanggung_jawab,ukuran
J1,Kepala Dinas,DINAS-UJI,jpt,,14,ya,Memimpin dinas,Dinas tertib,Persentase
J2,Pengelola Layanan,D1,pelaksana,,7,,Melayani,Layanan cepat,Jumlah
J3,Pengelola Arsip,D2,pelaksana,,7,,Menata arsip,Arsip tertata,Jumlah
`], ['pegawai.csv', people('J2', '2026-01-01')]];

let browser, house, admin, kadis, ani;
const spoken = [];
before(async () => {
  browser = await launch();
  house = await open({ people: 0 });
  [admin, kadis, ani] = await Promise.all(Array.from({ length: 3 }, () => Person.arrive(browser, house, DESK, spoken)));
});
after(async () => {
  await browser?.close();
  await house?.close();
});

let broken = '';
const step = (name, work) => test(name, async () => {
  assert.equal(broken, '', `stopped at: ${broken}`);
  broken = name;
  await work();
  broken = '';
});

const dayBefore = (iso, days) => new Date(Date.parse(`${iso}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
let today;

step('an office with one plan agreed for the old post', async () => {
  await admin.go('/mulai');
  await admin.fill({ nama: 'Dinas Uji', kode: 'DINAS-UJI', kota: 'Kota Uji', admin_nama: 'Admin Uji', admin_email: 'admin@ujicoba.go.id',
    sandi: 'kapal biru pagi tenang', ulang: 'kapal biru pagi tenang' });
  await admin.page.selectOption('[name=zona]', 'WIT');
  await admin.press('Buat instansi');
  await admin.go('/tahun');
  await admin.fill({ tahun: '2026' });
  await admin.choose('pendekatan', 'kualitatif');
  await admin.press('Siapkan tahun');
  for (const [name, text] of FILES) {
    await admin.upload(name, text);
    await admin.press('Simpan semua');
  }
  const sheet = workbookText((await admin.take('/impor/kode.xlsx', 'PK')).bytes);
  for (const [person, nip] of [[kadis, KADIS], [ani, ANI]])
    await person.activate(nip, new RegExp(`${nip}[^]*?>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<`).exec(sheet)[1], WORDS[nip]);
  await admin.go('/hasil-unit');
  await admin.fill({ uraian: 'Layanan cepat', indikator: 'Layanan', target: '100', satuan: 'persen' });
  await admin.press('Simpan hasil kerja unit');
});

async function plan(result) {
  await ani.follow('Tambah hasil kerja utama');
  await ani.page.locator('textarea[name=uraian]').fill(result);
  await ani.page.locator('[name^="iki_uraian."]').first().fill(`${result} menurut daftar`);
  if (await ani.page.locator('#sumber').count()) await ani.page.locator('#sumber').selectOption({ index: 1 });
  await ani.press('Simpan hasil kerja');
}

step('the plan of the old post is agreed', async () => {
  await ani.go('/skp');
  await ani.press('Mulai SKP 2026');
  await plan('Pemohon terlayani');
  await ani.press(ani.page.locator('main a[href$="/lampiran"]'));
  await ani.fill({ dukungan_sumber_daya: 'Loket', skema_pertanggungjawaban: 'Laporan', konsekuensi: 'Penghargaan' });
  await ani.press('Simpan lampiran');
  await ani.press(ani.page.locator('main a.btn[href$="/periksa"]'));
  await ani.press('Ajukan SKP');
  await kadis.go('/tim');
  await kadis.press(kadis.page.locator('main a[href$="/tinjau"]'));
  await kadis.press('Setujui SKP');
  await ani.go('/lapor');
  today = await ani.page.locator('#tanggal').getAttribute('max');
  await ani.sees('Pemohon terlayani');
  assert.equal(await ani.page.locator('main a[href^="/lapor?tanggal="]').count(), 0, 'one plan: nothing to choose between');
});

step('a move closes it, and the new plan is begun beside it', async () => {
  await admin.upload('pegawai.csv', people('J3', dayBefore(today, 2)));
  await admin.press('Simpan semua');
  await ani.go('/skp');
  await ani.sees('Ditutup');
  await ani.press('Mulai SKP baru');
  await plan('Arsip tertata');
  await ani.go('/skp');
  await ani.sees('SKP lain tahun 2026', 'Pengelola Layanan');
  await ani.follow('Pengelola Layanan');
  await ani.sees('Pemohon terlayani', 'Ditutup', 'Pengelola Arsip');
});

step('work of a day before the move is reported for the old plan', async () => {
  await ani.go('/lapor');
  assert.equal(await ani.page.locator('main label', { hasText: 'Pemohon terlayani' }).count(), 0, 'not for today');
  await ani.follow(/dengan SKP yang lain/);
  assert.equal(await ani.page.locator('#tanggal').inputValue(), dayBefore(today, 3));
  await ani.touch(ani.page.locator('label', { hasText: 'Pemohon terlayani' }));
  await ani.fill({ uraian: 'Melayani dua puluh pemohon.', tanggal: today });
  await ani.press('Kirim laporan', 422); // that day has no such result
  await ani.sees('Pilih sasaran dari SKP Anda yang berlaku pada tanggal itu');
  await ani.follow(/dengan SKP yang lain/);
  await ani.touch(ani.page.locator('label', { hasText: 'Pemohon terlayani' }));
  await ani.fill({ uraian: 'Melayani dua puluh pemohon.' });
  await ani.press('Kirim laporan');
  await ani.sees('Tanda terima', 'Melayani dua puluh pemohon', 'Pemohon terlayani');
  assert.deepEqual(spoken, [], 'console messages');
});
