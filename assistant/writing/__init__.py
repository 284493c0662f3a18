"""Answers written by a chat model, cited and verified sentence by sentence."""
