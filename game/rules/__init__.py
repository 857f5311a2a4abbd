"""The game over arrays of integers: no strings, YAML, clock or input and output."""
