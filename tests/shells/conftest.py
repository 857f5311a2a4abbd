"""A home of its own for every test of the command line."""

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The folder of this test's saved games."""
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def written(tmp_path):
    """Writes a file of moves."""

    def write(*lines):
        path = tmp_path / "moves.txt"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    return write
