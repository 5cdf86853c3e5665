// SPDX-License-Identifier: Apache-2.0
// The whole main job on an empty store, in a real browser: the agency is created, the year opened, people imported, a plan
// agreed, work reported, performance rated, documents verified. Once on a phone without script, once on a desk with script.
// Rooms: every
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, launch, Person, PHONE } from './browser.mjs';
import { open } from './harness.mjs';
import { codeOf, fillWorkbook, pdfText, workbookText } from './office.mjs';

const ADMIN = { masuk: 'admin@ujicoba.go.id', sandi: 'kapal biru pagi tenang' };
const SEKDA = '196801011993031001', KADIS = '197001011995031001', KABID = '198002022005012001', STAF = '199003032015031001';
const UNIT = `kode,nama,kode_induk,jenis,mandiri,zona
D1,Dinas Kependudukan Uji,KOTA-UJI,dinas,ya,WIT
D1.1,Bidang Pelayanan Uji,D1,bidang,tidak,WIT
`;
const JABATAN = `kode,nama,kode_unit,kelompok,jenjang,kelas,kepala,tugas,tanggung_jawab,ukuran
J0,Sekretaris Daerah,KOTA-UJI,jpt,,15,ya,Memimpin sekretariat daerah,Kebijakan daerah tertib,Persentase kebijakan tepat waktu
J1,Kepala Dinas,D1,jpt,,14,ya,Memimpin dinas,Layanan kependudukan tertib,Persentase layanan tepat waktu
J2,Kepala Bidang Pelayanan,D1.1,administrator,,11,ya,Memimpin bidang,Layanan selesai tepat waktu,Persentase layanan tepat waktu
J3,Pengolah Data Layanan,D1.1,pelaksana,,7,tidak,Mengolah berkas layanan,Berkas terolah dengan benar,Jumlah berkas terolah
`;
const PEGAWAI_HEAD = 'nip,nama,email,jenis,golongan,kode_jabatan,nip_penilai,tmt,peran\n';
const PEGAWAI = `${PEGAWAI_HEAD}${SEKDA},"Ruth Uji, S.H.",,pns,IV/d,J0,,2026-01-01,
${KADIS},"Yosefa Uji, S.IP.",,pns,IV/c,J1,${SEKDA},2026-01-01,
${KABID},"Maria Uji, S.Sos.",,pns,IV/a,J2,${KADIS},2026-01-01,
${STAF},"Budi Uji, A.Md.",,pns,II/d,J3,${KABID},2026-01-01,
199104042016032001,Citra Uji,,pns,II/d,J3,${KABID},2026-01-01,
199205052017031001,Dedi Uji,,pns,II/c,J3,${KABID},2026-01-01,
199306062024212001,Eka Uji,,pppk,VII,J3,${KABID},2026-01-01,
`;
const BROKEN = `${PEGAWAI_HEAD}19900303201503,Nomor Pendek,,pns,II/d,J3,${KABID},2026-01-01,
199104042016032009,Jabatan Asing,,pns,II/d,J-TIDAK-ADA,${KABID},2026-01-01,
`;
const STAF_SANDI = 'pantai putih sore ramah';
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

async function setUp(admin) {
  await admin.go('/');
  assert.match(admin.page.url(), /\/(mulai|masuk)$/);
  await admin.go('/mulai');
  await admin.fill({ nama: 'Pemerintah Kota Uji', kode: 'KOTA-UJI', kota: 'Kota Uji', alamat: 'https://kinerja.kota-uji.go.id', admin_nama: 'Admin Uji', admin_email: ADMIN.masuk,
    sandi: ADMIN.sandi, ulang: ADMIN.sandi });
  await admin.page.selectOption('[name=zona]', 'WIT');
  await admin.press('Buat instansi');
  assert.match(admin.page.url(), /\/beranda$/);
  await admin.context.clearCookies();
  await admin.signIn(ADMIN);
  assert.match(admin.page.url(), /\/beranda$/);
}

async function openYear(admin) {
  await admin.go('/tahun');
  await admin.fill({ tahun: '2026' });
  await admin.press('Siapkan tahun');
  await admin.sees('triwulan IV');
  await admin.press(admin.page.locator('form[action="/tahun/2026/periode/4"] button'));
  await admin.sees('Dibuka');
}

const rows = (csv) => csv.trim().split('\n').slice(1).map((line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].slice(0, line.match(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g).length + 1)
  .map(([, whole, quoted]) => quoted ?? whole));
