"""Pages to keep, to print and to hand out: HTML that needs nothing else, and tables."""
