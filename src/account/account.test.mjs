// SPDX-License-Identifier: Apache-2.0
// Accounts, roles and signing in: what was typed outlives a sign-in that ended, roles hold at once, devices are signed out
// from afar, codes open an account once, and the first run is guarded where others can reach it.
// Rooms: account
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { barriers, come, launch, overflow } from '#stories/browser.mjs';
import { open, Visitor } from '#stories/harness.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 800 } };

let house, browser;
before(async () => {
  house = await open({ people: 60 });
  browser = await launch();
});
after(async () => { await browser?.close(); await house?.close(); });

const arrive = async (how) => {
  const context = await come(browser, house, { bypassCSP: how.javaScriptEnabled !== false, ...how });
  const page = await context.newPage();
  page.hasScript = how.javaScriptEnabled !== false;
  return page;
};
const signIn = async (page, { nip, sandi }, fills = {}) => {
  await page.goto(`${house.base}/masuk`);
  await page.fill('[name=masuk]', nip);
  await page.fill('[name=sandi]', fills.sandi || sandi);
  await page.click('main button[type=submit]');
  await page.waitForURL(fills.to || '**/beranda');
};

/** Past the program, while it stands still: one statement on the agency of this cookie. */
async function behind(page, statement) {
  const cookie = (await page.context().cookies()).find((c) => c.name === 'abdi').value.slice(0, 32);
  await house.kill('SIGTERM');
  const done = house.env.ABDI_DB.startsWith('sqlite:')
    ? spawnSync('python3', ['-c', 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute(sys.argv[2]); d.commit(); d.close()',
      house.env.ABDI_DB.slice(7), statement], { encoding: 'utf8' })
    : spawnSync('psql', [house.env.ABDI_DB, '-qc', `SET abdi.instansi = '${cookie}'; ${statement}`], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  await house.start();
}
const halfAnHourLater = (page) => behind(page, 'UPDATE sesi SET signed_in_at = signed_in_at - 1801000000');

/** Fits, is accessible, and leaves a picture when ABDI_PICTURES names a folder. */
async function looksRight(page, name) {
  const over = await overflow(page);
  assert.equal(over, 0, `${name} scrolls sideways`);
  if (process.env.ABDI_PICTURES) {
    mkdirSync(process.env.ABDI_PICTURES, { recursive: true });
    await page.screenshot({ path: `${process.env.ABDI_PICTURES}/akun-${name}-${page.viewportSize().width}.png`, fullPage: true });
  }
  if (!page.hasScript) return;
  assert.deepEqual(await barriers(page), [], name);
}

for (const [how, name] of [[{ ...PHONE, javaScriptEnabled: false }, 'on a phone without script'], [DESK, 'on a desk']])
  test(`what decides asks for the password again and keeps what was typed, ${name}`, async () => {
    const page = await arrive(how), tahun = how === DESK ? '2041' : '2042';
    await signIn(page, house.logins.admin_kepegawaian);
    await page.goto(`${house.base}/tahun`);
    await page.getByText('Pilih tahun, pendekatan, dan periode').click();
    await page.fill('#tahun', tahun);
    await page.check('[name=pendekatan][value=kualitatif]', { force: true });
    await halfAnHourLater(page);
    await page.getByRole('button', { name: 'Siapkan tahun' }).click();
    await page.getByRole('heading', { name: 'Tulis kata sandi sekali lagi' }).waitFor();
    await looksRight(page, 'lanjut');
    await page.fill('[name=lanjut_sandi]', 'bukan kata sandinya');
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByText('Kata sandi tidak cocok').first().waitFor();
    await page.fill('[name=lanjut_sandi]', house.logins.admin_kepegawaian.sandi);
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByText(`Tahun ${tahun} siap`).waitFor();
    await page.getByText('Pendekatan kualitatif').waitFor();
    await halfAnHourLater(page);
    await page.goto(`${house.base}/peran`);
    await page.waitForURL('**/konfirmasi?ke=%2Fperan');
    await looksRight(page, 'konfirmasi');
    await page.fill('[name=sandi]', house.logins.admin_kepegawaian.sandi);
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.waitForURL('**/peran');
    await page.context().close();
  });

test('a form outlives its session, for the same account only', async () => {
  const page = await arrive({ ...PHONE, javaScriptEnabled: false });
  await signIn(page, house.logins.admin_kepegawaian);
  await page.goto(`${house.base}/tahun`);
  await page.getByText('Pilih tahun, pendekatan, dan periode').click();
  await page.fill('#tahun', '2043');
  await behind(page, 'DELETE FROM sesi');
  await page.getByRole('button', { name: 'Siapkan tahun' }).click();
  await page.getByRole('heading', { name: 'Masuk lagi untuk melanjutkan' }).waitFor();
  await looksRight(page, 'lanjut-masuk');
  const fill = async ({ nip, sandi }) => {
    await page.fill('[name=lanjut_masuk]', nip);
    await page.fill('[name=lanjut_sandi]', sandi);
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
  };
  await fill(house.logins.pegawai);
  await page.getByText('ditulis dengan akun lain').first().waitFor();
  await fill(house.logins.admin_kepegawaian);
  await page.getByText('Tahun 2043 siap').waitFor();
  await page.context().close();
});

test('what the page of roles does not offer is refused', async () => {
  const admin = await new Visitor(house).signIn(house.logins.admin_kepegawaian);
  const [, address] = /href="(\/peran\/[0-9a-f-]{36})"/.exec((await admin.get(`/peran?cari=${house.logins.pejabat_penilai.nip}`)).text);
  const given = { peran: 'auditor', penugasan: 'definitif', unit: '', 'unit.cari': '', mulai: '', sampai: '', alasan: 'SK Wali Kota 821/12/2026' };
  for (const wrong of [{ peran: 'raja' }, { peran: 'pegawai' }, { peran: '' }, { penugasan: 'selamanya' }, { penugasan: '' }, { unit: 'x' },
    { unit: '0190f3c1-0000-7000-8000-000000000001' }, { 'unit.cari': 'tidak ada unit begini' }, { mulai: 'besok' }, { sampai: '2026-02-30' }, { alasan: 'singkat' }])
    assert.equal((await admin.post(address, { ...given, ...wrong })).status, 422, JSON.stringify(wrong));
  assert.equal((await admin.post(`${address}/kunci`, { keadaan: 'x', alasan: 'Permintaan pemilik akun' })).status, 422);
  assert.equal((await admin.post(`${address}/kunci`, { alasan: 'Permintaan pemilik akun' })).status, 422);
  assert.equal((await admin.post(address, given)).status, 303);
  const ending = { peran: 'auditor', unit: 'x', alasan: 'Masa tugas sudah selesai' };
  assert.equal((await admin.post(`${address}/akhiri`, ending)).status, 422);
  ending.unit = /name="peran" value="auditor">\s*<input type="hidden" name="unit" value="([^"]+)"/.exec((await admin.get(address)).text)[1];
  assert.equal((await admin.post(`${address}/akhiri`, ending)).status, 303);
});

