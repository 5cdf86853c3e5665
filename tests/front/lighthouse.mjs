// SPDX-License-Identifier: Apache-2.0
// Lighthouse over the pages people come to first and most, as a phone on a line that is really slowed, not reckoned:
//   npm install --no-save --ignore-scripts lighthouse
//   ABDI_PROGRAM=build-strict/abdi node tests/front/lighthouse.mjs [--plant] [PATH…]
// /v/… asks search engines to stay away, so that rule alone is not asked there. ABDI_NET=latency/kbit: another line than slow 4G
// (562.5/1474.56), such as 1125/630 for 3G. Prints a line a page and ends with 1 when one is below 95 (speed) or 100 (the rest).
// --plant: the same pages through a proxy that takes the alternative texts, the description and the language away: the positive control.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, pdfText } from '../stories/office.mjs';
import { open, Visitor } from '../stories/harness.mjs';
import { crawl, SLUG } from '../stories/walk.mjs';

const NAMED = process.argv.slice(2).filter((word) => word.startsWith('/'));
const PLANT = process.argv.includes('--plant');
const CLI = process.env.ABDI_LIGHTHOUSE ?? createRequire(import.meta.url).resolve('lighthouse/cli/index.js');
const [LATENCY, DOWN] = (process.env.ABDI_NET ?? '562.5/1474.56').split('/').map(Number);
const FLOORS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const dir = mkdtempSync(join(tmpdir(), 'abdi-lighthouse-'));

/** Takes away what the rules ask for. */
const spoil = (text) => text.replace(/<meta name="description"[^>]*>/, '').replace(/<html lang="[^"]*"/, '<html').replace(/<label\b[^>]*>/g, '<span>').replace(/<\/label>/g, '</span>');
function spoiling(port) {
  return new Promise((resolve) => {
    const server = createServer((asked, answer) => {
      const on = request({ port, path: asked.url, method: asked.method, headers: { ...asked.headers, 'accept-encoding': 'identity' } }, (came) => {
        const pieces = [];
        came.on('data', (piece) => pieces.push(piece)).on('end', () => {
          const body = Buffer.concat(pieces), is = /html/.test(came.headers['content-type'] ?? '');
          const sent = is ? Buffer.from(spoil(body.toString())) : body;
          answer.writeHead(came.statusCode, { ...came.headers, 'content-length': sent.length }).end(sent);
        });
      });
      asked.pipe(on);
    }).listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** Scores of one page; meanwhile the proxy goes on. */
async function judge(base, path, cookies) {
  const out = join(dir, 'out.json');
  const headers = cookies ? ['--extra-headers', JSON.stringify({ Cookie: cookies })] : [];
  await promisify(execFile)('node', [CLI, base + path, '--quiet', '--output=json', `--output-path=${out}`, '--throttling-method=devtools',
    `--throttling.requestLatencyMs=${LATENCY}`, `--throttling.downloadThroughputKbps=${DOWN}`, `--throttling.uploadThroughputKbps=${Math.min(675, DOWN)}`,
    ...(path.startsWith('/v/') ? ['--skip-audits=is-crawlable'] : []),
    `--only-categories=${Object.keys(FLOORS)}`, '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage', ...headers],
  { env: { ...process.env, CHROME_PATH: process.env.CHROME_PATH ?? '/usr/bin/chromium-headless-shell' } });
  const report = JSON.parse(readFileSync(out));
  const scores = Object.fromEntries(Object.keys(FLOORS).map((name) => [name, Math.round(report.categories[name].score * 100)]));
  const faults = Object.keys(FLOORS).flatMap((name) => report.categories[name].auditRefs
    .filter(({ id, weight }) => weight && report.audits[id].score !== null && report.audits[id].score < 1 && scores[name] < FLOORS[name])
    .map(({ id }) => `${id} ${report.audits[id].displayValue ?? ''}`));
  return { scores, faults, at: report.audits['largest-contentful-paint']?.displayValue };
}

const house = await open({ people: 300 });
const bent = PLANT ? await spoiling(house.port) : null;
const base = bent ? `http://127.0.0.1:${bent.address().port}` : house.base;
let bad = 0;
try {
  const roles = { publik: '' }, found = {};
  for (const role of ['pegawai', 'pejabat_penilai', 'admin_kepegawaian']) {
    const visitor = await new Visitor(house).signIn(house.logins[role]);
    roles[role] = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    found[role] = await crawl(visitor, undefined, 1);
    if (role !== 'pegawai') continue;
    found.code = codeOf(pdfText((await visitor.get([...found.pegawai.paths.get('GET /skp/:skp_id/pdf')][0])).bytes));
  }
  const rating = found.pejabat_penilai.opened.get('/nilai/:pegawai_id/:tahun/:nomor');
  const calculator = [...found.pegawai.paths.get('GET /kalkulator/:nama')][0];
  const pages = [['publik', '/'], ['publik', '/masuk'], ['publik', `/w/${SLUG}`], ['publik', `/v/${found.code}`], ['publik', '/kalkulator'], ['publik', calculator],
    ['pegawai', '/beranda'], ['pegawai', '/lapor'], ['pejabat_penilai', rating], ['admin_kepegawaian', '/pegawai']];
  for (const [role, path] of pages.filter(([, path]) => NAMED.length === 0 || NAMED.includes(path))) {
    const { scores, faults, at } = await judge(base, path, roles[role]);
    const is = Object.entries(FLOORS).every(([name, floor]) => scores[name] >= floor);
    bad += !is;
    console.log(`${is ? 'ok ' : 'BAD'} ${path.replace(/[0-9a-f-]{36}/, '…')} (${role}): ${Object.entries(scores).map(([name, score]) => `${name} ${score}`).join(', ')}; largest ${at}`);
    for (const fault of faults) console.log(`      ${fault}`);
  }
} finally {
  bent?.close();
  await house.close();
  rmSync(dir, { recursive: true });
}
process.exit(bad ? 1 : 0);
