// The article beside the chat: what is open in it, and what is pressed in it. Its parts are drawn by the other files.

class Reader {
  constructor(root) {
    this.root = shared.reader = root;
    this.post = postOf("reader");
    root.setAttribute("role", "complementary");
    root.setAttribute("aria-label", "Source article");
    root.addEventListener("keydown", (event) => pressed(event, this));
    this.header = make("header");
    this.text = make("div", "text");
    this.text.tabIndex = 0;
    this.text.setAttribute("role", "region");
    this.footer = make("footer");
    this.keys = keysHelp();
    this.search = new Search(this);
    this.check = new Check(this);
    this.page = new ArticlePage(this);
    root.append(this.header, this.keys, this.search.row, this.text, this.check.root, this.footer);
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
  show({ heard, ...data }, send) {
    this.post.attend(heard, send, this.root);
    shared.opened = data.moved;
    const ahead = this.moved?.exchange === data.exchange && this.moved.at > data.moved;
    this.data = ahead ? { ...data, ...this.at(data, this.moved.number) } : data;
    if (!ahead) this.moved = null;
    this.root.hidden = false;
    this.check.hear(data.checks);
    this.draw();
    this.takeFocus();
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

  get article() {
    return this.data.articles[this.data.article];
  }

  turn(number) {
    const citation = this.data.citations.find((each) => each.number === number);
    if (!citation) return;
    const at = this.post.tell("open", { number });
    if (this.holds(citation)) {
      this.moved = { exchange: this.data.exchange, number, at };
      this.data = { ...this.data, ...this.at(this.data, number) };
      this.draw();
    }
  }

  step(by) {
    const { citations } = this.data;
    const next = citations[citations.indexOf(this.citation) + by];
    if (!this.citation || !next) return;
    shared.asked = performance.now();
    this.turn(next.number);
  }

  take(request) {
    if (request.exchange !== this.data.exchange || this.root.hidden) return;
    const citation = this.data.citations.find((each) => each.number === request.number);
    if (!citation) return;
    request.taken = true;
    this.page.leadAgain();
    this.turn(request.number);
    if (this.holds(citation)) this.takeFocus();
  }

  takeFocus() {
    if (!shared.byKeyboard) return;
    shared.byKeyboard = false;
    this.text.focus({ preventScroll: true });
  }

  // Show a sentence of the chat, where it is drawn; else the server is asked to draw it.
  seek({ exchange, at }) {
    const request = { exchange, at, taken: false };
    window.dispatchEvent(new CustomEvent("footnote-seek", { detail: request }));
    if (!request.taken) this.post.tell("seek", { exchange, at });
  }

  close() {
    this.root.hidden = true;
    this.post.tell("close");
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
    if (!this.keys.hidden) this.showKeys(false);
    else if (this.data.changes) this.turnOver(null);
    else this.close();
  }

  showKeys(shown) {
    this.keys.hidden = !shown;
    this.page.keysButton.setAttribute("aria-expanded", String(shown));
  }

  // Show what one change of the article did to its words, or the article again.
  turnOver(change, event) {
    shared.byKeyboard = !event || event.detail === 0;
    this.post.tell("history", { change });
  }

  draw() {
    const { changes } = this.data;
    this.root.classList.toggle("changing", Boolean(changes));
    if (changes) {
      this.page.leave();
      this.check.draw();
      drawChanges(this, changes);
      return announce(null, null);
    }
    this.page.draw();
    this.check.draw();
    this.search.follow();
    announce(this.citation ? this.data.exchange : null, this.citation ? this.data.number : null);
  }

  // It is closed: there is nobody left who could hear.
  leave() {
    this.post.unheard = [];
    announce(null, null);
  }

  closer() {
    return iconButton("close", "Close the article (Esc)", () => this.close());
  }
}

function iconButton(name, label, onClick) {
  const element = button("icon", icon(name), onClick);
  element.setAttribute("aria-label", label);
  element.title = label;
  return element;
}

// It does nothing now, and keeps the focus for when it does again.
function disable(element, isOff) {
  element.setAttribute("aria-disabled", String(isOff));
}

function announce(exchange, number) {
  window.dispatchEvent(new CustomEvent("footnote-active", { detail: { exchange, number } }));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const reader = (root.reader ??= new Reader(root));
  showTheme(root);
  reader.show(data.drawn, (told) => setTriggerValue("told", told));
  reader.rest();
  reader.listen();
  return () => {
    reader.rest();
    setTimeout(() => root.isConnected || reader.leave());
  };
}
