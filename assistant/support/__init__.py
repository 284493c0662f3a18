"""Whether what a sentence says is borne out by the paragraphs that it cites."""
