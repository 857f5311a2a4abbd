"""Carries scenarios, assets and the glossary into a wheel; everything else is said in pyproject.toml.

They stand at the top of a checkout, where designers find them. A wheel can only carry what lies in a
package, so they are copied to game/_shipped/ while it is built. An editable install copies nothing: there
game/foundation/places.py finds the folders in the checkout itself.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHIPPED = ("scenarios", "assets", "docs/glossary.md")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "*~")


class BuildWithContent(build_py):
    def run(self):
        super().run()
        if self.editable_mode:
            return
        for place in SHIPPED:
            source = Path(__file__).parent / place
            target = Path(self.build_lib, "game", "_shipped", place)
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.rmtree(target, ignore_errors=True)
                shutil.copytree(source, target, ignore=LEFT_OUT)
            else:
                shutil.copy2(source, target)


setup(cmdclass={"build_py": BuildWithContent})
