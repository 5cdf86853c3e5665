// SPDX-License-Identifier: Apache-2.0
// Commands that cannot do what they were asked say what, of which file or name, and what to do; never the name of an error
// of ours.
// Rooms: every
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';

let house;
before(async () => { house = await open({ people: 40 }); });
after(async () => { await house?.close(); });

const told = (...args) => { const done = house.run(...args); return { code: done.code, text: `${done.out}${done.err}` }; };

test('a file that is not there, is a folder or holds nothing of ours is named, with what to do', () => {
  const missing = join(house.dir, 'tidak-ada.csv'), scrap = join(house.dir, 'kosong.csv');
  writeFileSync(scrap, '');
  for (const [args, says] of [
    [['import', missing], /tidak-ada\.csv" tidak ada\. Periksa nama dan foldernya/],
    [['import', house.dir], /bukan berkas\. Sebut satu berkas/],
    [['audit', 'verify', '--jangkar', missing], /tidak-ada\.csv" tidak ada\. Periksa nama dan foldernya/],
    [['audit', 'verify', '--jangkar', house.dir], /bukan berkas\. Sebut satu berkas/],
    [['import', scrap], /\S/],
  ]) {
    const { code, text } = told(...args);
    assert.notEqual(code, 0, args.join(' '));
    assert.match(text, says, args.join(' '));
    assert.doesNotMatch(text, /ERR_/, args.join(' '));
  }
});

test('a command that fails speaks in words', () => {
  for (const args of [['account', 'kode', '000000000000000000'], ['account', 'admin', 'nobody@example.go.id'], ['address', 'bukan-alamat'],
    ['address', 'https://abdi.example.go.id', 'tidak-ada'], ['demo', '--zona', 'XYZ'], ['import'], ['pegawai'], ['pegawai', 'pindah', '1'],
    ['pegawai', 'akhiri', '000000000000000000', '2026-11-25', '--dasar', 'SK 1/2026'], ['audit', 'buang'], ['law', 'tidak-ada'], ['apa']]) {
    const { code, text } = told(...args);
    assert.notEqual(code, 0, args.join(' '));
    assert.match(text, /\w/, args.join(' '));
    assert.doesNotMatch(text, /ERR_/, `${args.join(' ')}: ${text}`);
  }
});

test('one person is ended and moved by a command, by the rules of the page', () => {
  const { pegawai, pejabat_penilai: boss } = house.logins;
  const deed = (...args) => told('pegawai', ...args);
  for (const [args, says] of [
    [['akhiri', pegawai.nip, '2026-11-25'], /Tulis dasarnya/],
    [['akhiri', pegawai.nip, '25 November', '--dasar', 'SK Pensiun 882/3/2026'], /tanggal/i],
    [['akhiri', boss.nip, '2026-11-25', '--dasar', 'SK Pensiun 882/3/2026'], /masih menilai/],
    [['pindah', pegawai.nip, 'TIADA', '2026-11-25', '--dasar', 'SK Bupati 821/7/2026'], /TIADA|jabatan/],
  ]) {
    const { code, text } = deed(...args);
    assert.equal(code, 1, `${args.join(' ')}: ${text}`);
    assert.match(text, says, args.join(' '));
    assert.doesNotMatch(text, /Tersimpan/);
  }
  const spaced = `${pegawai.nip.slice(0, 8)} ${pegawai.nip.slice(8, 14)} ${pegawai.nip.slice(14, 15)} ${pegawai.nip.slice(15)}`;
  const ended = deed('akhiri', spaced, '2026-11-25', '--dasar', 'SK Pensiun 882/3/2026');
  assert.equal(ended.code, 0, ended.text);
  assert.match(ended.text, /hari terakhir di sini 25 November 2026\.\nTersimpan/);
  const moved = deed('pindah', pegawai.nip, 'DUKCAPIL-B1-J3', '2026-11-24', '--dasar', 'SK Bupati 821/7/2026');
  assert.equal(moved.code, 0, moved.text);
  assert.match(moved.text, /sejak 24 November 2026\.\nTersimpan/);
});
