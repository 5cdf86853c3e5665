// SPDX-License-Identifier: Apache-2.0
// A person at a real browser: goes, fills, presses, and notices a page that scrolls sideways or speaks to the console.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, javaScriptEnabled: false };
export const DESK = { viewport: { width: 1280, height: 800 } };

// Debian's build of the same Chromium without its windows: pages come in a third of the time.
const HOW = { executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'] };
export const serve = () => chromium.launchServer(HOW);
/** The browser of the whole run (tests/stories/with_browser.mjs), or one of its own for a story that is run alone. */
export const launch = () => process.env.ABDI_BROWSER ? chromium.connect(process.env.ABDI_BROWSER) : chromium.launch(HOW);
/** Somebody's windows in it, on the day the house believes in: script and server tell the same time. The service worker, which answers
    in the pages' place, is let in where a story is about it. */
export async function come(browser, house, how) {
  const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jayapura', reducedMotion: 'reduce', ...how });
  if (how?.javaScriptEnabled !== false && how?.serviceWorkers !== 'allow') // blocked by the browser it would say so on each page
    await context.addInitScript(() => { if (globalThis.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => new Promise(() => {}); });
  if (how?.javaScriptEnabled !== false) await context.addInitScript((shift) => {
    const Clock = Date;
    globalThis.Date = class extends Clock {
      constructor(...given) { given.length ? super(...given) : super(Clock.now() + shift); }
      static now() { return Clock.now() + shift; }
    };
  }, Number(house.env.ABDI_SOMEDAY) * 1000);
  return context;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What hangs from where things stand: the rules of a page whose others were looked at in another size. */
export const LAYOUT = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'region',
  'landmark-unique', 'skip-link', 'heading-order', 'label'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What keeps somebody from using the page, a line each: all rules (or those named) in the light, those of colours in the dark too, for
    nothing else differs there (the page is neither loaded nor laid out anew). What holds is not told, and no style sheet is fetched
    once more: a fifth of the time. */
export async function barriers(page, rules) {
  await page.evaluate(AXE);
  const look = async (theme, runOnly) => {
    await page.emulateMedia({ colorScheme: theme });
    const found = await page.evaluate((only) => window.axe.run(document,
      { runOnly: only, resultTypes: ['violations'], preload: false, iframes: false }), runOnly);
    return found.violations.map((v) => `${new URL(page.url()).pathname} ${theme} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`);
  };
  const light = await look('light', rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS });
  const dark = await look('dark', { type: 'rule', values: COLOURS });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}

/** Pixels by which the page scrolls sideways. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Leaves a picture of the page, dark and light, in the folder ABDI_PICTURES names; without one it does nothing. */
export async function picture(page, name) {
  const folder = process.env.ABDI_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const [colorScheme, suffix] of [['dark', '-gelap'], ['light', '']]) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${name}${suffix}.png`, fullPage: true });
  }
}

const IS_LOOKING = process.env.ABDI_LOOK !== 'off';

/** One person at a browser. */
export class Person {
  constructor(house, context, page) { Object.assign(this, { house, context, page }); }
  static async arrive(browser, house, how, spoken) {
    // A page cannot be pressed while it fades in, and a browser without a window may never end the fade.
    const context = await come(browser, house, how);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000); // what is not there is noticed late, but a busy machine is no fault
    page.on('console', (m) => { if (m.type() === 'error' && !/status of (422|404)/.test(m.text())) spoken.push(`${page.url()} ${m.text()}`); });
    page.on('pageerror', (e) => spoken.push(`${page.url()} ${e}`));
    return Object.assign(new Person(house, context, page), { canScript: how?.javaScriptEnabled !== false });
  }
  async go(path) {
    const answer = await this.page.goto(new URL(path, this.house.base).href);
    assert.equal(answer.status(), 200, path);
  }
  async fill(fields) { for (const [name, value] of Object.entries(fields)) await this.page.locator(`main [name=${name}]`).first().fill(value); }
  async choose(name, value) { await this.touch(this.page.locator(`label:has(input[name=${name}][value="${value}"])`)); }
  /** Where script is off a covered thing is never tried again, for the page's clock stands still: it comes to the middle first. */
  async touch(it) {
    await it.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await it.click({ timeout: 20_000 }); // its own fault says more than that of a wait beside it
  }
  /** Presses what leads to another page and waits for that page. */
  async press(target, status = 200) {
    const it = (typeof target === 'string' ? this.page.getByRole('button', { name: target }) : target).first();
    const [answer] = await Promise.all([this.page.waitForNavigation(), this.touch(it)]);
    assert.equal(answer.status(), status, `${this.page.url()} ${status === 200 ? await this.text() : ''}`);
    const over = await overflow(this.page);
    assert.equal(over, 0, `${this.page.url()} scrolls sideways by ${over} px`);
  }
  async follow(name) { await this.press(this.page.locator('main').getByRole('link', { name })); }
  /** The page fits, leaves its picture, and keeps nobody from using it: that is asked where script is, and ABDI_LOOK is not off. */
  async looksRight(name) {
    assert.equal(await overflow(this.page), 0, `${name} scrolls sideways`);
    await picture(this.page, name);
    if (IS_LOOKING && this.canScript) assert.deepEqual(await barriers(this.page), [], name);
  }
  text() { return this.page.locator('main').innerText(); }
  async sees(...words) {
    const text = await this.text();
    for (const word of words) assert.match(text, word instanceof RegExp ? word : new RegExp(word, 'i'), `${this.page.url()}\n${text}`);
  }
  async take(path, magic) {
    const answer = await this.context.request.get(new URL(path, this.house.base).href);
    assert.equal(answer.status(), 200, path);
    const bytes = await answer.body();
    assert.equal(bytes.subarray(0, magic.length).toString('latin1'), magic, path);
    return { bytes, name: answer.headers()['content-disposition'] ?? '' };
  }
  async signIn(fields) {
    await this.go('/masuk');
    await this.fill(fields);
    await this.press('Masuk');
  }
  async activate(nip, kode, sandi) {
    await this.signIn({ masuk: nip, sandi: kode });
    assert.match(this.page.url(), /\/sandi$/);
    await this.fill({ baru: sandi, ulang: sandi });
    await this.press('Simpan kata sandi');
    assert.match(this.page.url(), /\/beranda$/);
  }
  async upload(name, content, status = 200, akhiri = false) {
    await this.go('/impor');
    await this.page.setInputFiles('[name=berkas]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    if (akhiri) await this.page.locator('label[for=akhiri-pegawai]').click();
    await this.press('Periksa berkas', status);
  }
}
