"""Inputs made to crash, stall or exhaust a reader, each in a few words and little memory.

They run in an interpreter of their own with a small stack, so that a crash is a failed test and not the end
of the run. Processor time is measured, not the clock: what is guarded against is a hang, not slowness.
"""

import json
import subprocess
import sys

import pytest

SIZE = 1_000_000
BOMBS: dict[str, tuple[str, str]] = {
    "open brackets": ("'[' * SIZE", "too-deep"),
    "open brackets on lines": ("'[\\n' * (SIZE // 2)", "too-deep"),
    "open braces": ("'{' * SIZE", "too-deep"),
    "maps in braces": ("'{a: ' * (SIZE // 4)", "too-deep"),
    "brackets below a key": ("'a: ' + '[x,' * (SIZE // 3)", "too-deep"),
    "dashes": ("'- ' * (SIZE // 2)", "too-deep"),
    "question marks": ("'? ' * (SIZE // 2)", "too-deep"),
    "indentation": ("'\\n'.join(' ' * i + 'a:' for i in range(1400))", "too-deep"),
    "a hundred thousand levels": ("'[' * 100_000 + ']' * 100_000", "too-deep"),
    "colons": ("': ' * (SIZE // 2)", "yaml"),
    "quotes": ("'\"' * SIZE", "yaml"),
    "one open quote": ("'a: \"' + 'x ' * (SIZE // 2)", "yaml"),
    "anchors": ("'&a ' * (SIZE // 3)", "yaml"),
    "tag directives": ("''.join(f'%TAG !a{i}! b\\n' for i in range(SIZE // 16))", "directive"),
    "directives after a document": ("'a: 1\\n' + '%TAG !a! b\\n' * (SIZE // 12)", "directive"),
    "documents": ("'---\\n' * (SIZE // 4)", "multiple-documents"),
    "many values": ("'[' + 'a,' * (SIZE // 2) + ']'", "too-big"),
    "many keys": ("''.join(f'k{i}: 1\\n' for i in range(SIZE // 12))", "too-big"),
    "many unknown keys": ("''.join(f'k{i}: 1\\n' for i in range(20_000))", "unknown-key"),
    "one key many times": ("'title: b\\n' * (SIZE // 9)", "duplicate-key"),
    "aliases": (
        "'a0: &a0 [x, x]\\n' + ''.join(f'a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\\n' for i in range(1, 40))",
        "alias",
    ),
    "a number of 200,000 digits": ("'format: 1\\ntitle: x\\nturns: ' + '9' * 200_000", "range"),
    "a fraction of 200,000 digits": ("'format: 1\\ntitle: x\\nmargin: 0.' + '9' * 200_000", "range"),
    "an exponent": ("'format: 1\\ntitle: x\\nmargin: 1e999999999'", "type"),
    "a word of a megabyte": ("'format: ' + 'x' * SIZE", "enum"),
    "a key of a megabyte": ("'? ' + 'x' * SIZE + '\\n: 1'", "unknown-key"),
    "tabs": ("'\\t\\n' * (SIZE // 2)", "tab"),
    "bidi characters": ("'# \\u202e\\n' * (SIZE // 6)", "bidi"),
    "bytes that are not UTF-8": ("b'\\xff\\n' * (SIZE // 2)", "encoding"),
    "zeros": ("bytes(SIZE)", "encoding"),
    "UTF-16": ("'format: 1'.encode('utf-16')", "encoding"),
    "UTF-16 without a mark": ("'format: 1\\n'.encode('utf-16-le')", "encoding"),
    "UTF-32": ("'format: 1'.encode('utf-32')", "encoding"),
    "two megabytes": ("'a' * 2_000_000", "too-big"),
    "empty lines": ("'\\n' * SIZE", "empty"),
    "comments": ("'#\\n' * (SIZE // 2)", "empty"),
    "nothing": ("''", "empty"),
}

CHILD = """
import json, sys, threading, time
try:
    import resource
    unit = 1 << (20 if sys.platform == "darwin" else 10)
    peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
except ImportError:
    peak = lambda: 0
from game.content.reading.loading import load_reading, read_tree_of
from tests.content.example_schema import Example

SIZE = int(sys.argv[2])

def run():
    load_reading(Example, read_tree_of(b"format: 1", "warm.yaml"))
    for name, source in json.loads(sys.argv[1]).items():
        print(json.dumps({"name": name}), flush=True)
        raw = eval(source)
        raw = raw if isinstance(raw, bytes) else raw.encode()
        before, start = peak(), time.process_time()
        loading = load_reading(Example, read_tree_of(raw, "bomb.yaml"))
        print(json.dumps({
            "name": name,
            "seconds": time.process_time() - start,
            "megabytes": peak() - before,
            "codes": [finding.code for finding in loading.findings],
            "longest": max(len(str(finding)) for finding in loading.findings),
        }), flush=True)

threading.stack_size(512 * 1024)
thread = threading.Thread(target=run)
thread.start()
thread.join()
"""


@pytest.fixture(scope="module")
def reports() -> dict[str, dict[str, object]]:
    sources = {name: source for name, (source, _code) in BOMBS.items()}
    child = subprocess.run(
        [sys.executable, "-c", CHILD, json.dumps(sources), str(SIZE)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    lines = [json.loads(line) for line in child.stdout.splitlines()]
    assert child.returncode == 0, f"at {lines[-1:]}: {child.returncode} {child.stderr[-2000:]}"
    return {line["name"]: line for line in lines if "codes" in line}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_a_few_words(name: str, reports: dict[str, dict[str, object]]) -> None:
    report = reports[name]
    assert BOMBS[name][1] in report["codes"]
    assert len(report["codes"]) <= 100
    assert report["longest"] < 500
    assert report["seconds"] < 1
    assert report["megabytes"] < 100
