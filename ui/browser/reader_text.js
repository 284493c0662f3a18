// The open article: headline, paragraphs with what is quoted from them, and what can be taken along.

const READING_HEIGHT = 0.3; // of the text's height: where the open quote comes to stand

class ArticlePage {
  constructor(reader) {
    this.reader = reader;
    this.rows = new Map();
    this.places = new Map(); // where one was in each article
    this.also = make("div", "also");
    this.about = make("div");
    this.bar = this.buildBar();
  }

  get text() {
    return this.reader.text;
  }

  draw() {
    const { data, article, citation } = this.reader;
    if (this.article !== article) this.build(article, data.article);
    this.drawBar();
    this.drawMarks();
    drawResting([[0, this.described], ...this.rows], data.resting[data.article] ?? {}, this.reader);
    this.drawAlso(citation ? citation.also : article.copies, citation ? "Also in" : "Same story in");
    this.drawWhy(citation ? citation.why : data.why);
    this.drawHistory(data.history);
    this.drawNotice(citation?.notice ?? data.notice, citation?.was);
    this.scroll();
  }

  // What comes from the server is new each time: only what differs is built anew, in its old place.
  build(article, id) {
    this.article = article;
    const drawing = JSON.stringify([id, article]);
    if (this.drawing === drawing) return;
    this.leave();
    this.drawing = drawing;
    this.id = id;
    this.buildHeader(article);
    this.buildText(article);
    this.reader.footer.replaceChildren(...this.footerOf(article));
    this.goToPlace(this.places.get(id));
  }

  // The article is not shown any more; one comes back to where one was in it.
  leave() {
    if (!this.drawing) return;
    const { top, bottom } = this.text.getBoundingClientRect();
    const seen = [...this.rows].map(([number, { element }]) => ({ number, at: element.getBoundingClientRect() }));
    const place = seen.filter(({ at }) => at.bottom > top && at.top < bottom);
    this.places.set(this.id, place.map(({ number, at }) => ({ number, from: at.top - top })));
    this.article = this.drawing = this.id = null;
  }

  // Where one was, by the first of the paragraphs seen there that are shown now.
  goToPlace(place = []) {
    this.text.scrollTop = 0;
    const seen = place.find(({ number }) => this.rows.has(number));
    if (seen) this.text.scrollTop += this.heightOf(this.rows.get(seen.number).element) - seen.from;
  }

  heightOf(element) {
    return element.getBoundingClientRect().top - this.text.getBoundingClientRect().top;
  }

  // What is pressed stays when another article comes, and the focus with it.
  buildBar() {
    const { reader } = this;
    this.position = make("span", "position");
    this.position.setAttribute("aria-live", "polite");
    this.previous = iconButton("previous", "Previous citation", () => reader.step(-1));
    this.next = iconButton("next", "Next citation", () => reader.step(1));
    this.keysButton = iconButton("keys", "Keys (?)", () => reader.showKeys(reader.keys.hidden));
    this.keysButton.classList.add("help");
    this.keysButton.setAttribute("aria-expanded", "false");
    const parts = [this.position, this.previous, this.next, reader.search.button, this.keysButton, reader.closer()];
    return make("div", "bar", ...parts);
  }

  buildHeader(article) {
    const { header } = this.reader;
    if (this.bar.parentElement !== header) header.replaceChildren(this.bar, this.about);
    this.line = words("p", "line", "");
    this.described = { paragraph: this.line };
    this.history = make("p", "history");
    this.notice = make("div", "notice");
    this.notice.setAttribute("role", "status");
    this.about.replaceChildren(
      words("h2", "", article.title),
      make("p", "byline", ...article.byline.flatMap((part, at) => [at && " · ", make("bdi", "", part)])),
      ...article.remarks.map((remark) => make("p", "remark", remark)),
      this.history,
      make("div", "", this.line),
      this.notice,
    );
  }

  buildText(article) {
    const { text } = this;
    text.replaceChildren(make("h3", "unseen", "Article text"));
    text.setAttribute("aria-label", "Article text");
    setLanguage(text, article.language);
    this.rows = new Map();
    this.lines = []; // all that is searched: the paragraphs, and the furniture between them
    if (article.cut) text.append(this.cut(article.cut, article.parts.earlier, "Show earlier paragraphs", () => this.edges()[0]));
    let furniture = null;
    let after = 0;
    for (const row of article.rows) {
      if (row.furniture == null) furniture = null;
      else if (!furniture) text.append((furniture = make("div", "furniture", make("p", "kind", "Not part of the article"))));
      const line = row.furniture == null ? this.buildRow(row) : words("p", "", row.furniture);
      (furniture ?? text).append(line);
      after = row.number ?? after;
      this.lines.push({ element: furniture ? line : this.rows.get(row.number).paragraph, box: line, number: after });
    }
    if (article.parts.later) text.append(this.cut("", true, "Show later paragraphs", () => this.edges()[1]));
    if (!this.rows.size && !article.cut) text.append(make("p", "cut", "This article has no text."));
  }