const COUNTS = [/Unit\s+(?:Ditambah\s+)?2/, /Jabatan\s+(?:Ditambah\s+)?4/, /Pegawai\s+(?:Ditambah\s+)?7/];

/** The files one by one, as a text editor would make them. */
async function loadCsv(admin) {
  for (const [i, [name, text]] of [['unit.csv', UNIT], ['jabatan.csv', JABATAN], ['pegawai.csv', PEGAWAI]].entries()) {
    await admin.upload(name, text);
    await admin.sees('Pratinjau impor', COUNTS[i]);
    await admin.press('Simpan semua');
  }
  await admin.upload('pegawai.csv', BROKEN, 422);
}

/** The downloaded template, filled in: everything in one workbook. */
async function loadWorkbook(admin) {
  const { bytes } = await admin.take('/impor/templat.xlsx', 'PK');
  const fill = (people) => fillWorkbook(bytes, { Unit: rows(UNIT), Jabatan: rows(JABATAN), Pegawai: rows(people),
    Libur: [['2026-12-25', 'Hari Raya Natal', 'libur_nasional']] });
  await admin.upload('data.xlsx', fill(PEGAWAI));
  await admin.sees('Pratinjau impor', ...COUNTS);
  await admin.press('Simpan semua');
  await admin.upload('data.xlsx', fill(PEGAWAI));
  await admin.sees('sama dengan data yang tersimpan');
  await admin.upload('data.xlsx', fill(BROKEN), 422);
  await admin.sees('Pegawai');
}

async function importPeople(admin, load) {
  await load(admin);
  await admin.sees('kesalahan', 'NIP harus 18 angka', 'Kode jabatan ini tidak ada', 'kode_jabatan');
  const faults = await admin.page.locator('main table').last().locator('tbody tr').allInnerTexts();
  assert.ok(faults.some((row) => /\b2\b/.test(row) && /\bnip\b/.test(row)), `row 2, column nip: ${faults}`);
  assert.ok(faults.some((row) => /\b3\b/.test(row) && /kode_jabatan/.test(row)), `row 3, column kode_jabatan: ${faults}`);
  assert.equal(await admin.page.getByRole('button', { name: 'Simpan semua' }).count(), 0);
  await admin.go('/pegawai');
  await admin.sees('Eka Uji');
  assert.doesNotMatch(await admin.text(), /Nomor Pendek|Jabatan Asing/);
  // Eka has left: the whole list without her, and whoever is not in it ends.
  await admin.upload('pegawai.csv', PEGAWAI.replace(/.*Eka Uji.*\n/, ''), 200, true);
  await admin.sees(/Diakhiri\s+1|1\s+diakhiri|akhir/);
  await admin.press('Simpan semua');
  await admin.go('/pegawai');
  assert.doesNotMatch(await admin.text(), /Eka Uji/);
  const sheet = workbookText((await admin.take('/impor/kode.xlsx', 'PK')).bytes);
  assert.doesNotMatch(sheet, /Eka Uji/);
  return (nip) => new RegExp(`${nip}[^]*?>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<`).exec(sheet)[1];
}

async function unitResult(superior) {
  await superior.go('/hasil-unit');
  await superior.fill({ uraian: 'Layanan kependudukan selesai tepat waktu', indikator: 'Persentase layanan tepat waktu', target: '95', satuan: 'persen' });
  await superior.press('Simpan hasil kerja unit');
  await superior.sees('Layanan kependudukan selesai tepat waktu');
}

async function plan(asn) {
  await asn.go('/skp');
  await asn.press('Mulai SKP 2026');
  await asn.follow('Tambah hasil kerja utama');
  const sources = await asn.page.locator('#sumber option').count();
  assert.ok(sources > 1, 'a unit result to choose');
  await asn.page.selectOption('#sumber', { index: 1 });
  await asn.page.locator('textarea[name=uraian]').fill('Berkas layanan terolah dengan benar');
  const said = [['kuantitas', 'Jumlah berkas terolah', '120', 'berkas'], ['kualitas', 'Persentase berkas benar', '98', 'persen'],
    ['waktu', 'Lama olah tiap berkas', '2', 'hari']];
  for (const [i, [aspek, uraian, target, satuan]] of said.entries()) {
    if (await asn.page.locator('[name^="iki_uraian."]').count() <= i) await asn.press('Tambah baris indikator');
    await asn.page.locator('[name^="iki_aspek."]').nth(i).selectOption(aspek);
    await asn.page.locator('[name^="iki_uraian."]').nth(i).fill(uraian);
    await asn.page.locator('[name^="iki_target."]').nth(i).fill(target);
    await asn.page.locator('[name^="iki_satuan."]').nth(i).fill(satuan);
  }
  await asn.page.locator('[name^="iki_arah."]').nth(2).selectOption('lower_better');
  await asn.press('Simpan hasil kerja');
  await asn.sees('Jumlah berkas terolah', 'Lama olah tiap berkas');
  await asn.press(asn.page.locator('main #perilaku a[href$="/perilaku"]'));
  await asn.page.locator('[name^="ekspektasi."]').first().fill('Menjawab pemohon pada hari yang sama');
  await asn.press('Simpan perilaku kerja');
  await asn.press(asn.page.locator('main a[href$="/lampiran"]'));
  await asn.fill({ dukungan_sumber_daya: 'Satu komputer', skema_pertanggungjawaban: 'Laporan tiap bulan', konsekuensi: 'Penghargaan bila melampaui' });
  await asn.press('Simpan lampiran');
  await submit(asn);
}

