"""Articles that are the same story retold from the same text, found among all others."""
