// SPDX-License-Identifier: Apache-2.0
// What the tables say of routes and roles, and a walk through an agency's pages that gathers real ids and real forms.
import { readFileSync } from 'node:fs';

export const source = (name) => readFileSync(new URL(`../../src/${name}`, import.meta.url), 'utf8');
export const ROUTES = [...source('app/routes.def').matchAll(/^ROUTE\((\w+),\s*"([^"]+)",\s*(\w+),\s*(\w+),\s*(\w+)\)/gm)]
  .map(([, method, path, permission, lane, handler]) => ({ method, path, permission, lane, handler }));
export const GRANTS = [...source('law/rights.def').matchAll(/^GRANT\((\w+),\s*(\w+),\s*(\w+)\)/gm)]
  .map(([, role, permission]) => ({ role, permission }));
export const ROLES = ['pegawai', 'pejabat_penilai', 'pimpinan_unit', 'pengelola_kinerja', 'admin_kepegawaian', 'admin_layanan', 'petugas_layanan', 'auditor'];

/** The agency of a visitor's page: the one of the demonstration. */
export const SLUG = 'kota-contoh';

const PATTERNS = ROUTES.map((route) => ({ ...route,
  pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:[a-z_]+/g, '([^/]+)')}$`),
  names: [...route.path.matchAll(/:([a-z_]+)/g)].map((m) => m[1]) }));
// A literal path wins over one with a name in it, as in the router.
export const routeOf = (method, path) => PATTERNS.filter((r) => r.method === method && r.pattern.test(path))
  .sort((a, b) => a.names.length - b.names.length)[0];

const plain = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>');
const attribute = (tag, name) => { const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag); return found ? plain(found[1]) : undefined; };

/** The fields a form would send, with the first choice where nothing is chosen. */
export function formFields(html) {
  const fields = [];
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name'), type = attribute(tag, 'type') ?? 'text';
    if (!name || ['csrf', 'kunci'].includes(name) || type === 'file') continue;
    if (type === 'radio' && fields.some(([n]) => n === name) && !/\bchecked\b/.test(tag)) continue;
    fields.push([name, attribute(tag, 'value') || 'Isian uji']);
  }
  for (const [, tag, text] of html.matchAll(/<textarea\b([^>]*)>([^<]*)<\/textarea>/g)) fields.push([attribute(tag, 'name'), plain(text).trim() || 'Isian uji']);
  for (const [, tag, inner] of html.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)) {
    const options = [...inner.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    fields.push([attribute(tag, 'name'), attribute(options.find((o) => /\bselected\b/.test(o)) ?? options.at(-1) ?? '', 'value') ?? '']);
  }
  for (const [tag] of html.matchAll(/<button\b[^>]*>/g)) if (attribute(tag, 'name')) { fields.push([attribute(tag, 'name'), attribute(tag, 'value') ?? '']); break; }
  return fields;
}

/** What answers nothing until its address says which month: reached by links alone. */
export const ASKS_FOR_MORE = ['/rekap-bkn.xlsx'];
const STARTS = ['/beranda', ...ROUTES.filter((r) => r.method === 'GET' && !r.path.includes(':') && !ASKS_FOR_MORE.includes(r.path)).map((r) => r.path)];
/** Walks everything a visitor can open by links, a few pages of each route: {paths: route -> paths, forms: path -> fields,
    nips, opened: route -> the first page that came}. */
export async function crawl(visitor, found = { paths: new Map(), forms: new Map(), nips: new Set(), opened: new Map() }, each = 3, from = STARTS) {
  const queue = [...from];
  const seen = new Set(), tried = new Map();
  while (queue.length) {
    const url = queue.shift();
    const path = url.split(/[?#]/)[0];
    const route = routeOf('GET', path);
    if (!route || seen.has(url) || (tried.get(route.path) ?? 0) >= each) continue;
    seen.add(url);
    tried.set(route.path, (tried.get(route.path) ?? 0) + 1);
    const answer = await visitor.get(url);
    if (answer.status === 303) queue.push(answer.location);
    if (![200, 422].includes(answer.status)) {
      found.refused?.set(route.path, answer.status);
      continue;
    }
    note(found, 'GET', path);
    if (!/text\/html/.test(answer.headers.get('content-type'))) continue;
    if (found.opened && !found.opened.has(route.path)) found.opened.set(route.path, url);
    found.look?.(route.path, answer, url);
    for (const [nip] of answer.text.matchAll(/\b\d{8} ?\d{6} ?\d ?\d{3}\b/g)) found.nips.add(nip.replaceAll(' ', ''));
    for (const [, href] of answer.text.matchAll(/href="(\/[^"]*)"/g)) {
      note(found, 'GET', plain(href).split(/[?#]/)[0]);
      queue.push(plain(href).split('#')[0]);
    }
    for (const [, tag, inner] of answer.text.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)) {
      const action = (attribute(tag, 'action') ?? path).split(/[?#]/)[0];
      if (attribute(tag, 'method')?.toLowerCase() !== 'post') continue;
      note(found, 'POST', action);
      found.forms.set(action, formFields(inner));
      found.keys?.set(action, attribute(/<input[^>]* name="kunci"[^>]*>/.exec(inner)?.[0] ?? '', 'value'));
    }
  }
  return found;
}

function note(found, method, path) {
  const route = routeOf(method, path);
  if (!route) return;
  const key = `${method} ${route.path}`;
  if (!found.paths.has(key)) found.paths.set(key, new Set());
  found.paths.get(key).add(path);
}

/** Every id seen, by the name routes give it. */
export function idsByName(found) {
  const ids = new Map();
  for (const [key, paths] of found.paths) {
    const [method, ...rest] = key.split(' ');
    const { names, pattern } = PATTERNS.find((r) => r.method === method && r.path === rest.join(' '));
    for (const path of paths) pattern.exec(path).slice(1).forEach((value, i) => {
      if (!ids.has(names[i])) ids.set(names[i], new Set());
      ids.get(names[i]).add(value);
    });
  }
  return ids;
}
