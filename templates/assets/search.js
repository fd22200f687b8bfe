// Searches the index (Sources/Search); writes text into the page, never markup.
"use strict";

// ---- Texts (Sources/Search/Text)

const FORM = /[\u00a0-\u00ff\u2000-\u22ff\u2460-\u24ff\u2e80-\u2fdf\u3000-\u303f\u3200-\u33ff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef]/;
const BLANK = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/;
const WESTERN = /[a-z0-9\u00c0-\u1fff]/;
const SYMBOL = /[a-z0-9\u00c0-\u1fff\u3005-\u3007\u3040-\uffef\u{10000}-\u{10ffff}]/u;
const SEPARATOR = "\u001e";

const forms = new Map();

// A unit as matched, "" where it is not.
function formOf(unit) {
  if (!forms.has(unit)) {
    const whole = FORM.test(unit) ? unit.normalize("NFKC") : unit;
    forms.set(unit, BLANK.test(unit) || INVISIBLE.test(unit) ? "" : Array.from(whole.includes(" ") ? unit : whole, part => {
      const small = /[A-Z\u00c0-\u1fff]/.test(part) ? part.toLowerCase() : part;
      return small.length === part.length ? small : part;
    }).join(""));
  }
  return forms.get(unit);
}

// A text as matched, and where units came from.
function fold(text) {
  const at = [];
  let folded = "", blank = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text[index], parts = unit >= "\u4e00" && unit <= "\u9fff" ? unit : formOf(unit);
    if (blank && parts && WESTERN.test(parts[0]) && WESTERN.test(folded[folded.length - 1] || "")) {
      folded += " ";
      at.push(index);
    }
    folded += parts;
    for (let count = 0; count < parts.length; count++) at.push(index);
    blank = !parts && (blank || BLANK.test(unit));
  }
  return { text: folded, at };
}

// FNV-1a, and the last mixing of MurmurHash3.
function hash(gram) {
  let value = 0x811c9dc5;
  for (const letter of gram) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

// A word's grams, and whether who has them has the word.
function grams(word) {
  const pieces = word.match(/\d+|[^]/gu), found = [[], [], []];
  const symbols = pieces.map(piece => /\d/.test(piece) ? "#" : SYMBOL.test(piece) && piece);
  const pair = place => symbols[place] && symbols[place + 1] && hash(symbols[place] + symbols[place + 1]);
  symbols.forEach((symbol, place) => {
    const [before, here, behind] = [place - 1, place, place + 1].map(pair);
    if (symbol === "#") found[0].push(hash("#" + pieces[place]));
    else if (symbol && !before && !here) found[0].push(hash(symbol));
    if (!here) return;
    if (!isCommon(here)) found[0].push(here);
    else if (behind && isCommon(behind)) found[1].push(hash(symbols.slice(place, place + 3).join("")));
    else if (!before || !isCommon(before)) found[2].push(here);
  });
  const list = found.flat();
  return { list, isExact: list.length === 1 && symbols.every(Boolean) };
}

// Where a word stands; numbers at its ends are whole.
function places(word, text) {
  const found = [], isCut = place => /\d{2}/.test(text.slice(place - 1, place + 1));
  for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + 1)) {
    if (!isCut(place) && !isCut(place + word.length)) found.push([place, place + word.length]);
  }
  return found;
}

// ---- The index

