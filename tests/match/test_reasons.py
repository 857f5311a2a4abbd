"""Every reason that a policy gives is told in words, with the numbers it compared."""

import pytest

from game.match.table import Match
from game.narration.course import Reasoning
from game.narration.reasons import in_words
from game.policies.registry import names


@pytest.mark.parametrize("name", names())
def test_every_rule_of_a_policy_has_words(name, one_page):
    for seed in range(6):
        match = Match(one_page, (name, name), seed)
        match.advance()
        for ply in match.course().plies:
            text = in_words(ply.reason)
            assert not text.startswith("by its rule"), ply.reason
            assert " -," not in text, ply.reason
            assert not text.endswith(" -"), ply.reason
            assert "{" not in text


def test_a_rule_without_words_is_named_with_its_numbers():
    assert (
        in_words(Reasoning("some-rule", {"target_value": 250_000}))
        == "by its rule 'some rule' (target value +0.250)"
    )
    assert in_words(Reasoning("some-rule")) == "some rule"


def test_what_is_counted_over_the_rest_of_the_game_is_scaled():
    numbers = {"shock": 500_000_000, "price_of_delay": 1_000_000, "price_of_breach": 2_000_000_000}
    assert in_words(Reasoning("honour", numbers)) == (
        "it kept its word: keeping it cost +0.500 more than foreseen, breaking it would have cost +2.000"
    )


def test_a_word_kept_at_the_price_foreseen_is_not_weighed_up_in_numbers():
    numbers = {"shock": 0, "price_of_delay": 1_000_000, "price_of_breach": 2_000_000_000}
    assert in_words(Reasoning("honour", numbers)) == (
        "it kept its word: that cost no more than it had foreseen"
    )


def test_where_there_was_nothing_to_weigh_no_weighing_is_told():
    alone = {"options_weighed": 1, "value_of_choice": 29_000_000}
    assert in_words(Reasoning("best-wait", alone)) == "nothing was left to it but to wait"
    assert in_words(Reasoning("best-wait", alone | {"options_weighed": 2})).startswith("it weighed 2 moves")


def test_an_error_too_small_to_be_shown_is_not_called_one():
    numbers = {"options_weighed": 3, "value_of_choice": 229_000_000, "value_of_best": 229_100_000}
    assert in_words(Reasoning("erred", numbers)) == (
        "it weighed 3 moves, and this one promised hardly less than the best: +0.229"
    )
    assert "and erred" in in_words(Reasoning("erred", numbers | {"value_of_best": 239_000_000}))
