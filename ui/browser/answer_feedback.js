// What one thinks of a reply: a thumb up or down, and why. It stays while the reply around it is drawn anew.

PATHS.thumb = "M7 11v9H3v-9zM7 11l4-8c1.6 0 2.6 1 2.6 2.6V9h5.2a2 2 0 0 1 2 2.4l-1.4 7a2 2 0 0 1-2 1.6H7";

class Feedback {
  constructor(tell) {
    this.tell = tell;
    this.given = { helpful: null, comment: "" };
    this.moved = 0;
    this.up = this.thumb(true, "Helpful");
    this.down = this.thumb(false, "Not helpful");
    this.said = make("span", "outcome");
    this.said.setAttribute("role", "status");
    this.thumbs = make("span", "thumbs", this.said, this.up, this.down);
    this.thumbs.setAttribute("role", "group");
    this.thumbs.setAttribute("aria-label", "Feedback on this reply");
    this.field = this.comment();
    const label = make("label", "", "Why? Anything that helps to do better ", make("span", "optional", "(optional)"), this.field);
    this.panel = make("div", "comment", label);
    this.panel.hidden = true;
  }

  thumb(helpful, label) {
    const thumb = button(helpful ? "thumb" : "thumb down", icon("thumb"), () => this.press(helpful));
    thumb.setAttribute("aria-label", label);
    thumb.title = label;
    return thumb;
  }

  comment() {
    const field = make("textarea");
    field.rows = 2;
    field.dir = "auto";
    field.addEventListener("blur", () => this.write());
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.leave(event);
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.write();
    });
    return field;
  }

  // Pressed once more, a thumb is taken back; a comment stays.
  press(helpful) {
    const taken = this.given.helpful === helpful;
    this.give({ helpful: taken ? null : helpful, comment: this.field.value });
    this.opened = !taken;
    this.draw();
  }

  write() {
    if (this.field.value.trim() !== this.given.comment.trim()) this.give({ ...this.given, comment: this.field.value });
  }

  leave(event) {
    event.stopPropagation();
    (this.given.helpful === false ? this.down : this.up).focus();
  }

  give(given) {
    this.given = given;
    this.said.textContent = "";
    this.moved = this.tell("feedback", given);
  }

  // The server's word on what was given; an older one than the last press is not followed.
  show(data) {
    const told = JSON.stringify(data);
    if (!data || this.told === told || data.moved < this.moved) return;
    this.told = told;
    const isTyping = this.field.getRootNode().activeElement === this.field;
    if (!isTyping) this.field.value = data.comment;
    this.given = { helpful: data.helpful, comment: data.comment };
    this.field.maxLength = data.longest;
    this.said.classList.toggle("troubled", data.troubled);
    this.said.textContent = data.moved && (data.troubled || this.moved) ? data.said : "";
    this.draw();
  }

  draw() {
    this.up.setAttribute("aria-pressed", String(this.given.helpful === true));
    this.down.setAttribute("aria-pressed", String(this.given.helpful === false));
    this.panel.hidden = !this.opened && !this.given.comment;
  }
}
