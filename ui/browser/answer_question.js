// A question, which can be edited where it stands, or asked again; either way it becomes a new one at the end.

Object.assign(PATHS, { edit: "M5 19h3.5L19 8.5l-3.5-3.5L5 15.5z", again: "M19 12a7 7 0 1 1-2.2-5.1M19 4v4.5h-4.5", stop: "M7 7h10v10H7z" });

const BELOW_HEADER = 76; // pixels from the page's top at which one reads on
const ENDED = ["answered", "abstained", "stopped"];

class Question {
  constructor(tell) {
    this.tell = tell;
    this.heading = words("h2", "question", "");
    this.origin = make("p", "origin");
    this.pencil = this.tool("edit", "Edit and ask again", () => this.edit());
    this.again = this.tool("again", "Ask again", () => this.ask(this.heading.textContent));
    this.read = make("div", "asking", this.heading, make("div", "tools", this.pencil, this.again));
    this.element = make("div", "", this.read, this.origin);
  }

  tool(name, label, act) {
    const tool = button("tool", icon(name), act);
    tool.setAttribute("aria-label", label);
    tool.title = label;
    return tool;
  }

  show({ question, origin, state, longest }) {
    this.longest = longest;
    this.heading.textContent = question;
    this.origin.textContent = origin ?? "";
    this.origin.hidden = !origin;
    this.again.hidden = !ENDED.includes(state);
  }

  edit() {
    const field = make("textarea", "field");
    field.rows = 1;
    field.dir = "auto";
    field.value = this.heading.textContent;
    field.maxLength = this.longest;
    field.setAttribute("aria-label", "Edit the question");
    field.addEventListener("keydown", (event) => this.onKey(event, field));
    const ask = button("ask", "Ask", () => this.ask(field.value));
    const cancel = button("press", "Cancel", () => this.close());
    const hint = make("span", "hint", "It is asked as a new question; this one stays.");
    this.editor = make("div", "editor", field, make("div", "row", ask, cancel, hint));
    this.read.hidden = true;
    this.read.after(this.editor);
    field.style.height = `${field.scrollHeight + 2}px`;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  onKey(event, field) {
    if (event.isComposing) return; // Enter takes a word that is being put together
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.ask(field.value);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
  }

  // Back to the question, and to what the editing began with.
  close() {
    this.editor?.remove();
    this.editor = null;
    this.read.hidden = false;
    this.pencil.focus({ preventScroll: true });
  }

  ask(question) {
    if (!question.trim()) return;
    if (this.editor) this.close();
    this.tell("edit", { question });
    toField();
  }
}

// Come to a question, once each time that it is asked for; again where it was drawn anew before it was settled.
function comeToQuestion(root, arrival) {
  if (arrival == null || (shared.arrival === arrival && [null, root].includes(shared.arriving))) return;
  Object.assign(shared, { arrival, arriving: root });
  holdAt(root, BELOW_HEADER, { ended: () => (shared.arriving = null) });
}
