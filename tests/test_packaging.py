"""The package as it is installed: light to import, and its public face true to what is behind it."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import version
from importlib.resources import files

import pytest
from outside import CHECKOUT

import pressrelease

HEAVY = ("bs4", "click", "feedgen", "jinja2", "lxml", "markdown", "pydantic", "pydantic_core", "yaml")


def loaded_by(code):
    """Return the top-level modules that running `code` loads in a fresh interpreter."""
    program = f"import sys; before = set(sys.modules); {code}; print(*set(sys.modules) - before)"
    run = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


@pytest.fixture(scope="module")
def project():
    """Return the [project] table of the checkout's pyproject.toml."""
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]


def test_importing_the_package_loads_none_of_what_it_depends_on():
    """What reads, renders and validates arrives with its first use."""
    assert loaded_by("import pressrelease").isdisjoint(HEAVY)


def test_the_heavy_modules_are_seen_once_they_are_used():
    """The test above would notice: a release does load the model library."""
    assert "pydantic" in loaded_by("import pressrelease; pressrelease.Release")


@pytest.mark.parametrize("name", pressrelease.__all__)
def test_every_public_name_resolves(name):
    """A name in `__all__` is an object that knows itself by that name."""
    value = getattr(pressrelease, name)
    assert getattr(value, "__name__", name) == name


def test_dir_shows_the_public_names_and_the_version_and_nothing_else():
    """What completion offers is what is promised."""
    assert dir(pressrelease) == sorted([*pressrelease.__all__, "__version__"])
    assert len(set(pressrelease.__all__)) == len(pressrelease.__all__)


def test_type_checkers_see_the_same_public_names():
    """The names under TYPE_CHECKING are those of `__all__`: what runs lazily is typed whole."""
    source = files("pressrelease").joinpath("__init__.py").read_text()
    block = next(n for n in ast.parse(source).body if isinstance(n, ast.If))
    seen = [alias.asname for line in block.body if isinstance(line, ast.ImportFrom) for alias in line.names]
    assert sorted(seen) == sorted(pressrelease.__all__)


def test_an_unknown_name_is_an_attribute_error():
    """Asking for what is not there fails as it does on any module."""
    with pytest.raises(AttributeError, match="module 'pressrelease' has no attribute 'nothing_of_the_kind'"):
        _ = pressrelease.nothing_of_the_kind


def test_the_version_is_the_one_in_pyproject(project):
    """It is written in one place and read from the installed package."""
    assert pressrelease.__version__ == version("pressrelease") == project["version"]


def test_the_package_tells_type_checkers_that_it_is_typed():
    """PEP 561: `py.typed` is installed."""
    assert files("pressrelease").joinpath("py.typed").is_file()


def test_the_extra_all_holds_every_other_extra(project):
    """Nobody who asks for all of it has to look for the rest."""
    extras = project.get("optional-dependencies", {})
    named = {name for line in extras.get("all", []) for name in line[13:-1].split(",")}
    assert named == set(extras) - {"all"}