async function submit(asn) {
  await asn.press(asn.page.locator('main a.btn[href$="/periksa"]'));
  await asn.press('Ajukan SKP');
  await asn.sees('Tanda terima', 'sudah diajukan');
}

async function agree(asn, superior) {
  await superior.go('/tim');
  await superior.press(superior.page.locator('main a[href$="/tinjau"]'));
  await superior.page.locator('[name^="komentar."]').first().fill('Naikkan target jumlah berkas menjadi 150.');
  await superior.press('Kembalikan dengan catatan');
  await asn.go('/skp');
  await asn.sees('Naikkan target jumlah berkas');
  await asn.press(asn.page.locator('main #utama a.btn', { hasText: 'Ubah' }));
  await asn.page.locator('[name^="iki_target."]').first().fill('150');
  await asn.press('Simpan hasil kerja');
  await asn.sees('150');
  await submit(asn);
  await superior.go('/tim');
  await superior.press(superior.page.locator('main a[href$="/tinjau"]'));
  await superior.sees('150');
  await superior.press('Setujui SKP');
  await superior.sees('1 dari 3');
}

async function report(asn) {
  await asn.go('/lapor');
  await asn.touch(asn.page.locator('label:has(input[name=sasaran])').first());
  await asn.fill({ uraian: 'Mengolah 12 berkas akta dan memeriksa isinya.', jumlah: '12' });
  await asn.page.setInputFiles('[name=foto]', { name: 'bukti.png', mimeType: 'image/png', buffer: PHOTO });
  await asn.press('Kirim laporan');
  await asn.sees('Tanda terima', 'Mengolah 12 berkas akta', 'Berkas layanan terolah');
  assert.equal(await asn.page.locator('main a[href^="/bukti/"]').count(), 1);
}

/** What is half written survives signing out; script keeps it while one types. */
async function draft(asn) {
  await asn.go('/lapor');
  await asn.touch(asn.page.locator('label:has(input[name=sasaran])').first());
  await asn.fill({ jumlah: '3', uraian: 'Berkas kedua, belum selesai ditulis.' });
  await asn.page.locator('main [data-saved]', { hasText: 'Draf tersimpan' }).waitFor();
  await asn.go('/lainnya');
  await asn.press('Keluar');
  assert.match(asn.page.url(), /\/masuk/);
  await asn.signIn({ masuk: STAF, sandi: STAF_SANDI });
  await asn.go('/lapor');
  assert.equal(await asn.page.locator('main [name=uraian]').inputValue(), 'Berkas kedua, belum selesai ditulis.');
  assert.equal(await asn.page.locator('main [name=jumlah]').inputValue(), '3');
}

async function reading(superior) {
  await superior.go('/tim');
  await superior.press(superior.page.locator('main a[href^="/laporan/"]', { hasText: 'Budi Uji' }));
  await superior.sees('Mengolah 12 berkas akta', 'Belum dibaca');
  await superior.press('Tandai semua sudah dibaca');
  assert.doesNotMatch(await superior.text(), /Belum dibaca/);
}

