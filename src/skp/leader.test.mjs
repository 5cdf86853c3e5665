// SPDX-License-Identifier: Apache-2.0
// The head of a unit in an agency that began empty: roles given on their page, a year in words instead of numbers, the plan of
// a JPT by perspective, the unit's achievement that carries the rating (PK-41), a quarter and the year, and their papers.
// Rooms: skp evaluation
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, launch, Person } from '#stories/browser.mjs';
import { open } from '#stories/harness.mjs';
import { pdfText, workbookText } from '#stories/office.mjs';

const ADMIN = { masuk: 'admin@ujicoba.go.id', sandi: 'kapal biru pagi tenang' };
const SEKDA = '196801011993031001', KADIS = '197001011995031001';
const NEW_WORDS = { [SEKDA]: 'gunung hijau siang damai', [KADIS]: 'pantai putih sore ramah' };
const FILES = [['unit.csv', `kode,nama,kode_induk,jenis,mandiri,zona
D1,Dinas Kearsipan Uji,KOTA-UJI,dinas,ya,WIT
`], ['jabatan.csv', `kode,nama,kode_unit,kelompok,jenjang,kelas,kepala,tugas,tanggung_jawab,ukuran
J0,Sekretaris Daerah,KOTA-UJI,jpt,,15,ya,Memimpin sekretariat daerah,Kebijakan daerah tertib,Persentase kebijakan tepat waktu
J1,Kepala Dinas Kearsipan,D1,jpt,,14,ya,Memimpin dinas,Arsip daerah tertib,Persentase arsip tertata
`], ['pegawai.csv', `nip,nama,email,jenis,golongan,kode_jabatan,nip_penilai,tmt,peran
${SEKDA},"Yosefa Uji, S.IP.",,pns,IV/d,J0,,2026-01-01,
${KADIS},"Maria Uji, S.Sos.",,pns,IV/c,J1,${SEKDA},2026-01-01,
`]];
const RESULTS = [['Arsip statis daerah terselamatkan', 'proses_bisnis', 'Semua arsip statis dinas tertata menurut daftar'],
  ['Pemohon arsip terlayani', 'penerima_layanan', 'Pemohon mendapat salinan arsip pada hari yang sama']];

const REALISED = 'Rampung: arsip 12 dinas tertata';

