"""The commands by `python -m ui.commands`."""

from ui.commands import main

main()
