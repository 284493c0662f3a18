// From a paragraph back to the sentences of the conversation that rest on it.

function drawResting(rows, resting, reader) {
  for (const [number, row] of rows) {
    const sentences = resting[number] ?? [];
    const drawing = JSON.stringify(sentences);
    if (row.resting?.drawing === drawing) continue;
    row.resting?.remove();
    row.resting = Object.assign(restingNote(sentences, reader), { drawing });
    if (sentences.length) row.paragraph.parentElement.append(row.resting);
  }
}

function restingNote(sentences, reader) {
  const count = sentences.length === 1 ? "1 sentence" : `${sentences.length} sentences`;
  const list = make("ul", "", ...sentences.map((each) => make("li", "", sentenceButton(each, reader))));
  return make("details", "resting", make("summary", "", `Cited by ${count}`), list);
}

function sentenceButton(sentence, reader) {
  const numbers = sentence.numbers.map((number) => ` [${number}]`).join("");
  const asked = words("span", "asked", sentence.question);
  const element = button("back", words("span", "", sentence.text), () => reader.seek(sentence));
  element.append(numbers, asked);
  element.title = "Show this sentence in the chat";
  return element;
}
