"""How the cost of a game grows with the size of its scenario and with the number of games."""
