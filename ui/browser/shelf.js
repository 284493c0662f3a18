// The newest articles of the library, or those that a filter leaves.

const TYPED = 200; // milliseconds without a key before the filter is sent

class Shelf {
  constructor(root) {
    this.root = root;
    this.post = postOf("shelf");
    this.filter = make("input", "filter");
    this.filter.type = "search";
    this.filter.placeholder = "Filter by title or outlet";
    this.filter.setAttribute("aria-label", "Filter the articles by title or outlet");
    this.filter.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.setFilter(this.filter.value), TYPED);
    });
    this.list = make("ul");
    this.note = make("p", "note");
    this.note.setAttribute("role", "status");
    root.replaceChildren(this.filter, this.list, this.note);
  }

  show({ heard, articles, filterable, note }, send, setFilter) {
    this.post.attend(heard, send, this.root);
    this.setFilter = setFilter;
    this.filter.hidden = !filterable;
    this.note.textContent = note;
    this.note.hidden = !note;
    const drawing = JSON.stringify(articles);
    if (this.drawing === drawing) return;
    this.drawing = drawing;
    this.list.replaceChildren(...articles.map((article) => this.item(article)));
  }

  item({ id, title, outlet, when }) {
    const item = button("article", words("span", "title", title), (event) => {
      rememberOrigin(item, event);
      this.post.tell("open", { article: id });
      uncoverOnPhone();
    });
    item.append(sourced("span", "source", outlet, when));
    return make("li", "", item);
  }
}

export default function ({ data, parentElement, setTriggerValue, setStateValue }) {
  const root = parentElement.querySelector(".root");
  const shelf = (root.shelf ??= new Shelf(root));
  shelf.show(
    data.drawn,
    (told) => setTriggerValue("told", told),
    (text) => setStateValue("filter", text),
  );
}
