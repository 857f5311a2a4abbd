"""Every kind of bad input is a finding, in less than a second and 100 MB."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).parents[2]
START = b"format: 1\nid: x\ntitle: "

BAD: dict[str, tuple[bytes, str]] = {
    "tabs": (START + b"a\nseats:\n\t- id: x\n", "tab"),
    "byte order mark and UTF-16": ("format: 1\n".encode("utf-16"), "encoding"),
    "UTF-16 without a mark": ("format: 1\n".encode("utf-16-le"), "encoding"),
    "Latin-1": (START + "Zürich\n".encode("latin-1"), "encoding"),
    "control characters": (START + b"a\x07b\n", "control"),
    "bidi characters": (START + "a\u202eb\n".encode(), "bidi"),
    "tags": (START + b"!!python/object:os.system x\n", "tag"),
    "aliases": (START + b"&a x\nsummary: *a\n", "alias"),
    "alias bomb": (b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", "alias"),
    "merge keys": (b"base: {a: 1}\nseats:\n  <<: {b: 1}\n", "merge-key"),
    "duplicate keys": (START + b"a\ntitle: b\n", "duplicate-key"),
    "unknown keys": (START + b"a\nsurprise: 1\n", "unknown-key"),
    "several documents": (START + b"a\n---\nformat: 1\n", "multiple-documents"),
    "empty file": (b"", "empty"),
    "comments only": (b"# nothing\n", "empty"),
    "scalar where a map belongs": (b"seats\n", "type"),
    "scalar where a map belongs, inside": (START + b"a\ncalendar: soon\n", "type"),
    "100,000-deep brackets": (b"a: " + b"[" * 100_000, "too-deep"),
    "100,000-deep braces": (b"{a: " * 100_000, "too-deep"),
    "100,000-deep items": (b"- " * 100_000, "too-deep"),
    "2 MB": (START + b"x" * 2_000_000, "too-big"),
    "2 MB of keys": (b"".join(b"k%d: 1\n" % n for n in range(200_000))[: 1 << 20], "too-big"),
    "200,000-digit number": (START + b"a\ncalendar: {turns: " + b"9" * 200_000 + b"}\n", "range"),
    "number with an endless exponent": (START + b"a\ncalendar: {turns: 1e999999999}\n", "type"),
    "path above the folder": (b"format: 1\nextends: ../../etc/passwd.yaml\nid: x\n", "extends"),
    "absolute path": (b"format: 1\nextends: /etc/passwd\nid: x\n", "extends"),
    "cycle of one": (b"format: 1\nextends: bad.yaml\nid: x\n", "extends"),
    "null bytes": (START + b"a\x00b\n", "encoding"),
}

PROGRAM = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
from typing import Any
from game.linting.run import lint_file
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
report = {}
for name in sys.argv[1:]:
    began = time.process_time()
    found = lint_file(Path(name), date(2026, 4, 1))
    taken = time.process_time() - began
    report[Path(name).parent.name] = [taken, [[f.code, str(f)] for f in found.findings]]
more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
json.dump([more, report], sys.stdout)
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("bad")
    files = []
    for number, (raw, _code) in enumerate(BAD.values()):
        path = folder / str(number) / "bad.yaml"
        path.parent.mkdir()
        path.write_bytes(raw)
        files.append(str(path))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *files], cwd=TOP, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(TOP)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    more, found = json.loads(done.stdout)
    return more, found


CODES = [code for _raw, code in BAD.values()]


@pytest.mark.parametrize(("number", "code"), list(enumerate(CODES)), ids=BAD)
def test_bad_input_is_a_finding(number: int, code: str, report) -> None:
    _taken, findings = report[1][str(number)]
    assert code in {found for found, _text in findings}, findings
    assert all(len(text) < 2000 for _code, text in findings)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is asked of a module that Windows lacks")
def test_no_bad_input_takes_100_megabytes(report) -> None:
    assert report[0] < 100


@pytest.mark.slow
def test_no_bad_input_takes_a_second(report) -> None:
    slowest = max((taken, number) for number, (taken, _findings) in report[1].items())
    assert slowest[0] < 1, list(BAD)[int(slowest[1])]
