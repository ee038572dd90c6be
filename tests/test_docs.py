"""The docs run: every Python block of a page, in order, in one namespace; every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_python_block_of_a_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {}
    for block in re.finditer(r"^( *)```python\n(.*?)^ *```", page.read_text("utf-8"), re.M | re.S):
        code = re.sub(rf"^{block.group(1)}", "", block.group(2), flags=re.M)
        exec(compile(code, f"{page.name}", "exec"), namespace)
    assert namespace or "```python" not in page.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_relative_link_of_a_page_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_tells_it_within_thirty_lines() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 32
