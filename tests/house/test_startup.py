"""The way in says in one line what is missing and which command mends it."""

import subprocess
import sys

import pytest

from game import startup
from tests.house.checkout import TOP

FITTING = {
    "numpy": "2.1.0",
    "PyYAML": "6.0.2",
    "pygame_ce": "2.5.3",
    "pydantic": "2.9.0",
    "click": "8.1.7",
    "rich": "14.0.0",
    "platformdirs": "4.3.6",
    "babel": "2.17.0",
    "watchfiles": "1.1.0",
}


def furnish(folder, **versions):
    """A folder of empty modules with the metadata of installed projects beside them."""
    modules = {project.replace("-", "_"): module for project, module, _ in startup.NEEDED}
    for project, version in versions.items():
        if version is None:
            continue
        module = folder / modules.get(project, "pygame")
        module.mkdir(exist_ok=True)
        (module / "__init__.py").write_text("raise SystemExit('imported too early')\n")
        (folder / f"{project}-{version}.dist-info").mkdir()
    return folder


def start(folder, tmp_path):
    # -S leaves out every installed package, so that only the furnished folder is seen.
    environment = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-S", str(TOP / "main.py"), "--help"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "says", "mends"),
    [
        (
            dict.fromkeys(FITTING),
            "numpy, PyYAML, pygame-ce, pydantic, click, rich, platformdirs, babel, watchfiles",
            '"rich>=13.7,<16"',
        ),
        ({"rich": None}, "needs rich (", 'install "rich>=13.7,<16"'),
        ({"numpy": "1.26.4"}, "needs numpy (", 'install "numpy>=2.0,<3"'),
        ({"pydantic": "3.0.0"}, "needs pydantic (", 'install "pydantic>=2.7,<3"'),
        ({"pygame": "2.6.1"}, "plain pygame", "uninstall -y pygame && "),
        (
            {"pygame": "2.6.1", "pygame_ce": None},
            "plain pygame",
            'install --force-reinstall --no-deps "pygame-ce',
        ),
    ],
)
def test_what_is_missing_is_said_in_one_line(tmp_path, changed, says, mends):
    found = start(furnish(tmp_path, **{**FITTING, **changed}), tmp_path)
    assert found.returncode == 2
    assert found.stdout == ""
    assert len(found.stderr.splitlines()) == 1
    assert says in found.stderr
    assert mends in found.stderr
    assert f"{sys.executable} -m pip " in found.stderr


def test_a_module_that_another_project_took_away_is_put_back(tmp_path):
    furnish(tmp_path, **{**FITTING, "rich": None})
    (tmp_path / "pygame" / "__init__.py").unlink()  # `pip uninstall pygame` does this to pygame-ce
    (tmp_path / "pygame").rmdir()
    said = start(tmp_path, tmp_path).stderr
    assert "needs pygame-ce, rich (" in said
    assert '-m pip install "rich>=13.7,<16" && ' in said
    assert said.endswith('-m pip install --force-reinstall --no-deps "pygame-ce>=2.5.2,<3"\n')


@pytest.mark.parametrize(
    ("code", "says", "mends"),
    [
        ("import pydantic_core", "No module named 'pydantic_core'. Run: ", '-m pip install "numpy'),
        ("raise ImportError('torn\\nin two')", "cannot start: torn. Run: ", '--force-reinstall "numpy'),
    ],
)
def test_what_a_needed_project_lacks_is_said_too(tmp_path, code, says, mends):
    furnish(tmp_path, **FITTING)
    (tmp_path / "click" / "__init__.py").write_text(code + "\n", encoding="utf-8")
    found = start(tmp_path, tmp_path)
    assert (found.returncode, found.stdout, len(found.stderr.splitlines())) == (2, "", 1)
    assert says in found.stderr
    assert mends in found.stderr


def test_nothing_is_said_when_all_is_there(tmp_path, monkeypatch):
    furnish(tmp_path, **FITTING)
    monkeypatch.setattr(startup, "folder_of", lambda _module: tmp_path)
    assert startup.what_is_missing() == ""


def test_this_very_environment_is_whole():
    assert startup.what_is_missing() == ""


def test_an_old_python_is_told(monkeypatch):
    monkeypatch.setattr(startup, "OLDEST_PYTHON", (99, 0))
    assert "needs Python" in startup.what_is_missing()


def test_a_folder_with_a_space_is_quoted(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/my programs/python")
    assert startup.pip("install x") == '"/my programs/python" -m pip install x'


def test_looking_imports_nothing_heavy():
    code = "import sys; from game.startup import what_is_missing; what_is_missing(); print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    loaded = set(found.stdout.split())
    assert not loaded & {
        "numpy",
        "yaml",
        "pygame",
        "pydantic",
        "click",
        "rich",
        "importlib.metadata",
        "email",
    }


@pytest.mark.parametrize(
    ("version", "wanted", "fitting"),
    [
        ("2.0", ">=2.0,<3", True),
        ("2.0.0rc1", ">=2.0,<3", True),
        ("3.0", ">=2.0,<3", False),
        ("1.26", ">=2.0,<3", False),
        ("10.0", ">=8.1,<9", False),
        ("6.0.1", ">=6.0.1,<7", True),
        (None, ">=1,<2", True),
    ],
)
def test_ranges(version, wanted, fitting):
    assert startup.fits(version, wanted) is fitting


def test_ctrl_c_while_the_program_is_read_in_is_one_word(monkeypatch, capsys):
    def stopped():
        raise KeyboardInterrupt

    monkeypatch.setattr("game.startup.what_is_missing", stopped)
    assert startup.main() == 130
    assert capsys.readouterr().err == "Interrupted.\n"
