// One exchange: the question, and whatever there is of the reply to it.

const OPEN_AFTER = 120; // milliseconds a pointer rests on a marker before the preview shows

class Exchange {
  constructor(root) {
    this.root = root;
    this.question = words("h2", "question", "");
    this.status = make("p", "status");
    this.status.setAttribute("role", "status");
    this.body = make("div", "body");
    this.preview = make("div", "preview");
    this.preview.id = "preview";
    this.preview.setAttribute("popover", "manual");
    this.preview.setAttribute("role", "tooltip");
    root.replaceChildren(this.question, this.status, this.body, this.preview);
    this.onActive = (event) => this.follow(event.detail);
    this.onScroll = () => this.hidePreview();
  }

  listen() {
    window.addEventListener("footnote-active", this.onActive);
    window.addEventListener("scroll", this.onScroll, true);
  }

  rest() {
    window.removeEventListener("footnote-active", this.onActive);
    window.removeEventListener("scroll", this.onScroll, true);
  }

  show(data, send, ignore) {
    this.send = send;
    this.ignore = ignore;
    const { active, ...drawn } = data;
    const drawing = JSON.stringify(drawn);
    if (!this.drawing) this.shorten();
    if (this.drawing !== drawing) {
      this.drawing = drawing;
      this.data = data;
      this.draw(data);
    }
    this.tint(active);
  }

  draw(data) {
    this.question.textContent = data.question;
    this.root.dataset.state = data.state;
    this.status.textContent = data.status ?? (data.state === "answered" ? "Answered" : "");
    this.status.className = data.state === "answered" || data.state === "writing" ? "status unseen" : "status";
    this.status.hidden = !this.status.textContent;
    this.body.replaceChildren();
    if (data.pieces) this.body.append(this.unchecked(data.pieces));
    if (data.state === "stopped") this.body.append(this.status);
    else this.question.after(this.status);
    if (data.chips?.length) this.body.append(this.chips(data.chips));
    for (const group of data.groups ?? []) this.body.append(this.group(group, data.citations));
    if (data.reason) this.body.append(words("p", "reason", data.reason));
    for (const remark of [...(data.ignored ?? []), ...(data.remarks ?? [])]) this.body.append(words("p", "remark", remark));
    if (data.state === "abstained" && data.nearest.length) this.body.append(this.nearest(data.nearest));
    if (data.state === "answered") this.body.append(this.footer(data));
  }

  // What was understood in the question; taking one back asks again without it.
  chips(cues) {
    const list = make("ul", "chips");
    list.setAttribute("aria-label", "Understood in the question");
    for (const { words: cue, label } of cues) {
      const chip = button("chip", words("span", "", label), () => this.ignore(cue));
      chip.append(icon("close"));
      chip.setAttribute("aria-label", `${label}. Ask again without this`);
      chip.title = "Ask again without this";
      list.append(make("li", "", chip));
    }
    return list;
  }

  unchecked(pieces) {
    const text = words("p", "text unchecked", "");
    for (const piece of pieces) text.append(typeof piece === "number" ? make("span", "marker", String(piece)) : piece);
    return text;
  }

  group({ outlet, when, claims }, citations) {
    const text = make("p", "text");
    text.dir = "auto";
    for (const claim of claims) text.append(this.claim(claim, citations), " ");
    return outlet == null
      ? make("div", "group", text)
      : make("div", "group quoted", text, sourced("p", "source", outlet, when));
  }

  claim(claim, citations) {
    const sentence = make("span", claim.borne ? "claim" : "claim unsupported");
    sentence.dataset.numbers = claim.numbers.join(" ");
    const markers = claim.numbers.map((number) => this.marker(citations.find((each) => each.number === number)));
    const runs = claim.runs.map((run) => (run.over ? dated(run) : run.text));
    const end = make("span", "together"); // the last word and its markers stay on one line
    const last = runs.pop();
    const cut = typeof last === "string" ? last.lastIndexOf(" ") + 1 : 0;
    if (cut) runs.push(last.slice(0, cut));
    end.append(cut ? last.slice(cut) : last, ...markers);
    // ".", or whatever follows a dated word at once, does not begin a line.
    if (typeof last === "string" && !last.includes(" ") && runs.length) end.prepend(runs.pop());
    sentence.append(...runs, end);
    if (claim.speaker) sentence.append(words("span", "beside", `said by ${claim.speaker}`));
    if (claim.problem) sentence.append(words("span", "problem", claim.problem));
    return sentence;
  }

