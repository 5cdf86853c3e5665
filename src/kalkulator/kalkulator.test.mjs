// SPDX-License-Identifier: Apache-2.0
// The public calculators: every row of law/cases goes through the page, as an address and again as the filled-in form,
// and must give what the command line gives; faults stand beside their fields; no person's number in an address.
// Rooms: kalkulator
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { barriers, come, launch, overflow } from '#stories/browser.mjs';
import { law, open, Visitor } from '#stories/harness.mjs';

const CASES = fileURLToPath(new URL('../law/cases', import.meta.url));
const PRIVATE = new Set(['nip', 'nik']);
const EVERY = process.env.ABDI_LOOK === 'off' ? 5 : 1; // a run that counts the walked code needs no row twice
const TODAY = '2026-11-24'; // for rows that give no day of their own: the answer must not depend on the clock

let house, list;
before(async () => {
  house = await open({ people: 0 });
  list = await new Visitor(house).get('/kalkulator');
});
after(async () => { await house?.close(); });

// A sentence of each page that walks the case in hand, with its own numbers and days.
const WALKED = {
  'tenggat': /SKP di jabatan baru: 14 hari kerja sesudah Senin, 3 Maret 2025 jatuh pada Jumat, 21 Maret 2025/,
  'tenggat?jenis=evaluasi&mulai=2025-05-01': /Evaluasi tahun 2025 selesai pada tahun berikutnya: paling lambat Sabtu, 31 Januari 2026/,
  'tenggat?jenis=skp&mulai=2025-05-01': /SKP tahun 2025 ditetapkan pada tahun itu juga: paling lambat Jumat, 31 Januari 2025/,
  'tenggat?jenis=putusan_keberatan&mulai=2025-02-03': /paling lambat 14 hari kalender kemudian: Senin, 17 Februari 2025/,
  'tenggat?jenis=panggilan&mulai=2026-03-02': /Pemeriksaan paling cepat: 7 hari kerja sesudah Senin, 2 Maret 2026 jatuh pada Rabu, 11 Maret 2026/,
  'masa-jabatan?mulai=2025-01-01&selesai=2025-04-30&hari_kerja=80&hari_cuti=41': /ada 4 bulan penuh; paling sedikit 1 .* dievaluasi tersendiri\. .*Cuti yang sah 41 dari 80 hari kerja; lebih dari 50% berarti tidak dinilai\. Maka masa ini tidak dinilai/,
  'eskalasi': /75% dari 14 hari itu, dibulatkan ke bawah, petugas diingatkan: Senin, 17 Maret 2025.*diterima 30 hari sesudah pelayanannya.*tepat waktu/,
  'tutup-aduan': /Bila pelapor diam 10 hari kerja, aduan ditutup sendiri: Senin, 17 Maret 2025.*masih boleh dibuka kembali/,
  'pesan': /Senin, 3 Maret 2025 adalah 7 hari sebelumnya: dalam masa pemesanan.*paling banyak mempunyai 2 pesanan aktif/,
  'pesan?hari=2025-03-10&hari_ini=2025-03-02': /8 hari sebelumnya: terlalu awal/,
  'organisasi': /bertemu pada capaian Baik/,
  'peringkat': /predikat, lalu rata-rata hasil kerja, .*ke-1: baris 2 Sangat Baik 2,5 2,5 0/,
  'integrasi': /Nilai dasar golongan III\/a adalah 100\. 112,5 dikurangi 100, paling sedikit 0, adalah 12,50/,
  'pensiun': /usia 58 tahun dicapai pada Rabu, 20 Mei 2026/,
  'jam-kerja': /Jumat, 7 Maret 2025: masuk pukul 07:30, pulang pukul 16:30, istirahat 90 menit\. Jam kerja bersihnya 450 menit, yaitu 7 jam 30 menit/,
  'terlambat': /Detiknya dibulatkan ke bawah ke menit penuh: terlambat 1 menit/,
  'skm-jawaban': /Dari 5 responden, .* indeks 3,3522\. Dikalikan 25 menjadi 83,81/,
  'mutu': /Nilai 81,17 dibulatkan .* mutu B/,
  'responsif': /8 tepat waktu × 100, dibagi 10 yang jatuh tempo, .*: 80,00%/,
  'responsif?tepat=0&jatuh_tempo=0': /belum ada yang terlambat: dihitung 100,00%/,
  'rata-layanan': /5 pelayanan sudah selesai\. Dipakai nilai tengah dari 5 yang terakhir: 8,0 menit/,
  'lapor-diri': /Datang 30 menit sebelum sesi dimulai.*tidak boleh lagi/,
  'panggil-ulang': /Sudah dipanggil 1 kali, yang terakhir 60 detik lalu.*Yang dilakukan: Panggil ulang/,
  'lapor-kembali': /Kembali 60 menit sesudah terlewat.*dipanggil lagi sesudah 3 pengunjung lain/,
  'lansia': /usia 60 tahun dicapai pada Senin, 10 Maret 2025.*sudah dicapai/,
  'kebocoran': /Dihitung 72 jam berturut-turut/,
  'kelompok-talenta': /sampai sebelum Selasa, 10 Maret 2026\. Pada Senin, 9 Maret 2026 penilaian itu masih berlaku.*Kotak 7 masuk/,
  'jp': /PNS paling sedikit 20 JP setahun\. Tercatat 14 JP: kurang 6 JP/,
  'kesesuaian': /terpenuhi 9 dari 10 yang dibutuhkan adalah 90,00%.*di sini Optimal/,
  'tpp?profil=kemnaker_2024&tunjangan=5000000&terlambat_menit=45': /tidak jelas apakah menit itu bebas/,
};

