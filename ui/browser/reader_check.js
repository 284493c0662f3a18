// What the one who checks a citation finds, kept as it is said.

const CHECKED = "checked";
const DOES_NOT_SUPPORT = "does not support";
const LOOK_AGAIN = 700; // milliseconds until the server is asked again for what was not kept or heard yet

class Check {
  constructor(reader) {
    this.reader = reader;
    this.unheard = new Map(); // what was said and not taken down yet
    this.said = new Set(); // of which something was said since the page was opened
    this.checked = this.verdict(CHECKED, "tick", "Checked", "c");
    this.doubted = this.verdict(DOES_NOT_SUPPORT, "cross", "Does not support", "x");
    this.noting = button("verdict", icon("note"), () => (this.note.hidden ? this.writeNote() : this.leaveNote()));
    this.noting.append("Note");
    this.noting.title = "Note (n)";
    this.noting.setAttribute("aria-keyshortcuts", "n");
    this.status = make("span", "kept");
    this.status.setAttribute("role", "status");
    this.wrong = make("input");
    this.wrong.type = "checkbox";
    this.wrong.addEventListener("change", () => this.say({ wrong: this.wrong.checked }));
    this.better = make("label", "better", this.wrong, "Another passage should have been cited");
    this.note = this.field();
    this.again = button("act", "Try again", () => this.say({}));
    this.root = make("div", "check", make("div", "verdicts", this.checked, this.doubted, this.noting, this.status, this.again));
    this.root.append(this.better, this.note);
    this.root.setAttribute("role", "group");
  }

  verdict(finding, sign, label, key) {
    const element = button(`verdict ${sign}`, icon(sign), () => this.find(finding));
    element.append(label);
    element.title = `${label} (${key})`;
    element.setAttribute("aria-keyshortcuts", key);
    return element;
  }

  field() {
    const note = make("textarea");
    note.rows = 1;
    note.maxLength = 4000;
    note.placeholder = "What you found. Ctrl+Enter keeps it.";
    note.addEventListener("blur", () => this.keepNote());
    note.addEventListener("keydown", (event) => {
      const isKept = event.key === "Enter" && (event.ctrlKey || event.metaKey);
      if (!isKept && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.leaveNote();
    });
    return note;
  }

  // Only for a citation whose number will not change any more.
  get isOffered() {
    const { data, citation } = this.reader;
    return Boolean(citation && !data.changes && this.checks?.exchange === data.exchange);
  }

  get key() {
    return this.keyOf(this.reader.data.exchange, this.reader.data.number);
  }

  keyOf(exchange, number) {
    return `${exchange} ${number}`;
  }

  get mark() {
    return this.markOf(this.reader.data.number);
  }

  markOf(number) {
    const kept = this.checks.marks.find((each) => each.number === number);
    const blank = { number, finding: null, note: "", wrong: false, joined: false, trouble: null };
    return this.unheard.get(this.keyOf(this.checks.exchange, number)) ?? kept ?? blank;
  }

  // The server says what it has taken down; of what it has not heard the browser's own word counts.
  hear(checks) {
    this.checks = checks;
    if (!checks) return;
    for (const [key, { at }] of this.unheard) if (at <= checks.heard) this.unheard.delete(key);
    clearTimeout(this.timer);
    if (this.unheard.size || !checks.settled) this.timer = setTimeout(() => this.send(), LOOK_AGAIN);
    this.tellAnswers();
  }

  // The same again takes it back.
  find(finding) {
    if (!this.isOffered) return;
    const isBack = this.mark.finding === finding;
    this.say({ finding: isBack ? null : finding, wrong: !isBack && finding === DOES_NOT_SUPPORT && this.mark.wrong });
  }

  writeNote() {
    if (!this.isOffered) return;
    this.note.hidden = false;
    this.note.focus();
  }

  keepNote() {
    const { noted } = this;
    if (noted && this.note.value.trim() !== noted.note) this.say({ note: this.note.value.trim() }, noted);
    if (this.isOffered) this.draw();
  }

  leaveNote() {
    this.reader.text.focus({ preventScroll: true });
    this.note.hidden = !this.note.value.trim();
  }

  say(change, { exchange, number } = this.reader.data) {
    const key = this.keyOf(exchange, number);
    const { trouble, joined, seen = this.seen(number), ...before } = this.markOf(number);
    const mark = { ...before, exchange, ...change, seen, at: Date.now() };
    this.unheard.set(key, mark);
    this.said.add(key);
    this.draw();
    this.tellAnswers();
    this.send();
  }

  // What one who says something has before their eyes: a note that is being written was begun from an older one.
  seen(number) {
    const { finding, note } = this.markOf(number);
    return { finding, note: this.noted?.number === number ? this.noted.note : note };
  }

  // All that was not heard: one message of the browser's can take the place of another.
  send() {
    this.reader.post.tell("mark", { said: [...this.unheard.values()] });
  }

  tellAnswers() {
    if (!this.checks) return;
    const { exchange, marks } = this.checks;
    const numbers = new Set([...marks, ...this.unheardOf(exchange)].map(({ number }) => number));
    const detail = { exchange, marks: [...numbers].map((number) => this.markOf(number)) };
    window.dispatchEvent(new CustomEvent("footnote-marked", { detail }));
  }

  unheardOf(exchange) {
    return [...this.unheard.values()].filter((each) => each.exchange === exchange);
  }

  draw() {
    this.root.hidden = !this.isOffered;
    if (!this.isOffered) return;
    const { mark } = this;
    const { exchange, number } = this.reader.data;
    this.root.setAttribute("aria-label", `Your check of source ${number}`);
    this.checked.setAttribute("aria-pressed", String(mark.finding === CHECKED));
    this.doubted.setAttribute("aria-pressed", String(mark.finding === DOES_NOT_SUPPORT));
    this.better.hidden = mark.finding !== DOES_NOT_SUPPORT && !mark.wrong;
    this.wrong.checked = mark.wrong;
    this.drawNote(mark, exchange, number);
    this.drawStatus(mark);
  }

  // What is being written is left alone.
  drawNote(mark, exchange, number) {
    const isWriting = this.note.matches(":focus") && this.noted?.exchange === exchange && this.noted?.number === number;
    this.note.setAttribute("aria-label", `Note on source ${number}`);
    if (!isWriting) {
      this.noted = { exchange, number, note: mark.note };
      this.note.value = mark.note;
      this.note.hidden = !mark.note;
    }
    this.noting.setAttribute("aria-expanded", String(!this.note.hidden));
  }

  drawStatus(mark) {
    const isUnder = this.unheard.has(this.key) || !this.checks.settled;
    const isSaid = this.said.has(this.key);
    const saved = mark.joined ? "Saved, with what was written elsewhere meanwhile" : "Saved";
    const kept = this.checks.kept ? saved : "Stays until you close this page";
    const words = mark.trouble ? `Not saved: ${mark.trouble}` : isSaid && (isUnder ? "Saving" : kept);
    if (this.status.textContent !== (words || "")) this.status.textContent = words || "";
    this.status.classList.toggle("trouble", Boolean(mark.trouble));
    this.again.hidden = !mark.trouble;
  }
}
