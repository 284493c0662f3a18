// Words looked for in the article, whatever their case, accents and typography.

const PAUSE = 300; // milliseconds without a key before the server is asked for what the browser does not have
const SPOKEN_AFTER = 600; // and before the count is said, once
const FOUND = "footnote-found";
const AT = "footnote-at";

class Search {
  constructor(reader) {
    this.reader = reader;
    this.matches = [];
    this.current = -1;
    this.button = iconButton("search", "Search in the article (/)", () => (this.row.hidden ? this.open() : this.leave()));
    this.button.setAttribute("aria-expanded", "false");
    this.field = make("input", "sought");
    this.field.type = "search";
    this.field.maxLength = 200;
    this.field.placeholder = "Search in this article";
    this.field.setAttribute("aria-label", "Search in this article");
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    this.count = make("span", "count");
    this.count.setAttribute("aria-hidden", "true"); // changes with every key; what is said aloud waits for a pause
    this.spoken = make("span", "unseen");
    this.spoken.setAttribute("role", "status");
    this.up = iconButton("up", "Previous match (Shift+Enter)", () => this.step(-1));
    this.down = iconButton("down", "Next match (Enter)", () => this.step(1));
    this.row = make("div", "search", this.field, this.count, this.spoken, this.up, this.down);
    this.row.setAttribute("role", "search");
    this.row.hidden = true;
  }

  get sought() {
    return this.row.hidden ? "" : this.field.value.trim();
  }

  // Whether there is more of the article than the browser has.
  get isCut() {
    const { parts } = this.reader.article;
    return parts.earlier || parts.later;
  }

  // How often it stands in the paragraphs before and after those that the browser has; null until the server says so.
  get outside() {
    const { found } = this.reader.data;
    if (!this.isCut) return { before: [], after: [] };
    if (found?.words !== this.sought) return null;
    const [first] = this.reader.page.edges();
    return { before: found.outside.filter(([number]) => number < first), after: found.outside.filter(([number]) => number > first) };
  }

  open() {
    this.row.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.field.focus();
    this.field.select();
    this.look();
  }

  leave() {
    this.row.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.find();
    this.reader.text.focus({ preventScroll: true });
  }

  pressed(event) {
    if (event.key === "Enter") this.step(event.shiftKey ? -1 : 1);
    else if (event.key !== "Escape") return;
    else if (this.field.value) this.clear();
    else this.leave();
    event.preventDefault();
    event.stopPropagation();
  }

  clear() {
    this.field.value = "";
    this.look();
  }

  // What was typed is looked for at once where the browser can, and where it cannot after a pause.
  look() {
    this.find();
    this.goTo(this.firstSeen(), { spoken: false });
    this.ask();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.speak(), SPOKEN_AFTER);
  }

  ask() {
    clearTimeout(this.asking);
    const { data, post } = this.reader;
    if (!this.sought || !this.isCut || data.found?.words === this.sought) return;
    this.asking = setTimeout(() => post.tell("look", { around: null, words: this.sought }), PAUSE);
  }

  find() {
    const words = fold(this.sought).text;
    this.matches = words ? this.reader.page.lines.flatMap((line) => matchesIn(line, words)) : [];
    if (this.current >= this.matches.length) this.current = this.matches.length - 1;
    this.drawn = this.reader.page.drawing;
    this.show();
  }

  // The article was drawn anew, or another; what was found in it is marked again.
  follow() {
    if (this.row.hidden) return;
    const isNew = this.drawn !== this.reader.page.drawing;
    this.find();
    if (isNew && !this.arrive()) this.current = this.firstSeen();
    this.show();
    this.ask();
    if (this.waits) this.speak();
  }

  // Another part of the article has come, in which a match was to be shown.
  arrive() {
    const { awaited } = this;
    this.awaited = null;
    if (!awaited) return false;
    const at = (match) => match.line.number === awaited.paragraph;
    const index = awaited.last ? this.matches.findLastIndex(at) : this.matches.findIndex(at);
    if (index >= 0) this.goTo(index);
    return index >= 0;
  }

  firstSeen() {
    const { page } = this.reader;
    if (!this.matches.length) return -1;
    const index = this.matches.findIndex(({ line }) => page.heightOf(line.box) + line.box.offsetHeight > 0);
    return Math.max(0, index);
  }

  step(by) {
    const to = this.current + by;
    if (this.matches[to]) return this.goTo(to);
    const { before, after } = this.outside ?? { before: [], after: [] };
    const next = by > 0 ? (after[0] ?? before[0]) : (before.at(-1) ?? after.at(-1));
    if (next) this.fetch(next[0], by < 0);
    else if (this.matches.length) this.goTo(by > 0 ? 0 : this.matches.length - 1);
  }

  fetch(paragraph, last) {
    this.awaited = { paragraph, last };
    this.reader.post.tell("look", { around: paragraph, words: this.sought });
  }

  goTo(index, { spoken = true } = {}) {
    this.current = index;
    this.show();
    const match = this.matches[index];
    if (!match) return;
    const range = rangesIn(match.line.element, [match])[0];
    if (range) this.reader.page.reveal(range.getBoundingClientRect());
    if (spoken) this.speak();
  }

  show() {
    const current = this.matches[this.current];
    for (const { box } of this.reader.page.lines) box.classList.toggle("found", box === current?.line.box);
    this.count.textContent = this.sought ? this.counted() : "";
    for (const step of [this.up, this.down]) disable(step, !this.total);
    paint(this.matches, current);
  }

  get total() {
    const { before, after } = this.outside ?? { before: [], after: [] };
    return this.matches.length + sum(before) + sum(after);
  }

  counted() {
    const { outside, total } = this;
    const more = outside ? "" : " so far";
    if (!total) return outside ? "No match" : "Searching";
    return `${this.current < 0 ? 0 : sum(outside?.before ?? []) + this.current + 1} of ${total}${more}`;
  }

  // Once for each pause in typing and for each step; what has yet to come from the server is waited for.
  speak() {
    clearTimeout(this.timer);
    this.waits = Boolean(this.sought) && !this.outside;
    if (this.waits) return;
    const number = this.matches[this.current]?.line.number;
    const where = number ? `, paragraph ${number}` : "";
    this.spoken.textContent = this.sought ? `${this.counted()}${where}` : "";
  }
}

