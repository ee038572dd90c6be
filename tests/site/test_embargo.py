"""Nothing of an embargoed release is in the site before its time: a build with it is the build without it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import pressrelease as pr

UTC = dt.UTC
SECOND = dt.timedelta(seconds=1)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><title>{}</title></svg>'
HOUSE = """\
title = "Example Newsroom"
base_url = "https://news.example.org/"
languages = ["de"]
time_zone = "{zone}"
[publisher]
name = "Example Ports"
[site]
per_page = 2
"""
SECRET = """\
---
headline: Example Ports buys Quayside Holding
subheadline: The harbours become one company
id: tag:news.example.org,2026:secret-deal
embargo: {lift}
published: {published}
keywords: [takeover, harbour]
places: [{{name: Oldhaven}}]
people: [{{name: Zelda Quint, role: chief buyer}}]
aliases: [purple-project]
assets: [{{href: images/handshake.svg, alt: Two hands}}, {{href: images/quay.svg, alt: A quay}}]
---

Example Ports bought Quayside Holding for 4 million euros.

> We had waited for this since spring.
>
> — Zelda Quint, chief buyer
"""
PUBLIC = """\
---
headline: Harbour news {number}
published: 2026-0{number}-01T09:00Z
keywords: [harbour]
assets: [{{href: images/quay.svg, alt: A quay}}]
{more}---

The harbour has [a plan](../{link}/) and [its file]({link}.md) in part {number}.

> It will be long.
>
> — Ana Sousa, harbour master
"""
WORDS = (
    "secret-deal",
    "Quayside Holding",
    "Zelda Quint",
    "handshake",
    "purple-project",
    "takeover",
    "Oldhaven",
)
REFERENCES = {
    1: "related: [{href: 'https://news.example.org/secret-deal/', title: More on this}]\n",
    2: "related: [{href: ../secret-deal/, title: More}]\n",
    3: "translations: [{language: de, href: 'https://news.example.org/de/secret-deal/', id: 'tag:news.example.org,2026:secret-deal.de', title: Mehr}]\n",
}


def room(
    folder: Path, lift: dt.datetime | None, zone: str = "Europe/Berlin", printed: str = ""
) -> pr.Newsroom:
    """Make a newsroom whose public releases refer to the secret one in every way; `lift` None: it is not there."""
    (folder / "images").mkdir(parents=True)
    (folder / "newsroom.toml").write_text(HOUSE.format(zone=zone))
    (folder / "images" / "quay.svg").write_text(SVG.format("quay"))
    for number in range(1, 6):
        more, link = REFERENCES.get(number, ""), "secret-deal" if number % 2 else "news-1"
        text = PUBLIC.format(number=number, more=more, link=link)
        (folder / f"news-{number}.md").write_text(text)
    # One topic, person and place of the secret release are also in public ones; its slug is near to theirs.
    (folder / "secret-dea.md").write_text(PUBLIC.format(number=6, more="", link="purple-project"))
    if lift is not None:
        text = SECRET.format(lift=printed or lift.isoformat(), published=lift.isoformat())
        (folder / "secret-deal.md").write_text(text)
        (folder / "secret-deal.de.md").write_text(
            "---\nheadline: Example Ports kauft Quayside Holding\n---\n\nNach Oldhaven.\n"
        )
        (folder / "secret-deal@1.md").write_text(text.replace("4 million", "3 million"))
        (folder / "images" / "handshake.svg").write_text(SVG.format("handshake"))
    return pr.Newsroom.load(folder)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def changes_of_the_clock() -> list[tuple[str, dt.datetime]]:
    """Return, for five zones, the two moments of 2026 at which their clocks change."""
    found = []
    for zone in (
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "America/Santiago",
    ):
        moment = dt.datetime(2026, 1, 1, tzinfo=UTC)
        while moment.year == 2026:
            later = moment + dt.timedelta(minutes=30)
            if moment.astimezone(ZoneInfo(zone)).utcoffset() != later.astimezone(ZoneInfo(zone)).utcoffset():
                found.append((zone, later))
            moment = later
    assert len(found) == 10
    return found


@pytest.mark.parametrize(("zone", "change"), changes_of_the_clock())
def test_no_byte_tells_of_it_until_the_second_of_its_lift_also_where_clocks_change(
    zone: str, change: dt.datetime, tmp_path: Path, checks: Path
) -> None:
    lift = change.astimezone(ZoneInfo(zone))
    before = (change - SECOND).astimezone(ZoneInfo(zone))
    with_it, without = room(tmp_path / "a", lift, zone), room(tmp_path / "b", None, zone)
    pr.build(without, tmp_path / "without", now=before)
    pr.build(with_it, tmp_path / "with", now=before)
    words = [part for word in WORDS for part in ("--word", word)]
    judge = [sys.executable, str(checks / "embargo_leak.py"), "--with", str(tmp_path / "with")]
    told = subprocess.run(
        [*judge, "--without", str(tmp_path / "without"), *words], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout
    for now in (lift, (change + SECOND).astimezone(ZoneInfo(zone))):
        pr.build(with_it, tmp_path / "with", now=now)
        made = tree(tmp_path / "with")
        assert {"secret-deal/index.html", "de/secret-deal/index.html"} <= made.keys()
        assert b"Quayside Holding" in made["index.html"]


def test_the_judge_finds_a_leak_where_there_is_one(tmp_path: Path, checks: Path) -> None:
    lift = dt.datetime(2026, 12, 1, 9, tzinfo=UTC)
    house = room(tmp_path / "a", lift)
    pr.build(house, tmp_path / "before", now=lift - SECOND)
    pr.build(house, tmp_path / "after", now=lift)
    judge = [sys.executable, str(checks / "embargo_leak.py"), "--with", str(tmp_path / "after")]
    told = subprocess.run([*judge, "--without", str(tmp_path / "before")], capture_output=True, check=False)
    assert told.returncode == 1


@pytest.mark.parametrize("now", [-SECOND, dt.timedelta(0), SECOND])
def test_the_site_is_built_with_the_same_bytes_whatever_was_built_before(
    now: dt.timedelta, tmp_path: Path
) -> None:
    lift = dt.datetime(2026, 12, 1, 9, tzinfo=UTC)
    house = room(tmp_path / "a", lift)
    for moment in (lift + 9 * SECOND, lift + now):  # the clock is set back between two builds
        pr.build(house, tmp_path / "out", now=moment, cache=tmp_path / "cache")
    pr.build(house, tmp_path / "clean", now=lift + now)
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


@pytest.mark.parametrize("printed", ["after the speech", "2026-12-01 09:00 sometime", "until further notice"])
def test_an_embargo_that_cannot_be_read_holds(printed: str, tmp_path: Path) -> None:
    with_it = room(tmp_path / "a", dt.datetime(2026, 1, 1, tzinfo=UTC), printed=printed)
    without = room(tmp_path / "b", None)
    now = dt.datetime(2026, 12, 24, tzinfo=UTC)
    pr.build(with_it, tmp_path / "with", now=now)
    pr.build(without, tmp_path / "without", now=now)
    assert tree(tmp_path / "with") == tree(tmp_path / "without")


def test_the_report_names_the_next_moment_at_which_the_site_changes_by_itself(tmp_path: Path) -> None:
    lift = dt.datetime(2026, 12, 1, 9, tzinfo=UTC)
    report = pr.build(room(tmp_path / "a", lift), tmp_path / "out", now=lift - dt.timedelta(days=30))
    assert report.next_change == lift
    assert report.hidden == 2
