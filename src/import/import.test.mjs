// SPDX-License-Identifier: Apache-2.0
// Files through the page "Impor": a good one is stored, every broken one is refused with its reason and stores nothing.
// Rooms: import
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { send } from '#stories/forms.mjs';
import { open, Visitor } from '#stories/harness.mjs';
import { workbook } from '#stories/workbook.mjs';

let house, officer;
before(async () => {
  house = await open({ people: 60 });
  officer = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
});
after(async () => { await house.close(); });

/** Uploads bytes and follows to the preview; the answer that tells what is wrong. */
async function upload(bytes, name = 'berkas.xlsx', akhiri = []) {
  await officer.get('/impor');
  const form = new FormData();
  form.set('csrf', officer.csrf);
  for (const lembar of akhiri) form.append('akhiri', lembar);
  form.set('berkas', new Blob([bytes]), name);
  const answer = await officer.post('/impor', form);
  return answer.status === 303 ? { ...(await officer.get(answer.location)), path: answer.location } : answer;
}

const csv = (...rows) => rows.join('\n') + '\n';
const PEGAWAI = 'nip;nama;jenis;kode_jabatan;nip_penilai;tmt';

test('every broken file is refused with its reason', async () => {
  const template = (await officer.get('/impor/templat.xlsx')).bytes;
  const cases = [
    ['nothing', Buffer.alloc(0), /Berkas ini kosong/],
    ['half a workbook', template.subarray(0, template.length >> 1), /bukan XLSX yang utuh/],
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]), /format lama \(\.xls\)/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /Berkas ini PDF/],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /Berkas ini gambar/],
    ['a web page', Buffer.from('<html><table><tr><td>nip</td></tr></table></html>'), /halaman web/],
    ['UTF-16', Buffer.from('\ufeffkode;nama;kode_induk\n', 'utf16le'), /UTF-16/],
    ['Latin-1', Buffer.from('kode;nama;kode_induk\n1;K\u00e9\n', 'latin1'), /Baris 2 tidak bersandi UTF-8/],
    ['an open quote', Buffer.from('kode;nama;kode_induk\n1;"Dinas'), /Tanda kutip yang dibuka di baris 2/],
    ['headings alone', Buffer.from(csv(PEGAWAI)), /hanya berisi judul kolom/],
    ['an unknown heading', Buffer.from(csv('kode;nama;kode_induk;warna', '1;A;;biru')), /Judul kolom ini tidak dikenal/],
    ['a formula', Buffer.from(csv('kode;nama;kode_induk', 'Z;=1+1;')), /tampak seperti rumus/],
    ['digits lost', Buffer.from(csv(PEGAWAI, '1.99E+17;Uji;pns;X;;2024-01-01')), /digitnya hilang/],
    ['units in a circle', Buffer.from(csv('kode;nama;kode_induk', 'Z1;A;Z2', 'Z2;B;Z1')), /Induk unit melingkar/],
    ['an unknown unit above', Buffer.from(csv('kode;nama;kode_induk', 'Z1;A;TIADA')), /TIADA[\s\S]*Kode unit induk ini tidak ada/],
  ];
  for (const [what, bytes, reason] of cases) {
    const page = await upload(bytes);
    assert.equal(page.status, 422, what);
    assert.match(page.text, reason, what);
    assert.doesNotMatch(page.text, /Yang akan berubah|Simpan semua/, `${what}: nothing may look as if it were to be stored`);
  }
});

test('a form without its file, with two, an empty one or an unknown sheet is refused', async () => {
  const send = async (files, akhiri = []) => {
    const form = new FormData();
    form.set('csrf', officer.csrf);
    for (const file of files) form.append('berkas', new Blob([file], { type: 'text/csv' }), 'unit.csv');
    for (const lembar of akhiri) form.append('akhiri', lembar);
    return officer.post('/impor', form);
  };
  const one = 'kode;nama;kode_induk\nX9;Unit baru;\n';
  for (const [files, akhiri, says] of [[[], [], /Pilih berkas XLSX atau CSV/], [[''], [], /kosong \(0 bita\)/], [[one, one], [], /terkirim dua kali/], [[one], ['kursi'], /Pilih lembar dari daftarnya/]]) {
    const answer = await send(files, akhiri);
    assert.equal(answer.status, 422, `${files.length} ${akhiri}`);
    assert.match(answer.text, says);
  }
  assert.equal((await send([one], ['unit'])).status, 303);
});

