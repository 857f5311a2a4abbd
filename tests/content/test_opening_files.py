"""What cannot be opened as a scenario is refused in one clear line."""

import os
from pathlib import Path

import pytest

from game.content.reading.limits import MAX_BYTES
from game.content.reading.loading import read_model, read_tree
from tests.content.example_schema import Example


def only_line(path: Path) -> str:
    reading = read_tree(path)
    assert reading.tree is None
    (finding,) = reading.findings
    assert (finding.line, finding.column) == (0, 0)
    return str(finding)


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.yaml"
    assert only_line(path) == f"{path}: error[no-file] there is no such file. Check the name and the folder."


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder, not a file" in only_line(tmp_path)


def test_a_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "error[no-file]" in only_line(tmp_path / "file" / "below.yaml")


def test_a_name_that_no_file_can_have() -> None:
    assert "cannot be read" in only_line(Path("a\0b.yaml"))


def test_a_name_that_is_too_long() -> None:
    assert "cannot be read" in only_line(Path("x" * 5000))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "is not an ordinary file" in only_line(tmp_path / "pipe.yaml")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text("x: 1")

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so permissions alone show nothing
    assert "you are not allowed to read this file" in only_line(path)


def test_two_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a" * 2_000_000)
    assert "is larger than 1 MiB" in only_line(path)


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    start = b"format: 1\ntitle: x\n#"
    path.write_bytes(start + b"x" * (MAX_BYTES - len(start)))
    assert read_model(Example, path).findings == ()
