"""What a command ends with."""

REJECTED, MISUSE, UNUSABLE = 1, 2, 3

INTERRUPTED = 130
"""What Typer ends with on Ctrl-C, and shells expect."""
