"""The units of exact numbers.

What a designer writes as a decimal becomes an integer once, when a scenario is compiled, and stays one:
floats would give one game different bits alone and in a batch. A value is counted in micro-utils, a share
in millionths or thousandths of the whole.
"""

MICRO = 1_000_000
INT32_MAX = 2**31 - 1
