"""The version of the rules of docs/rules.md; a change of any formula raises it."""

RULES_VERSION = 3
