// SPDX-License-Identifier: Apache-2.0
// Makes the pictures of the guides from real pages of a fresh demonstration agency:   make build && node tools/pictures.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '#stories/browser.mjs';
import { open } from '#stories/harness.mjs';

const OUT = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const PHONE = { viewport: { width: 360, height: 660 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1100, height: 640 }, deviceScaleFactor: 1 };
// [file, role, size, path, a link to follow from there]
const PICTURES = [
  ['beranda', 'pegawai', DESK, '/beranda'],
  ['lapor', 'pegawai', PHONE, '/beranda'],
  ['hasil', 'pegawai', PHONE, '/penilaian', 'main a[href^="/nilai/"]'],
  ['tinjau', 'pejabat_penilai', DESK, '/tim/nilai', 'main a[href^="/nilai/"]'],
  ['impor', 'admin_kepegawaian', DESK, '/impor'],
];

mkdirSync(OUT, { recursive: true });
const house = await open({ people: 300 });
const browser = await launch();
for (const [file, role, size, path, link] of PICTURES) {
  const context = await browser.newContext({ ...size, locale: 'id-ID', reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (role) {
    await page.goto(`${house.base}/masuk`);
    await page.fill('[name=masuk]', house.logins[role].nip);
    await page.fill('[name=sandi]', house.logins[role].sandi);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/beranda');
  }
  await page.goto(house.base + path);
  if (link) await page.goto(house.base + await page.getAttribute(link, 'href'));
  await page.screenshot({ path: join(OUT, `${file}.jpg`), type: 'jpeg', quality: 58 });
  await context.close();
}
await browser.close();
await house.close();
