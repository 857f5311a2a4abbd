"""What the real cases say: offices, no names, loaded words only as attributed speech, both chairs alike."""

import re
from pathlib import Path

import pytest

from game.content.loading import load
from game.content.schema.scenario import Scenario
from game.match.library import shipped

FOLDER = Path(__file__).parents[2] / "scenarios"
REAL = tuple(path.stem for path in shipped() if "\nfiction:" not in path.read_text(encoding="utf-8"))
TEXTS = {name: (FOLDER / f"{name}.yaml").read_text(encoding="utf-8") for name in REAL}
LOADED = (
    "bandit",
    "hostage",
    "dictator",
    "regime",
    "terrorist",
    "traitor",
    "puppet",
    "junta",
    "highly respected",
)
PEOPLE = (
    "Lukashenk", "Trump", "Coale", "Kellogg", "Putin", "Tsikhanousk", "Bialiatski", "Kalesnikava", "Babaryka",
    "Statkevich", "Poczobut", "Zelensk", "Lavrov", "Stefanovic", "Biden", "Obama", "Clinton", "Blinken",
    "Diaz-Canel", "Castro", "Ferrer", "Suu Kyi", "Thein Sein", "Maduro", "Machado", "Saab", "Raisi",
    "Khamenei",
    "Namazi", "Tahbaz", "Mandela", "de Klerk", "Bush", "Reagan", "Jaruzelski", "Walesa", "Kazulin", "Kozulin",
)  # fmt: skip
QUOTED = re.compile(r"'[^']{2,80}'")


@pytest.fixture(scope="module")
def flagship() -> Scenario:
    return load(FOLDER / "belarus-2025.yaml")


@pytest.fixture(scope="module", params=REAL)
def real(request: pytest.FixtureRequest) -> Scenario:
    return load(FOLDER / f"{request.param}.yaml")


def _prose(scenario: Scenario) -> list[str]:
    """Everything that players read, apart from titles of sources."""
    texts = [
        scenario.summary,
        scenario.content_note,
        scenario.fact_box,
        *scenario.debrief,
        *scenario.left_out,
    ]
    texts += [event.text for event in scenario.events] + [move.text for move in scenario.moves]
    texts += [step.text for step in scenario.history]
    texts += [item.title for item in (*scenario.issues, *scenario.world, *scenario.actors, *scenario.moves)]
    for seat in scenario.seats:
        texts += [
            *seat.brief.want,
            *seat.brief.must_not,
            *seat.brief.can_give,
            seat.brief.story or "",
            seat.title,
        ]
        texts += [kind.title for kind in seat.types]
    return texts


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("case", REAL)
def test_no_living_person_is_named(case: str, name: str) -> None:
    body = re.sub(r"url: '[^']*'", "", TEXTS[case])
    assert name.lower() not in body.lower(), f"{name} stands in the file"


@pytest.mark.parametrize("word", LOADED)
def test_loaded_words_stand_in_quotation_marks(real: Scenario, word: str) -> None:
    for text in _prose(real):
        bare = QUOTED.sub("", text).lower()
        assert not re.search(rf"\b{word}", bare), f"{word!r} without quotation marks: {text[:80]}"


def test_both_briefs_are_of_one_length(real: Scenario) -> None:
    one, other = (seat.brief for seat in real.seats)
    for part in ("want", "must_not", "can_give"):
        assert len(getattr(one, part)) == len(getattr(other, part)), part
    lengths = sorted(len(brief.story or "") for brief in (one, other))
    assert lengths[0] >= 0.85 * lengths[1] > 0


def test_both_seats_have_as_many_types_and_wishes(real: Scenario) -> None:
    one, other = real.seats
    assert len(one.types) == len(other.types) >= 3
    assert len(one.mandate) == len(other.mandate)
    assert [kind.prior for kind in one.types] == [kind.prior for kind in other.types]
    assert (one.exposure, one.floor, one.trust) == (other.exposure, other.floor, other.trust)


def test_every_source_is_cited(real: Scenario) -> None:
    text = TEXTS[real.id]
    after = text[text.index("\ncalendar:") :]
    unused = [name for name in real.sources if not re.search(rf"\b{name}\b", after)]
    assert not unused, f"never cited: {unused}"


def test_every_source_stands_on_the_page_of_sources(real: Scenario) -> None:
    whole = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    page = whole[whole.index(f"## {real.id}\n") :].split("\n## ")[0]
    for name, source in real.sources.items():
        assert f"| {name} | {source.date} | {source.kind} | [{source.title}]({source.url}) |" in page, name


def test_what_follows_september_2025_stands_in_the_history_alone(flagship: Scenario) -> None:
    late = {
        name for name, source in flagship.sources.items() if source.date > "2025-09-30" and name != "P1900"
    }
    for part in (*flagship.issues, *flagship.world, *flagship.actors, *flagship.events, *flagship.moves):
        assert not late & set(part.basis), f"{part.id} rests on {late & set(part.basis)}"
    assert flagship.arrests is not None
    assert not late & set(flagship.arrests.basis)


def test_a_loaded_word_of_the_fact_box_has_a_source(real: Scenario) -> None:
    for sentence in re.split(r"(?<=[.;])\s+", " ".join(real.fact_box.split())):
        if any(re.search(rf"\b{word}", sentence.lower()) for word in LOADED if word != "terrorist"):
            assert re.search(r"\([A-Z]\d+", sentence), f"whose word is it, and reported where: {sentence}"