test('a workbook with every kind of fault names each one, on the page and in the download', async () => {
  const bytes = workbook({
    Unit: [['kode', 'nama', 'kode_induk', 'warna'], ['Q1', 'Satu', 'Q2', 'biru'], ['Q2', 'Dua', 'Q1']],
    Pegawai: [PEGAWAI.split(';'),
      ['199001012015032001', { formula: 'C1&D1', value: 'Cici' }, 'pns', 'TIADA', '', '2026-02-30'],
      ['199001012015032001', 'Ganda', 'pns', { error: '#N/A' }, '', { formula: 'TODAY()' }],
      ['198609262015051001', 'Lain', 'honorer', 'TIADA', '', '2026-01-01']],
  });
  const faults = [
    ['Unit', 1, 'D', 'warna', 'tidak dikenal'], ['Unit', 2, 'kode_induk', 'Q2', 'melingkar'],
    ['Pegawai', 2, 'nama', '=C1&D1', 'rumus'], ['Pegawai', 2, 'kode_jabatan', 'TIADA', 'tidak ada'], ['Pegawai', 2, 'tmt', '2026-02-30', 'Bukan tanggal'],
    ['Pegawai', 3, 'nip', '199001012015032001', 'sudah ada di baris 2'], ['Pegawai', 3, 'kode_jabatan', '#N/A', 'galat Excel'],
    ['Pegawai', 3, 'tmt', '=TODAY()', 'rumus'], ['Pegawai', 4, 'jenis', 'honorer', 'pns, cpns, pppk, atau pppk_paruh_waktu'],
  ];
  const page = await upload(bytes);
  assert.equal(page.status, 422);
  const shown = [...page.text.matchAll(/<tr><th scope="row">([^<]*)<\/th><td data-label="Baris">\s*(\d*)\s*<\/td><td[^>]* data-label="Kolom">([^<]*)<\/td><td data-label="Isi">([^<]*)<\/td><td data-label="Alasan">([^<]*)/g)]
    .map((m) => [m[1], Number(m[2]), m[3], m[4].replace('&amp;', '&'), m[5]]);
  const list = (await officer.get(`${page.path}/kesalahan.csv`)).text;
  for (const fault of faults) {
    const [lembar, baris, kolom, isi, alasan] = fault;
    assert.ok(shown.some((s) => s[0] === lembar && s[1] === baris && s[2] === kolom && s[3] === isi && s[4].includes(alasan)), `page: ${fault}\n${shown.join('\n')}`);
    assert.match(list, new RegExp(`${lembar}[;,]${baris}[;,]${kolom}[;,].*${alasan}`), `download: ${fault}`);
  }
  assert.equal(list.trim().split('\n').length, shown.length + 1, 'the download lists what the page lists');
});

test('a good file is shown, stored whole, and changes nothing the second time', async () => {
  const units = Buffer.from(csv('kode;nama;kode_induk;jenis;mandiri;zona', 'ZZ;Dinas Uji;;dinas;ya;WIT', 'ZZ.1;Bidang Uji;ZZ;bidang;;WIT'));
  const preview = await upload(units, 'unit.csv');
  assert.equal(preview.status, 200);
  assert.match(preview.text, /2 ditambah/);
  assert.match(preview.text, /kode_induk<\/span> ZZ Dinas Uji/, 'a code stands with the name it means');
  const stored = await officer.post(preview.path, {});
  assert.equal(stored.status, 303);
  assert.match((await officer.get('/unit?unit.cari=dinas+uj')).text, /Bidang Uji/);
  assert.match((await upload(units, 'unit.csv')).text, /sama dengan data yang tersimpan/);
});

