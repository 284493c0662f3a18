// Shared by the components. Every string that an article or a model wrote goes in as a text node.

// What the components know of each other: they live in separate shadow trees.
const shared = (window.footnote ??= beginning());

function beginning() {
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-testid=stSidebarNavLink]")) setTimeout(uncoverOnPhone);
    keepPlaceBelow(event.target.closest?.("[class*=st-key-earlier_], [class*=st-key-more_]"));
  });
  return { origin: null, top: null, byKeyboard: false, quiet: false, reader: null, arrived: null, arrival: null, arriving: null, opened: 0, posts: {}, roots: {} };
}

// On a phone the sidebar covers the page, and with it what was asked for there.
function uncoverOnPhone() {
  if (innerWidth > 768) return;
  document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
}

const DRAWN_WITHIN = 6000; // milliseconds that what is drawn above may take, on a busy machine too
const ALL_DRAWN_WITHIN = 30000; // twenty exchanges at once
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];

// What comes in the place of a button leaves the question behind it where it stands.
function keepPlaceBelow(asked) {
  const follows = (each) => asked.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = asked && [...document.querySelectorAll("[class*=st-key-exchange]")].find(follows);
  if (!next) return;
  const key = [...next.classList].find((name) => name.startsWith("st-key-exchange"));
  // Found anew each time: Streamlit at times throws an exchange away and draws it again.
  const found = () => document.querySelector(`.${key}`);
  holdAt(next, next.getBoundingClientRect().top, { within: ALL_DRAWN_WITHIN, found });
}

// Scroll so that it stands that high, a figure or what gives one, whatever is drawn around it, for so long or until
// somebody moves; then it is `ended`. What is thrown away meanwhile is held no more, unless its successor is found.
// One thing is held at a time.
function holdAt(element, top, { within = DRAWN_WITHIN, ended, found = () => element.isConnected && element, scroll } = {}) {
  const scroller = scrollParent(element);
  const by = scroll ?? ((moved) => (scroller.scrollTop += moved));
  let end = performance.now() + within;
  shared.leaveHeld?.();
  const leave = () => {
    end = 0;
    if (shared.leaveHeld === leave) shared.leaveHeld = null;
    ended?.();
    for (const each of MOVES) window.removeEventListener(each, leave, { capture: true });
  };
  shared.leaveHeld = leave;
  for (const each of MOVES) window.addEventListener(each, leave, { capture: true, passive: true });
  const step = () => {
    if (!end) return;
    if (!scroller || performance.now() > end) return leave();
    const held = found();
    if (held === false) return leave();
    const goal = typeof top === "function" ? top() : top;
    const moved = held ? held.getBoundingClientRect().top - goal : 0;
    if (Math.abs(moved) > 1) by(moved);
    requestAnimationFrame(step);
  };
  step();
}

const SENT_AGAIN = 500; // milliseconds until what was not heard is sent again, then twice as many each time
const GIVEN_UP = 64000;

// What a component tells the server, in its order, each again until it is heard; see ui/post.py.
class Post {
  constructor(name) {
    this.name = name;
    this.unheard = [];
    this.last = 0;
  }

  // With each drawing, by what is drawn: what was heard by now, and how to tell more.
  attend(heard, send, teller) {
    this.send = send;
    this.teller = teller;
    const before = this.unheard.length;
    this.unheard = this.unheard.filter(({ moved }) => moved > heard);
    if (this.unheard.length < before) this.deliver(SENT_AGAIN); // where several came at once, some may still wait
  }

  tell(what, told = {}) {
    this.last = Math.max(Date.now(), this.last + 1);
    this.unheard.push({ ...told, what, moved: this.last });
    this.deliver(SENT_AGAIN);
    return this.last;
  }