class Bits {
  constructor(bytes) {
    this.bytes = bytes;
    this.place = 0;
  }
  // 24 bits or more.
  window() {
    const at = this.place >> 3, bytes = this.bytes;
    return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) << (this.place & 7);
  }
  bits(count) {
    if (count > 24) return this.bits(count - 16) * 65536 + this.bits(16);
    const value = count && this.window() >>> (32 - count);
    this.place += count;
    return value;
  }
  number() {
    const length = Math.clz32(this.window());
    this.place += length;
    return this.bits(length + 1) - 1;
  }
  rice(low) {
    let upper = 0, ones;
    do {
      ones = Math.min(Math.clz32(~this.window()), 24);
      this.place += ones;
      upper += ones;
    } while (ones === 24);
    this.place++;
    return upper * 2 ** low + this.bits(low);
  }
  set(total) {
    const count = this.number(), isDense = count * 2 > total, coded = isDense ? total - count : count;
    const low = lowBits(coded, total), numbers = [];
    let next = 0;
    for (let left = coded; left >= 0; left--) {
      const number = left ? next + this.rice(low) : total;
      if (isDense) while (next < number) numbers.push(next++);
      else if (left) numbers.push(number);
      next = number + 1;
    }
    return numbers;
  }
}

const lowBits = (count, total) => count && Math.max(0, 31 - Math.clz32((total - count) * 45426 / (count * 65536)));

const box = document.getElementById("search");
const files = new Map();

function file(path, read) {
  if (!files.has(path)) {
    files.set(path, fetch(path).then(answer => answer.ok ? read(answer) : Promise.reject()));
    files.get(path).catch(() => files.delete(path));
  }
  return files.get(path);
}

const bytes = path => file(path, async answer => new Uint8Array(await answer.arrayBuffer()));
const inside = (folder, name) => `${box.dataset.root}search/${folder}/${name}`;
const isCommon = pair => index.common.has(pair >>> 8);
let index = { facets: [] };

async function open() {
  const first = box.dataset.index;
  const [description, common] = await Promise.all(
    [file(first + "index.json", answer => answer.json()), bytes(first + "common.bin")]);
  if (!index.common) index = { ...description, common: new Set(new Bits(common).set(2 ** 24)) };
}

// Who has a gram, and who in the title.
async function documents(gram) {
  const size = 2 ** (32 - index.fileBits), key = gram % size;
  const number = Math.floor(gram / size), folder = index.grams[number * index.grams.length >> index.fileBits];
  const bits = new Bits(await bytes(inside(folder, number.toString(16) + ".bin")));
  const count = bits.number(), low = lowBits(count, size);
  for (let entry = 0, next = 0; entry < count; entry++) {
    const own = next + bits.rice(low);
    const texts = bits.set(index.documents), titles = bits.set(texts.length);
    if (own === key) return { texts, titles: titles.map(place => texts[place]) };
    if (own > key) break;
    next = own + 1;
  }
  return { texts: [], titles: [] };
}

async function address(document) {
  const block = await file(inside(index.lists, Math.floor(document / index.block) + ".txt"), answer => answer.text());
  const [folder, name] = block.split("\n")[document % index.block].split(" ");
  return box.dataset.root + index.folders[folder] + name;
}

async function members(facet) {
  const bits = new Bits(await bytes(inside(index.lists, facet.code + ".bin")));
  return facet.members ||= facet.values.map(() => bits.set(index.documents));
}

function intersection(left, right) {
  let place = 0;
  return left.filter(id => {
    while (right[place] < id) place++;
    return right[place] === id;
  });
}

// ---- Pages

// The strings of its data file (DataText.swift).
const page = url => file(url.replace(/html$/, "json"), async answer => {
  const data = await answer.json(), texts = [], others = [];
  const collect = (value, key) => {
    if (typeof value !== "string") for (const name in value) collect(value[name], name);
    else if (!/^(网址|固定网址|标识|校验值)$/.test(key)) (/^(建议内容|正文)$/.test(key) ? texts : others).push(value);
  };
  collect(data);
  const text = ["", ...texts, ...others, ""].join(SEPARATOR).replace(/\n/g, SEPARATOR);
  return { text, folded: fold(text), title: data.标题, lines: data.概要 };
});

// ---- Queries

