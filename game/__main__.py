"""`python -m game` does what `python main.py` does."""

from game.startup import main

raise SystemExit(main())
