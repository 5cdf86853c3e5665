// SPDX-License-Identifier: Apache-2.0
// What stands at the door: headers and cookies of every answer behind TLS, and the addresses machines ask every site for.
// Rooms: http
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { request } from 'node:http';
import { open, Visitor } from '../../tests/stories/harness.mjs';
import { pdfText } from '../../tests/stories/office.mjs';
import { observe } from '../../tests/stories/observatory.mjs';

const ADDRESS = 'https://kinerja.kota-contoh.go.id';
const CONTACT = 'mailto:keamanan@kota.go.id';
let house;
before(async () => {
  house = await open({ people: 30 });
  await house.kill('SIGTERM');
  Object.assign(house.env, { ABDI_TLS: '1', ABDI_SECURITY_CONTACT: CONTACT });
  await house.start();
});
after(async () => house?.close());

const asTls = () => ({ Origin: house.base.replace('http:', 'https:') });

async function everyAnswer() {
  const visitor = new Visitor(house);
  const first = await visitor.get('/masuk');
  const answers = [first];
  for (const path of ['/', '/kalkulator', '/api', '/tidak-ada', '/v/0000', '/robots.txt', '/.well-known/security.txt', '/healthz'])
    answers.push(await visitor.get(path));
  for (const [, path] of first.text.matchAll(/(?:href|src)="(\/a\/[^"]+)"/g)) answers.push(await visitor.get(path));
  answers.push(await visitor.post('/masuk', { masuk: '1', sandi: 'salah' }, asTls()));
  await visitor.get('/masuk');
  answers.push(await visitor.post('/masuk', { masuk: house.logins.pegawai.nip, sandi: house.logins.pegawai.sandi }, asTls()));
  assert.equal(answers.at(-1).status, 303);
  answers.push(await visitor.get('/beranda'));
  answers.push(await visitor.post('/bahasa', { bahasa: 'en', ke: '/beranda' }, asTls()));
  answers.push(await visitor.post('/keluar', {}, asTls()));
  answers.push(await visitor.get('/masuk'));
  return answers;
}

test('every answer behind TLS has an A+ by the rules of the Observatory, and every cookie is bound to the host', async () => {
  const answers = await everyAnswer();
  const names = new Set();
  for (const answer of answers) {
    const seen = observe(answer.headers);
    assert.equal(seen.mark, 'A+', `${answer.status} ${seen.reasons.join(', ')}`);
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin');
    assert.match(answer.headers.get('strict-transport-security'), /max-age=\d{8}/);
    for (const line of answer.headers.getSetCookie()) {
      assert.match(line, /^__Host-abdi.*; Path=\/;.*; Secure/);
      assert.ok(!/domain=/i.test(line));
      names.add(line.split('=')[0]);
    }
  }
  assert.deepEqual([...names].sort(), ['__Host-abdi', '__Host-abdi-bahasa', '__Host-abdi-catatan', '__Host-abdi-kenal', '__Host-abdi-tamu']);
});

test('the judge of the headers sees what is missing', () => {
  assert.equal(observe(new Headers()).mark, 'C');
  const all = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'strict-transport-security': 'max-age=63072000',
    'x-content-type-options': 'nosniff' };
  assert.equal(observe(new Headers(all)).mark, 'A+');
  assert.equal(observe(new Headers({ ...all, 'set-cookie': 'a=b; HttpOnly; SameSite=Lax' })).mark, 'B+');
  assert.equal(observe(new Headers({ ...all, 'strict-transport-security': 'max-age=1' })).mark, 'A+');
  assert.equal(observe(new Headers({ ...all, 'content-security-policy': "default-src 'self' 'unsafe-inline'" })).mark, 'B+');
});

