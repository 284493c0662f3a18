// Why a passage was found, and where the question's words stand in it. The words come from the server, never from here.

const ASKED_WORDS = "footnote-asked-words";

function whyOf(why) {
  const reasons = why.reasons.map((reason) => words("li", "", reason));
  return make("details", "why", make("summary", "", "Why this passage"), make("ul", "", ...reasons));
}

// The text with the question's words set off.
function withAskedWords(element, text, spans) {
  let at = 0;
  for (const [start, end] of spans ?? []) {
    element.append(text.slice(at, start), make("b", "asked", text.slice(start, end)));
    at = end;
  }
  element.append(text.slice(at));
  return element;
}

// The same in a text that has marks of its own already: as a highlight, which changes nothing in it.
function highlightAskedWords(element, spans) {
  if (!window.CSS?.highlights) return;
  const ranges = element ? spans.map(([start, end]) => rangeIn(element, start, end)).filter(Boolean) : [];
  if (ranges.length) CSS.highlights.set(ASKED_WORDS, new Highlight(...ranges));
  else CSS.highlights.delete(ASKED_WORDS);
}

function rangeIn(element, start, end) {
  const range = new Range();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  while (walker.nextNode()) {
    const { length } = walker.currentNode;
    if (!begun && start < at + length) {
      range.setStart(walker.currentNode, start - at);
      begun = true;
    }
    if (begun && end <= at + length) {
      range.setEnd(walker.currentNode, end - at);
      return range;
    }
    at += length;
  }
  return null;
}
