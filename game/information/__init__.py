"""Floor 2: who may see what. Whatever shows or decides for a seat gets a brief and an observation only."""
