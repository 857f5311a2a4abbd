"""Statistics of many games as pure functions, each with its source: what was measured, and how sure it is."""
