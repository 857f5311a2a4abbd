"""Checks that go beyond a single value, one question a file; `run` gives their remarks places."""
