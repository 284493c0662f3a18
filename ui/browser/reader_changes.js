// What one change of the article did to its words, in place of its text.

function drawChanges(reader, changes) {
  if (reader.drawnChanges === changes) return;
  reader.drawnChanges = changes;
  const back = button("primary", "Back to the article", (event) => reader.turnOver(null, event));
  reader.header.replaceChildren(
    make("div", "bar", make("span", "position", `Change ${changes.number} of ${changes.of}`), reader.closer()),
    words("h2", "", changes.title),
    make("p", "byline", `What changed, as read on ${changes.when}`),
    make("p", "legend", make("ins", "", "added"), make("del", "", "taken out")),
  );
  reader.text.replaceChildren(...folded(changes.rows));
  reader.text.scrollTop = 0;
  reader.text.setAttribute("aria-label", "What changed");
  setLanguage(reader.text, reader.article.language);
  reader.footer.replaceChildren(back);
}

// Rows of a change, with those between that were kept folded but for the nearest.
function folded(rows) {
  const shown = rows.map((row, at) => [at - 1, at, at + 1].some((near) => rows[near] && rows[near].fate !== "kept"));
  const parts = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && !shown[end]) end++;
    if (end - at > 1) parts.push(unchanged(rows.slice(at, end)));
    else parts.push(...rows.slice(at, end).map(changedRow));
    if (end < rows.length) parts.push(changedRow(rows[end++]));
    at = end;
  }
  return parts;
}

function unchanged(rows) {
  return make("details", "fold", make("summary", "", `${rows.length} paragraphs unchanged`), ...rows.map(changedRow));
}

function changedRow({ fate, number, kind, runs }) {
  const tags = { gone: "del", new: "ins" };
  const text = words("p", "", "");
  text.append(...runs.map((run) => (run.mark ? make(tags[run.mark], "", run.text) : run.text)));
  return make("div", `row ${fate}`, make("span", "number", number && String(number)), make("div", "", kind && make("p", "kind", kind), text));
}
