// Passages that were found and not cited: the best at once, the others on demand.

function foundPassages(title, passages, atFirst, open) {
  const items = passages.map((passage) => foundPassage(passage, open));
  const list = make("ul", "nearest", ...items);
  const section = make("section", "", make("h3", "", title), list);
  const others = items.slice(atFirst);
  if (!others.length) return section;
  for (const item of others) item.hidden = true;
  const more = button("act", `Show ${others.length} more`, () => {
    for (const item of others) item.hidden = false;
    more.remove();
    others[0].firstChild.focus({ preventScroll: true });
  });
  section.append(make("p", "more", more));
  return section;
}

function foundPassage({ article, paragraph, text, outlet, where, why }, open) {
  const said = withAskedWords(words("span", "words", ""), text, why?.spans);
  const passage = button("passage", said, (event) => {
    rememberOrigin(passage, event);
    open({ article, paragraph });
  });
  passage.append(sourced("span", "where", outlet, where));
  return make("li", "", passage, why && whyOf(why));
}
