// One exchange: the question, and whatever there is of the reply to it.

const OPENS_WITHIN = 700; // milliseconds in which the reader, or the sheet on a phone, finds its place
const HEADER = 64; // pixels that Streamlit's header takes of the page's top
const SIGNS = { checked: "tick", "does not support": "cross" };
const SOUGHT_AT = 0.3; // of the window's height: where a sentence is shown that was looked for
const SETTLES_WITHIN = 8000; // milliseconds in which some hundred exchanges are drawn, on a busy machine too
const ACTS = ["wheel", "touchstart", "pointerdown", "keydown"];
const OF_THE_READER = ["c", "x", "n", "[", "]", "ArrowLeft", "ArrowRight", "?"];
const LONGEST_KEPT = 40; // characters of a last word that stays on one line with its markers; a longer one may be broken

class Exchange {
  constructor(root) {
    this.root = root;
    this.question = new Question((what, told) => this.tell(what, told));
    this.status = make("p", "status");
    this.status.setAttribute("role", "status");
    this.written = make("div", "written");
    this.stop = button("press stop", "Stop", () => this.tell("stop"));
    this.stop.prepend(icon("stop"));
    this.rest = make("div", "rest");
    this.tally = make("span", "tally");
    this.spoken = make("span", "unseen");
    this.spoken.setAttribute("aria-live", "polite");
    this.feedback = new Feedback((what, told) => this.tell(what, told));
    this.preview = new Preview();
    root.replaceChildren(this.question.element, this.written, this.status, this.stop, this.rest, this.spoken, this.preview.root);
    this.onActive = (event) => this.follow(event.detail);
    this.onMarked = ({ detail }) => detail.exchange === this.data.exchange && this.drawMarks(detail.marks);
    this.onSeek = ({ detail }) => detail.exchange === this.data.exchange && (detail.taken = this.seek(detail.at));
  }

  listen() {
    window.addEventListener("footnote-active", this.onActive);
    window.addEventListener("footnote-marked", this.onMarked);
    window.addEventListener("footnote-seek", this.onSeek);
  }

  leave() {
    window.removeEventListener("footnote-active", this.onActive);
    window.removeEventListener("footnote-marked", this.onMarked);
    window.removeEventListener("footnote-seek", this.onSeek);
  }

  show({ heard, post, ...data }, send) {
    this.post = postOf(post);
    this.post.attend(heard, send, this.root);
    const shown = JSON.stringify(data);
    if (this.shown === shown) return; // each run of the page brings all that is drawn
    this.shown = shown;
    const { active, marks, sought, feedback, file, arrival, ...drawn } = data;
    const drawing = JSON.stringify(drawn);
    if (!this.drawing) this.shorten();
    if (this.drawing !== drawing) {
      this.drawing = drawing;
      this.data = data;
      this.keepingPlace(() => this.draw(drawn));
    }
    const told = JSON.stringify(marks);
    this.drawMarks(this.told === told ? this.marks : marks); // the reader may have said something since
    this.told = told;
    this.feedback.show(feedback);
    if (file && shared.saved !== file.moved) this.save(file);
    this.tint(active);
    this.comeTo(sought);
    if (data.goal) this.arrive();
    comeToQuestion(this.root, arrival);
  }

  tell(what, told) {
    return this.post.tell(what, told);
  }

  // It comes with each drawing until it is here.
  save(file) {
    shared.saved = file.moved;
    saveFile(file);
    this.tell("taken");
  }

  // Once a visit, however often it is drawn.
  arrive() {
    const { turn } = this.data.link ?? {};
    if (!turn || shared.arrived === turn) return;
    shared.arrived = turn;
    requestAnimationFrame(() => arriveAt(this.question.heading, () => this.place(this.question.heading, HEADER + 8)));
  }

  draw(data) {
    this.question.show(data);
    this.root.dataset.state = data.state;
    this.status.textContent = data.status ?? (data.state === "answered" ? "Answered" : "");
    this.status.className = data.state === "answered" || data.state === "writing" ? "status unseen" : "status";
    this.status.hidden = !this.status.textContent;
    this.stop.hidden = !data.stoppable;
    this.drawWritten(data.groups ?? [], data.citations ?? []);
    const rest = JSON.stringify({ ...data, groups: null, citations: null, copies: null, status: null });
    if (this.drawnRest === rest) return;
    this.drawnRest = rest;
    this.drawRest(data);
  }

