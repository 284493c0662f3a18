// The article beside the chat, with the cited words highlighted.

class Reader {
  constructor(root) {
    this.root = shared.reader = root;
    root.setAttribute("role", "complementary");
    root.setAttribute("aria-label", "Source article");
    root.addEventListener("keydown", (event) => this.onArrow(event));
    this.onEscape = (event) => this.escape(event);
    this.onOpen = (event) => this.take(event.detail);
  }

  listen() {
    document.addEventListener("keydown", this.onEscape);
    window.addEventListener("footnote-open", this.onOpen);
  }

  rest() {
    document.removeEventListener("keydown", this.onEscape);
    window.removeEventListener("footnote-open", this.onOpen);
  }

  // The server owns what is open, but the browser moves first: an older word of the server's is not followed.
  show(data, send) {
    this.send = send;
    const ahead = this.moved?.exchange === data.exchange && this.moved.at > data.moved;
    this.data = ahead ? { ...data, ...this.at(data, this.moved.number) } : data;
    if (!ahead) this.moved = null;
    this.root.hidden = false;
    this.draw();
    if (shared.byKeyboard) {
      shared.byKeyboard = false;
      this.text.focus({ preventScroll: true });
    }
  }

  at(data, number) {
    const { article, paragraph } = data.citations.find((citation) => citation.number === number) ?? data;
    return { number, article, paragraph, highlight: null, notice: null };
  }

  holds({ article, paragraph }) {
    const rows = this.data.articles[article]?.rows;
    return Boolean(rows && (paragraph === 0 || rows.some((row) => row.number === paragraph)));
  }

  get citation() {
    return this.data.citations.find((citation) => citation.number === this.data.number);
  }

  turn(number) {
    const citation = this.data.citations.find((each) => each.number === number);
    if (!citation) return;
    const at = Date.now();
    if (this.holds(citation)) {
      this.moved = { exchange: this.data.exchange, number, at };
      this.data = { ...this.data, ...this.at(this.data, number) };
      this.scrolled = null;
      this.draw();
    }
    this.send("go", { exchange: this.data.exchange, number, moved: at });
  }

  step(by) {
    const { citations } = this.data;
    const next = citations[citations.indexOf(this.citation) + by];
    if (this.citation && next) this.turn(next.number);
  }

  take(request) {
    if (request.exchange !== this.data.exchange || this.root.hidden) return;
    const citation = this.data.citations.find((each) => each.number === request.number);
    if (!citation) return;
    request.taken = true;
    this.turn(request.number);
    if (shared.byKeyboard && this.holds(citation)) {
      shared.byKeyboard = false;
      this.text.focus({ preventScroll: true });
    }
  }

  close() {
    this.root.hidden = true;
    this.send("close", { moved: Date.now() });
    announce(null, null);
    if (shared.origin?.isConnected) {
      shared.quiet = true;
      shared.origin.focus({ preventScroll: true });
      shared.quiet = false;
    }
  }

  escape(event) {
    const typing = event.target.closest?.("[data-testid=stChatInput], [role=dialog], input, textarea");
    if (event.key !== "Escape" || event.defaultPrevented || this.root.hidden || typing) return;
    if (this.data.changes) this.turnOver(null);
    else this.close();
  }

