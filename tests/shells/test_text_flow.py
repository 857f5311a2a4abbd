"""Text breaks where it should."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.flow import Words, line_count, linked, longest_line, plain, shortened, widest_word, wrap


def wide(text: str, _style: str = "body") -> int:
    return 10 * len(text)


def lines(text, width: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in wrap(text, width, "body", wide)]


def test_words_go_to_the_next_line():
    assert lines("one two three", 80) == ["one two", "three"]


def test_line_ends_are_kept():
    assert lines("one\n\ntwo", 100) == ["one", "", "two"]


def test_a_word_wider_than_the_line_is_cut():
    assert lines("abcdefghij kl", 40) == ["abcd", "efgh", "ij", "kl"]


def test_a_number_keeps_its_percent_sign():
    assert lines("under 60 % of it", 80) == ["under", "60 % of", "it"]


def test_looks_run_on_across_lines():
    text = (Words("see the "), Words("reservation value", term="reservation value"), Words(" again"))
    broken = wrap(text, 200, "body", wide)
    assert ["".join(p.text for p in line) for line in broken] == ["see the reservation", "value again"]
    assert [[p.words.term != "" for p in line] for line in broken] == [[False, True], [True, False]]
    assert broken[0][1].left == 80


@given(st.text(alphabet="ab \n", max_size=60), st.integers(10, 120))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, width):
    broken = lines(text, width)
    assert all(wide(line) <= width for line in broken)
    assert line_count(text, width, "body", wide) == len(broken)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def uneven(text: str, _style: str = "body") -> int:
    """Like a real typeface: a line is wider than its words are one by one, because each is rounded."""
    return 109 * len(text) // 10


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=9), max_size=30), st.integers(100, 400))
def test_a_line_is_measured_as_it_is_drawn(words, width):
    looks = [Words(word + " ") for word in words]
    for text in (" ".join(words), looks):
        for line in wrap(text, width, "body", uneven):
            assert sum(uneven(piece.text) for piece in line) <= width


def test_widths():
    assert widest_word("a bbb cc", "body", wide) == 30
    assert longest_line("aaa\nbbbbb cc", "body", wide) == 80


def test_glossary_words_are_found_once_the_longer_first():
    words = linked("Relief on offer: an offer of relief. Offering counts not.", ["offer", "relief on offer"])
    assert [w.term for w in words if w.term] == ["relief on offer", "offer"]
    assert plain(words) == "Relief on offer: an offer of relief. Offering counts not."
    assert [w.text for w in words if w.term] == ["Relief on offer", "offer"]


def test_shortening():
    assert shortened("abcdefgh", 80, wide) == "abcdefgh"
    assert shortened("abcdefgh", 50, wide) == "abcd…"
    assert shortened("abcdefgh", 5, wide) == "…"
