// SPDX-License-Identifier: Apache-2.0
// Starts a demonstration agency on its own port and data folder, on the engine the suite runs on, and talks to it.
import { randomUUID } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = process.env.ABDI_PROGRAM || fileURLToPath(new URL('../../build/abdi', import.meta.url));
// Another build may say what is expected and make the demonstration, which the one under test would do slowly each time.
const ORACLE = process.env.ABDI_ORACLE || PROGRAM;
/** The law by the command line. */
export function law(...args) {
  const done = spawnSync(ORACLE, ['law', ...args], { encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

// A Wednesday morning in the middle of a quarter with closed ones before it: what a story says does not hang from the day
// it runs on. calendar.test.mjs goes to the other days. A program that cannot be told a day has today.
const WEDNESDAY = '2026-11-25T00:00:00Z';

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

// The demonstration prints "  NIP  label  name" for each role, and one password.
const LABELS = { admin_kepegawaian: 'Admin kepegawaian', pegawai: 'Pegawai', pejabat_penilai: 'Pejabat penilai',
  pengelola_kinerja: 'Pengelola kinerja', pimpinan_unit: 'Pimpinan unit kerja', auditor: 'Auditor',
  penyusun: 'Pegawai dengan SKP dikembalikan', admin_layanan: 'Admin layanan', petugas_layanan: 'Petugas layanan' };
export function readLogins(text) {
  const sandi = /Kata sandi: (\S+)/.exec(text)[1];
  return Object.fromEntries(Object.entries(LABELS).map(([role, label]) =>
    [role, { nip: new RegExp(`(\\d{18})  ${label}\\b`).exec(text)[1], sandi }]));
}

/** A build that counts what it walks writes it down when it ends, into a file it shares with others of its kind (tools/test_sanitized). One
    that gave up root cannot write where one as root was first: its counts would be lost, and it would say so among the lines of its
    log. So what gives up root has files of its own, and what nobody asked to be counted goes with the house. */
const counting = (env, kind) => {
  const file = process.env.LLVM_PROFILE_FILE ?? join(env.ABDI_DATA, '%p.profraw');
  return { ...env, LLVM_PROFILE_FILE: join(dirname(file), `${kind}-${basename(file)}`) };
};

let houses = 0;
/** A fresh store of its own. people > 0 fills it with the demonstration agency; logins come from what the program prints.
    at: the moment it begins in. */
export async function open({ people = 300, at = WEDNESDAY } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'abdi-story-'));
  chmodSync(dir, 0o755);
  const base = process.env.ABDI_TEST_DB, name = `story_${process.pid}_${++houses}`;
  const onPostgres = (...commands) => {
    const done = spawnSync('psql', [base, '-q', ...commands.flatMap((text) => ['-c', text])]);
    if (done.status !== 0) throw new Error(String(done.stderr));
  };
  if (base) onPostgres(`CREATE DATABASE ${name}`);
  const db = base ? base.replace(/\/[^/?]*(?=\?|$)/, `/${name}`) : `sqlite:${dir}/abdi.db`;
  const port = await freePort();
  const env = { ...process.env, ABDI_DB: db, ABDI_DATA: dir, ABDI_LISTEN: `127.0.0.1:${port}`,
    ABDI_SOMEDAY: String(Math.round((Date.parse(at) - Date.now()) / 1000)) };
  const call = (program, args) => {
    const done = spawnSync(program, args, { env: counting(env, `run-${args[0]}`), encoding: 'utf8' });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };
  const run = (...args) => call(PROGRAM, args);
  let logins = {};
  if (people > 0) {
    const made = call(ORACLE, ['demo', '--pegawai', String(people)]);
    if (made.code !== 0) throw new Error(`demo: ${made.err}${made.out}`);
    logins = readLogins(made.out);
  }
  const house = { dir, env, run, port, logins, base: `http://127.0.0.1:${port}`, server: null, log: '' };
  house.start = () => start(house);
  house.kill = (signal = 'SIGKILL') => stop(house, signal);
  house.close = async () => {
    try { await stop(house, 'SIGTERM'); } finally {
      rmSync(dir, { recursive: true, force: true });
      // Not WITH (FORCE), which an autovacuum worker in the database refuses; without it PostgreSQL sends that away and waits.
      if (base) onPostgres(`DROP DATABASE ${name}`);
    }
  };
  await house.start();
  return house;
}

async function start(house) {
  house.server = spawn(PROGRAM, ['serve'], { env: counting(house.env, 'serve'), stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise((resolve, reject) => {
    const look = (data) => {
      house.log += data;
      if (house.log.includes(`"event":"serve"`)) resolve();
    };
    house.server.stdout.on('data', look);
    house.server.stderr.on('data', look);
    house.server.on('exit', (code) => reject(new Error(`server ended with ${code}: ${house.log}`)));
  });
}

async function stop(house, signal) {
  const { server } = house;
  house.server = null;
  if (!server) return;
  const is_gone = server.exitCode !== null || server.signalCode !== null;
  if (!is_gone) {
    const gone = new Promise((resolve) => server.on('close', resolve));
    server.kill(signal);
    await gone;
  }
  const { log } = house;
  house.log = '';
  // A sanitizer that found something, a leak among it, ends the program with a code of its own.
  if (signal === 'SIGTERM' && server.exitCode !== 0) throw new Error(`server ended with ${server.exitCode}: ${log.slice(-4000)}`);
}

/** One person's browser without a window: keeps cookies, finds the cross-site token of a page. */
export class Visitor {
  constructor(house) {
    this.house = house;
    this.cookies = new Map();
    this.csrf = '';
  }
  async get(path, headers = {}) {
    return this.#send('GET', path, undefined, headers);
  }
  async post(path, fields, headers = {}) {
    const body = fields instanceof FormData || fields instanceof URLSearchParams ? fields : new URLSearchParams({ csrf: this.csrf, ...fields });
    if (!body.has('kunci')) headers = { 'Idempotency-Key': randomUUID(), ...headers };
    return this.#send('POST', path, body, { Origin: this.house.base, ...headers });
  }
  async signIn({ nip, sandi }) {
    await this.get('/masuk');
    const answer = await this.post('/masuk', { masuk: nip, sandi });
    if (answer.status !== 303) throw new Error(`sign-in: ${answer.status} ${answer.text.slice(0, 400)}`);
    await this.get(answer.location);
    return this;
  }
  async #send(method, path, body, headers) {
    const cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const answer = await fetch(this.house.base + path, { method, body, redirect: 'manual', headers: { ...(cookie && { Cookie: cookie }), ...headers } });
    for (const line of (answer.headers.get('set-cookie') || '').split(/, (?=[^;, ]+=)/).filter(Boolean)) {
      const [pair] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    const token = /name="csrf"[^>]*value="([^"]+)"/.exec(text);
    if (token) this.csrf = token[1];
    return { status: answer.status, headers: answer.headers, location: answer.headers.get('location'), text, bytes };
  }
}

export const LAST_DAY = '2026-12-05'; // of the keys stories make
/** A key of the API as its page shows it once: '/kunci' for who asks, '/kunci-sistem' for another system. */
export async function makeApiKey(visitor, page, scopes) {
  await visitor.get(page);
  const body = new URLSearchParams({ csrf: visitor.csrf, nama: 'Skrip uji', berakhir: LAST_DAY, alasan: 'Dasbor pimpinan, perjanjian berbagi data 12/2026' });
  for (const scope of scopes) body.append('cakupan', scope);
  const answer = await visitor.post(page, body);
  if (answer.status !== 201) throw new Error(`a key: ${answer.status} ${answer.text.slice(0, 1500)}`);
  return /id="rahasia">(abdi_[^<]+)</.exec(answer.text)[1];
}
