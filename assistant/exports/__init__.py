"""Conversations to take along: as documents, as data, and their articles as references."""
