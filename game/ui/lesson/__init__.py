"""Learn in 5 minutes: four ideas by doing, at the table of an invented case."""
