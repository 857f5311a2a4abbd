"""Lengths are shared out fairly, to the pixel."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.solve import Span, portions, share

spans = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda t: Span(t[0], t[0] + t[1])),
    min_size=1,
    max_size=8,
)


def test_firm_things_get_what_they_want_and_the_rest_goes_to_the_growing_one():
    assert share(300, [Span(20, 50), Span(10, 40), Span(30, 60)], [0, 1, 0]) == [50, 190, 60]


def test_weights_share_in_proportion():
    assert share(300, [Span(0, 0), Span(0, 0)], [1, 2]) == [100, 200]


def test_nobody_with_a_weight_gets_less_than_needed():
    assert share(300, [Span(250, 250), Span(0, 0)], [1, 2]) == [250, 50]


def test_where_room_is_short_firm_things_shrink_towards_their_least():
    assert share(60, [Span(20, 50), Span(20, 50)], [0, 0]) == [30, 30]


def test_where_even_the_least_is_too_much_everything_keeps_its_least():
    assert share(10, [Span(20, 50), Span(30, 50)], [0, 1]) == [20, 30]


@given(spans, st.data(), st.integers(0, 2000))
def test_lengths_fill_the_room_exactly_if_anything_grows(wishes, data, total):
    weights = data.draw(st.lists(st.sampled_from([0, 1, 2.5]), min_size=len(wishes), max_size=len(wishes)))
    lengths = share(total, wishes, weights)
    assert all(length >= span.low for length, span in zip(lengths, wishes, strict=True))
    need = sum(span.low for span in wishes)
    if any(weights):
        assert sum(lengths) == max(total, need)
    else:
        assert sum(lengths) <= max(total, need)
        assert all(length <= span.want for length, span in zip(lengths, wishes, strict=True))


@given(st.integers(0, 5000), st.lists(st.integers(0, 50), max_size=9))
def test_portions_add_up(total, weights):
    shares = portions(total, weights)
    assert sum(shares) == (total if sum(weights) else 0)
    assert all(part >= 0 for part in shares)
