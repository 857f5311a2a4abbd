"""What a group of actors will settle on, by published models and, always beside them, by plain averages."""
