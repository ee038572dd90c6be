"""The docs run: Python in order in one namespace, front matter and newsrooms are read, every link leads somewhere."""

from __future__ import annotations

import glob
import re
import runpy
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import pressrelease as pr
from pressrelease.cli.app import app
from pressrelease.fields.reader import BY_WORD
from pressrelease.fields.shapes import shapes
from pressrelease.model import Layout, Part, Slot

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


def blocks(page: Path, language: str) -> list[str]:
    """Return the blocks of a page in that language, indentation taken off."""
    found = re.finditer(rf"^( *)```{language}\n(.*?)^ *```", page.read_text("utf-8"), re.M | re.S)
    return [re.sub(rf"^{block[1]}", "", block[2], flags=re.M) for block in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_piece_of_front_matter_can_be_read_without_a_finding(page: Path) -> None:
    for text in blocks(page, "yaml"):
        headline = "" if re.search("^(headline|title):", text, re.M) else "headline: A\n"
        reading = pr.read(f"---\n{headline}{text}---\n\nText.\n", "markdown", file=page.name)
        assert [str(finding) for finding in reading.findings] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_release_and_newsroom_of_a_page_can_be_read(page: Path) -> None:
    for text in blocks(page, "markdown"):
        assert pr.read(text, "markdown", file=page.name).findings == ()
    for text in blocks(page, "toml"):
        assert pr.Newsroom.parse(text, file=page.name).title


def parts(kind: type[Part]) -> set[type[Part]]:
    """Return every part within `kind`."""
    found = {shape.part for shape in shapes(kind).values() if shape.part is not None}
    return found.union(*map(parts, found))


@pytest.mark.parametrize(
    ("kind", "page"),
    [(pr.Release, "front-matter.md"), (pr.Newsroom, "newsroom.md")],
    ids=["release", "newsroom"],
)
def test_every_field_of_every_part_has_its_row(kind: type[Part], page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8") + (ROOT / "docs" / "front-matter.md").read_text("utf-8")
    fields = {n for k in {kind, *parts(kind)} - {Layout, Slot} for n in k.model_fields} - {"layout", "root"}
    assert {name for name in fields if f"\n| `{name}` |" not in text} == set()
    undocumented = {
        f"{k.__name__}.{n}"
        for k in {kind, *parts(kind)}
        for n, f in k.model_fields.items()
        if not f.description
    }
    assert undocumented == set()


@pytest.mark.parametrize(
    ("field", "word", "means"),
    [
        ("assets", "a.jpg", {"renditions": [{"href": "a.jpg"}]}),
        ("contacts", "Ada Byron <ada@example.org>", {"name": "Ada Byron", "emails": ["ada@example.org"]}),
        ("embargo", "2027-03-02T09:00+01:00", {"until": "2027-03-02T09:00+01:00"}),
        ("subjects", "04000000", {"code": "medtop:04000000"}),
        ("subjects", "acme:ports", {"code": "acme:ports"}),
        ("subjects", "ports", {"name": "ports"}),
        *[("publisher", "Acme", {"name": "Acme"}), ("places", "Lisbon", {"name": "Lisbon"})],
        *[("people", "Ada", {"name": "Ada"}), ("related", "/a/", {"href": "/a/"})],
        *[("boilerplates", "We.", {"story": "We."}), ("notices", "Beware.", {"text": "Beware."})],
        *[("rights", "© A", {"notice": "© A"}), ("change", "update", {"kind": "update"})],
    ],
)  # fmt: skip
def test_a_text_in_the_place_of_a_part_means_what_the_page_says(
    field: str, word: str, means: dict[str, object]
) -> None:
    short, long = (
        pr.parse({"headline": "A", field: value}.__repr__().replace("'", '"'), "json")
        for value in (word, means)
    )
    assert short == long
    assert set(BY_WORD) <= parts(pr.Release)


def prose(page: Path) -> str:
    """Return the text of a page without its code: a link in an example leads nowhere."""
    return re.sub(r"^ *```.*?^ *```|`[^`\n]+`", "", page.read_text("utf-8"), flags=re.M | re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_relative_link_of_a_page_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose(page))
    assert [link for link in links if not (page.parent / link).exists()] == []


def anchors(page: Path) -> set[str]:
    """Return the addresses of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_into_a_page_leads_to_a_heading(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]*)#([^)]+)\)", prose(page))
    assert [
        f"{file}#{place}"
        for file, place in links
        if place not in anchors(page.parent / file if file else page)
    ] == []


def test_the_pages_made_from_the_code_are_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")
    made = runpy.run_path(str(ROOT / "docs" / "make.py"))
    for name in ("charsets", "formats", "front_matter", "newsroom", "templates"):
        page = ROOT / "docs" / f"{name.replace('_', '-')}.md"
        assert made[f"{name}_page"]() == page.read_text("utf-8"), "run `make docs`"


def test_every_command_of_the_guide_runs_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^    pressrelease (.+)$", (ROOT / "docs" / "guide.md").read_text("utf-8"), re.M)
    assert len(lines) > 10
    for line in lines:
        words = [glob.glob(word) or [word] if "*" in word else [word] for word in shlex.split(line)]
        done = CliRunner().invoke(
            app, [word for found in words for word in sorted(found)], catch_exceptions=False
        )
        assert done.exit_code == 0, f"{line}: {done.stderr}"


def test_the_error_that_the_guide_shows_is_what_is_told() -> None:
    with pytest.raises(pr.PressReleaseError) as raised:
        pr.parse("---\nheadline: Update: harbour opens\n---\n", "markdown", file="harbour.md")
    assert f"```\n{raised.value}\n```" in (ROOT / "docs" / "guide.md").read_text("utf-8")


def test_the_readme_tells_it_within_thirty_lines_and_two_pictures() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert len([line for line in lines if line and not line.startswith("![")]) <= 30