  drawWritten(groups, citations) {
    patch(this.written, groups, ({ outlet, when }) => [outlet, when], groupOf);
    groups.forEach(({ claims, tail }, at) => {
      const cited = ({ numbers }) => citations.filter((each) => numbers.includes(each.number));
      const items = claims.map((claim) => ({ claim, cited: cited(claim) }));
      if (tail) items.push({ tail });
      patch(this.written.children[at].firstChild, items, seen, (item) => this.sentence(item));
    });
  }

  drawRest(data) {
    this.rest.replaceChildren();
    if (data.state === "failed") this.rest.append(this.failure(data));
    if (data.reason) this.rest.append(words("p", "reason", data.reason));
    if (data.understood) this.rest.append(this.understood(data.understood));
    if (data.chips) this.rest.append(limitRow({ ...data, tell: (what, told) => this.tell(what, told) }));
    for (const remark of [...(data.ignored ?? []), ...(data.remarks ?? [])]) this.rest.append(words("p", "remark", remark));
    if (data.withheld?.length) this.rest.append(this.withheld(data));
    if (data.state === "abstained" && data.nearest.length) this.rest.append(this.found(data));
    if (["answered", "abstained", "stopped"].includes(data.state)) this.rest.append(this.footer(data));
  }

  // Why there is no reply, and what can be done.
  failure({ trouble, own_words_instead: ownWords }) {
    const said = words("p", "trouble", "");
    said.append(...trouble.map(({ text, command }) => (command ? make("code", "", text) : text)));
    said.setAttribute("role", "alert");
    const again = (label, own_words) => button("press", label, () => this.tell("again", { own_words }));
    const once = again("Try again", false);
    once.prepend(icon("again"));
    const instead = ownWords ? again("Answer in the articles' own words", true) : null;
    return make("div", "", said, make("div", "row", once, instead));
  }

  // What is drawn anew takes over the focus from what it replaces, and no preview is left without its marker.
  keepingPlace(draw) {
    const held = this.root.getRootNode().activeElement;
    draw();
    this.preview.hideOrphaned();
    if (!held || held.isConnected || !held.dataset.number) return;
    shared.quiet = true;
    this.root.querySelector(`button.marker[data-number="${held.dataset.number}"]`)?.focus({ preventScroll: true });
    shared.quiet = false;
  }

  // A tail is what no check has been made of yet; a marker in it opens nothing.
  sentence({ claim, cited, tail }) {
    if (tail) return make("span", "unchecked", tail);
    const sentence = make("span", "sentence", this.claim(claim, cited));
    const at = () => [...this.written.querySelectorAll(".sentence")].indexOf(sentence);
    sentence.append(sentenceCopier(() => this.data.copies?.[at()], this.spoken));
    return make("span", "", sentence, make("span", "gap", " "));
  }

  claim(claim, cited) {
    const sentence = make("span", `claim ${claim.support}`);
    sentence.dataset.numbers = claim.numbers.join(" ");
    const verbatim = claim.support === "quoted";
    const markers = claim.numbers.map((number) => this.marker(cited.find((each) => each.number === number), verbatim));
    const runs = claim.runs.map((run) => (run.over ? dated(run) : run.text));
    const end = make("span", "together"); // the last word and its markers stay on one line
    const last = runs.pop();
    const cut = typeof last === "string" ? last.lastIndexOf(" ") + 1 : 0;
    if (cut) runs.push(last.slice(0, cut));
    const word = cut ? last.slice(cut) : last;
    if (word.length > LONGEST_KEPT) end.className = "";
    end.append(word, ...markers);
    // ".", or whatever follows a dated word at once, does not begin a line.
    if (typeof last === "string" && !last.includes(" ") && runs.length) end.prepend(runs.pop());
    sentence.append(make("span", "said", ...runs, end));
    if (claim.speaker) sentence.append(words("span", "beside", `said by ${claim.speaker}`));
    if (claim.doubt) sentence.append(" ", words("span", claim.support === "remark" ? "beside" : "doubt", claim.doubt));
    return sentence;
  }

  marker(citation, verbatim) {
    const marker = button("marker", String(citation.number), (event) => this.open(event, marker, citation.number));
    marker.dataset.number = citation.number;
    const source = verbatim ? "Source, word for word," : "Source";
    marker.named = `${source} ${citation.number}: ${citation.outlet}, ${citation.where}`;
    marker.setAttribute("aria-label", marker.named);
    marker.setAttribute("aria-pressed", "false");
    marker.addEventListener("keydown", (event) => this.handOn(event, marker));
    this.preview.follow(marker, () => this.data.citations.find(({ number }) => number === citation.number));
    return marker;
  }

