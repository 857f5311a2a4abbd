"""The window beside a designer's own editor: what a scenario file is like, and what is wrong with it."""
