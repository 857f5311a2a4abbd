"""The game in a terminal: plain text of 80 columns, readable without colour and by a screen reader."""
