"""Conversations kept as they happen, with every citation as it was."""
