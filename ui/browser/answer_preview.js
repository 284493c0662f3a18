// What shows over a marker while one points at it, or has the focus on it.

const OPEN_AFTER = 120; // milliseconds a pointer rests on a marker before the preview shows

class Preview {
  constructor() {
    this.root = make("div", "preview");
    this.root.id = "preview";
    this.root.setAttribute("popover", "manual");
    this.root.setAttribute("role", "tooltip");
    this.marker = null;
    this.onScroll = () => this.followScroll();
  }

  // citationOf finds what it cites when it is to be shown.
  follow(marker, citationOf) {
    marker.addEventListener("pointerenter", (event) => {
      clearTimeout(this.timer);
      if (event.pointerType === "mouse") this.timer = setTimeout(() => this.show(marker, citationOf()), OPEN_AFTER);
    });
    marker.addEventListener("pointerleave", () => this.hide());
    marker.addEventListener("focus", () => {
      if (!shared.quiet && marker.matches(":focus-visible")) this.show(marker, citationOf());
    });
    marker.addEventListener("blur", () => this.hide());
    marker.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.root.matches(":popover-open")) {
        event.stopPropagation();
        this.hide();
      }
    });
  }

  show(marker, citation) {
    clearTimeout(this.timer);
    if (!citation) return;
    this.marker = marker;
    this.root.replaceChildren(
      withAskedWords(words("q", "", ""), citation.quote, citation.why?.spans),
      words("p", "headline", citation.title),
      sourced("p", "where", citation.outlet, citation.where),
      ...(citation.also ? [make("p", "where", citation.also)] : []),
      ...(citation.why ? [words("p", "where", `Found ${citation.why.reasons.join(" ")}`)] : []),
    );
    if (!this.root.matches(":popover-open")) this.root.showPopover();
    window.addEventListener("scroll", this.onScroll, true);
    this.place();
  }

  place() {
    const at = this.marker.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const below = at.bottom + height + 12 < innerHeight;
    this.root.style.left = `${Math.max(12, Math.min(at.left - 20, innerWidth - width - 12))}px`;
    this.root.style.top = `${below ? at.bottom + 8 : Math.max(12, at.top - height - 8)}px`;
  }

  // What scrolls, scrolls under a pointer that rests: the preview goes along, and leaves with the marker.
  followScroll() {
    if (!this.root.matches(":popover-open")) return this.hide();
    const at = this.marker.getBoundingClientRect();
    if (at.bottom < 0 || at.top > innerHeight) this.hide();
    else this.place();
  }

  hide() {
    clearTimeout(this.timer);
    window.removeEventListener("scroll", this.onScroll, true);
    if (this.root.matches(":popover-open")) this.root.hidePopover();
  }

  // No preview is left without its marker.
  hideOrphaned() {
    if (this.marker && !this.marker.isConnected) this.hide();
  }
}