// A query's words, and its number: 1772, 第1772号.
function parse(text) {
  const number = fold(text).text.match(/^第?0*([0-9]+)号?$/);
  const joined = text.replace(/第\s+(?=[0-9０-９])/g, "第").replace(/([0-9０-９])\s+号(?=\s|$)/g, "$1号");
  const words = joined.split(/\s+/).map(word => fold(word).text).filter(Boolean);
  return { words: [...new Set(words)], number: number && number[1] };
}

// The documents that may fit, best first.
async function look(query) {
  if (!query.words.length) return { tiers: [[], [], [...Array(index.documents).keys()]], isExact: true };
  const found = query.words.map(word => grams(word));
  const wanted = [...new Set(found.flatMap(word => word.list))], step = Math.max(1, wanted.length / 6);
  if (!wanted.length) return { tiers: [[], [], []], isExact: true };
  // Six grams do: pages are looked at anyway.
  const list = wanted.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
  const isExact = step === 1 && found.every(word => word.isExact);
  const [numbered, ...sets] = await Promise.all([
    query.number ? documents(hash("№" + query.number)) : { texts: [] }, ...list.map(documents)]);
  const [titles, texts] = ["titles", "texts"].map(part => sets.map(set => set[part]).reduce(intersection));
  const first = new Set(numbered.texts), early = new Set([...first, ...titles]);
  const tiers = [numbered.texts, titles.filter(id => !first.has(id)), texts.filter(id => !early.has(id))];
  if (tiers.flat().length) return { tiers, isExact: isExact && !numbered.texts.length };
  query.near = await (await import("./near.js")).near(query.words, pair => documents(hash(pair)), index.documents);
  return { tiers: [[], [], [...query.near.rank.keys()].sort((a, b) => a - b)] };
}

class Hits {
  constructor({ words, number, near }, tiers) {
    this.ids = near ? tiers[2].sort((a, b) => near.rank.get(a) - near.rank.get(b)) : tiers.flat();
    this.early = tiers[0].length + tiers[1].length;
    this.shown = 0;
    this.has = text => near ? text : words.every(word => places(word, text).length);
    this.isNumbered = text => number && new RegExp(`第0*${number}号`).test(text);
  }
  // Of so many pages.
  async next(count, pages) {
    const hits = [];
    while (hits.length < count && pages > 0 && this.ids.length) {
      const read = await Promise.all(this.ids.slice(0, Math.min(count - hits.length, pages)).map(async id => {
        const url = await address(id);
        return { id, url, content: await page(url).catch(() => null) };
      }));
      for (const hit of read) {
        this.ids.shift();
        pages--;
        const isEarly = this.early-- > 0, text = hit.content?.folded.text || "";
        const isNumbered = this.isNumbered(text), isFound = isNumbered || this.has(text);
        if (isFound && (!isEarly || isNumbered || this.has(fold(hit.content.title).text))) hits.push(hit);
        else if (isFound) {
          // Its title has the grams only: it waits its turn.
          const place = this.ids.findIndex((id, place) => place >= this.early && id > hit.id);
          this.ids.splice(place < 0 ? this.ids.length : place, 0, hit.id);
          break;
        }
      }
    }
    this.shown += hits.length;
    return hits;
  }
}

// ---- The page

const [form, status, split] = box.children, field = form.elements.q, [results, panel] = split.children;
const ways = box.nextElementSibling, heading = document.title;

// An element; strings become text.
function make(name, attributes, ...children) {
  const element = name.nodeType ? name : document.createElement(name);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// A link to another search.
function link(change, ...children) {
  const wanted = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(change)) value ? wanted.set(key, value) : wanted.delete(key);
  const element = make("a", { href: "?" + wanted }, ...children);
  element.onclick = event => event.ctrlKey || event.metaKey || event.shiftKey || go(element.href, event);
  return element;
}

function go(url, event) {
  event.preventDefault();
  history.pushState(null, "", url);
  run().then(() => status.focus());
}