function sum(outside) {
  return outside.reduce((total, [, times]) => total + times, 0);
}

function matchesIn(line, words) {
  line.folded ??= fold(line.element.textContent);
  const { text, origins } = line.folded;
  const matches = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    matches.push({ line, start: origins[at], end: origins[at + words.length] });
  return matches;
}

// Found words are painted over the text, which stays as it is: quotes keep their marks.
function paint(matches, current) {
  if (!window.CSS?.highlights) return; // an older browser; the paragraph of the match is marked at its edge all the same
  const byElement = Map.groupBy ? Map.groupBy(matches, ({ line }) => line.element) : grouped(matches);
  const ranges = [...byElement].flatMap(([element, found]) => rangesIn(element, found));
  CSS.highlights.set(FOUND, new Highlight(...ranges));
  const at = new Highlight(...(current ? rangesIn(current.line.element, [current]) : []));
  at.priority = 1;
  CSS.highlights.set(AT, at);
}

// Spans of an element's text, in their order, as ranges over its text nodes.
function rangesIn(element, spans) {
  const nodes = textNodes(element);
  let at = 0;
  const edge = (place) => {
    while (at < nodes.length - 1 && nodes[at].end < place) at++;
    return [nodes[at].node, place - nodes[at].start];
  };
  return nodes.length === 0 ? [] : spans.map(({ start, end }) => {
    const range = document.createRange();
    range.setStart(...edge(start));
    range.setEnd(...edge(end));
    return range;
  });
}

function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let start = 0; walker.nextNode(); ) {
    const end = start + walker.currentNode.data.length;
    nodes.push({ node: walker.currentNode, start, end });
    start = end;
  }
  return nodes;
}

// What Unicode does not take apart, and a person types another way; as assistant/conversations/folding.py has it.
const ALIKE = {
  "’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-",
  æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", "\u00ad": "", "\u200b": "",
};
const ACCENT = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/u;
const folds = new Map();

function foldOf(letter) {
  const known = folds.get(letter);
  if (known !== undefined) return known;
  const apart = letter.normalize("NFKD").toUpperCase().toLowerCase(); // "ß" is "ss", as a case folding has it
  const letters = [...apart].filter((each) => !ACCENT.test(each));
  const found = letters.map((each) => (/\s/u.test(each) ? " " : (ALIKE[each] ?? each))).join("");
  folds.set(letter, found);
  return found;
}

// The text as it is searched, and for each place in it the place in the text that it comes from.
function fold(text) {
  const origins = [];
  let found = "";
  let place = 0;
  for (const letter of text) {
    const apart = foldOf(letter);
    for (let at = 0; at < apart.length; at++) origins.push(place);
    found += apart;
    place += letter.length;
  }
  origins.push(place);
  return { text: found, origins };
}
