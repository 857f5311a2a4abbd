"""The list of names is that of the policies that can be made, in the same order."""

from game.policies import registry


def test_every_policy_is_known_and_every_known_one_is_there() -> None:
    assert tuple(registry._FACTORIES) == registry.names()
