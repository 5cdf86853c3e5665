// SPDX-License-Identifier: Apache-2.0
// Papers as their readers find them: by name, by a word in them, by a voice, and by the page that checks them.
// Rooms: document render
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { open, Visitor } from '#stories/harness.mjs';

let house, papers, folder;
before(async () => {
  house = await open({ people: 60 });
  folder = mkdtempSync(join(tmpdir(), 'abdi-paper-'));
  papers = await take();
});
after(async () => { rmSync(folder, { recursive: true }); await house?.close(); });

/** Every paper the person's own pages offer, with what its answer said. */
async function take() {
  const asn = await new Visitor(house).signIn(house.logins.pegawai), found = new Map();
  const links = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, url]) => url))];
  for (const page of ['/skp', '/penilaian']) {
    const list = (await asn.get(page)).text;
    const inner = links(list, /href="(\/nilai\/[^"#]+)"/g);
    for (const url of [page, ...inner])
      for (const paper of links((await asn.get(url)).text, /href="(\/(?:skp|evaluasi)\/[^"]+pdf)"/g).flatMap((one) => [one, one.replace('dokumen.pdf', 'pdf')])) {
        if (found.has(paper)) continue;
        const answer = await asn.get(paper), path = join(folder, `${found.size}.pdf`);
        writeFileSync(path, answer.bytes);
        found.set(paper, { answer, path, name: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition'))[1] });
      }
  }
  return [...found.values()];
}

const read = (program, ...args) => {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
};
/** What a paper's packed parts say. */
function unpacked(bytes) {
  const text = bytes.toString('latin1'), parts = [];
  for (let at = 0; (at = text.indexOf('stream\n', at)) >= 0; at += 7)
    try { parts.push(inflateSync(bytes.subarray(at + 7), { finishFlush: 2 }).toString('latin1')); } catch { /* a stream's end, or not packed */ }
  return parts.join('\n');
}

test('a paper has a name of its own that says what it is, of when and whose', () => {
  assert.ok(papers.length >= 3, `${papers.length} papers`);
  const names = papers.map(({ name }) => name);
  for (const name of names) assert.match(name, /^(SKP|Evaluasi-kinerja|Dokumen-evaluasi-kinerja)-2026-[A-Za-z0-9-]+\.pdf$/);
  assert.equal(new Set(names).size, names.length, names.join(' '));
  for (const { answer } of papers) assert.match(answer.headers.get('content-disposition'), /^attachment; filename="[^"]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/);
});

test('words are found whole by any reader, from the top of the page to its end', () => {
  const texts = papers.map(({ path }) => read('pdftotext', '-layout', path, '-'));
  for (const text of texts) assert.match(text, /PEJABAT PENILAI KINERJA/);
  assert.ok(texts.some((text) => /BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL/.test(text)));
  for (const text of texts) assert.doesNotMatch(text, /PE JABAT|[\ufb00-\ufb06]/);
});

test('a paper tells a voice its language, its title and its parts in order', () => {
  const ids = new Set();
  for (const { path, answer } of papers) {
    const about = read('pdfinfo', path);
    assert.match(about, /Tagged: +yes/);
    assert.match(about, /Title: +(SKP|Evaluasi kinerja|Dokumen evaluasi kinerja), .*2026, \S/);
    const parts = read('pdfinfo', '-struct-text', path);
    assert.match(parts, /^Document\n(?: {2}P \(block\)\n {4}"[^"]+"\n)+ {2}H1 \(block\)/, 'the letterhead, then the title');
    assert.match(parts, /Table \(block\)\n {4}TR\n {6}TH/);
    assert.ok(parts.indexOf('"PEGAWAI YANG DINILAI"') < parts.lastIndexOf('"PEJABAT PENILAI KINERJA"'));
    const said = unpacked(answer.bytes);
    assert.match(said, /\/Lang \(id-ID\)/);
    assert.match(said, /\/DisplayDocTitle true/);
    const [, id] = /\/ID \[<([0-9a-f]{32})>/.exec(answer.bytes.toString('latin1'));
    ids.add(id);
  }
  assert.equal(ids.size, papers.length, 'an id of its own each');
});

test('the page that checks a paper says what the paper says, and is in no search engine', async () => {
  const judged = papers.find(({ name }) => name.startsWith('Evaluasi'));
  const text = read('pdftotext', judged.path, '-');
  const [, code] = /Kode ([0-9A-Z]{16})/.exec(text), [, predikat] = /PREDIKAT KINERJA PEGAWAI: ([A-Za-z ]+)/.exec(text);
  const page = await new Visitor(house).get(`/v/${code}`);
  assert.equal(page.status, 200);
  assert.match(page.text, new RegExp(`<th scope="row">Predikat</th><td lang="id">${predikat.trim()}</td>`));
  assert.equal(page.headers.get('x-robots-tag'), 'noindex');
  const abroad = await new Visitor(house).get(`/v/${code}`, { 'Accept-Language': 'en' });
  assert.match(abroad.text, /<html lang="en"/);
  assert.match(abroad.text, /<th scope="row">Period<\/th><td lang="id">\d+ [A-Z][a-z]+ 20\d\d s\.d\. /, 'what the paper says, marked as Indonesian');
  const none = await new Visitor(house).get('/v/0000000000000000');
  assert.equal(none.status, 404);
  assert.equal(none.headers.get('x-robots-tag'), 'noindex');
});
