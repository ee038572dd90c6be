"""What a build tells of releases that it publishes, or does not, otherwise than their writers may have meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    made.mkdir()
    (made / "newsroom.toml").write_text(
        'title = "Example"\nbase_url = "https://news.example.org/"\n[publisher]\nname = "Example Ports"\n'
        '[site]\noutputs = ["pages", "feeds", "corrections"]\n'
    )
    return made


def write(folder: Path, name: str, *fields: str) -> None:
    told = "".join(f"{field}\n" for field in ("headline: News", *fields))
    (folder / name).write_text(f"---\n{told}---\n\nThe port opened.\n")


def told(folder: Path) -> list[str]:
    report = pr.build(pr.Newsroom.load(folder), folder.parent / "out", now=NOW)
    return [f"{f.where}: {f.message} [{f.code}] {f.fix}" for f in report.findings]


def test_a_release_without_a_date_is_told(folder: Path) -> None:
    write(folder, "a.md")
    write(folder, "b.md", "dateline: {places: [{name: Oldhaven}], date: 2026-03-01}")
    write(folder, "c.md", "published: 2026-03-01T09:00Z")
    assert told(folder) == [
        "a.md: published: no date: its page names none, and lists and feeds show it as the oldest of all [undated] "
        "write when it comes out: `published: …`"
    ]


@pytest.mark.parametrize("published", ["2026-11-01T09:00Z", "2026-12-01T09:00Z"])
def test_an_embargo_that_ends_before_publication_is_told_before_and_after_it(
    published: str, folder: Path
) -> None:
    write(folder, "a.md", "embargo: 2025-12-01T09:00Z", f"published: {published}")
    write(folder, "b.md", f"embargo: {published}", f"published: {published}")
    moment = published.replace("Z", ":00+00:00")
    assert told(folder) == [
        f"a.md: embargo: the embargo ends on 2025-12-01T09:00:00+00:00, before publication ({moment}) [embargo-past] "
        "take it out, or set it anew"
    ]


def test_an_earlier_version_of_no_release_is_told(folder: Path) -> None:
    write(folder, "a@1.md", "published: 2026-03-01T09:00Z")
    write(folder, "b@1.md", "published: 2026-03-01T09:00Z")
    write(folder, "b.md", "published: 2026-03-01T09:00Z", "version: 2")
    assert told(folder) == [
        "a@1.md: an earlier version of no release in en; nothing is made from it [version-without-release] "
        "put the release itself beside it: the file without `@` and its number"
    ]


SITEMAP = 'outputs = ["pages", "sitemap"]'


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        (
            [["published: 2026-11-22T12:00Z"], ["embargo: 2026-12-01T09:00Z"]],
            [
                "the site changes by itself at 2026-11-24T12:00:00+00:00 "
                "(the news site map drops what is two days old): build again then",
                "the next embargo ends at 2026-12-01T09:00:00+00:00",
            ],
        ),
        (
            [["published: 2026-12-02T09:00Z"], ["embargo: 2026-12-01T09:00Z"]],
            ["the site changes by itself at 2026-12-01T09:00:00+00:00 (an embargo ends): build again then"],
        ),
        (
            [["published: 2026-12-02T09:00Z"]],
            [
                "the site changes by itself at 2026-12-02T09:00:00+00:00 (a release comes out): build again then"
            ],
        ),
        (
            [["published: 2026-03-02T09:00Z", "expires: 2026-12-02T09:00Z"]],
            ["the site changes by itself at 2026-12-02T09:00:00+00:00 (a release expires): build again then"],
        ),
        ([["published: 2026-03-02T09:00Z"]], []),
    ],
)
def test_the_report_says_why_the_site_will_change_and_when_the_next_embargo_ends(
    fields: list[list[str]], lines: list[str], folder: Path
) -> None:
    house = (folder / "newsroom.toml").read_text()
    (folder / "newsroom.toml").write_text(house[: house.index("outputs")] + SITEMAP)
    for number, told in enumerate(fields):
        write(folder, f"r{number}.md", *told)
    report = pr.build(pr.Newsroom.load(folder), folder.parent / "out", now=NOW)
    assert [line for line in report.lines() if line.startswith("the ")] == lines