let browser, house, admin, sekda, kadis, visitor;
const spoken = [];
before(async () => {
  browser = await launch();
  house = await open({ people: 0 });
  [admin, sekda, kadis, visitor] = await Promise.all(Array.from({ length: 4 }, () => Person.arrive(browser, house, DESK, spoken)));
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

step('the agency begins empty; its year is judged in words', async () => {
  await admin.go('/mulai');
  await admin.fill({ nama: 'Pemerintah Kota Uji', kode: 'KOTA-UJI', kota: 'Kota Uji', alamat: 'https://kinerja.kota-uji.go.id', admin_nama: 'Admin Uji', admin_email: ADMIN.masuk,
    sandi: ADMIN.sandi, ulang: ADMIN.sandi });
  await admin.page.selectOption('[name=zona]', 'WIT');
  await admin.press('Buat instansi');
  await admin.go('/tahun');
  await admin.fill({ tahun: '2026' });
  await admin.choose('pendekatan', 'kualitatif');
  await admin.press('Siapkan tahun');
  for (const period of [4, 0]) await admin.press(admin.page.locator(`form[action="/tahun/2026/periode/${period}"] button`));
  for (const [name, text] of FILES) {
    await admin.upload(name, text);
    await admin.press('Simpan semua');
  }
});

step('roles are given on their page, and people sign in with their codes', async () => {
  const sheet = workbookText((await admin.take('/impor/kode.xlsx', 'PK')).bytes);
  for (const [name, unit] of [['Yosefa Uji', 'Pemerintah Kota Uji'], ['Maria Uji', 'Dinas Kearsipan Uji']]) {
    await admin.go('/peran');
    await admin.fill({ cari: name });
    await admin.press('Cari');
    await admin.follow(new RegExp(name));
    await admin.page.selectOption('#peran', 'pimpinan_unit');
    await admin.page.fill('#unit', unit);
    await admin.page.locator('form:has(#peran) [name=alasan]').fill('Keputusan Wali Kota nomor 10/2026');
    await admin.press('Beri peran');
    await admin.sees('Pimpinan unit kerja', unit);
  }
  for (const [person, nip] of [[sekda, SEKDA], [kadis, KADIS]])
    await person.activate(nip, new RegExp(`${nip}[^]*?>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<`).exec(sheet)[1], NEW_WORDS[nip]);
});

step('the head sets the unit results', async () => {
  await kadis.go('/hasil-unit');
  await kadis.fill({ uraian: 'Arsip daerah tertib', indikator: 'Arsip tertata', target: '100', satuan: 'persen' });
  await kadis.press('Simpan hasil kerja unit');
  await kadis.sees('Arsip daerah tertib');
});

step('the plan of a JPT has a perspective for every result and success in words', async () => {
  await kadis.go('/skp');
  await kadis.press('Mulai SKP 2026');
  for (const [i, [result, perspective, success]] of RESULTS.entries()) {
    await kadis.follow('Tambah hasil kerja utama');
    assert.equal(await kadis.page.locator('[name^="iki_target."]').count(), 0, 'no numbers in a qualitative year');
    await kadis.page.locator('textarea[name=uraian]').fill(result);
    await kadis.page.locator('[name^="iki_uraian."]').first().fill(success);
    if (i === 0) { // left out: the form comes back with the fault and what was written
      await kadis.press('Simpan hasil kerja', 422);
      await kadis.sees('perspektif');
      assert.equal(await kadis.page.locator('textarea[name=uraian]').inputValue(), result);
    }
    await kadis.page.selectOption('#perspektif', perspective);
    await kadis.press('Simpan hasil kerja');
    await kadis.sees(result, success);
  }
  await kadis.press(kadis.page.locator('main a[href$="/lampiran"]'));
  await kadis.fill({ dukungan_sumber_daya: 'Depo arsip', skema_pertanggungjawaban: 'Laporan tiap triwulan', konsekuensi: 'Penghargaan bila melampaui' });
  await kadis.press('Simpan lampiran');
  await kadis.press(kadis.page.locator('main a.btn[href$="/periksa"]'));
  await kadis.press('Ajukan SKP');
  await kadis.sees('sudah diajukan');
});

step('every row is returned with its own comment, mended and agreed', async () => {
  const review = async () => {
    await sekda.go('/tim');
    await sekda.press(sekda.page.locator('main a[href$="/tinjau"]'));
  };
  await review();
  const comments = ['Sebut berapa depo.', 'Sebut jam layanan.'];
  for (const [i, comment] of comments.entries()) await sekda.page.locator('[name^="komentar."]').nth(i).fill(comment);
  const blocks = sekda.page.locator('details:has([name^="komentar_blok."])');
  assert.equal(await blocks.count(), 3, 'each block of the attachment takes a note');
  await blocks.nth(2).locator('summary').click();
  await blocks.nth(2).locator('textarea').fill('Sebut bentuk penghargaannya.');
  await sekda.press('Kembalikan dengan catatan');
  await kadis.go('/skp');
  await kadis.sees(...comments, 'Sebut bentuk penghargaannya.');
  await kadis.press(kadis.page.locator('main a[href$="/lampiran"]').first());
  await kadis.sees('Sebut bentuk penghargaannya.');
  for (const i of [0, 1]) {
    await kadis.go('/skp');
    await kadis.press(kadis.page.locator('main #utama a.btn', { hasText: 'Ubah' }).nth(i));
    await kadis.page.locator('[name^="iki_uraian."]').first().fill(`${RESULTS[i][2]}, di tiga depo`);
    await kadis.press('Simpan hasil kerja');
  }
  await kadis.press(kadis.page.locator('main a.btn[href$="/periksa"]'));
  await kadis.press('Ajukan SKP');
  await review();
  await sekda.sees('di tiga depo');
  await sekda.press('Setujui SKP');
});

step('who heads the agency is agreed outside, on paper, and somebody else records the letter', async () => {
  await sekda.go('/skp');
  await sekda.press('Mulai SKP 2026');
  await sekda.follow('Tambah hasil kerja utama');
  await sekda.page.locator('textarea[name=uraian]').fill('Kebijakan daerah tertib');
  await sekda.page.locator('[name^="iki_uraian."]').first().fill('Naskah kebijakan terbit tepat waktu');
  await sekda.page.selectOption('#perspektif', 'proses_bisnis');
  await sekda.press('Simpan hasil kerja');
  await sekda.press(sekda.page.locator('main a.btn[href$="/periksa"]'));
  await sekda.sees('Pejabat penilai Anda di luar Abdi');
  await sekda.press('Ajukan SKP');
  await sekda.go('/skp');
  await sekda.sees('Diajukan', 'Menunggu persetujuan atasan di atas kertas');
  assert.equal(await sekda.page.locator('main a[href$="/pdf"]').count(), 0, 'no paper before the agreement');
  await admin.go('/persetujuan');
  await admin.follow(/Buka/);
  await admin.fill({ luar_nama: 'Dr. Ruth Uji', surat_nomor: '800/21/2026' });
  await admin.page.locator('button[value=catat]').evaluate((button) => { button.value = 'apa'; });
  await admin.press('Catat persetujuan', 422);
  await admin.sees('Pilih catat persetujuan, atau kembalikan dengan catatan.');
  await admin.press('Catat persetujuan', 422);
  await admin.sees('Tulis jabatannya', 'Tulis tanggal suratnya');
  assert.equal(await admin.page.locator('#surat_nomor').inputValue(), '800/21/2026');
  await admin.fill({ luar_jabatan: 'Wali Kota Uji', surat_tanggal: '2026-01-20' });
  await admin.press('Catat persetujuan');
  await admin.sees('ditetapkan menurut surat persetujuan');
  await sekda.go('/skp');
  await sekda.sees('Ditetapkan', 'Dr. Ruth Uji', 'surat nomor 800/21/2026');
  const paper = await sekda.page.locator('main a[href$="/pdf"]').getAttribute('href');
  const words = pdfText((await sekda.take(paper, '%PDF')).bytes).replaceAll(' ', '').toUpperCase();
  for (const word of ['DIATASKERTAS', '800/21/2026', 'RUTHUJI', 'WALIKOTAUJI']) assert.ok(words.includes(word), word);
});

step('work in words is reported without an amount', async () => {
  await kadis.go('/lapor');
  await kadis.touch(kadis.page.locator('label:has(input[name=sasaran])').first());
  await kadis.fill({ uraian: 'Memindahkan arsip statis ke depo dua.' });
  await kadis.press('Kirim laporan');
  await kadis.sees('Tanda terima', 'Memindahkan arsip statis');
});

async function achieve(period, predikat) {
  await admin.go(`/capaian?periode=2026-${period}`);
  await admin.follow('Dinas Kearsipan Uji');
  await admin.choose('predikat', predikat);
  await admin.fill({ dasar: 'Surat Sekretaris Daerah nomor 100/2026.' });
  await admin.press('Tetapkan capaian');
}

async function rate(period) {
  await sekda.go(`/tim/nilai?periode=2026-${period}`);
  await sekda.follow('Maria Uji');
  await sekda.sees('Capaian organisasi Dinas Kearsipan Uji: Istimewa');
  assert.equal(await sekda.page.locator('input[name=hk]').count(), 1, 'the result rating is the achievement of the unit (PK-41)');
  await sekda.touch(sekda.page.locator('label:has(#hk3)'));
  await sekda.touch(sekda.page.locator('label:has(#pk3)'));
  await sekda.fill({ kuat: 'Menata arsip sampai selesai.', kembang: 'Mendampingi dinas lain.' });
  if (await sekda.page.locator('#alasan').isVisible()) await sekda.fill({ alasan: 'Bukti menunjukkan perilaku di atas ekspektasi.' });
  await sekda.press(sekda.page.getByRole('button', { name: /dan lanjut/ }));
}

step('what became of it is written in words before the rating (PK-36)', async () => {
  await kadis.go('/penilaian');
  await kadis.follow('Isi realisasi');
  await kadis.page.locator('textarea[name^="real."]').first().fill(REALISED);
  await kadis.press('Simpan realisasi');
  await kadis.sees('tersimpan');
  await sekda.go('/tim/nilai?periode=2026-4');
  await sekda.sees('Realisasi diisi');
});

step('the quarter is rated by the achievement of the unit', async () => {
  await achieve(4, 'istimewa');
  await rate(4);
  await kadis.go('/penilaian');
  await kadis.sees('Sangat baik');
  await kadis.press(kadis.page.locator('main a[href$="/2026/4"]'));
  await kadis.sees(REALISED);
  const paper = await kadis.page.locator('main a[href^="/evaluasi/"][href$="/pdf"]').getAttribute('href');
  assert.match(pdfText((await kadis.take(paper, '%PDF')).bytes), /Rampung/);
});

step('the year is rated from its periods', async () => {
  await achieve(0, 'istimewa');
  await rate(0);
  await kadis.go('/penilaian');
  await kadis.press(kadis.page.locator('main a[href$="/2026/0"]'));
  await kadis.sees('Predikat: Sangat baik', 'Menata arsip sampai selesai');
});

step('who heads the agency reports and tells the realisation like everybody', async () => {
  await sekda.go('/lapor');
  await sekda.touch(sekda.page.locator('label:has(input[name=sasaran])').first());
  await sekda.fill({ uraian: 'Menandatangani tiga naskah kebijakan.' });
  await sekda.press('Kirim laporan');
  await sekda.sees('Tanda terima', 'tiga naskah kebijakan');
  await sekda.go('/realisasi');
  await sekda.page.locator('textarea[name^="real."]').first().fill('Tiga naskah terbit tepat waktu');
  await sekda.press('Simpan realisasi');
  await sekda.go('/penilaian');
  assert.equal(await sekda.page.locator('main a[href^="/nilai/"]').count(), 0, 'nothing was rated yet');
});

const LETTER = { luar_nama: 'Dr. Ruth Uji', luar_jabatan: 'Wali Kota Uji', surat_nomor: '800/77/2026' };

step('nobody inside rates the head: the letter of the official outside is recorded, whole or not at all', async () => {
  assert.equal(await sekda.page.locator('a[href="/penetapan"]').count(), 0, 'not for the head');
  await admin.go('/penetapan?periode=2026-4');
  await admin.sees('Yosefa Uji', 'Menunggu surat');
  await admin.follow(/Buka/);
  assert.equal(await admin.page.locator('#luar_nama').inputValue(), 'Dr. Ruth Uji', 'as the letter of the plan says');
  await admin.fill({ luar_jabatan: '', surat_nomor: LETTER.surat_nomor });
  await admin.press('Catat penilaian', 422);
  await admin.sees('Tulis jabatannya', 'Tulis tanggal suratnya', 'Capaian kinerja organisasi unit ini belum ditetapkan', 'Pilih rating perilaku kerja');
  assert.equal(await admin.page.locator('#surat_nomor').inputValue(), LETTER.surat_nomor);
  await admin.follow('Tetapkan capaian unit');
  await admin.choose('predikat', 'istimewa');
  await admin.fill({ dasar: 'Surat Wali Kota nomor 100/77/2026.' });
  await admin.press('Tetapkan capaian');
  await admin.go('/penetapan?periode=2026-4');
  await admin.follow(/Buka/);
  await admin.sees('Di atas ekspektasi, menurut capaian organisasi Pemerintah Kota Uji: Istimewa');
  await admin.fill({ ...LETTER, surat_tanggal: await admin.page.locator('#surat_tanggal').getAttribute('max'), rekomendasi: 'Pimpin penataan arsip daerah.' });
  await admin.touch(admin.page.locator('label:has(#pk3)'));
  await admin.press('Catat penilaian');
  await admin.sees('dicatat menurut surat: Sangat Baik', 'Dr. Ruth Uji, Wali Kota Uji, menurut surat nomor 800/77/2026');
  await admin.go('/rekap?periode=2026-4');
  await admin.sees('2 dari 2 dinilai');
  await admin.go('/penetapan?periode=2026-4');
  await admin.sees('Sangat Baik');
});

step('the head reads it and has the papers, which name who rated outside', async () => {
  await sekda.go('/penilaian');
  await sekda.sees('Sangat Baik');
  await sekda.press(sekda.page.locator('main a[href$="/2026/4"]'));
  await sekda.sees('Dr. Ruth Uji', 'surat nomor 800/77/2026', 'Tiga naskah terbit tepat waktu');
  const paths = await sekda.page.locator('main a[href^="/evaluasi/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const path of paths) {
    const words = pdfText((await sekda.take(path, '%PDF')).bytes).replaceAll(' ', '').toUpperCase();
    for (const word of ['SANGATBAIK', 'RUTHUJI', 'WALIKOTAUJI', 'DIATASKERTAS', '800/77/2026', SEKDA]) assert.ok(words.includes(word), `${word} in ${path}`);
    const [, kode] = /\/V\/([0-9A-Z]{16})/.exec(words);
    await visitor.go(`/v/${kode}`);
    await visitor.sees('Sah', 'Pemerintah Kota Uji');
  }
});

step('the year of the head is recorded from a letter too', async () => {
  await admin.go('/capaian?periode=2026-0');
  await admin.follow('Pemerintah Kota Uji');
  await admin.choose('predikat', 'baik');
  await admin.fill({ dasar: 'Surat Wali Kota nomor 100/78/2026.' });
  await admin.press('Tetapkan capaian');
  await admin.go('/penetapan?periode=2026-0');
  await admin.follow(/Buka/);
  await admin.sees('Penilaian periodik 2026');
  await admin.fill({ ...LETTER, surat_nomor: '800/78/2026', surat_tanggal: await admin.page.locator('#surat_tanggal').getAttribute('max') });
  await admin.touch(admin.page.locator('label:has(#pk3)'));
  await admin.press('Catat penilaian');
  await admin.sees('dicatat menurut surat: Baik', 'surat nomor 800/78/2026');
  await sekda.go('/penilaian');
  await sekda.sees('Tahun 2026', 'Triwulan IV');
});

step('the papers say it in the form of a JPT, and anybody can verify them', async () => {
  const paths = await kadis.page.locator('main a[href^="/evaluasi/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.equal(paths.length, 2);
  await kadis.go('/skp');
  paths.push(await kadis.page.locator('main a[href$="/pdf"]').getAttribute('href'));
  for (const path of paths) {
    const words = pdfText((await kadis.take(path, '%PDF')).bytes).replaceAll(' ', '').toUpperCase();
    for (const word of ['KUALITATIF', 'PIMPINANTINGGI', KADIS, SEKDA].slice(path.endsWith('dokumen.pdf') ? 2 : 0)) assert.ok(words.includes(word), `${word} in ${path}: ${words}`);
    const [, kode] = /\/V\/([0-9A-Z]{16})/.exec(words);
    await visitor.go(`/v/${kode}`);
    await visitor.sees('Sah', 'Pemerintah Kota Uji');
  }
  assert.deepEqual(spoken, [], 'console messages');
  const chain = house.run('audit', 'verify');
  assert.equal(chain.code, 0, chain.out + chain.err);
});
