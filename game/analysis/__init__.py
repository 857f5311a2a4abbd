"""Many games: simulate, sum up, write down. Floats live here and above, never below."""
