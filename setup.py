"""Carries scenarios/ and assets/ into a wheel; everything else is said in pyproject.toml.

The two folders stand at the top of a checkout, where designers find them. A wheel can only carry what lies in
a package, so they are copied to game/_shipped/ while it is built. An editable install copies nothing: there
game/foundation/places.py finds the folders in the checkout itself.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHIPPED = ("scenarios", "assets")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "*~")


class BuildWithContent(build_py):
    def run(self):
        super().run()
        if self.editable_mode:
            return
        for folder in SHIPPED:
            target = Path(self.build_lib, "game", "_shipped", folder)
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(Path(__file__).parent / folder, target, ignore=LEFT_OUT)


setup(cmdclass={"build_py": BuildWithContent})