  marker(citation) {
    const marker = button("marker", String(citation.number), (event) => this.open(event, marker, citation.number));
    marker.dataset.number = citation.number;
    marker.setAttribute("aria-label", `Source ${citation.number}: ${citation.outlet}, ${citation.where}`);
    marker.setAttribute("aria-pressed", "false");
    marker.addEventListener("pointerenter", (event) => {
      clearTimeout(this.timer);
      if (event.pointerType === "mouse") this.timer = setTimeout(() => this.showPreview(marker, citation), OPEN_AFTER);
    });
    marker.addEventListener("pointerleave", () => this.hidePreview());
    marker.addEventListener("focus", () => {
      if (!shared.quiet && marker.matches(":focus-visible")) this.showPreview(marker, citation);
    });
    marker.addEventListener("blur", () => this.hidePreview());
    marker.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.preview.matches(":popover-open")) {
        event.stopPropagation();
        this.hidePreview();
      }
    });
    return marker;
  }

  showPreview(marker, citation) {
    clearTimeout(this.timer);
    this.preview.replaceChildren(
      words("q", "", citation.quote),
      words("p", "headline", citation.title),
      sourced("p", "where", citation.outlet, citation.where),
      ...(citation.also ? [make("p", "where", citation.also)] : []),
    );
    if (!this.preview.matches(":popover-open")) this.preview.showPopover();
    const at = marker.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.preview;
    const below = at.bottom + height + 12 < innerHeight;
    this.preview.style.left = `${Math.max(12, Math.min(at.left - 20, innerWidth - width - 12))}px`;
    this.preview.style.top = `${below ? at.bottom + 8 : Math.max(12, at.top - height - 8)}px`;
  }

  hidePreview() {
    clearTimeout(this.timer);
    if (this.preview.matches(":popover-open")) this.preview.hidePopover();
  }

  // The reader turns to the citation at once if it holds it; else the server is asked to open it.
  open(event, marker, number) {
    this.hidePreview();
    rememberOrigin(marker, event);
    const request = { exchange: this.data.exchange, number, taken: false };
    window.dispatchEvent(new CustomEvent("footnote-open", { detail: request }));
    if (!request.taken) this.send({ number });
  }

  nearest(passages) {
    const list = make("ul", "nearest");
    for (const { article, paragraph, text, outlet, where } of passages) {
      const passage = button("passage", words("span", "words", text), (event) => {
        rememberOrigin(passage, event);
        this.send({ article, paragraph });
      });
      passage.append(sourced("span", "where", outlet, where));
      list.append(make("li", "", passage));
    }
    const title = this.data.state === "abstained" ? "Nearest passages" : "Other passages found";
    return make("section", "", make("h3", "", title), list);
  }

  footer(data) {
    const footer = make("div", "footer", make("span", "", data.summary));
    footer.append(...copyButton("act", "Copy answer with references", () => data.copy));
    const parts = make("div", "", footer);
    if (data.nearest.length) {
      const more = make("details", "", make("summary", "", "Other passages found"), this.nearest(data.nearest));
      parts.append(more);
    }
    return parts;
  }

  tint(number) {
    for (const marker of this.root.querySelectorAll("button.marker"))
      marker.setAttribute("aria-pressed", String(Number(marker.dataset.number) === number));
    for (const claim of this.root.querySelectorAll(".claim"))
      claim.classList.toggle("open", claim.dataset.numbers.split(" ").includes(String(number)));
  }

  follow({ exchange, number }) {
    this.tint(exchange === this.data.exchange ? number : null);
    if (number === null && shared.top === null) this.shorten();
    this.holdStill();
  }

  // Take back what made the page longer.
  shorten() {
    chatColumn(this.root)?.style.removeProperty("padding-bottom");
  }

  // Opening the reader narrows this column: keep what was clicked where it was.
  holdStill() {
    const { origin, top } = shared;
    if (top === null || !origin || !this.root.contains(origin)) return;
    shared.top = null;
    requestAnimationFrame(() => {
      const moved = origin.getBoundingClientRect().top - top;
      if (Math.abs(moved) > 1) scrollPage(this.root, moved);
    });
  }
}

// The day that was meant, small over the words that leave it open.
function dated({ text, over }) {
  const day = make("rt", "", over);
  day.lang = "en";
  return make("ruby", "", text, day);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const exchange = (root.exchange ??= new Exchange(root));
  showTheme(root);
  const open = (request) => setTriggerValue("open", { ...request, moved: Date.now() });
  const ignore = (cue) => setTriggerValue("ignore", { words: cue, moved: Date.now() });
  exchange.show(data, open, ignore);
  exchange.rest();
  exchange.listen();
  return () => exchange.rest();
}
