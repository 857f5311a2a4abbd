"""The glossary is read by the window as well as by people, so its form is held to account."""

import re

from tests.house.checkout import TOP

ENTRY = re.compile(r"\*\*([^*]+)\*\* — ([A-Z].*\.)")
# The words of the design. Each has to be explained, under its own name.
WORDS = """
issue, level, package, package id, status quo, seat, role, actor, player, value function, weight,
salience, micro-util, synergy, floor, reservation value, outside option, aspiration, concession, offer,
plan, standing offer, accept, walk out, vow, win-set, ratification, quorum, veto player, zone of
agreement, frontier, menu, ledger, exposure, tranche, enactment lag, wind-down, snapback, held, brief,
observation, information state, belief, type, policy, ply, turn, phase, episode, rollout, scenario,
tables, key, seed, draw, purpose, transcript, replay, digest, outcome
"""


def entries() -> dict[str, str]:
    lines = (TOP / "docs/glossary.md").read_text(encoding="utf-8").splitlines()
    explained = {}
    for line in lines:
        if "**" in line and "`" not in line:
            found = ENTRY.fullmatch(line)
            assert found, f"no entry of the form '**word** — Meaning.': {line}"
            for word in found[1].split(", "):
                assert word not in explained, f"{word} is explained twice"
                explained[word] = found[2]
    return explained


def test_every_word_of_the_design_is_explained():
    assert {" ".join(word.split()) for word in WORDS.split(",")} <= entries().keys()


def test_a_meaning_is_one_sentence():
    for word, meaning in entries().items():
        assert not re.search(r"\.\s+[A-Z]", meaning), f"{word}: {meaning}"
        assert len(meaning) < 200, f"{word}: {meaning}"
