"""`python -m game` does what `python main.py` does."""

from game.startup import main

if __name__ == "__main__":  # processes that play games import this file too
    raise SystemExit(main())
