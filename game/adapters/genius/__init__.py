"""Domains of GENIUS, the format in which research on automated negotiation exchanges its problems.

Source: Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014, "GENIUS: an integrated environment for
supporting the design of generic automated negotiators", Computational Intelligence 30:48-70.
"""
