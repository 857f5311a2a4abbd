"""The balance lab: what a scenario does between computer seats, measured so that one can believe it."""
