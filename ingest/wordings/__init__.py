"""What pages write around their articles, by language."""