function marked(text, folded, words, start, end) {
  const plain = (from, to) => text.slice(from, to).replace(/[\s\u001e]+/g, " "), parts = [];
  let place = start;
  for (const [from, to] of words.flatMap(word => places(word, folded.text))
    .map(([from, to]) => [folded.at[from], folded.at[to - 1] + 1]).sort((a, b) => a[0] - b[0])) {
    if (from < place || to > end) continue;
    parts.push(plain(place, from), make("mark", {}, plain(from, to)));
    place = to;
  }
  return [...parts, plain(place, end)];
}

function snippet({ text, folded }, words) {
  const line = make("p", { class: "told" });
  let last = 0;
  for (const [from] of words.flatMap(word => places(word, folded.text).slice(0, 1)).sort((a, b) => a[0] - b[0])) {
    const middle = folded.at[from], stop = text.indexOf(SEPARATOR, middle);
    const start = Math.max(text.lastIndexOf(SEPARATOR, middle) + 1, middle - 30, last);
    if (middle < start) continue;
    last = Math.min(stop, start + 90);
    line.append(text[start - 1] === SEPARATOR ? "" : "…", ...marked(text, folded, words, start, last), last === stop ? " " : "…");
  }
  return line;
}

function row({ url, content }, words) {
  const { title, lines } = content;
  return make("li", {}, make("a", { href: url }, ...marked(title, fold(title), words, 0, title.length)),
    make("p", {}, ...lines.map(line => make("span", {}, line))), ...words.length ? [snippet(content, words)] : []);
}

// Who fits the filters, one facet aside.
async function narrowed(found, chosen, but) {
  for (const facet of index.facets) {
    if (facet === but || !chosen[facet.code]) continue;
    const value = facet.values.findIndex(([code]) => code === chosen[facet.code]);
    found = value < 0 ? [] : intersection(found, (await members(facet))[value]);
  }
  return found;
}

// Each facet, counted when opened.
function filters(found, isExact, chosen) {
  const open = [...panel.querySelectorAll("[open]")].map(group => group.firstChild.textContent);
  panel.replaceChildren(panel.firstElementChild, ...index.facets.map((facet, place) => {
    const list = make("ul", { class: "links" }), group = make("details", {}, make("summary", {}, facet.name), list);
    group.ontoggle = async () => {
      const others = await narrowed(found.sort((a, b) => a - b), chosen, facet), all = await members(facet);
      list.replaceChildren(...facet.values.flatMap(([code, label], value) => {
        const count = intersection(all[value], others).length;
        const entry = link({ [facet.code]: code }, label, " ", make("span", {}, (isExact ? "" : "约") + count));
        if (chosen[facet.code] === code) entry.setAttribute("aria-current", "true");
        return count ? [make("li", {}, entry)] : [];
      }));
    };
    group.open = open.includes(facet.name) || chosen[facet.code] || (place < 2 && index.documents < 5000);
    return group;
  }));
}

let current = 0;

