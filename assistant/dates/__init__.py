"""Days, months and years as English names them."""
