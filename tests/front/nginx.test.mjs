// SPDX-License-Identifier: Apache-2.0
// The nginx of docs/operasi.md as it stands there, run with Debian's nginx in front of the program: node --test tests/front/nginx.test.mjs
// Only addresses, ports and folders are put in the place of the guide's.
// Rooms: http
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect as plainly } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect as secretly } from 'node:tls';
import { open } from '../stories/harness.mjs';
import { observe } from '../stories/observatory.mjs';

const HOST = 'kinerja.example.go.id';
const HTTP = 18080, HTTPS = 18443;
const guide = readFileSync(new URL('../../docs/operasi.md', import.meta.url), 'utf8');
let house, dir;

before(async () => {
  house = await open({ people: 30 });
  await house.kill('SIGTERM');
  Object.assign(house.env, { ABDI_TLS: '1', ABDI_UPLOAD_MAX: '1000000' });
  await house.start();
  dir = mkdtempSync(join(tmpdir(), 'abdi-nginx-'));
  spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${HOST}`, '-keyout', `${dir}/key`, '-out', `${dir}/pem`]);
  const site = /```nginx\n([^]*?)```/.exec(guide)[1].replace(/listen 80\b/g, `listen 127.0.0.1:${HTTP}`).replace(/listen 443\b/g, `listen 127.0.0.1:${HTTPS}`)
    .replace('/etc/ssl/certs/kinerja.pem', `${dir}/pem`).replace('/etc/ssl/private/kinerja.key', `${dir}/key`)
    .replace('/usr/local/share/abdi', new URL('../../docs/nginx', import.meta.url).pathname)
    .replaceAll('http://127.0.0.1:8080', house.base).replace('client_max_body_size 64m', 'client_max_body_size 6m');
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/${name};`).join('\n');
  writeFileSync(`${dir}/conf`, `pid ${dir}/pid; error_log ${dir}/error.log;\nevents {}\nhttp {\naccess_log off;\n${folders}\n${site}\n}\n`);
  const judged = spawnSync('nginx', ['-t', '-c', `${dir}/conf`], { encoding: 'utf8' });
  assert.equal(judged.status, 0, judged.stderr);
  assert.ok(!/warn|emerg/.test(judged.stderr), judged.stderr);
  assert.equal(spawnSync('nginx', ['-c', `${dir}/conf`], { stdio: 'ignore' }).status, 0); // it listens when this returns
});
after(async () => {
  if (dir) spawnSync('nginx', ['-c', `${dir}/conf`, '-s', 'stop']);
  await house?.close();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

/** Everything the other side says to these bytes, until it closes. */
const said = (line, bytes) => new Promise((resolve) => {
  const pieces = [];
  line.on('data', (piece) => pieces.push(piece)).on('close', () => resolve(Buffer.concat(pieces).toString('latin1'))).on('error', () => {});
  line.write(bytes);
});
const onHttp = (bytes) => said(plainly(HTTP, '127.0.0.1'), bytes);
const onTls = (bytes, servername = HOST) => said(secretly({ host: '127.0.0.1', port: HTTPS, servername, rejectUnauthorized: false }), bytes);

const jar = new Map();
/** A browser at the public address. */
const ask = (method, path, body, headers = {}) => new Promise((resolve, reject) => {
  const sent = request({ host: '127.0.0.1', port: HTTPS, servername: HOST, rejectUnauthorized: false, method, path, headers: { Host: HOST,
    Origin: `https://${HOST}`, Cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; '), ...headers } }, (answer) => {
    const pieces = [];
    for (const line of answer.headers['set-cookie'] ?? []) jar.set(...line.split(';')[0].split(/=(.*)/s, 2));
    answer.on('data', (piece) => pieces.push(piece)).on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(pieces).toString() }));
  }).on('error', reject);
  sent.end(body);
});

