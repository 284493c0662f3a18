"""How well a library answers questions whose answers are known."""