  edges() {
    const numbers = [...this.rows.keys()];
    return [numbers[0], numbers.at(-1)];
  }

  // What is left out, with the way to it.
  cut(said, more, label, around) {
    const look = () => this.reader.post.tell("look", { around: around(), words: this.reader.search.sought });
    return make("p", "cut", said, ...(more ? [" ", button("act", label, look)] : []));
  }

  buildRow(row) {
    const number = make("span", "number", String(row.number));
    const paragraph = words("p", "", row.text);
    const element = make("div", "row", number, make("div", "", row.kind && make("p", "kind", row.kind), paragraph));
    element.tabIndex = -1;
    this.rows.set(row.number, { element, paragraph, row });
    return element;
  }

  footerOf(article) {
    const [copyQuote, quoteCopied] = copyButton("primary", "Copy quote with reference", () => this.quoted(article));
    const [copyLink, linkCopied] = copyButton("act", "Copy link", () => this.link());
    this.copyQuote = copyQuote;
    this.copyLink = copyLink;
    const askAbout = button("act", "Ask about this article", () => {
      this.reader.post.tell("ask_about", { article: this.reader.data.article });
      toField();
    });
    const parts = [copyQuote, quoteCopied, copyLink, linkCopied, askAbout];
    if (!article.address) return parts;
    const original = make("a", "", "Open original");
    original.href = article.address;
    original.target = "_blank";
    original.rel = "noopener noreferrer";
    return [...parts, original];
  }

  drawBar() {
    const { data, citation } = this.reader;
    const { citations, number, paragraph } = data;
    const index = citations.indexOf(citation);
    this.position.textContent = citation ? `Source ${number} · ${index + 1} of ${citations.length}` : "Article";
    disable(this.previous, index <= 0);
    disable(this.next, index < 0 || index >= citations.length - 1);
    this.previous.hidden = this.next.hidden = !citation;
    this.copyQuote.hidden = paragraph == null;
    this.copyLink.setAttribute("aria-label", `Copy link to this ${paragraph == null ? "article" : "passage"}`);
  }

  // What has happened to the passage since it was cited or linked to, and what it was.
  drawNotice(notice, was) {
    const quoted = was && words("p", "was", "");
    quoted?.append(was.before, make("mark", "", was.quote), was.after);
    this.notice.replaceChildren(...[notice, quoted].filter(Boolean));
    this.notice.hidden = !notice;
  }

  // Once the marks are drawn: the words are highlighted over them.
  drawWhy(why) {
    this.why?.remove();
    const row = this.rows.get(this.reader.data.paragraph);
    this.why = why && whyOf(why);
    if (why) (row ? row.paragraph : this.line).after(this.why);
    highlightAskedWords(why && row ? row.paragraph : null, why?.spans ?? []);
  }

  drawHistory(history) {
    this.history.hidden = history?.article !== this.reader.data.article;
    if (this.history.hidden) return;
    const days = history.changes.map(({ number, label }) => {
      const day = button("act", label, (event) => this.reader.turnOver(number, event));
      day.setAttribute("aria-label", `What changed on ${label}`);
      return day;
    });
    this.history.replaceChildren(history.line, ...days.flatMap((day, at) => [at ? " · " : " ", day]));
    if (history.more) this.history.append(` ${history.more}`);
  }

  drawMarks() {
    const { data, article } = this.reader;
    const { paragraph, citations } = data;
    const here = citations.filter((citation) => citation.article === data.article);
    const isCited = here.some((citation) => citation.paragraph === 0) || data.resting[data.article]?.[0];
    this.line.hidden = !isCited && paragraph !== 0;
    this.line.classList.toggle("open", paragraph === 0);
    this.mark(this.line, article.line, here, 0);
    for (const [number, { element, paragraph: text, row }] of this.rows) {
      element.classList.toggle("open", number === paragraph);
      this.mark(text, row.text, here, number);
    }
  }

