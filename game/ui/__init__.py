"""The window: a small retained widget layer on pygame-ce, and the screens built on it."""