  onArrow(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "ArrowRight" || event.key === "]") this.step(1);
    if (event.key === "ArrowLeft" || event.key === "[") this.step(-1);
  }

  draw() {
    const { data } = this;
    const article = data.articles[data.article];
    if (data.changes) return this.drawChanges(data.changes, article);
    if (this.drawn !== article) this.build(article);
    this.drawn = article;
    this.drawBar();
    this.drawMarks(article);
    this.drawAlso(this.citation ? this.citation.also : article.copies, this.citation ? "Also in" : "Same story in");
    this.drawHistory(data.history);
    this.drawNotice(this.citation?.notice ?? data.notice, this.citation?.was);
    this.scroll();
    announce(this.citation ? data.exchange : null, this.citation ? data.number : null);
  }

  build(article) {
    this.position = make("span", "position");
    this.position.setAttribute("aria-live", "polite");
    this.previous = this.iconButton("previous", "Previous citation", () => this.step(-1));
    this.next = this.iconButton("next", "Next citation", () => this.step(1));
    this.line = words("p", "line", "");
    this.history = make("p", "history");
    this.notice = make("div", "notice");
    this.notice.setAttribute("role", "status");
    const header = make(
      "header",
      "",
      make("div", "bar", this.position, this.previous, this.next, this.closer()),
      words("h2", "", article.title),
      make("p", "byline", ...article.byline.flatMap((part, at) => [at && " · ", make("bdi", "", part)])),
      ...article.remarks.map((remark) => make("p", "remark", remark)),
      this.history,
      this.line,
      this.notice,
    );
    this.also = make("div", "also");
    this.text = this.buildText(article);
    this.root.replaceChildren(header, this.text, this.buildFooter(article));
  }

  closer() {
    return this.iconButton("close", "Close the article (Esc)", () => this.close());
  }

  iconButton(name, label, onClick) {
    const element = button("icon", icon(name), onClick);
    element.setAttribute("aria-label", label);
    element.title = label;
    return element;
  }

  buildText(article) {
    const text = make("div", "text");
    text.tabIndex = 0;
    text.setAttribute("role", "region");
    text.setAttribute("aria-label", "Article text");
    if (article.language) text.lang = article.language;
    if (article.cut) text.append(make("p", "cut", article.cut));
    this.rows = new Map();
    let furniture = null;
    for (const row of article.rows) {
      if (row.furniture != null) {
        if (!furniture) text.append((furniture = make("div", "furniture", make("p", "kind", "Not part of the article"))));
        furniture.append(words("p", "", row.furniture));
        continue;
      }
      furniture = null;
      text.append(this.buildRow(row));
    }
    if (!this.rows.size && !article.cut) text.append(make("p", "cut", "This article has no text."));
    return text;
  }

  buildRow(row) {
    const number = make("span", "number", String(row.number));
    const paragraph = words("p", "", row.text);
    const element = make("div", "row", number, make("div", "", row.kind && make("p", "kind", row.kind), paragraph));
    this.rows.set(row.number, { element, paragraph, row });
    return element;
  }

  buildFooter(article) {
    const [copyQuote, quoteCopied] = copyButton("primary", "Copy quote with reference", () => this.quoted(article));
    const [copyLink, linkCopied] = copyButton("act", "Copy link", () => this.link());
    this.copyQuote = copyQuote;
    this.copyLink = copyLink;
    const footer = make("footer", "", copyQuote, quoteCopied, copyLink, linkCopied);
    if (article.address) {
      const original = make("a", "", "Open original");
      original.href = article.address;
      original.target = "_blank";
      original.rel = "noopener noreferrer";
      footer.append(original);
    }
    return footer;
  }

  drawBar() {
    const { citations, number } = this.data;
    const index = citations.indexOf(this.citation);
    this.position.textContent = this.citation ? `Source ${number} · ${index + 1} of ${citations.length}` : "Article";
    this.previous.disabled = index <= 0;
    this.next.disabled = index < 0 || index >= citations.length - 1;
    this.previous.hidden = this.next.hidden = !this.citation;
    this.copyQuote.hidden = this.data.paragraph == null;
    const linked = this.data.paragraph == null ? "article" : "passage";
    this.copyLink.setAttribute("aria-label", `Copy link to this ${linked}`);
  }

  // What has happened to the passage since it was cited or linked to, and what it was.
  drawNotice(notice, was) {
    const quoted = was && words("p", "was", "");
    quoted?.append(was.before, make("mark", "", was.quote), was.after);
    this.notice.replaceChildren(...[notice, quoted].filter(Boolean));
    this.notice.hidden = !notice;
  }

  drawHistory(history) {
    this.history.hidden = history?.article !== this.data.article;
    if (this.history.hidden) return;
    const days = history.changes.map(({ number, label }) => {
      const day = button("act", label, (event) => this.turnOver(number, event));
      day.setAttribute("aria-label", `What changed on ${label}`);
      return day;
    });
    this.history.replaceChildren(history.line, ...days.flatMap((day, at) => [at ? " · " : " ", day]));
    if (history.more) this.history.append(` ${history.more}`);
  }

  // Show what one change of the article did to its words, or the article again.
  turnOver(change, event) {
    shared.byKeyboard = !event || event.detail === 0;
    this.send("history", { change, moved: Date.now() });
  }

  drawChanges(changes, article) {
    if (this.drawn === changes) return;
    this.drawn = changes;
    this.scrolled = null;
    const back = button("primary", "Back to the article", (event) => this.turnOver(null, event));
    const header = make(
      "header",
      "",
      make("div", "bar", make("span", "position", `Change ${changes.number} of ${changes.of}`), this.closer()),
      words("h2", "", changes.title),
      make("p", "byline", `What changed, as read on ${changes.when}`),
      make("p", "legend", make("ins", "", "added"), make("del", "", "taken out")),
    );
    this.text = make("div", "text", ...folded(changes.rows));
    this.text.tabIndex = 0;
    this.text.setAttribute("role", "region");
    this.text.setAttribute("aria-label", "What changed");
    if (article.language) this.text.lang = article.language;
    this.root.replaceChildren(header, this.text, make("footer", "", back));
    announce(null, null);
  }

  drawMarks(article) {
    const { paragraph, citations } = this.data;
    const here = citations.filter((citation) => citation.article === this.data.article);
    const inLine = here.some((citation) => citation.paragraph === 0) || paragraph === 0;
    this.line.hidden = !inLine;
    this.line.classList.toggle("open", paragraph === 0);
    this.mark(this.line, article.line, here, 0);
    for (const [number, { element, paragraph: text, row }] of this.rows) {
      element.classList.toggle("open", number === paragraph);
      this.mark(text, row.text, here, number);
    }
  }

  // The open quote is marked whole; the answer's other quotes only where they do not overlap it.
  mark(element, text, citations, number) {
    const open = this.citation;
    const spans = [];
    const place = (start, end, citation) => {
      if (start < end && !spans.some((span) => span.start < end && start < span.end)) spans.push({ start, end, citation });
    };
    if (this.data.highlight && this.data.paragraph === number) place(...this.data.highlight, null);
    if (open && citations.includes(open) && open.paragraph === number) place(open.start, open.end, open);
    for (const citation of citations) if (citation.paragraph === number) place(citation.start, citation.end, citation);
    spans.sort((one, other) => one.start - other.start);
    element.replaceChildren();
    let at = 0;
    for (const { start, end, citation } of spans) {
      const mark = make("mark", citation === open || !citation ? "open" : "", text.slice(start, end));
      if (citation && citation !== open) mark.addEventListener("click", () => this.turn(citation.number));
      element.append(text.slice(at, start), mark);
      at = end;
    }
    element.append(text.slice(at));
  }

  drawAlso(also, label) {
    this.also.replaceChildren();
    this.also.remove();
    if (!also?.places.length) return;
    this.also.append(make("span", "", `${label}:`));
    for (const { article, paragraph, title, outlet, when } of also.places) {
      const words_ = this.citation?.quote ?? null;
      const open = () => this.send("go", { article, paragraph, words: words_, moved: Date.now() });
      const copy = button("copy", words("b", "", title), open);
      copy.append(" ", sourced("span", "", outlet, when));
      this.also.append(copy);
    }
    if (also.more) this.also.append(make("span", "", also.more));
    const row = this.rows.get(this.data.paragraph);
    if (row && this.citation) row.paragraph.after(this.also);
    else this.root.querySelector("header").append(this.also);
  }

  quoted(article) {
    const { paragraph, highlight } = this.data;
    const row = this.rows.get(paragraph)?.row ?? { text: article.line, place: "description" };
    const quote = this.citation?.quote ?? (highlight ? row.text.slice(...highlight) : row.text);
    return `“${quote}” ${[article.reference, row.place, article.found_at].filter(Boolean).join(", ")}`;
  }

  link() {
    const { article, paragraph, articles } = this.data;
    const query = new URLSearchParams({ article });
    if (paragraph != null) {
      const digest = this.rows.get(paragraph)?.row.digest ?? articles[article].line_digest;
      query.set("p", paragraph);
      query.set("d", digest);
    }
    const page = location.pathname.replace(/library$/, ""); // read beside the chat, wherever it was copied
    return `${location.origin}${page}?${query}`;
  }

  // Only the reader's own text scrolls, never the page.
  scroll() {
    const { exchange, number, article, paragraph } = this.data;
    const target = [exchange, number, article, paragraph].join(" ");
    if (this.scrolled === target) return;
    this.scrolled = target;
    const row = this.rows.get(paragraph);
    const text = this.text;
    requestAnimationFrame(() => {
      const mark = row?.element.querySelector("mark.open") ?? row?.element;
      if (!mark) text.scrollTop = 0;
      else text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight * 0.3;
    });
  }
}

