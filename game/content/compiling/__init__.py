"""From a scenario to the tables of the rules: docs/rules.md 1, in whole numbers and exact decimals only."""
