"""Published models of what an opponent wants, for small domains and one game at a time; floats."""
