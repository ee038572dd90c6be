"""Fixtures for what lies outside the repository, and the account of what a run left out."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from outside import needs, place, program

import pressrelease

SLOW = [HealthCheck.too_slow]
settings.register_profile(
    "default", max_examples=50, deadline=None, derandomize=True, suppress_health_check=SLOW
)
settings.register_profile(
    "ci", max_examples=300, deadline=None, derandomize=True, print_blob=True, suppress_health_check=SLOW
)
settings.register_profile(
    "explore", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=SLOW
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default")
settings.load_profile(PROFILE)
if PROFILE != "explore":
    # Hypothesis takes constants of the modules that are loaded for its examples: with all of them there from the
    # beginning, a run tries what the last one tried, in whatever order and by whatever worker.
    for _module in pkgutil.walk_packages(pressrelease.__path__, "pressrelease."):
        if not _module.name.endswith("__main__"):
            importlib.import_module(_module.name)

# --- what lies outside the repository ------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """Return the agency text that the reader of plain text was made for."""
    return needs(
        place("PRESSRELEASE_SEED", "../shared/seed/agency-release.txt"),
        "the agency text ($PRESSRELEASE_SEED)",
    )


@pytest.fixture(scope="session")
def schemas() -> Path:
    """Return the folder of published schemas, one folder a standard."""
    return needs(
        place("PRESSRELEASE_SCHEMAS", "../shared/schemas"), "the published schemas ($PRESSRELEASE_SCHEMAS)"
    )


@pytest.fixture(scope="session")
def checks() -> Path:
    """Return the folder of independent judges and hostile inputs."""
    return needs(
        place("PRESSRELEASE_CHECKS", "../shared/checks"), "the independent checks ($PRESSRELEASE_CHECKS)"
    )


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the Chromium binary."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return needs(program(*names, variable="CHROMIUM"), "Chromium ($CHROMIUM)")


@pytest.fixture(scope="session")
def java() -> Path:
    """Return the Java launcher."""
    return needs(program("java"), "Java")


@pytest.fixture(scope="session")
def node() -> Path:
    """Return the Node launcher."""
    return needs(program("node"), "Node")


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Return the folder of npm packages that judge pages."""
    tools = place("CHECKS_NPM", ".checks/npm")
    return needs(tools and (tools / "node_modules"), "the npm tools ($CHECKS_NPM)")


@pytest.fixture(scope="session")
def vnu(java: Path, node_modules: Path) -> Path:
    """Return the jar of the Nu HTML checker: `java -jar {vnu} --format json page.html`."""
    jar = node_modules / "vnu-jar/build/dist/vnu.jar"
    return needs(jar if jar.is_file() else None, "npm's vnu-jar ($CHECKS_NPM)")


@pytest.fixture(scope="session")
def axe(chromium: Path, node: Path, node_modules: Path) -> Path:
    """Return the npm packages with axe-core and playwright-core, where Chromium and Node are there to run them."""
    whole = all((node_modules / name).is_dir() for name in ("axe-core", "playwright-core"))
    return needs(node_modules if whole else None, "npm's axe-core and playwright-core ($CHECKS_NPM)")


# --- nothing is left out in silence --------------------------------------------------------------------------------

NO_SKIP = os.environ.get("PRESSRELEASE_NO_SKIP", "0") not in ("", "0")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return text.removeprefix("Skipped: ")


def _strict(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure; an expected failure stays one."""
    if NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        report.longrepr = f"left out, and PRESSRELEASE_NO_SKIP allows no test to be: {_reason(report)}"
        report.outcome = "failed"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Hold single tests to PRESSRELEASE_NO_SKIP."""
    report = yield
    _strict(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Hold whole modules to PRESSRELEASE_NO_SKIP."""
    report = yield
    _strict(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out, and why."""
    why = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", ()))
    if why:
        total = why.total()
        terminalreporter.write_line("")
        terminalreporter.write_line(f"left out: {total} test{'s' if total > 1 else ''}", yellow=True)
        for reason, count in sorted(why.items(), key=lambda item: (-item[1], item[0])):
            terminalreporter.write_line(f"  {count:4}  {reason}")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what commands remember between builds out of the folder of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
