// The conversations: by their days, or those in which words were found.

Object.assign(PATHS, {
  rename: "M5 19h3.5L19 8.5l-3.5-3.5L5 15.5z",
  delete: "M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7",
});

const TYPED = 250; // milliseconds without a key before words are searched for

class Conversations {
  constructor(root) {
    this.root = root;
    this.post = postOf("conversations");
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", "Conversations");
    this.search = make("input", "search");
    this.search.type = "search";
    this.search.placeholder = "Search conversations";
    this.search.setAttribute("aria-label", "Search conversations: names, questions, answers, quotes, and titles and outlets of sources");
    this.search.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.setWords(this.search.value), TYPED);
    });
    this.undo = make("div", "undo");
    this.undo.setAttribute("role", "status");
    this.trouble = words("p", "trouble", "");
    this.trouble.setAttribute("role", "alert");
    this.list = make("div", "list");
    this.note = make("p", "note");
    this.note.setAttribute("role", "status");
    this.deleted = make("details", "", make("summary", "", "Recently deleted"));
    this.frames = make("div", "frames", make("div"), make("div"), make("div"));
    root.replaceChildren(make("h2", "", "Conversations"), this.search, this.undo, this.trouble, this.frames, this.list, this.note, this.deleted);
    root.addEventListener("keydown", (event) => this.onArrow(event));
  }

  show({ heard, ...data }, send, setWords) {
    this.post.attend(heard, send, this.root);
    this.setWords = setWords;
    this.waiting = data;
    if (!this.renaming) this.draw(data);
  }

  draw(data) {
    const drawing = JSON.stringify(data);
    if (this.drawing === drawing) return;
    this.drawing = drawing;
    const held = this.held();
    this.frames.hidden = data.state !== "loading";
    this.search.hidden = data.state !== "listed" || !(data.groups.length || data.words);
    this.note.textContent = data.note ?? "";
    this.note.hidden = !data.note;
    this.trouble.textContent = data.trouble ?? "";
    this.trouble.hidden = !data.trouble;
    this.drawUndo(data.undo);
    this.drawDeleted(data.deleted ?? []);
    this.list.hidden = data.state !== "listed";
    if (data.state === "listed") this.list.replaceChildren(...(data.words ? this.found(data) : this.listed(data)));
    this.hold(held);
    this.turnToBroughtBack();
  }

  listed({ groups, open, more }) {
    const drawn = groups.map(({ label, items }) => {
      const list = make("ul", "", ...items.map((each) => this.item(each, open)));
      list.setAttribute("aria-label", label);
      return make("section", "", make("h3", "", label), list);
    });
    if (more) {
      const label = more === 1 ? "Show 1 more" : `Show more (${more.toLocaleString("en")})`;
      drawn.push(named(button("more", label, () => this.post.tell("more")), "more"));
    }
    return drawn;
  }

  item(conversation, open) {
    const { id, name, when } = conversation;
    const opener = named(words("button", "name", name), `open ${id}`);
    opener.type = "button";
    opener.title = `${name}\n${when}`;
    opener.addEventListener("click", () => this.open({ id }));
    if (id === open) opener.setAttribute("aria-current", "page");
    const item = make("li", "item", opener);
    const rename = this.tool("rename", `Rename ${name}`, id, () => this.rename(item, conversation));
    const remove = this.tool("delete", `Delete ${name}`, id, () => this.remove(item, conversation));
    opener.addEventListener("keydown", (event) => {
      if (event.key === "F2") this.rename(item, conversation);
      if (event.key === "Delete") this.remove(item, conversation);
    });
    item.append(make("span", "tools", rename, remove));
    return item;
  }

  tool(what, label, id, act) {
    const tool = named(button("tool", icon(what), act), `${what} ${id}`);
    tool.setAttribute("aria-label", label);
    tool.title = what === "rename" ? "Rename" : "Delete";
    return tool;
  }

  found({ found, open }) {
    const list = make("ul", "");
    list.setAttribute("aria-label", "Found");
    for (const { id, name, when, named: runs, hits, further } of found ?? []) {
      const opener = named(button("name", "", () => this.open({ id })), `open ${id}`);
      opener.append(marked("span", "title", runs ?? [{ text: name }]));
      opener.title = `${name}\n${when}`;
      if (id === open) opener.setAttribute("aria-current", "page");
      const places = hits.map(({ turn, part, number, runs: said }, at) => {
        const hit = named(button("hit", marked("span", "", said), () => this.open({ id, turn, number, said: textOf(said) })), `${id} ${at}`);
        const where = `${part[0].toUpperCase()}${part.slice(1)}${number ? ` ${number}` : ""}`;
        hit.prepend(make("span", "where", `${where} `));
        return make("li", "", hit);
      });
      const item = make("li", "item found", opener, places.length ? make("ul", "", ...places) : null);
      if (further) item.append(make("p", "further", further));
      list.append(item);
    }
    return [list];
  }

  open(asked) {
    this.post.tell("open", { number: null, turn: null, ...asked });
    uncoverOnPhone();
  }

  // Enter and leaving the field keep the new name, Escape does not.
  rename(item, conversation) {
    const { id, name } = conversation;
    if (this.renaming) return;
    const field = make("input", "field");
    field.value = name;
    field.maxLength = 200;
    field.dir = "auto";
    field.setAttribute("aria-label", `New name of ${name}`);
    const opener = item.querySelector(".name");
    const end = (keeps, focuses) => {
      if (this.renaming !== field) return;
      this.renaming = null;
      const given = field.value.trim();
      if (keeps && given && given !== name) {
        opener.textContent = conversation.name = given;
        this.post.tell("rename", { id, name: given });
        this.drawing = null;
      }
      field.replaceWith(opener);
      item.classList.remove("renamed");
      if (focuses) opener.focus({ preventScroll: true });
      else this.draw(this.waiting);
    };
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (["Enter", "Escape"].includes(event.key)) event.preventDefault(); // the name, focused next, is not pressed
      if (event.key === "Enter") end(true, true);
      if (event.key === "Escape") end(false, true);
    });
    field.addEventListener("blur", () => end(true, false));
    this.renaming = field;
    item.classList.add("renamed");
    opener.replaceWith(field);
    field.focus();
    field.select();
  }

  // Gone at once; where the focus was on it, the way back has it.
  remove(item, { id, name }) {
    this.awaitsUndo = item.contains(this.root.getRootNode().activeElement);
    item.remove();
    this.drawing = null; // it comes back where it could not be deleted
    this.post.tell("delete", { id, name });
  }

  // Where it was brought back from is gone; what was brought back has the focus.
  restore(id) {
    this.broughtBack = `open ${id}`;
    this.post.tell("restore", { id });
  }

  drawUndo(undo) {
    this.undo.hidden = !undo;
    if (!undo) return this.undo.replaceChildren();
    const back = named(button("act", "Undo", () => this.restore(undo.id)), "undo");
    back.setAttribute("aria-label", `Undo: bring back ${undo.name}`);
    this.undo.replaceChildren(make("span", "", "Deleted “", make("bdi", "", undo.name), "”."), " ", back);
    if (this.awaitsUndo) back.focus();
    this.awaitsUndo = false;
  }

  drawDeleted(deleted) {
    this.deleted.hidden = !deleted.length;
    const items = deleted.map(({ id, name, removed }) => {
      const back = named(button("act", "Restore", () => this.restore(id)), `restore ${id}`);
      back.setAttribute("aria-label", `Restore ${name}`);
      return make("li", "removed", make("span", "", words("span", "title", name), make("span", "when", removed)), back);
    });
    const note = make("p", "note", "Kept for 30 days.");
    this.deleted.replaceChildren(this.deleted.firstChild, make("ul", "", ...items), note);
  }

  // What is drawn anew takes over the focus from what it replaces.
  held() {
    return this.root.getRootNode().activeElement?.dataset?.what;
  }

  hold(what) {
    if (!what || this.held() === what) return;
    const all = [...this.root.querySelectorAll("[data-what]")];
    const same = all.find((each) => each.dataset.what === what);
    (same ?? (what === "more" ? this.firstNew() : null))?.focus({ preventScroll: true });
  }

  turnToBroughtBack() {
    const back = [...this.list.querySelectorAll("[data-what]")].find((each) => each.dataset.what === this.broughtBack);
    if (!back) return;
    this.broughtBack = null;
    if (document.activeElement === document.body) back.focus({ preventScroll: true }); // else it has gone on meanwhile
  }

  firstNew() {
    return [...this.list.querySelectorAll(".name")].at(-1);
  }

  onArrow(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = [this.search, ...this.list.querySelectorAll(".name, .hit, .more")];
    const at = all.indexOf(this.root.getRootNode().activeElement);
    if (!by || at < 0 || !all[at + by]) return;
    event.preventDefault();
    all[at + by].focus();
  }
}

// By what it does it is found again when it was drawn anew.
function named(element, what) {
  element.dataset.what = what;
  return element;
}

// The words themselves, without what says that the text goes on.
function textOf(runs) {
  return runs.map(({ text }) => text).join("").replace(/^…|…$/g, "");
}

function marked(tag, className, runs) {
  const text = words(tag, className, "");
  text.append(...runs.map(({ text: said, marked: is }) => (is ? make("mark", "", said) : said)));
  return text;
}

export default function ({ data, parentElement, setTriggerValue, setStateValue }) {
  const root = parentElement.querySelector(".root");
  const conversations = (root.conversations ??= new Conversations(root));
  showTheme(root);
  conversations.show(
    data.drawn,
    (told) => setTriggerValue("told", told),
    (text) => setStateValue("words", text),
  );
}
