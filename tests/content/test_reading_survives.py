"""Whatever is in a file, reading it gives a tree or findings and never anything else."""

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.content.reading import codes
from game.content.reading.loading import Loading, load_reading, read_tree_of
from tests.content.example_schema import Example

COMPLETE = (Path(__file__).parent / "complete.yaml").read_text(encoding="utf-8")
YAML_PIECES = (
    *"abno0129.:-,?!&*|>'\"%@`[]{}#~ \n\\<+=_",
    *(
        "\n  ",
        "\n- ",
        ": ",
        "- ",
        "\n\n",
        "\t",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "<<: ",
        "\\u202e",
        "\\x",
        "!!str ",
    ),
    *(
        "format: 1\n",
        "title: x\n",
        "actors:\n",
        "null",
        "yes",
        "\r\n",
        "\ufeff",
        "\u2028",
        "é",
        "\U0001f600",
        "&a ",
        "*a",
    ),
)
yaml_like = st.lists(st.sampled_from(YAML_PIECES), max_size=60).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The complete example after one to three small accidents."""
    text = COMPLETE
    for _accident in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from((0, 0, 1, 1, 2, 8, 40)))
        text = text[:at] + draw(st.sampled_from(("", *YAML_PIECES))) + text[at + cut :]
    return text


def read(raw: bytes, *, pure: bool = False) -> Loading[Example]:
    loading = load_reading(Example, read_tree_of(raw, "x.yaml", pure=pure))
    lines = raw.count(b"\n") + 1
    assert (loading.instance is None) == bool(loading.findings)
    for finding in loading.findings:
        assert finding.code in codes.EXPLANATIONS
        assert 1 <= finding.line <= lines
        assert finding.column >= 1
        assert finding.message
        assert not finding.message.endswith(".")
        assert "\n" not in str(finding)
    return loading


def test_the_example_itself_is_right() -> None:
    loading = read(COMPLETE.encode())
    assert loading.findings == ()
    assert loading.instance is not None
    assert loading.instance.title == 'Norway, "no" and 22:30'


@settings(deadline=None)
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\xed\xa0\x80: 1")
def test_any_bytes(raw: bytes) -> None:
    read(raw)


@given(yaml_like)
@settings(max_examples=300, deadline=None)
def test_text_made_of_pieces_of_yaml(text: str) -> None:
    agree(text.encode())


@given(mutated())
@example("format: 1\ntitle: x\nplaces: [a?b, c]\n")
@settings(max_examples=300, deadline=None)
def test_accidents_in_a_right_file(text: str) -> None:
    agree(text.encode())


def agree(raw: bytes) -> None:
    """Both parsers refuse a text, or both give the same tree.

    One difference is known: inside brackets the pure parser refuses a `?` that stands within a plain word.
    """
    fast, slow = read(raw), read(raw, pure=True)
    if fast.findings:
        assert slow.findings
    elif slow.findings:
        assert b"?" in raw
        assert {finding.code for finding in slow.findings} == {"yaml"}
    else:
        assert slow == fast
