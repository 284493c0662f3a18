// Several exchanges drawn by one component, each in a root of its own.

const FORGOTTEN_AFTER = 3000; // milliseconds in which another component may go on with what one has drawn
const MANY = 40; // exchanges; with two hundred, half of what a question took was layout and paint of what is out of sight

// Streamlit loads the script of a component anew, and calls it when that is done: by then it may be gone, or what it was
// to draw while it was being written may stand among the settled ones.
function isLate(list, drawn) {
  const isSettled = (each) => each?.isConnected && each.getRootNode().host.closest("[class*=st-key-exchanges_]");
  return !list.isConnected || (!isSettled(list) && drawn.some(({ post }) => isSettled(shared.roots[post]?.parentNode)));
}

// The roots of these exchanges, in their order. One that another component drew until now moves here as it stands,
// with all that was opened in it.
function rootsOf(list, drawn) {
  const roots = drawn.map(({ post }) => (shared.roots[post] ??= rootOfOne()));
  for (const root of [...list.children]) if (!roots.includes(root)) root.remove();
  roots.forEach((root, at) => root === list.children[at] || move(root, list, list.children[at] ?? null));
  list.classList.toggle("many", Object.keys(shared.roots).length > MANY);
  const dark = isDark(list.firstChild);
  for (const root of roots) {
    root.classList.toggle("dark", dark);
    root.exchange.leave();
    root.exchange.listen();
  }
  return roots;
}

function rootOfOne() {
  const root = make("div", "root");
  root.exchange = new Exchange(root);
  return root;
}

// What has the focus keeps it.
function move(root, list, before) {
  const held = root.isConnected && root.getRootNode().activeElement;
  if (root.isConnected && list.moveBefore) list.moveBefore(root, before);
  else list.insertBefore(root, before);
  if (!held || !root.contains(held) || root.getRootNode().activeElement === held) return;
  shared.quiet = true;
  held.focus({ preventScroll: true });
  shared.quiet = false;
}

function leaveAll(list) {
  for (const root of list.children) {
    root.exchange.leave();
    setTimeout(() => root.isConnected || delete shared.roots[root.exchange.post.name], FORGOTTEN_AFTER);
  }
}
