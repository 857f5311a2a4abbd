"""Floor 4: one table over time. Seats, moves in notation, transcripts, saving, replay, the history."""
