// What can be pressed while the reader has the focus.

const KEYS = [
  ["← → or [ ]", "previous and next citation"],
  ["j k", "next and previous paragraph"],
  ["/ or Ctrl F", "search in the article"],
  ["c", "checked"],
  ["x", "does not support"],
  ["n", "note"],
  ["Esc", "back to the answer"],
  ["?", "these keys"],
];

const PRESSED = {
  ArrowRight: (reader) => reader.step(1),
  ArrowLeft: (reader) => reader.step(-1),
  "]": (reader) => reader.step(1),
  "[": (reader) => reader.step(-1),
  j: (reader) => reader.page.stepParagraph(1),
  k: (reader) => reader.page.stepParagraph(-1),
  "/": (reader) => reader.search.open(),
  c: (reader) => reader.check.find(CHECKED),
  x: (reader) => reader.check.find(DOES_NOT_SUPPORT),
  n: (reader) => reader.check.writeNote(),
  "?": (reader) => reader.showKeys(reader.keys.hidden),
};

function pressed(event, reader) {
  if (event.target.matches("input:not([type=checkbox]), textarea") || reader.data.changes || event.defaultPrevented) return;
  const isFind = event.key.toLowerCase() === "f" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const act = isFind ? PRESSED["/"] : !event.altKey && !event.ctrlKey && !event.metaKey && PRESSED[event.key];
  if (!act) return;
  event.preventDefault(); // what opens a field is not typed into it
  act(reader);
}

function keysHelp() {
  const list = make("dl", "", ...KEYS.map(([keys, what]) => make("div", "", make("dt", "", keys), make("dd", "", what))));
  const help = make("section", "keys", make("h3", "", "Keys"), list);
  help.setAttribute("aria-label", "Keys");
  help.tabIndex = 0; // where there is little room it scrolls
  help.hidden = true;
  return help;
}