  deliver(wait) {
    clearTimeout(this.timer);
    this.unheard = this.unheard.filter(({ moved }) => moved !== shared.opened); // the reader shows it
    if (!this.unheard.length || wait > GIVEN_UP) return;
    // What is told for something that is gone would be lost, and with it what Streamlit sends in the same moment.
    if (this.teller.isConnected) this.send({ post: this.name, messages: this.unheard });
    this.timer = setTimeout(() => this.deliver(2 * wait), wait);
  }
}

// By its name it is found again where Streamlit throws a component away and draws it anew.
function postOf(name) {
  return (shared.posts[name] ??= new Post(name));
}

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child != null && child !== "" && child !== 0));
  return element;
}

function words(tag, className, text) {
  const element = make(tag, className, text);
  element.dir = "auto"; // the direction of what others wrote is theirs, and ends with their text
  return element;
}

// "Outlet, the rest": the direction of the outlet's name does not reach into the rest.
function sourced(tag, className, outlet, rest) {
  return make(tag, className, make("bdi", "", outlet), `, ${rest}`);
}

function button(className, label, onClick) {
  const element = make("button", className, label);
  element.type = "button";
  element.addEventListener("click", onClick);
  return element;
}

const PATHS = {
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  close: "M6 6l12 12M18 6L6 18",
  add: "M12 5v14M5 12h14",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M15.3 15.3L20 20",
  keys: "M9 9a3 3 0 1 1 4.2 2.75C12.4 12.1 12 12.7 12 14M12 17.6v.1M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18",
  tick: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M7 7l10 10M17 7L7 17",
  note: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea"); // over plain http the clipboard is closed to scripts
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

function copyButton(className, label, textOf) {
  const spoken = make("span", "unseen");
  spoken.setAttribute("aria-live", "polite");
  const copier = button(className, label, async () => {
    await copyText(textOf());
    copier.firstChild.data = "Copied";
    spoken.textContent = "Copied";
    setTimeout(() => {
      copier.firstChild.data = label;
      spoken.textContent = "";
    }, 1600);
  });
  return [copier, spoken];
}

// Streamlit does not say whether the theme is dark; its text is light then.
function isDark(root) {
  const parts = getComputedStyle(root).color.match(/[\d.]+/g) ?? [0, 0, 0];
  return parts[0] * 0.299 + parts[1] * 0.587 + parts[2] * 0.114 > 128;
}

function showTheme(root) {
  root.classList.toggle("dark", isDark(root));
}

function rememberOrigin(element, event) {
  shared.origin = element;
  shared.top = element.getBoundingClientRect().top;
  shared.byKeyboard = event.detail === 0;
  shared.asked = performance.now();
}

// The height down to which the page can be seen while the article is a sheet over it; null where it is none.
function aboveSheet() {
  const { reader } = shared;
  const covers = reader?.isConnected && !reader.hidden && getComputedStyle(reader).position === "fixed";
  return covers ? reader.getBoundingClientRect().top : null;
}

// Where the next question is typed; by touch that would bring up a keyboard over what one wants to read.
function toField() {
  if (matchMedia("(pointer: coarse)").matches) return;
  document.querySelector("[data-testid=stChatInputTextArea]")?.focus({ preventScroll: true });
}

function scrollParent(element) {
  let parent = element;
  while (parent && !/auto|scroll/.test(getComputedStyle(parent).overflowY))
    parent = parent.parentElement ?? parent.getRootNode().host;
  return parent;
}

function chatColumn(element) {
  return element.getRootNode().host?.closest(".st-key-chat_column");
}

// Scroll the page, made longer where it is too short for that. What is drawn later fills the room first, so that
// the page keeps its place while an answer grows.
function scrollPage(element, by) {
  const scroller = scrollParent(element);
  const column = chatColumn(element);
  if (!scroller || !column) return;
  const goal = scroller.scrollTop + by;
  const spare = () => scroller.scrollHeight - scroller.clientHeight - goal;
  if (spare() < 0) {
    column.style.minHeight = `${column.offsetHeight + scroller.clientHeight}px`;
    column.style.minHeight = `${column.offsetHeight - spare()}px`;
  }
  scroller.scrollTop = goal;
}