test('a change is shown cell by cell with what stands there now, and all of them can be taken home', async () => {
  const preview = await upload(Buffer.from(csv('kode;nama;kode_induk;zona', 'ZZ.1;Bidang Layanan Uji;ZZ;WITA')), 'unit.csv');
  assert.match(preview.text, /nama<\/span>\s*<del>Bidang Uji<\/del>[\s\S]*<ins>Bidang Layanan Uji<\/ins>/);
  assert.match(preview.text, /zona<\/span>\s*<del>WIT<\/del>[\s\S]*<ins>WITA<\/ins>/);
  const list = (await officer.get(`${preview.path}/perubahan.csv`)).text;
  assert.match(list, /^Unit[;,]ZZ\.1[;,]Bidang Layanan Uji[;,]Diubah[;,]zona[;,]WIT[;,]WITA\r?$/m);
});

/** What the hidden field of the preview carries into the confirmation. */
const confirm = (preview) => officer.post(preview.path.split('?')[0], { akhiri: /name="akhiri" value="([^"]*)"/.exec(preview.text)?.[1] ?? '' });
const HOLIDAYS = ['tanggal;nama', '2031-01-01;Tahun Baru', '2031-08-17;Kemerdekaan'];

test('a holiday that the sheet leaves out goes, with the consequence told before and only when asked for', async () => {
  assert.equal((await confirm(await upload(Buffer.from(csv(...HOLIDAYS)), 'libur.csv'))).status, 303);
  const shorter = Buffer.from(csv(...HOLIDAYS.slice(0, 2)));
  assert.match((await upload(shorter, 'libur.csv')).text, /sama dengan data yang tersimpan/);
  const preview = await upload(shorter, 'libur.csv', ['libur']);
  assert.match(preview.text, /1 diakhiri/);
  assert.match(preview.text, /1 hari libur tidak ada di lembarnya dan dihapus: menjadi hari kerja/);
  assert.equal((await confirm(preview)).status, 303);
  assert.match((await upload(shorter, 'libur.csv', ['libur'])).text, /sama dengan data yang tersimpan/);
  assert.match((await upload(Buffer.from(csv(...HOLIDAYS)), 'libur.csv')).text, /1 ditambah/);
});

test('what is still needed does not end, and that is told on the page, in the download and on the command line', async () => {
  const all = await upload(Buffer.from(csv('kode;nama;kode_induk', 'ZZ;Dinas Uji;', 'ZZ.1;Bidang Uji;ZZ')), 'unit.csv', ['unit']);
  assert.equal(all.status, 422);
  assert.match(all.text, /masih ada \d+ jabatan di dalamnya, antara lain/);
  assert.doesNotMatch(all.text, /Simpan semua/);
  const list = (await officer.get(`${all.path.replace('?', '/kesalahan.csv?')}`)).text;
  assert.match(list, /Unit[;,]0[;,]kode[;,].*masih ada/);
  assert.equal((await officer.get(`${all.path.split('?')[0]}?akhiri=semua`)).status, 422, 'a sheet nobody knows');

  const file = join(house.dir, 'jabatan.csv');
  const HEAD = 'kode;nama;kode_unit;kelompok;tugas;tanggung_jawab;ukuran';
  writeFileSync(file, csv(HEAD, 'ZJ;Jabatan Uji;ZZ.1;pelaksana;t;t;u'));
  assert.match(house.run('import', file, '--terapkan').out, /Jabatan\s+ditambah 1/);
  const kept = house.run('import', file, '--akhiri-yang-tidak-ada', 'jabatan');
  assert.equal(kept.code, 1);
  assert.match(kept.out, /Jabatan baris 0 kolom kode ".+": Jabatan ini tidak ada di lembarnya.*masih ada \d+ pegawai/);
  assert.equal(house.run('import', file, '--akhiri-yang-tidak-ada', 'kursi').code, 2, 'a sheet nobody knows');
  assert.equal(house.run('import', file, '--akhiri-yang-tidak-ada').code, 2, 'which sheets is not said');
});

