"""Reprieve: a negotiation over sanctions relief and the release of prisoners.

Nothing is imported here, so that `import game` stays free of cost. docs/code-walk.md shows the rooms in the
order in which a game passes through them.
"""
