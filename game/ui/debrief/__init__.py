"""What the debrief is made of: numbers, charts, and the story in words."""