test('who comes to another post by a file begins a new plan there; the old one stays readable', async () => {
  const { nip } = house.logins.pegawai, chief = house.logins.pejabat_penilai.nip;
  const person = await new Visitor(house).signIn(house.logins.pegawai);
  const before = (await person.get('/skp')).text;
  assert.match(before, /Ditetapkan/);
  const name = /Akun ([^<]+)</.exec((await person.get('/beranda')).text)[1];
  const store = async (text, file) => {
    const preview = await upload(Buffer.from(text), file);
    assert.equal(preview.status, 200, preview.text);
    assert.equal((await confirm(preview)).status, 303);
  };
  await store(csv('kode;nama;kode_unit;kelompok;jenjang;kelas;kepala;tugas;tanggung_jawab;ukuran',
    'ZZJ;Penata Layanan Uji;ZZ.1;pelaksana;;7;tidak;Menata;Layanan tertata;Jumlah'), 'jabatan.csv');
  await store(csv(PEGAWAI, `${nip};"${name}";${nip.slice(12, 14) === '21' ? 'pppk' : 'pns'};ZZJ;${chief};2026-06-02`), 'pegawai.csv');
  const closed = (await person.get('/skp')).text;
  assert.match(closed, /Ditutup/);
  assert.match(closed, /ditutup pada 1 Juni 2026/);
  const old = /href="(\/skp\/[^"/]+)\/pdf"/.exec(closed)[1];
  assert.equal((await send(person, closed, '/skp/mulai', {})).status, 303);
  const fresh = (await person.get('/skp')).text;
  assert.match(fresh, /Penata Layanan Uji/);
  assert.match(fresh, /2 Juni 2026 s\.d\. 31 Desember 2026/);
  assert.match((await person.get(old)).text, /Ditutup/);
  assert.equal((await person.get(`${old}/pdf`)).status, 200);
});

