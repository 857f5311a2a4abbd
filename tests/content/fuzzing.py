"""Coverage-guided fuzzing of the reader: `python -m tests.content.fuzzing SECONDS`.

atheris watches which branches of the reader an input reaches and goes on from those that reach new ones.
Whatever
comes in, the reader answers with findings; anything else that it raises ends the run with the input that
did it.
Where atheris has no wheel for this Python, a plain loop of our own takes its place: it keeps every input
that makes
a kind of finding which was not seen before, in a place of the schema which was not seen before.
"""

import contextlib
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.content.checks.run import findings_of
from game.content.reading.loading import load_reading, read_tree_of
from game.content.reading.places import Positions
from game.content.schema.scenario import Scenario
from game.foundation.findings import Finding
from tests.content.mutating import mutation

FOLDER = Path(__file__).parent
SEEDS = (*(FOLDER / "broken" / "reading").glob("*.yaml"), FOLDER / "formats" / "format-1.yaml")
MOST = 20_000  # bytes of an input


def read(raw: bytes) -> tuple[Finding, ...]:
    """What the reader says of a file; nothing else may come of it."""
    reading = read_tree_of(raw, "fuzz.yaml")
    loading = load_reading(Scenario, reading)
    if loading.instance is None or loading.tree is None:
        assert loading.findings or loading.tree is not None
        return loading.findings
    return findings_of(loading.instance.placed(Positions(loading.tree)))


def fuzz_by_own_loop(seconds: float, one: Callable[[bytes], tuple[Finding, ...]] = read) -> int:
    """Keep what finds something new, and change it again; gives the number of inputs tried."""
    chance = random.Random(1)
    corpus = [path.read_bytes() for path in SEEDS]
    seen: set[tuple[str, str]] = set()
    tried, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        raw = changed(chance, corpus)
        found = one(raw)
        tried += 1
        kinds = {(finding.code, finding.path[:30]) for finding in found}
        if kinds - seen and len(raw) <= MOST:
            seen |= kinds
            corpus.append(raw)
    return tried


def changed(chance: random.Random, corpus: list[bytes]) -> bytes:
    """A mistake in one of the inputs, or two of them crossed."""
    raw = chance.choice(corpus)
    if chance.random() < 0.5:
        with contextlib.suppress(UnicodeDecodeError, IndexError, ValueError):
            return mutation(raw.decode(), chance.randrange(10**9)).text.encode()
    other = chance.choice(corpus)
    cut, paste = chance.randrange(len(raw) + 1), chance.randrange(len(other) + 1)
    return raw[:cut] + bytes(chance.randrange(256) for _ in range(chance.randrange(3))) + other[paste:]


def fuzz_by_atheris(seconds: float) -> None:
    """Let atheris run; it ends the process itself, with status 0 if nothing was found."""
    import atheris

    with atheris.instrument_imports(include=["game.content"]):
        for name in [name for name in sys.modules if name.startswith("game.content")]:
            del sys.modules[name]
        import tests.content.fuzzing as fresh

    atheris.instrument_func(fresh.read)
    corpus = Path(tempfile.mkdtemp())
    for number, path in enumerate(SEEDS):
        (corpus / str(number)).write_bytes(path.read_bytes())
    limits = [f"-max_total_time={seconds:.0f}", f"-max_len={MOST}", "-rss_limit_mb=1024", "-timeout=5"]
    arguments = [*limits, "-seed=1"]
    atheris.Setup([sys.argv[0], *arguments, f"-artifact_prefix={corpus}/", str(corpus)], fresh.read)
    atheris.Fuzz()


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    try:
        import atheris  # noqa: F401 - only asked whether it is there
    except ImportError:
        print(f"atheris is not here: {fuzz_by_own_loop(seconds)} inputs by the loop of our own, no crash")
    else:
        fuzz_by_atheris(seconds)


if __name__ == "__main__":
    main()