test('crawlers, password managers and who found a weakness find what they ask for', async () => {
  const visitor = new Visitor(house);
  const robots = await visitor.get('/robots.txt');
  assert.equal(robots.text, 'User-agent: *\nDisallow:\n');
  assert.match(robots.headers.get('content-type'), /^text\/plain/);
  const security = await visitor.get('/.well-known/security.txt');
  assert.match(security.text, new RegExp(`^Contact: ${CONTACT}\nExpires: (\\d{4}-\\d\\d-\\d\\d)T00:00:00Z\nPreferred-Languages: id, en\n$`));
  const days = (Date.parse(/Expires: (\S+)/.exec(security.text)[1]) - Date.parse('2026-11-25')) / 86400000;
  assert.ok(days > 30 && days < 365, `${days} days`);
  const change = await visitor.get('/.well-known/change-password');
  assert.equal(change.status, 303);
  assert.equal(change.location, '/sandi');
  assert.match((await visitor.get('/masuk')).text, /<meta name="description" content="[^"]{40,}">/);
});

test('a built-in file that is known, among others or in any form, is not sent again', async () => {
  const visitor = new Visitor(house);
  const [, path] = /href="(\/a\/inti[^"]+)"/.exec((await visitor.get('/masuk')).text);
  const etag = (await visitor.get(path)).headers.get('etag');
  for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, `W/"a" ,${etag}, "b"`, '*'])
    assert.equal((await visitor.get(path, { 'If-None-Match': known })).status, 304, known);
  for (const other of ['"other"', 'W/"other", "more"', etag.replaceAll('"', ''), ''])
    assert.equal((await visitor.get(path, { 'If-None-Match': other })).status, 200, other);
});

/** What a stranger sends: the host is theirs to name, which fetch would not let them. */
const asked = (path, headers) => new Promise((resolve, reject) => {
  request(house.base + path, { headers }, (answer) => {
    const pieces = [];
    answer.on('data', (piece) => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces)));
  }).on('error', reject).end();
});

test('a host that a browser names is never on a paper; the address that was set is', async () => {
  const person = new Visitor(house);
  await person.get('/masuk');
  await person.post('/masuk', { masuk: house.logins.pegawai.nip, sandi: house.logins.pegawai.sandi }, asTls());
  const [path] = /\/skp\/[0-9a-f-]+/.exec((await person.get('/skp')).text) ?? [];
  const headers = { Cookie: [...person.cookies].map(([k, v]) => `${k}=${v}`).join('; '), Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' };
  const before = pdfText(await asked(`${path}/pdf`, headers));
  assert.ok(!/evil|127\.0\.0\.1|https?:/.test(before), before.slice(-400));
  assert.match(before, /buka halaman depan Abdi .* tulis kode ini/);
  assert.equal(house.run('address', 'http://127.0.0.1:8080').code, 1);
  assert.equal(house.run('address', ADDRESS).code, 0);
  const after = pdfText(await asked(`${path}/pdf`, headers));
  assert.ok(after.includes(`${ADDRESS}/v/`) && !/evil|127\.0\.0\.1/.test(after), after.slice(-400));
});

test('every line of the log is JSON: of the start, of libraries, of a wrong call', async () => {
  const other = await open({ people: 30 });
  await other.kill('SIGTERM');
  other.env.FONTCONFIG_FILE = '/tidak/ada/1234567890123';
  await other.start();
  const person = await new Visitor(other).signIn(other.logins.pegawai);
  const [path] = /\/skp\/[0-9a-f-]+/.exec((await person.get('/skp')).text);
  assert.equal((await person.get(`${path}/pdf`)).status, 200);
  const { server } = other;
  let log = other.log;
  server.stderr.on('data', (data) => { log += data; });
  const ended = new Promise((resolve) => server.stderr.on('end', resolve));
  server.kill('SIGTERM');
  await ended;
  const lines = log.trim().split('\n').map((line) => JSON.parse(line));
  assert.ok(lines.some(({ event, text }) => event === 'library' && /Fontconfig/.test(text) && !text.includes('1234567890123')), log);
  for (const line of lines) for (const field of ['at', 'level', 'event', 'text']) assert.equal(typeof line[field], 'string');
  const wrong = other.run('serve', 'lagi');
  assert.equal(wrong.code, 2);
  assert.equal(JSON.parse(wrong.err).event, 'usage');
  other.env.ABDI_THREADS = 'dua';
  const refused = other.run('serve');
  assert.equal(refused.code, 2);
  assert.match(JSON.parse(refused.err).text, /ABDI_THREADS must be a number/);
  delete other.env.ABDI_THREADS;
  await other.close();
});