  // The open quote is marked whole; the answer's other quotes only where they do not overlap it.
  mark(element, text, citations, number) {
    const { data, citation: open } = this.reader;
    const spans = [];
    const place = (start, end, citation) => {
      if (start < end && !spans.some((span) => span.start < end && start < span.end)) spans.push({ start, end, citation });
    };
    if (data.highlight && data.paragraph === number) place(...data.highlight, null);
    if (open && citations.includes(open) && open.paragraph === number) place(open.start, open.end, open);
    for (const citation of citations) if (citation.paragraph === number) place(citation.start, citation.end, citation);
    const drawing = JSON.stringify(spans.map(({ start, end, citation }) => [start, end, citation?.number, citation === open]));
    if (element.marked === drawing) return;
    element.marked = drawing;
    spans.sort((one, other) => one.start - other.start);
    element.replaceChildren();
    let at = 0;
    for (const { start, end, citation } of spans) {
      const mark = make("mark", citation === open || !citation ? "open" : "", text.slice(start, end));
      if (citation && citation !== open) mark.addEventListener("click", () => this.reader.turn(citation.number));
      element.append(text.slice(at, start), mark);
      at = end;
    }
    element.append(text.slice(at));
  }

  drawAlso(also, label) {
    const { data, citation } = this.reader;
    const drawing = JSON.stringify([also, data.article, data.paragraph, data.number]);
    if (this.also.drawing === drawing && this.also.isConnected) return;
    this.also.drawing = drawing;
    this.also.replaceChildren();
    this.also.remove();
    if (!also?.places.length) return;
    this.also.append(make("span", "", `${label}:`));
    for (const { article, paragraph, title, outlet, when } of also.places) {
      const quote = citation?.quote ?? null;
      const open = () => this.reader.post.tell("open", { article, paragraph, words: quote });
      const copy = button("copy", words("b", "", title), open);
      copy.append(" ", sourced("span", "", outlet, when));
      this.also.append(copy);
    }
    if (also.more) this.also.append(make("span", "", also.more));
    const row = this.rows.get(data.paragraph);
    if (row && citation) row.paragraph.after(this.also);
    else this.about.append(this.also);
  }

  quoted(article) {
    const { data, citation } = this.reader;
    const row = this.rows.get(data.paragraph)?.row ?? { text: article.line, place: "description" };
    const quote = citation?.quote ?? (data.highlight ? row.text.slice(...data.highlight) : row.text);
    return `“${quote}” ${[article.reference, row.place, article.found_at].filter(Boolean).join(", ")}`;
  }

  link() {
    const { article, paragraph, articles } = this.reader.data;
    const query = new URLSearchParams({ article });
    if (paragraph != null) {
      const digest = this.rows.get(paragraph)?.row.digest ?? articles[article].line_digest;
      query.set("p", paragraph);
      query.set("d", digest);
    }
    const page = location.pathname.replace(/library$/, ""); // read beside the chat, wherever it was copied
    return `${location.origin}${page}?${query}`;
  }

  // Lead to what is open even if one was led there before.
  leadAgain() {
    this.scrolled = null;
  }

  // Only the text scrolls, never the page, and only where what is opened cannot be seen already.
  scroll() {
    const { exchange, number, article, paragraph } = this.reader.data;
    const target = [exchange, number, article, paragraph].join(" ");
    if (this.scrolled === target) return;
    this.scrolled = target;
    const row = this.rows.get(paragraph);
    requestAnimationFrame(() => {
      const mark = row?.element.querySelector("mark.open") ?? row?.element;
      if (mark) this.reveal(mark.getBoundingClientRect());
      if (shared.asked) requestAnimationFrame(() => this.measure());
    });
  }

  // What a click on a marker takes until the quote can be seen, for the browser's own tools to show.
  measure() {
    if (shared.asked) performance.measure("footnote: a quote shown", { start: shared.asked });
    shared.asked = null;
  }

  reveal(at) {
    const { top, bottom, height } = this.text.getBoundingClientRect();
    if (at.top >= top && at.bottom <= bottom) return;
    this.text.scrollTop += at.top - top - height * READING_HEIGHT;
  }

  // The next paragraph or the one before, from where the focus is or else from what is open or seen first.
  stepParagraph(by) {
    const rows = [...this.rows.values()];
    const held = rows.findIndex(({ element }) => element.contains(element.getRootNode().activeElement));
    const open = rows.findIndex(({ row }) => row.number === this.reader.data.paragraph);
    const seen = rows.findIndex(({ element }) => this.heightOf(element) >= 0);
    const from = held >= 0 ? held + by : open >= 0 ? open + by : seen;
    const to = rows[Math.max(0, Math.min(from, rows.length - 1))];
    if (!to) return;
    to.element.focus({ preventScroll: true });
    this.reveal(to.element.getBoundingClientRect());
  }
}

function setLanguage(element, language) {
  if (language) element.lang = language;
  else element.removeAttribute("lang");
}
