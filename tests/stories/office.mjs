// SPDX-License-Identifier: Apache-2.0
// Files of an office: a workbook opened, filled and closed again; the words of a PDF, and its QR read by a camera's eyes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Visitor } from './harness.mjs';
import { formFields, SLUG } from './walk.mjs';

/** The files of a ZIP by name. */
export function unzip(bytes) {
  const files = new Map();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const local = bytes.readUInt32LE(at + 42), length = bytes.readUInt16LE(at + 28);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));
    files.set(bytes.toString('utf8', at + 46, at + 46 + length), bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

const TABLE = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const crc = (bytes) => { let c = 0xffffffff; for (const b of bytes) c = TABLE[(c ^ b) & 255] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };

export function zip(files) {
  const parts = [], index = [];
  let at = 0;
  for (const [name, body] of files) {
    const packed = deflateRawSync(body), head = Buffer.alloc(30), entry = Buffer.alloc(46), title = Buffer.from(name);
    head.writeUInt32LE(0x04034b50, 0); entry.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4); entry.writeUInt16LE(20, 4); entry.writeUInt16LE(20, 6);
    for (const [to, begin] of [[head, 8], [entry, 10]]) {
      to.writeUInt16LE(8, begin); to.writeUInt16LE(0x21, begin + 4);
      to.writeUInt32LE(crc(body), begin + 6); to.writeUInt32LE(packed.length, begin + 10); to.writeUInt32LE(body.length, begin + 14);
      to.writeUInt16LE(title.length, begin + 18);
    }
    entry.writeUInt32LE(at, 42);
    parts.push(head, title, packed); index.push(entry, title);
    at += head.length + title.length + packed.length;
  }
  const end = Buffer.alloc(22), directory = Buffer.concat(index);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(files.size, 8); end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** Every cell of a workbook as one text. */
export const workbookText = (bytes) => [...unzip(bytes)].filter(([name]) => /sheet\d+\.xml$|sharedStrings/.test(name)).map(([, body]) => body.toString()).join('\n');

const cell = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Replaces the example rows of a workbook's sheets by own ones, as somebody does who fills in a template. */
export function fillWorkbook(bytes, sheets) {
  const files = unzip(bytes), names = [...files.get('xl/workbook.xml').toString().matchAll(/<sheet name="([^"]+)"/g)].map((m) => m[1]);
  for (const [name, rows] of Object.entries(sheets)) {
    const path = `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
    const body = rows.map((row, r) => `<row r="${r + 2}">${row.map((value, c) => value === '' ? ''
      : `<c r="${String.fromCharCode(65 + c)}${r + 2}" t="inlineStr"><is><t>${cell(value)}</t></is></c>`).join('')}</row>`).join('');
    const sheet = files.get(path).toString();
    files.set(path, Buffer.from(sheet.replace(/<row r="2"[^]*<\/sheetData>/, `${body}</sheetData>`).replace(/<dimension [^>]*>/, '')));
  }
  return zip(files);
}

const run = (program, args) => {
  const done = spawnSync(program, args);
  if (done.status !== 0) throw new Error(`${program}: ${done.error ?? done.stderr}`);
  return done.stdout.toString();
};
function inFile(bytes, work) {
  const dir = mkdtempSync(join(tmpdir(), 'abdi-berkas-'));
  try {
    writeFileSync(join(dir, 'a.pdf'), bytes);
    return work(dir);
  } finally { rmSync(dir, { recursive: true }); }
}
/** The words of a PDF, spaces made single. */
export const pdfText = (bytes) => inFile(bytes, (dir) => run('pdftotext', ['-layout', join(dir, 'a.pdf'), '-'])).replace(/\s+/g, ' ');
/** The code a paper is checked by, as it is printed on it. */
export const codeOf = (words) => /Kode:? ?([0-9A-Z]{16})\b/.exec(words)[1];

/** A standard that is drafted, one that waits for its decision, and a day an office is closed: by the administrator of services. */
export async function standardsBegun(house, visitor) {
  const admin = visitor ?? await new Visitor(house).signIn(house.logins.admin_layanan);
  const links = [...(await admin.get('/layanan')).text.matchAll(/href="(\/layanan\/[0-9a-f-]{36})"/g)].map(([, path]) => path);
  const [drafted, waiting] = [...new Set(links)];
  await admin.post(`${drafted}/standar`, {});
  const begun = await admin.post(`${waiting}/standar`, {});
  const fields = new Map(formFields((await admin.get(begun.location)).text).map(([name, value]) => [name, value === 'Isian uji' ? '' : value]));
  for (const name of [...fields.keys()]) if (name.startsWith('syarat_is_wajib.') && !fields.get(name.replace('is_wajib', 'nama'))) fields.delete(name);
  fields.set('forum_tanggal', '2026-11-02').set('forum_hadir', '12 warga').set('forum_pokok', 'Waktu tunggu').set('forum_jawaban', 'Loket ditambah').set('aksi', 'ajukan');
  const sent = await admin.post(begun.location, Object.fromEntries(fields));
  if (sent.status !== 303) throw new Error(sent.text.slice(0, 3000));
  const office = /href="(\/kontak\/[0-9a-f-]{36})"/.exec((await admin.get('/kontak')).text)[1];
  const closed = await admin.post(`${office}/tutup`, { tanggal: '2026-12-28', sebab: 'Perbaikan listrik gedung.' });
  if (closed.status !== 303) throw new Error(closed.text.slice(0, 3000));
}

/** A document taken in by the clerk of the demonstration: where staff works on it, and its code. */
export async function documentTaken(house, visitor) {
  const clerk = visitor ?? await new Visitor(house).signIn(house.logins.petugas_layanan);
  const form = (await clerk.get('/berkas')).text;
  const layanan = /<option value="([^"]+)"\s*selected/.exec(form)[1];
  const ticks = Object.fromEntries([...form.matchAll(/name="(ada_\d+)"/g)].map(([, name]) => [name, 'ya']));
  const made = await clerk.post('/berkas', { layanan, untuk: layanan, nama: 'Marice Yoku', nik: '', kontak: '', ...ticks });
  if (made.status !== 303) throw new Error(made.text.slice(0, 3000));
  const url = made.location.split('/tanda')[0];
  return { url, kode: /<h1[^>]*>([2-9A-Z]{4}-[2-9A-Z]{4})</.exec((await clerk.get(url)).text)[1] };
}

/** More voices of one place in a day than are counted, given the day before: the night holds them back until somebody has judged
    them. Where the last one was thanked. */
export async function voicesHeld(house, admin, slug = SLUG) {
  const form = `/w/${slug}/suara/akta-kelahiran`, today = Number(house.env.ABDI_SOMEDAY);
  const begin = async (day) => {
    await house.kill('SIGTERM');
    house.env.ABDI_SOMEDAY = String(day);
    await house.start();
  };
  let last;
  await begin(today - 86400);
  for (let i = 0; i < 7; i++) {
    const visitor = new Visitor(house);
    const fields = Object.fromEntries(formFields((await visitor.get(form)).text).map(([name, value]) => [name, value === 'Isian uji' ? '' : value]));
    last = await visitor.post(form, { ...fields, waktu: String(1 + i % 4), kata: i === 0 ? 'Antre lama' : '' });
    if (last.status !== 303) throw new Error(last.text.slice(0, 3000));
  }
  await begin(today);
  for (const end = Date.now() + 60_000; !(await admin.get('/suara')).text.includes('/suara/tahan/');) if (Date.now() > end) throw new Error('no night came');
  return last.location;
}

/** An indicator of the whole agency that rows of plans may take, and one a head has proposed. */
export async function indicatorsBegun(house) {
  const add = async (role, nama) => {
    const visitor = await new Visitor(house).signIn(house.logins[role]);
    const fields = Object.fromEntries(formFields((await visitor.get('/indikator/tambah')).text).map(([name, value]) => [name, value === 'Isian uji' ? '' : value]));
    const sent = await visitor.post('/indikator/tambah', { ...fields, nama, jenis: 'keluaran', aspek: 'kuantitas', arah: 'higher_better', satuan: 'akta',
      sumber: 'manual', unsur: '', gabung: 'jumlah', pembilang: '', penyebut: '', target: '', sejak: '2026-01-01', alasan: 'Rencana kerja 2026' });
    if (sent.status !== 303) throw new Error(sent.text.slice(0, 6000));
  };
  await add('admin_kepegawaian', 'Akta terbit');
  await add('pimpinan_unit', 'Akta terbit di kampung');
}