const plain = (html) => html.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const jsonOf = (html) => { const at = /<code id="json">([^<]*)<\/code>/.exec(html); return at && plain(at[1]); };
const namesOf = (html) => [...html.matchAll(/href="\/kalkulator\/([a-z-]+)"/g)].map(([, name]) => name);

// Rows of a case table: the inputs of each, with the columns that are answers, faults and sources left out.
function casesOf(name) {
  const lines = readFileSync(join(CASES, `${name}.tsv`), 'utf8').split(/\r?\n/).filter((l) => l.trim() && !l.startsWith('# ') && !l.startsWith('#\t'));
  const heads = lines[0].split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    const inputs = {};
    heads.forEach((head, i) => { if (!/^[=#]|^(fault|sumber)$/.test(head) && cells[i]) inputs[head] = cells[i]; });
    return { inputs, fault: cells[heads.indexOf('fault')] || '' };
  });
}

// What a browser would send from the form as it stands: name and value of every control.
function fieldsOf(html) {
  const form = /<form class="card stack kform"[\s\S]*?<\/form>/.exec(html)[0];
  const fields = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)[1];
    if (/type="radio"/.test(tag) && !/\schecked/.test(tag)) continue;
    fields[name] = plain(/value="([^"]*)"/.exec(tag)[1]);
  }
  for (const [, name, inner] of form.matchAll(/<select[^>]*? name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)"\s+selected/.exec(inner);
    fields[name] = chosen ? plain(chosen[1]) : '';
  }
  return { ...fields, hitung: 'ya' };
}

async function ask(visitor, name, fields) {
  if (!PRIVATE.has(name)) return visitor.get(`/kalkulator/${name}?${new URLSearchParams(fields)}`);
  if (!visitor.csrf) await visitor.get(`/kalkulator/${name}`);
  return visitor.post(`/kalkulator/${name}`, fields);
}

// The command line's own writing of the same question. A shell is not needed: the page quotes for one.
const commandLine = (inputs) => Object.entries(inputs).map(([key, value]) => `${key}=${value}`);