async function rate(admin, asn, superior) {
  await admin.go('/capaian?periode=2026-4');
  await admin.follow('Bidang Pelayanan Uji');
  await admin.choose('predikat', 'baik');
  await admin.fill({ dasar: 'Surat pimpinan nomor 100/2026: 96 dari 100 target tercapai.' });
  await admin.press('Tetapkan capaian');
  await superior.go('/tim/nilai?periode=2026-4');
  await superior.follow('Budi Uji');
  await superior.sees('Mengolah 12 berkas akta', 'Capaian organisasi Bidang Pelayanan Uji: Baik');
  await superior.touch(superior.page.locator('label:has(#hk2)'));
  await superior.touch(superior.page.locator('label:has(#pk2)'));
  await superior.fill({ alasan: 'Berkas terolah sesuai harapan sejak rencana disepakati.', kuat: 'Teliti memeriksa akta.', kembang: 'Mencatat pekerjaan setiap hari.' });
  await superior.press('Tetapkan dan lanjut');
  await superior.go('/tim/nilai?periode=2026-4');
  await superior.sees('1 dari 3', 'Baik');
  await asn.go('/penilaian');
  await asn.sees('Baik');
  await asn.press(asn.page.locator('main a[href$="/2026/4"]'));
  await asn.sees('Predikat: Baik', 'Teliti memeriksa akta', 'Mencatat pekerjaan setiap hari');
}

async function documents(admin, asn, visitor) {
  const evaluation = await asn.page.locator('main a[href$="/dokumen.pdf"], main a[href^="/evaluasi/"][href$="/pdf"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.equal(evaluation.length, 2);
  await asn.go('/skp');
  const paths = [await asn.page.locator('main a[href$="/pdf"]').getAttribute('href'), ...evaluation];
  for (const path of paths) {
    const words = pdfText((await asn.take(path, '%PDF')).bytes), kode = codeOf(words);
    assert.match(words, path.startsWith('/skp/') ? /sasaran kinerja pegawai/i : path.endsWith('dokumen.pdf') ? /dokumen evaluasi kinerja/i : /evaluasi kinerja periodik/i);
    for (const word of ['Budi Uji, A.Md.', 'Maria Uji, S.Sos.', 'Bidang Pelayanan Uji', `/v/${kode}`]) assert.ok(words.replaceAll(' ', '').includes(word.replaceAll(' ', '')), `${word} in ${words}`);
    await visitor.go(`/v/${kode}`);
    await visitor.sees('Sah', 'masih berlaku', 'Pemerintah Kota Uji');
  }
  const unknown = await visitor.page.goto(`${visitor.house.base}/v/ABCDEFGHJKMNPQRS`);
  assert.equal(unknown.status(), 404);
  await visitor.sees('Kode tidak dikenal');
  await admin.go('/rekap?periode=2026-4');
  await admin.follow('Dinas Kependudukan Uji');
  await admin.sees('Bidang Pelayanan Uji');
  const recap = workbookText((await admin.take(await admin.page.getByRole('link', { name: 'Unduh XLSX' }).getAttribute('href'), 'PK')).bytes);
  for (const word of ['Dinas Kependudukan Uji', 'Bidang Pelayanan Uji']) assert.ok(recap.includes(word), `${word} in the recap`);
}

for (const [label, how, load] of [['on a phone without script', PHONE, loadCsv], ['on a desk with script', DESK, loadWorkbook]])
  test(`from an empty store to a verified evaluation, ${label}`, async (t) => {
    const house = await open({ people: 0 });
    const spoken = [], people = [];
    try {
      for (let i = 0; i < 4; i++) people.push(await Person.arrive(browser, house, how, spoken));
      const [admin, superior, asn, visitor] = people;
      let kode;
      const step = async (name, work) => {
        let fault;
        await t.test(name, async () => { try { await work(); } catch (e) { fault = e; throw e; } });
        if (fault) throw new Error(`stopped at: ${name}`);
      };
      await step('agency and administrator', () => setUp(admin));
      await step('the year 2026', () => openYear(admin));
      await step('units, posts and people', async () => { kode = await importPeople(admin, load); });
      await step('first sign-in with the code', async () => {
        await superior.activate(KABID, kode(KABID), 'gunung hijau siang damai');
        await asn.activate(STAF, kode(STAF), STAF_SANDI);
      });
      await step('unit results', () => unitResult(superior));
      await step('the plan is drafted and submitted', () => plan(asn));
      await step('the plan is returned, resubmitted and agreed', () => agree(asn, superior));
      await step('work is reported with a photo', () => report(asn));
      if (how !== PHONE) await step('a draft outlives the session', () => draft(asn));
      await step('the superior reads', () => reading(superior));
      await step('performance is rated', () => rate(admin, asn, superior));
      await step('documents are downloaded and verified', () => documents(admin, asn, visitor));
      await step('the audit chain of all this holds', () => {
        const chain = house.run('audit', 'verify');
        assert.equal(chain.code, 0, chain.out + chain.err);
      });
      assert.deepEqual(spoken, [], 'console messages');
    } finally {
      for (const person of people) await person.context.close();
      await house.close();
    }
  });
