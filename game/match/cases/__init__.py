"""A designer's test cases beside a scenario: given a state and moves, what is expected."""