test('every calculator of the command line has a page, and the list names each once', () => {
  const known = [...law().err.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
  assert.ok(known.length > 20);
  assert.deepEqual([...namesOf(list.text)].sort(), [...known].sort());
});

for (const name of readdirSync(CASES).filter((f) => f.endsWith('.tsv')).map((f) => f.slice(0, -4)))
  test(`${name}: each case row gives through the page what the command line gives`, async (t) => {
    if (!namesOf(list.text).includes(name)) return t.skip('a table of a rule that is no calculator');
    const visitor = new Visitor(house);
    let answered = 0, refused = 0;
    for (const { inputs } of casesOf(name).filter((_, at) => at % EVERY === 0)) {
      const said = law(name, ...commandLine(inputs));
      const page = await ask(visitor, name, inputs);
      const what = `${name} ${commandLine(inputs).join(' ')}`;
      if (said.code === 0) {
        assert.equal(page.status, 200, what);
        assert.equal(jsonOf(page.text), said.out.trim(), what);
        const again = await ask(visitor, name, fieldsOf(page.text));
        assert.equal(jsonOf(again.text), said.out.trim(), `as a filled-in form: ${what}`);
        assert.match(page.text, /<h2 id="h-mengapa">/);
        assert.match(page.text, /tertulis dalam peraturan|kesepakatan pelaksanaan|setelan bawaan/, `a basis: ${what}`);
        answered++;
      } else if (Object.keys(inputs).length) {
        assert.equal(page.status, 422, what);
        assert.equal(jsonOf(page.text), null, what);
        refused++;
      }
    }
    assert.ok(answered > 0, `${answered} answered, ${refused} refused`);
  });

test('the example of each page answers, small enough for a slow line, and speaks of no command', async () => {
  for (const name of namesOf(list.text)) {
    const page = await new Visitor(house).get(`/kalkulator/${name}?contoh=1`);
    assert.equal(page.status, 200, name);
    assert.ok(page.bytes.length <= 14 * 1024, `${name}: ${page.bytes.length} bytes`);
    assert.ok(jsonOf(page.text), name);
    assert.doesNotMatch(page.text, /abdi law|baris perintah/, name);
  }
});

test('worked examples of people\'s own writing: decimal comma, points in thousands, day first', async () => {
  const visitor = new Visitor(house);
  const skm = {};
  ['3,25', '3,10', '2,95', '3,80', '3,20', '3,35', '3,45', '3,00', '3,15'].forEach((v, i) => { skm[`rata.${i + 1}`] = v; });
  assert.equal(jsonOf((await ask(visitor, 'skm', skm)).text), '{"nilai":"81.17","mutu":"B","terendah":["waktu","pengaduan","prosedur"]}');
  const tpp = { profil: 'kemnaker_2024', tunjangan: '5.000.000', 'terlambat_menit.1': '120', lupa_tap: '2', alpa: '1' };
  assert.equal(jsonOf((await ask(visitor, 'tpp', tpp)).text), '{"persen":"6.20","potongan":93000}');
  const dates = { diterima: '3/2/2025', diajukan: '18-02-2025' };
  assert.equal(jsonOf((await ask(visitor, 'keberatan', dates)).text), '{"batas":"2025-02-21","diterima":true,"tanda":"lewat_14_hari_kalender","batas_kalender":"2025-02-17","batas_kerja":"2025-02-21"}');
});

test('all faults at once, each beside its field, and what was typed is kept', async () => {
  const page = await new Visitor(house).get('/kalkulator/tahunan?bulan.1=15&hasil.1=3&perilaku.1=2&bulan.2=3&hasil.2=9&hitung=ya');
  assert.equal(page.status, 422);
  for (const field of ['bulan.1', 'hasil.2', 'perilaku.2']) {
    assert.ok(page.text.includes(`<a href="#${field}">`), `${field} in the summary`);
    assert.ok(page.text.includes(`id="${field}-salah"`), `${field} beside the field`);
  }
  assert.match(page.text, /name="bulan\.1" value="15"/);
  assert.equal(jsonOf(page.text), null);
});

test('pressing the button on an empty form says what is missing; opening it says nothing', async () => {
  const visitor = new Visitor(house);
  const fresh = await visitor.get('/kalkulator/predikat');
  assert.equal(fresh.status, 200);
  assert.doesNotMatch(fresh.text, /errsum/);
  const pressed = await visitor.get('/kalkulator/predikat?hitung=ya');
  assert.equal(pressed.status, 422);
  assert.match(pressed.text, /Rating hasil kerja: wajib diisi/);
  assert.match(pressed.text, /Rating perilaku kerja: wajib diisi/);
});

test('another row is given without script, and the answer waits', async () => {
  const page = await new Visitor(house).get('/kalkulator/hari-kerja?mulai=2025-08-15&hari=3&baris-libur=3&libur.1=2025-08-18&tambah=libur');
  assert.equal(page.status, 200);
  assert.match(page.text, /name="libur\.6"/);
  assert.match(page.text, /name="libur\.1" value="2025-08-18"/);
  assert.equal(jsonOf(page.text), null);
});

test('the explanation adds up: the profile taken when none was chosen, each piece, each line, and where the rule stands', async () => {
  const visitor = new Visitor(house);
  const why = async (path) => plain((await visitor.get(`/kalkulator/${path}`)).text.replace(/[\s\S]*id="jawaban"|<section class="card" aria-labelledby="h-ahli">[\s\S]*/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
  const taken = await why('tpp?tunjangan=5000000&alpa=1&hitung=ya');
  assert.match(taken, /Pita TL1-TL4 dan PSW1-PSW4, bawaan instansi/);
  assert.match(taken, /40% dari tunjangan, yaitu Rp2\.000\.000\. 3,00% darinya.* adalah Rp60\.000/);
  assert.match(await why('tpp?profil=other_seen&tunjangan=5000000&alpa=1&izin=2&melahirkan=1&hitung=ya'), /dengan izin 2 2 4 .*melahirkan 1 1,5 1,5/);
  assert.match(await why('tpp?profil=dki_2018&tunjangan=5000000&alpa=1&alpa_usai_libur=1&hitung=ya'), /sesudah libur panjang 1 100 100/);
  const moved = await why('pak?baris.1=ahli_pertama&baris-2.1=baik&baris-3.1=4&baris.2=ahli_muda&baris-2.2=baik&baris-3.2=8&ijazah=1&hitung=ya');
  assert.match(moved, /4\/12 × 100% × 12,5 4,17 4,17 .*8\/12 × 100% × 25 16,67 16,67/);
  assert.match(moved, /mulai lagi dari 0 saat jenjang berubah.*25% dari kebutuhan pangkat: 25,00.*naik pangkat perlu 100: masih kurang 58,33/);
  assert.match(await why('waktu-hilang?menit=900&lupa_tap=1&hitung=ya'), /Tidak dihitung sebagai hari tidak masuk .*belum ditetapkan/);
  assert.match(await why('organisasi?contoh=1'), /PK di atas dan ekspektasi di atas istimewa/);
  for (const [path, said] of Object.entries(WALKED)) assert.match(await why(`${path}${path.includes('?') ? '&hitung=ya' : '?contoh=1'}`), said, path);
  for (const name of namesOf(list.text).filter((n) => !PRIVATE.has(n)))
    assert.doesNotMatch(await why(`${name}?contoh=1`), /Bunyi aturannya|\[[VKD]|menit sejak|: \./, name);
});

test('a rule asked for an old day answers as it stood then', async () => {
  const visitor = new Visitor(house);
  const spread = { capaian: 'baik', sb: '5', b: '15', bp: '0', k: '0', sk: '0' };
  const now = jsonOf((await ask(visitor, 'distribusi', { ...spread, tanggal: TODAY })).text);
  const old = law('distribusi', ...commandLine({ ...spread, tanggal: '2022-12-31' }));
  const page = await ask(visitor, 'distribusi', { ...spread, tanggal: '2022-12-31' });
  assert.equal(jsonOf(page.text), old.out.trim());
  assert.notEqual(now, jsonOf(page.text), 'the limits came with the circular of 2023');
});

test('a person\'s number is taken from the body only, is not kept, and needs our own form', async () => {
  const visitor = new Visitor(house);
  const nip = '198609262015051001';
  const asked = await visitor.get(`/kalkulator/nip?nomor=${nip}&hitung=ya`);
  assert.equal(asked.status, 200);
  assert.ok(!asked.text.includes(nip), 'a number in the address is not read');
  const sent = await visitor.post('/kalkulator/nip', { nomor: nip });
  assert.equal(sent.status, 200);
  assert.equal(sent.headers.get('cache-control'), 'no-store');
  assert.ok(!/(?:action|href)="[^"]*\d{16}/.test(sent.text), 'no address carries it on');
  visitor.csrf = 'x'.repeat(24);
  assert.equal((await visitor.post('/kalkulator/nip', { nomor: nip })).status, 403);
  await visitor.get('/kalkulator/nip');
  assert.equal((await visitor.post('/kalkulator/predikat', { hasil: 'di_atas' })).status, 404);
  assert.equal((await visitor.get('/kalkulator/skor')).status, 404);
  assert.ok(!house.log.includes(nip), 'and not in the log');
});

test('the pages fit a phone and a desk, light and dark, are silent and accessible, with an answer and with faults', { skip: process.env.ABDI_LOOK === 'off' }, async () => {
  const browser = await launch();
  try {
    const paths = ['/kalkulator', ...namesOf(list.text).flatMap((name) => [`/kalkulator/${name}?contoh=1`]),
      '/kalkulator/tahunan?bulan.1=15&hasil.1=3&hitung=ya', '/kalkulator/skm?rata.1=5&hitung=ya', '/kalkulator/predikat?hitung=ya', '/kalkulator/nik'];
    for (const [turn, [width, height]] of [[360, 740], [1280, 800]].entries()) {
      const context = await come(browser, house, { viewport: { width, height }, isMobile: width < 700 });
      const page = await context.newPage();
      let spoken = [];
      page.on('console', (m) => { if (['error', 'warning'].includes(m.type()) && !/status of 422/.test(m.text())) spoken.push(m.text()); });
      page.on('pageerror', (e) => spoken.push(String(e)));
      for (const [at, path] of paths.entries()) {
        await page.goto(house.base + path);
        assert.equal(await overflow(page), 0, `${path} at ${width}`);
        assert.deepEqual(spoken, [], path);
        // The slow look is taken of each page at one size: they are made of the same pieces.
        if (at % 2 === turn) assert.deepEqual(await barriers(page), []);
        spoken = []; // what the check itself says of the page's CSP is not the page's
      }
      await context.close();
    }
  } finally { await browser.close(); }
});

test('in a browser without script, by keyboard: fill in, press, read, mend', async () => {
  const browser = await launch();
  try {
    const context = await come(browser, house, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const page = await context.newPage();
    const press = async (what, key) => { await page.focus(what); await page.keyboard.press(key); };
    const compute = async () => { await Promise.all([page.waitForNavigation(), press('button[name=hitung]', 'Enter')]); };
    await page.goto(`${house.base}/kalkulator`);
    await Promise.all([page.waitForNavigation(), press('a[href="/kalkulator/aduan"]', 'Enter')]);
    await press('input[value="berkadar_pengawasan"]', 'Space');
    await compute();
    assert.match(await page.textContent('.errsum'), /Diterima: wajib diisi/);
    assert.ok(await page.isChecked('input[value="berkadar_pengawasan"]'));
    await page.fill('[name="diterima"]', '2025-08-15');
    await page.fill('[name="diverifikasi"]', '2025-08-21');
    await page.fill('[name="libur.1"]', '2025-08-18');
    await compute();
    assert.match(await page.textContent('#jawaban h2'), /13 November 2025/);
    assert.match(await page.textContent('#jawaban'), /Senin, 18 Agustus 2025\s+hari libur, dilewati/);
    assert.ok(page.url().endsWith('#jawaban'));
    await page.goto(`${house.base}/kalkulator/nip`);
    await page.fill('[name="nomor"]', '198609262015053001');
    await compute();
    assert.match(await page.textContent('#jawaban h2'), /NIP tidak sah/);
    assert.match(await page.textContent('#jawaban'), /Angka ke-15 harus 1 \(pria\) atau 2 \(wanita\)/);
    assert.ok(!page.url().includes('1986'));
  } finally { await browser.close(); }
});