  // After a click the focus stays on the marker: the keys of the reader act from there, too.
  handOn(event, marker) {
    const isOpen = marker.getAttribute("aria-pressed") === "true" && shared.reader?.isConnected;
    if (!isOpen || !OF_THE_READER.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    shared.reader.dispatchEvent(new KeyboardEvent("keydown", { key: event.key }));
  }

  // The reader turns to the citation at once if it holds it; else the server is asked to open it.
  open(event, marker, number) {
    this.preview.hide();
    rememberOrigin(marker, event);
    const request = { exchange: this.data.exchange, number, taken: false };
    window.dispatchEvent(new CustomEvent("footnote-open", { detail: request }));
    if (!request.taken) this.tell("open", { number });
  }

  found(data) {
    const title = data.state === "abstained" ? "Nearest passages" : "Other passages found";
    return foundPassages(title, data.nearest, data.at_first, (passage) => this.tell("open", passage));
  }

  // How the question was understood, where that is not how it was asked.
  understood(alone) {
    const literally = button("act", "Ask as written", () => {
      this.tell("as_written");
      toField();
    });
    return make("p", "remark", "Understood as: ", words("bdi", "", alone), " · ", literally);
  }

  // No answer: behind a heading that says so, and without a single marker.
  withheld({ withheld: claims, withheld_as: title }) {
    const list = make("ul", "withheld", ...claims.map((claim) => make("li", "", this.claim(claim, []))));
    return make("details", "", words("summary", "", title), list);
  }

  footer(data) {
    const said = [
      data.writer && words("span", "", data.writer),
      data.borne_out && make("span", data.doubtful ? "doubtful" : "", data.borne_out),
      data.quotes && make("span", "", data.quotes),
    ];
    const footer = make("div", "footer", ...said, this.tally);
    if (data.copy) footer.append(...copyButton("act", "Copy answer with references", () => data.copy));
    if (data.link) footer.append(...linkCopier(data.link));
    footer.append(...exportMenu(data.forms, (form) => this.tell("export", { form })));
    if (data.own_words) footer.append(button("act", "Ask for the articles' own words", () => this.tell("own_words")));
    const parts = make("div", "", footer);
    if (data.state !== "stopped") {
      footer.append(this.feedback.thumbs);
      parts.append(this.feedback.panel);
    }
    if (data.state === "answered" && data.nearest.length)
      parts.append(make("details", "", make("summary", "", "Other passages found"), this.found(data)));
    if (data.spent?.length) {
      const spent = data.spent.map((each) => make("li", "", each));
      parts.append(make("details", "", make("summary", "", "Details"), make("ul", "spent", ...spent)));
    }
    return parts;
  }

  // What was found of each citation, small at its marker and counted under the answer.
  drawMarks(marks) {
    this.marks = marks;
    const said = new Map(marks.map((mark) => [mark.number, mark]));
    for (const marker of this.root.querySelectorAll("button.marker")) drawFound(marker, said.get(Number(marker.dataset.number)));
    this.tally.textContent = tallied(marks, this.data.citations ?? []);
    this.tally.hidden = !this.tally.textContent;
  }

  // Show one sentence, by its place in the reply; whether it is drawn here.
  seek(at, within = OPENS_WITHIN) {
    const claim = this.written.querySelectorAll(".claim")[at];
    const marker = claim?.querySelector("button.marker");
    if (!marker) return false;
    claim.classList.add("sought");
    marker.addEventListener("blur", () => claim.classList.remove("sought"), { once: true });
    shared.quiet = true;
    marker.focus({ preventScroll: true });
    shared.quiet = false;
    Object.assign(shared, { origin: marker, top: null });
    this.place(claim, innerHeight * SOUGHT_AT, within);
    return true;
  }

  // The server has drawn what was sought; what is drawn above it a little later must not push it away, unless one has
  // gone on meanwhile.
  comeTo(sought) {
    if (!sought || sought.moved <= (shared.sought ?? 0)) return;
    shared.sought = sought.moved;
    const settling = new ResizeObserver(() => this.seek(sought.at, DRAWN_WITHIN));
    const leave = () => {
      settling.disconnect();
      for (const act of ACTS) window.removeEventListener(act, leave, true);
    };
    for (const act of ACTS) window.addEventListener(act, leave, true);
    setTimeout(leave, SETTLES_WITHIN);
    settling.observe(chatColumn(this.root) ?? this.root);
    const claim = this.written.querySelectorAll(".claim")[sought.at];
    if (claim) holdAt(claim, innerHeight * SOUGHT_AT); // Streamlit keeps a page at its end, whatever comes in
  }

  tint(number) {
    for (const marker of this.root.querySelectorAll("button.marker"))
      marker.setAttribute("aria-pressed", String(Number(marker.dataset.number) === number));
    for (const claim of this.root.querySelectorAll(".claim"))
      claim.classList.toggle("open", claim.dataset.numbers.split(" ").includes(String(number)));
  }

  follow({ exchange, number }) {
    const mine = exchange === this.data.exchange ? number : null;
    this.tint(mine);
    if (number === null && shared.top === null) this.shorten();
    if (!this.holdStill() && mine !== this.followed) this.uncover(mine);
    this.followed = mine;
  }

  // Take back what made the page longer.
  shorten() {
    chatColumn(this.root)?.style.removeProperty("min-height");
  }

  // Opening the reader narrows this column: keep what was clicked where it was.
  holdStill() {
    const { origin, top } = shared;
    if (top === null || !origin || !this.root.contains(origin)) return false;
    shared.top = null;
    this.place(origin, top);
    return true;
  }

  // Turning to another citation on a phone: show what it is of above the sheet.
  uncover(number) {
    const marker = number !== null && this.root.querySelector(`button.marker[data-number="${number}"]`);
    if (marker && aboveSheet() !== null) this.place(marker, marker.getBoundingClientRect().top);
  }

  // Scroll so that it stands that high, or else where the sheet leaves it to be seen.
  place(element, top, within = OPENS_WITHIN) {
    const goal = () => {
      const end = aboveSheet();
      return end === null ? top : Math.max(HEADER, Math.min(top, end - 2 * element.getBoundingClientRect().height));
    };
    const scroll = (by) => scrollPage(this.root, by);
    requestAnimationFrame(() => holdAt(element, goal, { within, scroll }));
  }
}

// Of a sentence; all else of what it cites is looked up when one asks for it.
function seen({ claim, cited, tail }) {
  return { claim, tail, cited: cited?.map(({ number, outlet, where }) => [number, outlet, where]) };
}

// Draw anew only what has changed: what one points at, or has the focus on, stays.
function patch(parent, items, partOf, build) {
  items.forEach((item, at) => {
    const there = parent.children[at];
    const drawing = JSON.stringify(partOf(item));
    if (there?.drawing === drawing) return;
    const drawn = Object.assign(build(item), { drawing });
    if (there) there.replaceWith(drawn);
    else parent.append(drawn);
  });
  while (parent.children.length > items.length) parent.lastElementChild.remove();
}

// What is said of a citation: a sign, and words for those who do not see it.
function drawFound(marker, mark) {
  const { finding, note, wrong, trouble } = mark ?? {};
  const found = [finding, wrong && "another passage should have been cited", note && "with a note", trouble && "not saved"];
  marker.setAttribute("aria-label", [marker.named, ...found.filter(Boolean)].join(", "));
  const sign = SIGNS[finding] ?? ((note || wrong) && "note");
  marker.sign ??= marker.appendChild(make("span"));
  marker.sign.className = `sign ${sign || ""}`;
  marker.sign.replaceChildren(...(sign ? [icon(sign)] : []));
  marker.toggleAttribute("data-unsaved", Boolean(trouble));
}

function tallied(marks, citations) {
  const checked = marks.filter(({ finding }) => finding);
  const doubted = checked.filter(({ finding }) => finding !== "checked").length;
  if (!checked.length) return "";
  const of = citations.length === 1 ? "1 source" : `${citations.length} sources`;
  const against = doubted ? `, ${doubted} ${doubted === 1 ? "does" : "do"} not support` : "";
  return `${checked.length} of ${of} checked${against}`;
}

function groupOf({ outlet, when }) {
  const text = make("p", "text");
  text.dir = "auto";
  return outlet == null
    ? make("div", "group", text)
    : make("div", "group quoted", text, sourced("p", "source", outlet, when));
}

// The day that was meant, small over the words that leave it open.
function dated({ text, over }) {
  const day = make("rt", "", over);
  day.lang = "en";
  return make("ruby", "", text, day);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".exchanges");
  if (isLate(list, data.drawn)) return;
  const roots = rootsOf(list, data.drawn);
  data.drawn.forEach((drawn, at) => roots[at].exchange.show(drawn, (told) => setTriggerValue("told", told)));
  return () => leaveAll(list);
}
