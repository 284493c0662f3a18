// What is taken along of a reply: a sentence with its references, a link, a file.

PATHS.copy = "M9 9h11v11H9zM15 9V4H4v11h5";

const SHOWN_AS_COPIED = 1600; // milliseconds

// Copies the sentence that it stands behind; textOf finds the words when they are asked for.
function sentenceCopier(textOf, spoken) {
  const copier = button("take", icon("copy"), async () => {
    const text = textOf();
    if (!text) return;
    await copyText(text);
    copier.replaceChildren(icon("tick"));
    spoken.textContent = "Sentence copied";
    setTimeout(() => {
      copier.replaceChildren(icon("copy"));
      spoken.textContent = "";
    }, SHOWN_AS_COPIED);
  });
  copier.setAttribute("aria-label", "Copy this sentence with its reference");
  copier.title = "Copy this sentence with its reference";
  return copier;
}

// The address that opens the conversation at this reply, wherever the page is served from.
function linkTo(link) {
  const page = location.pathname.replace(/library$/, "");
  return `${location.origin}${page}?${new URLSearchParams(link)}`;
}

function linkCopier(link) {
  const [copier, spoken] = copyButton("act", "Copy link", () => linkTo(link));
  copier.append(make("span", "unseen", " to this reply"));
  return [copier, spoken];
}

// A list of formats under a button; a click outside of it, or Escape, closes it.
function exportMenu(forms, choose) {
  const list = make("div", "forms", ...forms.map(([form, label]) => button("form", label, () => pick(form))));
  list.setAttribute("popover", "auto");
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", "Export this reply as");
  const opener = button("act", "Export", () => {
    list.togglePopover();
    if (list.matches(":popover-open")) settle(list, opener); // at once, for the next key may be pressed already
  });
  opener.append(make("span", "unseen", " this reply"));
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-haspopup", "true");
  // A press on the button itself would close it first, and the click open it again.
  opener.addEventListener("pointerdown", (event) => list.matches(":popover-open") && event.preventDefault());
  list.addEventListener("toggle", () => {
    opener.setAttribute("aria-expanded", String(list.matches(":popover-open")));
  });
  const close = (event) => {
    if (event.key !== "Escape" || !list.matches(":popover-open")) return;
    event.stopPropagation();
    event.preventDefault();
    list.hidePopover();
    opener.focus();
  };
  for (const each of [opener, list]) each.addEventListener("keydown", close);
  function pick(form) {
    list.hidePopover();
    opener.focus({ preventScroll: true });
    choose(form);
  }
  return [opener, list];
}

function settle(list, opener) {
  const at = opener.getBoundingClientRect();
  const below = at.bottom + list.offsetHeight + 12 < innerHeight;
  list.style.left = `${Math.max(8, Math.min(at.left, innerWidth - list.offsetWidth - 8))}px`;
  list.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - list.offsetHeight - 6)}px`;
  list.firstElementChild.focus({ preventScroll: true });
}

function saveFile({ name, mime, content }) {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = make("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// Bring a reply to the top of the page, and keep it there while what stands around it comes in, until somebody moves:
// Streamlit keeps a page at its end that was there when more came in.
function arriveAt(heading, place) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  const column = chatColumn(heading);
  const watch = new ResizeObserver(place);
  if (column) watch.observe(column);
  const scroller = scrollParent(heading);
  scroller?.addEventListener("scroll", place);
  place();
  const moves = ["wheel", "touchmove", "pointerdown", "keydown"];
  const leave = () => {
    watch.disconnect();
    scroller?.removeEventListener("scroll", place);
    for (const each of moves) window.removeEventListener(each, leave, true);
  };
  for (const each of moves) window.addEventListener(each, leave, true);
  setTimeout(leave, DRAWN_WITHIN);
}
