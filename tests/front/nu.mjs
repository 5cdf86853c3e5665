// SPDX-License-Identifier: Apache-2.0
// Nu, the checker of HTML that nobody here wrote, over all pages of all roles in both languages, answers to wrong forms among them:
//   npm install --no-save --ignore-scripts vnu-jar; apt-get install default-jre-headless
//   ABDI_PROGRAM=build-strict/abdi_someday node tests/front/nu.mjs [--plant]
// Prints what it finds and ends with 1 when there is something. --plant: a page with an id twice among them, the positive control.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open, Visitor } from '../stories/harness.mjs';
import { crawl, SLUG } from '../stories/walk.mjs';

const JAR = process.env.ABDI_VNU ?? new URL('../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url).pathname;
const EYES = ['publik', 'pegawai', 'penyusun', 'pejabat_penilai', 'pimpinan_unit', 'admin_kepegawaian', 'pengelola_kinerja', 'auditor'];
const dir = mkdtempSync(join(tmpdir(), 'abdi-nu-'));
const from = [];

/** Keeps a page; Nu tells faults by the name of its file. */
function keep(role, url, text) {
  if (!text.includes('<html')) return; // leads on, or no page
  writeFileSync(join(dir, `${from.length}.html`), text);
  from.push(`${role} ${url}`);
}

async function look(house, role, language) {
  const visitor = new Visitor(house);
  if (role !== 'publik') await visitor.signIn(house.logins[role]);
  if (language === 'en') {
    await visitor.get('/masuk');
    await visitor.post('/bahasa', { bahasa: 'en', ke: '/' });
  }
  const found = { paths: new Map(), forms: new Map(), nips: new Set(), opened: new Map(), look: (_, answer, url) => keep(`${role} ${language}`, url, answer.text) };
  await crawl(visitor, found, 3);
  if (role === 'publik') await crawl(visitor, found, 3, ['/', `/w/${SLUG}`, `/w/${SLUG}/kantor`]);
  for (const url of ['/tidak-ada', '/pegawai?unit=salah', '/v/0000000000000000']) keep(`${role} ${language}`, url, (await visitor.get(url)).text);
  // Every form it saw, sent empty: the page with its faults.
  for (const [action] of found.forms) {
    if (/keluar|bahasa|tema/.test(action)) continue;
    const answer = await visitor.post(action, {});
    if (/text\/html/.test(answer.headers.get('content-type') ?? '')) keep(`${role} ${language}`, `POST ${action} → ${answer.status}`, answer.text);
  }
}

const house = await open({ people: 300 }), empty = await open({ people: 0 });
let bad = 0;
try {
  for (const language of ['id', 'en']) for (const role of EYES) await look(house, role, language);
  await look(empty, 'publik', 'id');
  if (process.argv.includes('--plant')) keep('planted', '-', '<!doctype html><html lang="id"><title>x</title><p id="a">1</p><p id="a">2</p></html>');
  const done = spawnSync('java', ['-Xss4m', '-jar', JAR, '--format', 'json', '--exit-zero-always', dir], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const told = JSON.parse(done.stderr).messages;
  const kinds = new Map();
  for (const { type, subType, url, lastLine, message, extract } of told) {
    if (type !== 'error' && subType !== 'warning') continue;
    const where = from[Number(/(\d+)\.html$/.exec(url)?.[1])];
    const kind = `${type === 'error' ? 'error' : 'warning'}: ${message}`;
    bad += type === 'error';
    const seen = kinds.get(kind) ?? { count: 0, where: `${where}:${lastLine}`, extract };
    seen.count++;
    kinds.set(kind, seen);
  }
  for (const [kind, { count, where, extract }] of kinds) console.log(`${count} × ${kind}\n    ${where}: ${extract}`);
  console.log(`nu: ${from.length} pages, ${bad} errors`);
} finally {
  await Promise.all([house.close(), empty.close()]);
  if (process.env.ABDI_KEEP) console.log(dir); else rmSync(dir, { recursive: true });
}
process.exit(bad ? 1 : 0);
