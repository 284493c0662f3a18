// Facts with their names: as lines, or as figures side by side; and a button that copies a text.

function term({ name, values }) {
  return make("div", "fact", make("dt", "", name), ...values.map((value) => words("dd", "", value)));
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  showTheme(root);
  const drawing = JSON.stringify(data);
  if (root.drawing === drawing) return;
  root.drawing = drawing;
  const list = make("dl", data.figures ? "figures" : "lines", ...data.facts.map(term));
  const copier = data.copy ? copyButton("copy", data.copy.label, () => data.copy.text) : [];
  root.replaceChildren(...(data.facts.length ? [list] : []), ...copier);
}
