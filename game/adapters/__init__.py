"""The game for other programs."""
