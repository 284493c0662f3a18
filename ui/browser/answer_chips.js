// What a reply was limited to: set by whoever asked, or found in the question. Each can be taken back, others added.

function limitRow({ given, chips, tell }) {
  const row = make("div", "limits");
  const setByAsker = given.map(({ limit, label }) => chip(label, () => tell("widen", { limit })));
  const found = chips.map(({ words: cue, label }) => chip(label, () => tell("ignore", { words: cue })));
  if (given.length) row.append(chipList("Set by you", "chips given", setByAsker, true));
  if (chips.length) row.append(chipList("Understood in the question", "chips", found, given.length > 0));
  const add = button("chip add", "Only in …", () => tell("narrow"));
  add.prepend(icon("add"));
  add.setAttribute("aria-label", "Ask again only in chosen dates, outlets, authors or articles");
  add.title = "Ask again within other limits";
  row.append(add);
  return row;
}

function chipList(label, className, chips, isNamed) {
  const list = make("ul", className, ...chips.map((each) => make("li", "", each)));
  list.setAttribute("aria-label", label);
  return isNamed ? make("div", "named", make("span", "caption", label), list) : list;
}

function chip(label, takeBack) {
  const made = button("chip", words("span", "", label), () => {
    takeBack();
    toField(); // the chip goes, and the focus with it
  });
  made.append(icon("close"));
  made.setAttribute("aria-label", `${label}. Ask again without this`);
  made.title = "Ask again without this";
  return made;
}