test('names that are not ours are not answered, with or without TLS', async () => {
  for (const host of ['evil.example', '127.0.0.1', `${HOST}.evil.example`])
    assert.equal(await onHttp(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`), '');
  assert.equal(await onTls(`GET / HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`, 'evil.example'), '');
  assert.match(await onTls(`GET /masuk HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`), /^HTTP\/1.1 200/);
});

test('port 80 leads to the same page behind TLS', async () => {
  const answer = await onHttp(`GET /lapor?a=b HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`);
  assert.match(answer, /^HTTP\/1.1 301/);
  assert.match(answer, new RegExp(`\r\nLocation: https://${HOST}/lapor\\?a=b\r\n`));
});

test('signing in works through it, and its answers have an A+', async () => {
  const page = await ask('GET', '/masuk');
  const csrf = /name="csrf"[^>]*value="([^"]+)"/.exec(page.text)[1];
  const { nip, sandi } = house.logins.pegawai;
  const into = await ask('POST', '/masuk', new URLSearchParams({ csrf, masuk: nip, sandi }).toString(), { 'Content-Type': 'application/x-www-form-urlencoded' });
  assert.equal(into.status, 303);
  assert.ok([...jar.keys()].every((name) => name.startsWith('__Host-')));
  const home = await ask('GET', '/beranda');
  assert.equal(home.status, 200);
  const headers = new Headers(Object.entries(home.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
  assert.equal(observe(headers).mark, 'A+');
  assert.ok(!/\d/.test(home.headers.server));
});

test('a form beyond the size nginx takes is answered by our page', async () => {
  const line = secretly({ host: '127.0.0.1', port: HTTPS, servername: HOST, rejectUnauthorized: false });
  const answer = await said(line, `POST /lapor HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\nContent-Length: 7000000\r\n\r\n`);
  assert.match(answer, /^HTTP\/1.1 413/);
  assert.match(answer, /Kiriman terlalu besar/);
  assert.match(answer, /content-security-policy/i);
});

/** "a{3*bc}" and the escapes of src/http/cases/heads.tsv. */
const bytesOf = (text) => Buffer.from(text.replace(/\{(\d+)\*(.*?)\}/g, (_, times, what) => what.repeat(Number(times)))
  .replace(/\\(?:x([0-9a-f]{2})|(.))/g, (_, hex, c) => hex ? String.fromCharCode(parseInt(hex, 16)) : { r: '\r', n: '\n', t: '\t', 0: '\0' }[c]), 'latin1');

test('no head makes nginx and the program see a different number of requests', async () => {
  // Not those whose body never comes: nginx would wait for it.
  const rows = readFileSync(new URL('../../src/http/cases/heads.tsv', import.meta.url), 'utf8').split('\n').filter((row) => row && !/^(#|verdict|413)/.test(row));
  const last = `GET /healthz HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`;
  let refused = 0;
  for (const row of rows) {
    const [verdict, name, text] = row.split('\t');
    const bytes = bytesOf(text.replaceAll('Host: a\\r\\n', `Host: ${HOST}\\r\\n`).replaceAll('/now', '/healthz').replaceAll('/later', '/masuk'));
    const answer = await onTls(Buffer.concat([bytes, Buffer.from(last)]));
    const statuses = [...answer.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map((found) => found[1]);
    const most = verdict.replace('.', '').split(' ').length + 1;
    assert.ok(statuses.length <= most, `${name}: ${statuses}`);
    refused += statuses.some((status) => /^(4|5)/.test(status)) ? 1 : 0;
  }
  console.log(`# ${rows.length} heads through nginx, ${refused} of them refused on the way, none read as more requests than it holds`);
});

// The last one: the program is ended, and started again.
test('while the program does not answer our page stands there, also for a form that was sent, and says what is true', async () => {
  const cookies = new Map(jar);
  await house.kill('SIGKILL');
  for (const [method, body] of [['GET'], ['POST', 'csrf=a&uraian=b']]) {
    const answer = await ask(method, '/lapor', body, { 'Content-Type': 'application/x-www-form-urlencoded' });
    assert.equal(answer.status, 502, method);
    assert.match(answer.text, /Abdi sedang tidak menjawab/);
    assert.match(answer.text, /belum pasti/);
    assert.doesNotMatch(answer.text, /nginx|Bad Gateway/i);
    assert.equal(answer.headers['retry-after'], '60');
    const style = /<style>([^]*?)<\/style>/.exec(answer.text)[1];
    assert.match(answer.headers['content-security-policy'], new RegExp(createHash('sha256').update(style).digest('base64').replace(/[+/=]/g, '\\$&')));
    const headers = new Headers(Object.entries(answer.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
    assert.equal(observe(headers).mark, 'A+');
  }
  assert.equal((await ask('GET', '/tidak-menjawab.html')).status, 404, 'by no address of its own');
  await house.start();
  cookies.forEach((value, name) => jar.set(name, value));
  assert.equal((await ask('GET', '/beranda')).status, 200, 'and the session goes on');
});
