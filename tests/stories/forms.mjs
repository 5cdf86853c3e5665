// SPDX-License-Identifier: Apache-2.0
// Forms as a browser without script sends them.
import assert from 'node:assert/strict';

export const plain = (text) => text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const attribute = (tag, name) => { const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag); return found && plain(found[1]); };

function formAt(html, action) {
  const form = html.split('<form').slice(1).map((piece) => piece.split('</form>')[0]).find((piece) => attribute(piece.split('>')[0], 'action') === action
    && attribute(piece.split('>')[0], 'method') === 'post');
  assert.ok(form, `a form for ${action}`);
  return form;
}

/** The controls of the form at an address, in their order, as a browser would send them. */
export function controls(html, action) {
  const form = formAt(html, action);
  const list = [];
  for (const [tag] of form.matchAll(/<input[^>]*>|<textarea[^>]*>[^<]*<\/textarea>|<select[^>]*>[\s\S]*?<\/select>/g)) {
    const name = attribute(tag, 'name');
    if (!name) continue;
    if (tag.startsWith('<textarea')) list.push([name, plain(tag.slice(tag.indexOf('>') + 1, tag.lastIndexOf('<'))).replace(/^\n/, '')]);
    else if (tag.startsWith('<select')) {
      const chosen = [...tag.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      list.push([name, attribute(chosen.find((option) => /\sselected/.test(option)) ?? chosen[0], 'value')]);
    } else if (!['radio', 'checkbox'].includes(attribute(tag, 'type')) || /\schecked/.test(tag)) list.push([name, attribute(tag, 'value') ?? '']);
  }
  return list;
}

/** What the form at an address lets choose from, by radios, selects and named buttons: name -> { offered, isButton }.
    A button that sends a form unfinished, for one more row, is none of them: nothing is kept then. */
export function choices(html, action) {
  const form = formAt(html, action), found = new Map();
  const offer = (tag, value, isButton = false) => {
    const name = attribute(tag, 'name');
    if (!name) return;
    if (!found.has(name)) found.set(name, { offered: new Set(), isButton });
    found.get(name).offered.add(value ?? '');
  };
  for (const [tag] of form.matchAll(/<input[^>]*type="radio"[^>]*>/g)) offer(tag, attribute(tag, 'value'));
  for (const [tag] of form.matchAll(/<button(?![^>]*formnovalidate)[^>]*>/g)) offer(tag, attribute(tag, 'value'), true);
  for (const [select] of form.matchAll(/<select[^>]*>[^]*?<\/select>/g))
    for (const [option] of select.matchAll(/<option[^>]*>/g)) offer(select.split('>')[0], attribute(option, 'value'));
  return found;
}

/** What the form at an address carries along unseen, and boxes that name ids: [name, value], beside what every form has
    and which figure was sent for sure (yakin: one that is none asks again). */
export function carried(html, action) {
  return [...formAt(html, action).matchAll(/<input[^>]*type="(?:hidden|checkbox)"[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')])
    .filter(([name, value]) => name && !['csrf', 'kunci', 'ke'].includes(name) && !/^baris-|yakin/.test(name) && value !== 'ya');
}

/** The form sent with some controls changed; a number behind a name ("ekspektasi#1") picks one of several. */
export function send(visitor, html, action, changes, deed = 'simpan') {
  const list = controls(html, action);
  for (const [key, value] of Object.entries(changes)) {
    const [name, nth = '0'] = key.split('#');
    const at = list.map(([n], i) => [n, i]).filter(([n]) => n === name)[Number(nth)]?.[1];
    if (at === undefined) list.push([name, value]);
    else list[at] = [name, value];
  }
  list.push(['aksi', deed]);
  return visitor.post(action, new URLSearchParams(list));
}