test('headings of another system are matched by hand once and remembered', async () => {
  const head = 'NIP BARU;NAMA PEGAWAI;jenis;kode_jabatan;nip_penilai;TMT Jabatan;Alamat';
  const row = `199202022019032002;Dina Uji;pns;ZZJ;${house.logins.pejabat_penilai.nip};2 Januari 2024;Jl. Uji`;
  const bytes = Buffer.from(csv('DAFTAR PEGAWAI;;;;;;', head, row));
  const page = await upload(bytes, 'pegawai.csv');
  assert.equal(page.status, 422);
  assert.match(page.text, /TMT Jabatan/);
  const names = [...page.text.matchAll(/<select[^>]* name="(kolom\.[^"]+)"/g)].map((m) => m[1]);
  assert.deepEqual(names, ['kolom.pegawai-nipbaru', 'kolom.pegawai-namapegawai', 'kolom.pegawai-tmtjabatan', 'kolom.pegawai-alamat']);
  const action = `${page.path.split('?')[0]}/kolom`;
  const pair = (...kolom) => officer.post(action, Object.fromEntries(names.map((name, i) => [name, kolom[i] ?? ''])));
  assert.match((await pair()).text, /Pilih pasangan sedikitnya satu judul/);
  assert.match((await pair('nip', 'nama', 'tmt', 'tmt')).text, /sudah dipasangkan dengan judul lain/);
  assert.equal((await pair('nip', 'nama', 'gaji', 'lewati')).status, 422, 'a column nobody has');
  const matched = await pair('nip', 'nama', 'tmt', 'lewati');
  assert.equal(matched.status, 303);
  const preview = await officer.get(matched.location);
  assert.equal(preview.status, 200, preview.text);
  assert.match(preview.text, /1 ditambah/);
  assert.match(preview.text, /Kolom &#34;Alamat&#34; dilewati|Kolom &quot;Alamat&quot; dilewati|Kolom "Alamat" dilewati/);
  assert.equal((await upload(bytes, 'pegawai.csv')).status, 200, 'the next file needs no matching');
  assert.equal((await confirm({ ...preview, path: matched.location })).status, 303);
});

test('a file is read once: what was read of it is looked at again', async () => {
  const preview = await upload(Buffer.from(csv('kode;nama;kode_induk', 'ZZ.9;Bidang Sekali;ZZ')), 'unit.csv');
  assert.equal(preview.status, 200);
  const kept = readdirSync(join(house.dir, 'impor')).filter((name) => preview.path.includes(name.slice(37, 73)));
  assert.equal(kept.length, 2, kept.join(' '));
  writeFileSync(join(house.dir, 'impor', kept.find((name) => !name.endsWith('.baris'))), 'bukan berkas yang sama');
  assert.match((await officer.get(preview.path)).text, /Bidang Sekali/);
  assert.equal((await confirm(preview)).status, 303);
  assert.deepEqual(readdirSync(join(house.dir, 'impor')).filter((name) => kept.includes(name)), [], 'nothing of it is left');
});

test('a file that gives roles asks why, and never gives one to who loads it', async () => {
  const { nip } = house.logins.pegawai;
  const file = (peran) => Buffer.from(csv(`${PEGAWAI};peran`, `${nip};;;;;;${peran}`));
  const preview = await upload(file('auditor'), 'pegawai.csv');
  assert.equal(preview.status, 200, preview.text);
  assert.match(preview.text, /name="alasan"/);
  const silent = await confirm(preview);
  assert.equal(silent.status, 422);
  assert.match(silent.text, /Tulis alasannya/);
  assert.equal((await officer.post(preview.path, { alasan: 'SK Bupati 821/12/2026' })).status, 303);
  const own = await upload(Buffer.from(csv(`${PEGAWAI};peran`, `${house.logins.admin_kepegawaian.nip};;;;;;auditor`)), 'pegawai.csv');
  assert.equal(own.status, 422);
  assert.match(own.text, /tidak dapat memberi peran kepada diri sendiri/);
});

test('the whole list comes out as a spreadsheet and in again unchanged', async () => {
  const list = await officer.get('/impor/daftar.xlsx');
  assert.equal(list.status, 200);
  const preview = await upload(list.bytes, 'daftar-kepegawaian.xlsx', ['unit', 'jabatan', 'pegawai', 'libur']);
  assert.equal(preview.status, 200, preview.text);
  assert.match(preview.text, /sama dengan data yang tersimpan/);
  assert.equal((await (await new Visitor(house).signIn(house.logins.pegawai)).get('/impor/daftar.xlsx')).status, 403);
});

test('one person is moved and ended on a page of their own, each with its ground', async () => {
  const people = (await officer.get('/pegawai?cari=dina+uji')).text;
  const person = /href="(\/pegawai\/[0-9a-f-]{36})"><b>Dina Uji/.exec(people)[1];
  const page = (await officer.get(person)).text;
  const mutation = /href="(\/impor\/pegawai\/[^"]+)"/.exec(page)[1];
  const show = async () => (await officer.get(mutation)).text;
  const wrong = await send(officer, await show(), `${mutation}/pindah`, { kode_jabatan: 'TIADA', tmt: '2026-06-02', alasan: 'SK Bupati 821/9/2026' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Kode jabatan ini tidak ada/);
  assert.match(wrong.text, /value="TIADA"/, 'what was typed stays');
  assert.equal((await send(officer, await show(), `${mutation}/pindah`, { kode_jabatan: 'zzj', tmt: '2024-02-03', alasan: 'SK Bupati 821/9/2026' })).status, 303);
  assert.match((await officer.get(person)).text, /sejak 3 Februari 2024/);
  const later = await send(officer, await show(), `${mutation}/akhiri`, { berakhir: '2099-01-01', dasar: 'SK Pensiun 882/1/2026' });
  assert.equal(later.status, 422);
  assert.match(later.text, /belum tiba/);
  assert.equal((await send(officer, await show(), `${mutation}/akhiri`, { berakhir: '2026-06-03', dasar: 'SK Pensiun 882/1/2026' })).status, 303);
  assert.doesNotMatch((await officer.get('/pegawai?cari=dina+uji')).text, /<b>Dina Uji/);
});