// Rows of a change, with those between that were kept folded but for the nearest.
function folded(rows) {
  const shown = rows.map((row, at) => [at - 1, at, at + 1].some((near) => rows[near] && rows[near].fate !== "kept"));
  const parts = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && !shown[end]) end++;
    if (end - at > 1) parts.push(fold(rows.slice(at, end)));
    else parts.push(...rows.slice(at, end).map(changedRow));
    if (end < rows.length) parts.push(changedRow(rows[end++]));
    at = end;
  }
  return parts;
}

function fold(rows) {
  return make("details", "fold", make("summary", "", `${rows.length} paragraphs unchanged`), ...rows.map(changedRow));
}

function changedRow({ fate, number, kind, runs }) {
  const tags = { gone: "del", new: "ins" };
  const text = words("p", "", "");
  text.append(...runs.map((run) => (run.mark ? make(tags[run.mark], "", run.text) : run.text)));
  return make("div", `row ${fate}`, make("span", "number", number && String(number)), make("div", "", kind && make("p", "kind", kind), text));
}

function announce(exchange, number) {
  window.dispatchEvent(new CustomEvent("footnote-active", { detail: { exchange, number } }));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const reader = (root.reader ??= new Reader(root));
  showTheme(root);
  reader.show(data, setTriggerValue);
  reader.rest();
  reader.listen();
  return () => {
    reader.rest();
    setTimeout(() => root.isConnected || announce(null, null));
  };
}
