"""For whoever teaches with the game: pages to print and hand out."""
