"""Floor 3: the computer's seats. A policy decides from a brief and an observation, and from nothing else."""
