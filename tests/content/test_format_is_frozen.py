"""Format 1 keeps what it has: a key that goes, changes or is newly required needs a format of its own."""

import pytest

from game.content.loading import load
from game.content.migrating import CURRENT
from game.content.reading.loading import load_reading, read_tree
from game.match.cases.schema import CaseFile
from game.match.cases.trying import open_cases
from tests.content import known_format
from tests.content.known_format import (
    CASES,
    COMMAND,
    SCENARIOS,
    SEAT,
    Listing,
    breaches,
    file_of,
    listing,
    recorded,
    sentence,
    used_by,
)

ELSEWHERE = {"extends", "issues[].lag[].turns", f"plans[].{SEAT}"}
"""What one file of months cannot have (tests/content/extending, belarus-two-days), and a word for ids."""

SMALL: Listing = {"title": "text; must", "people": "a map; may", "people.held": "int 0 to 9; must"}


@pytest.mark.parametrize("kind", [SCENARIOS, CASES])
def test_the_format_is_what_was_released(kind: str) -> None:
    now, before = listing(kind), recorded(kind=kind)
    broken = breaches(before, now)
    assert not broken, sentence(CURRENT, broken)
    assert now == before, (
        f"format {CURRENT} has gained {', '.join(now.keys() - before.keys())}: run {COMMAND}"
    )


@pytest.mark.parametrize("kind", [SCENARIOS, CASES])
def test_every_released_format_has_its_listing_beside_its_golden_file(kind: str) -> None:
    for number in range(1, CURRENT + 1):
        assert file_of(number, kind).is_file()
        assert file_of(number, kind).with_suffix(".yaml").is_file()
    assert len(list(file_of(CURRENT).parent.iterdir())) == 4 * CURRENT


def test_the_golden_file_has_every_key() -> None:
    used = used_by(load(file_of(CURRENT).with_suffix(".yaml")))
    missing = {path for path in recorded() if path not in used and not path.startswith("CONDITION")}
    assert missing == ELSEWHERE, f"write {', '.join(sorted(missing - ELSEWHERE))} into format-{CURRENT}.yaml"


def test_the_golden_file_of_cases_has_every_key_and_holds() -> None:
    path = file_of(CURRENT, CASES).with_suffix(".yaml")
    written = load_reading(CaseFile, read_tree(path)).instance
    assert written is not None
    assert recorded(kind=CASES).keys() <= used_by(written)
    assert list(open_cases(path).failures()) == []


def test_the_listing_has_all_that_a_file_can_say() -> None:
    found = listing()
    assert found["format"] == f"{CURRENT}; must"
    assert found["actors[].ratifier.votes"] == "int 0 to 1000; must"
    assert found["events[].once"] == "bool; may, true unless written"
    assert {"plans[].SEAT.keep", "EFFECT.level.to", "CONDITION since.EVENT", "calendar.basis"} <= found.keys()
    assert len(found) > 300


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"people": None}, "people is gone"),
        ({"people.held": "int 0 to 5; must"}, "people.held was 'int 0 to 9; must' and is 'int 0 to 5; must'"),
        ({"title": "text; may, none unless written"}, "title was"),
        ({"people.low": "int 0 to 9; must"}, "people.low is new and must be written"),
        ({"contact": "text; must"}, "contact is new and must be written"),
    ],
)
def test_what_would_break_a_file_is_said_in_one_sentence(changed: dict[str, str | None], said: str) -> None:
    now = {path: what for path, what in (SMALL | changed).items() if what is not None}
    broken = breaches(SMALL, now)
    assert [line for line in broken if line.startswith(said)] == broken
    told = sentence(1, broken)
    assert told.startswith(f"format 1 is frozen, but {said}")
    assert "make it format 2 with a migration in game/content/migrating.py" in told


@pytest.mark.parametrize(
    "added", [{"mood": "int; may"}, {"guests": "a map; may", "guests.number": "int; must"}]
)
def test_what_may_be_left_out_may_be_added(added: Listing) -> None:
    assert not breaches(SMALL, SMALL | added)


def test_the_file_is_not_written_anew_over_a_breach(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = listing()
    monkeypatch.setattr(
        known_format, "listing", lambda *_kind: {k: v for k, v in now.items() if k != "goals"}
    )
    monkeypatch.setattr("sys.argv", ["known_format", "--write"])
    before = file_of(CURRENT).read_bytes()
    assert known_format.main() == 1
    assert file_of(CURRENT).read_bytes() == before
    assert "goals is gone" in capsys.readouterr().out