// What the address asks for.
async function run() {
  const turn = ++current, wanted = new URLSearchParams(location.search), chosen = {};
  field.value = wanted.get("q") || "";
  document.title = (field.value && field.value + " - ") + heading;
  try {
    await open();
    for (const { code } of index.facets) if (wanted.get(code)) chosen[code] = wanted.get(code);
    const query = parse(field.value);
    split.hidden = !query.words.length && !Object.keys(chosen).length;
    status.textContent = split.hidden ? "" : "正在检索……";
    if (split.hidden) return;
    const { tiers, isExact } = await look(query), found = tiers.flat();
    const hits = new Hits(query, await Promise.all(tiers.map(tier => narrowed(tier, chosen))));
    const list = make("ul", { class: "rows" }), more = make("button", { type: "button" }, "再看十件");
    const show = async () => {
      const next = await hits.next(10, 13), count = hits.shown + hits.ids.length;
      if (turn !== current) return;
      list.append(...next.map(hit => row(hit, query.near?.pairs || query.words)));
      more.hidden = !hits.ids.length;
      const told = query.near ? `没有写着“${field.value}”的。相近的有` : `找到${hits.ids.length && !isExact ? "约" : ""}`;
      status.textContent = hits.shown ? `${told} ${count} 件，已列出 ${hits.shown} 件。`
        : count ? "前面几件里没有找到，请再看十件。" : "没有找到。请少写几个字，例如只写“停车”。";
      return list.children[hits.shown - next.length];
    };
    more.onclick = async () => (await show())?.firstChild.focus();
    const choices = index.facets.filter(({ code }) => chosen[code]).map(({ code, name, values }) =>
      make("li", {}, link({ [code]: "" }, `${name}：${new Map(values).get(chosen[code]) || chosen[code]} `,
        make("span", { "aria-hidden": "true" }, "×"), make("span", { class: "unseen" }, "，去掉这个条件"))));
    await show();
    if (turn !== current) return;
    ways.hidden = hits.shown || hits.ids.length;
    split.hidden = !ways.hidden && !choices.length;
    ways.firstElementChild.textContent = "也可以从这里查找：";
    results.replaceChildren(
      ...choices.length ? [make("ul", { class: "chosen", "aria-label": "已选条件" }, ...choices)] : [],
      make("a", { class: "jump", href: "#facets" }, "筛选"), list, more);
    filters(found, isExact, chosen);
  } catch {
    if (turn !== current) return;
    split.hidden = true;
    ways.hidden = false;
    status.textContent = "没有取到检索用的文件。请刷新再试，或者从下面查找。";
  }
}

// ---- Suggestions (ARIA's combobox)

const options = make("ul", { role: "listbox", id: "options", "aria-label": "名称" });
let active = -1, pause;

function suggest() {
  const typed = fold(field.value).text;
  const labels = index.facets.filter(({ code }) => /unit|topic|session/.test(code))
    .flatMap(facet => facet.values.map(([, label]) => label))
    .filter(label => typed && label !== field.value && fold(label).text.includes(typed)).slice(0, 8);
  options.replaceChildren(...labels.map((label, place) => make("li", { role: "option", id: "option-" + place }, label)));
  expand(labels.length > 0);
}

function expand(isOpen) {
  options.hidden = !isOpen;
  field.setAttribute("aria-expanded", isOpen);
  move(-1);
}

function move(place) {
  active = place;
  [...options.children].forEach((option, own) => option.setAttribute("aria-selected", own === place));
  if (place < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", "option-" + place);
}

function choose(label) {
  field.value = label;
  form.requestSubmit();
}

function press(event) {
  const count = options.children.length, step = { ArrowDown: 1, ArrowUp: count }[event.key];
  if (event.isComposing) return;
  if (event.key === "Escape" && !options.hidden) expand(false);
  else if (event.key === "Enter" && active >= 0) choose(options.children[active].textContent);
  else if (step && count) {
    if (options.hidden) expand(true);
    move((active + 1 + step) % (count + 1) - 1);
  } else return;
  event.preventDefault();
}

if (location.protocol === "file:") {
  ways.firstElementChild.textContent = "从磁盘上打开的网页不能检索；请从网站上打开，或者从这里查找：";
} else {
  ways.hidden = true;
  make(field, { role: "combobox", "aria-controls": "options", "aria-autocomplete": "list" });
  field.after(options);
  options.onmousedown = event => choose(event.target.textContent);
  expand(false);
  // Looked for before it is asked.
  field.oninput = event => {
    suggest();
    clearTimeout(pause);
    if (!event.isComposing) pause = setTimeout(() => look(parse(field.value)).catch(() => {}), 200);
  };
  field.addEventListener("compositionend", field.oninput);
  field.onkeydown = press;
  field.onblur = () => expand(false);
  form.onsubmit = event => {
    clearTimeout(pause);
    expand(false);
    go("?" + new URLSearchParams({ q: field.value }), event);
  };
  onpopstate = run;
  run();
}