test('a role holds at once, and ends at once', async () => {
  const admin = await arrive({ ...PHONE, javaScriptEnabled: false }), person = await new Visitor(house).signIn(house.logins.pegawai);
  assert.equal((await person.get('/tahun')).status, 403);
  await signIn(admin, house.logins.admin_kepegawaian);
  const name = /<h2 id="h-akun">([^<]+)</.exec((await person.get('/lainnya')).text)[1];
  await admin.goto(`${house.base}/peran`);
  await admin.fill('#cari', name);
  await admin.getByRole('button', { name: 'Cari' }).click();
  await admin.getByRole('link', { name }).first().click();
  const address = admin.url();
  await admin.selectOption('#peran', 'pengelola_kinerja');
  await admin.getByRole('button', { name: 'Beri peran' }).click();
  await admin.getByText('Tulis alasannya').first().waitFor();
  await looksRight(admin, 'peran-salah');
  await admin.fill('#alasan', 'SK Wali Kota 821/12/2026');
  await admin.getByRole('button', { name: 'Beri peran' }).click();
  await admin.getByText('Peran sudah diberikan').waitFor();
  assert.match((await person.get('/tahun')).location, /^\/masuk/);
  await person.signIn(house.logins.pegawai);
  assert.equal((await person.get('/tahun')).status, 200);
  await admin.getByText('Akhiri peran ini').first().click();
  await admin.fill('[name=alasan] >> nth=0', 'Masa tugas sudah selesai');
  await admin.getByRole('button', { name: 'Akhiri Pengelola kinerja' }).click();
  await admin.getByText('Peran sudah diakhiri').waitFor();
  await person.signIn(house.logins.pegawai);
  assert.equal((await person.get('/tahun')).status, 403);
  assert.ok(!/\d{18}/.test(address), 'no number of a person in an address');
  await admin.context().close();
});

test('a new code is shown once and opens the account once', async () => {
  const admin = await arrive(DESK), person = await arrive(PHONE), who = house.logins.auditor;
  await signIn(admin, house.logins.admin_kepegawaian);
  await admin.goto(`${house.base}/peran`);
  await admin.locator('li', { hasText: 'Auditor' }).getByRole('link').click();
  await admin.getByText('Buat kode aktivasi baru').click();
  await admin.fill('#kode-alasan', 'Lupa kata sandi, datang sendiri');
  await admin.getByRole('button', { name: 'Buat kode aktivasi' }).click();
  const code = (await admin.locator('.code').textContent()).trim();
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await looksRight(admin, 'kode');
  await person.goto(`${house.base}/masuk`);
  await signIn(person, who, { sandi: code.toLowerCase(), to: '**/sandi' });
  assert.equal(await person.locator('#sekarang').count(), 0, 'the code is not asked twice');
  await person.fill('#baru', code);
  await person.fill('#ulang', code);
  await person.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await person.getByText('Pilih kata sandi yang berbeda').first().waitFor();
  await person.fill('#baru', 'indonesia2026!');
  await person.fill('#ulang', 'indonesia2026!');
  await person.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await person.getByText('mudah ditebak').first().waitFor();
  await person.fill('#baru', 'payung genteng sepeda hijau');
  await person.fill('#ulang', 'payung genteng sepeda hijau');
  await person.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await person.waitForURL('**/beranda');
  const again = new Visitor(house);
  await again.get('/masuk');
  assert.equal((await again.post('/masuk', { masuk: who.nip, sandi: code })).status, 422);
  assert.equal((await again.post('/masuk', { masuk: who.nip, sandi: 'payung genteng sepeda hijau' })).status, 303);
  for (const page of [admin, person]) await page.context().close();
});

