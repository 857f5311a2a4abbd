"""Alternating offers over a fixed list of outcomes: many bilateral negotiations at once, in floats.

The protocol of the literature on automated negotiation, for domains of other systems. The game itself has
rules of its own (docs/rules.md) and does not use this.
"""