test('a locked account is out at once and comes back when unlocked', async () => {
  const admin = await arrive(DESK), who = house.logins.pengelola_kinerja, person = await new Visitor(house).signIn(who);
  await signIn(admin, house.logins.admin_kepegawaian);
  await admin.goto(`${house.base}/peran`);
  await admin.locator('li', { hasText: 'Pengelola kinerja' }).getByRole('link').click();
  await admin.getByText('Kunci akun').first().click();
  await admin.fill('#kunci-alasan', 'Ponsel dinas hilang kemarin');
  await admin.getByRole('button', { name: 'Kunci akun' }).click();
  await admin.getByText('Akun sudah dikunci').waitFor();
  await looksRight(admin, 'terkunci');
  assert.match((await person.get('/beranda')).location, /^\/masuk/);
  await person.get('/masuk');
  const refused = await person.post('/masuk', { masuk: who.nip, sandi: who.sandi });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Akun Anda dikunci/);
  await admin.getByText('Buka kunci akun').click();
  await admin.fill('#kunci-alasan', 'Ponsel sudah ditemukan lagi');
  await admin.getByRole('button', { name: 'Buka kunci' }).click();
  await admin.getByText('Kunci akun sudah dibuka').waitFor();
  await person.signIn(who);
  await admin.context().close();
});

test('devices are listed without an address and signed out from afar', async () => {
  const here = await arrive(PHONE), there = await new Visitor(house).signIn(house.logins.pejabat_penilai);
  await signIn(here, house.logins.pejabat_penilai);
  await here.goto(`${house.base}/perangkat`);
  await looksRight(here, 'perangkat');
  assert.ok(!/127\.0\.0\.1/.test(await here.textContent('main')));
  await here.getByRole('button', { name: 'Keluarkan semua perangkat lain' }).click();
  await here.getByText('Semua perangkat lain sudah dikeluarkan').waitFor();
  await here.getByText('1 perangkat').waitFor();
  assert.match((await there.get('/beranda')).location, /^\/masuk/);
  await here.goto(`${house.base}/beranda`);
  assert.match(here.url(), /beranda$/);
  await here.context().close();
});

test('signing out clears what the device kept, and the cookie is bound to the host over TLS', async () => {
  const person = await new Visitor(house).signIn(house.logins.pegawai);
  const gone = await person.post('/keluar', {});
  assert.equal(gone.status, 303);
  assert.equal(gone.headers.get('clear-site-data'), '"cache"');
  assert.match((await person.get('/beranda')).location, /^\/masuk/);
  await house.kill('SIGTERM');
  house.env.ABDI_TLS = '1';
  await house.start();
  const secure = new Visitor(house);
  const page = await secure.get('/masuk', { 'X-Forwarded-Proto': 'https' });
  assert.match(page.headers.get('set-cookie'), /^__Host-abdi-tamu=.*; Path=\/;.*Secure/);
  await house.kill('SIGTERM');
  delete house.env.ABDI_TLS;
  await house.start();
});

test('where others can reach it, the first run asks for the code in the log', async () => {
  const empty = await open({ people: 0 });
  try {
    assert.ok(!(await new Visitor(empty).get('/mulai')).text.includes('kode_awal'), 'this machine alone: open');
    await empty.kill('SIGTERM');
    empty.env.ABDI_LISTEN = `0.0.0.0:${empty.port}`;
    await empty.start();
    const code = /enter ([0-9A-Z-]{14})/.exec(empty.log)[1];
    const visitor = new Visitor(empty);
    assert.ok((await visitor.get('/mulai')).text.includes('name="kode_awal"'));
    const fields = { nama: 'Kota Uji', kode: 'UJI', kota: 'Uji', zona: 'WIT', admin_nama: 'Ayu', admin_email: 'ayu@uji.go.id',
      sandi: 'kapal biru pagi tenang', ulang: 'kapal biru pagi tenang' };
    const refused = await visitor.post('/mulai', { ...fields, kode_awal: '0000-0000-0000' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Kode awal tidak cocok/);
    assert.equal((await visitor.post('/mulai', { ...fields, kode_awal: code })).status, 303);
    const rescued = empty.run('account', 'kode', 'ayu@uji.go.id');
    assert.equal(rescued.code, 0, rescued.out);
    assert.match(rescued.out, /Kode aktivasi: [0-9A-Z]{4}-/);
    assert.equal(empty.run('account', 'kode', 'tidak@ada.go.id').code, 1);
  } finally {
    await empty.close();
  }
});
