"""The agency text that the reader was made for: understood whole, and printed back byte for byte."""

from __future__ import annotations

import datetime as dt
import json
import random
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def seed(seed_path: Path) -> bytes:
    return seed_path.read_bytes()


@pytest.fixture(scope="module")
def reading(seed: bytes) -> pr.Reading:
    return pr.read(seed, "text")


def lines(seed: bytes) -> list[str]:
    return seed.decode().split("\n\n")


def test_headline_subheadline_and_dateline(reading: pr.Reading, seed: bytes) -> None:
    """The zone is printed as a word that is no zone: it is kept, and no zone is claimed."""
    r = reading.release
    assert (r.headline, r.subheadline) == tuple(lines(seed)[:2])
    assert r.dateline is not None
    assert r.dateline.places == (pr.Place(name="Brussels"),)
    assert (r.dateline.date, r.dateline.time) == (dt.date(2020, 8, 26), dt.time(18, 39))
    assert (r.dateline.zone, r.dateline.zone_printed) == ("", "Time")
    assert r.dateline.credit == "USPA NEWS"
    assert r.language == "en"


def test_the_body_is_eleven_paragraphs(reading: pr.Reading, seed: bytes) -> None:
    words = lines(seed)[3:14]
    words[0] = words[0].removeprefix("USPA NEWS - ")
    assert reading.release.story.text.split("\n\n") == words


def test_two_quotes_with_speaker_and_role(reading: pr.Reading) -> None:
    """Marks are missing and mixed, and who speaks stands between the two pieces of the second quote."""
    first, second = reading.release.quotes
    assert (first.speaker, first.role) == ("Ladislav Hamran", "President of Eurojust")
    role = "Director of the U.S. Department of Justice's Office of International Affairs"
    assert (second.speaker, second.role) == ("Vaughn Ary", role)
    assert first.text.startswith("This case is an excellent")
    assert first.text.endswith("joint action day")
    assert second.text.startswith("In an investigation")
    assert second.text.endswith("alleged cyber criminals.")


def test_odd_marks_are_findings_and_a_name_in_marks_is_no_quote(reading: pr.Reading) -> None:
    assert [(f.code, f.where.field) for f in reading.findings] == [
        ("mixed-quotation-marks", "story.1"),
        ("mixed-quotation-marks", "story.5"),
        ("unbalanced-quotation-marks", "story.6"),
        ("attribution-inside-quotation", "story.6"),
    ]
    assert reading.leftovers == ()


def test_address_notices_and_imprint(reading: pr.Reading, seed: bytes) -> None:
    r = reading.release
    assert r.url == lines(seed)[15]
    assert r.layout is not None
    assert [s.label for s in r.layout.slots if s.what == "url"] == ["Article online:"]
    responsible, liability, imprint = r.notices
    assert responsible.model_dump(exclude_defaults=True, exclude={"layout"}) == {
        "kind": "editorial-responsibility",
        "heading": "Editorial office and responsibility:",
        "label": "V.i.S.d.P.",
        "citation": "Sect. 6 MDStV (German Interstate Media Services Agreement)",
        "person": "Daren Frankish",
        "organisation": "Eurojust",
        "jurisdiction": "DE",
    }
    assert (liability.kind, liability.heading) == ("liability", "Exemption from liability:")
    assert liability.text.endswith("the author of such report.")
    assert (liability.person, liability.organisation) == ("Daren Frankish", "Eurojust")
    assert (imprint.kind, imprint.heading) == ("provider", lines(seed)[20])
    assert r.provider is not None
    assert r.provider.model_dump(exclude_defaults=True, exclude={"layout": True, "address": {"layout"}}) == {
        "legal_name": "United Press Association, Inc.",
        "address": {
            "street": "3651 Lindell Road",
            "lines": ("Suite D168",),
            "city": "Las Vegas",
            "region": "NV",
            "postcode": "89103",
            "country": "USA",
        },
        "phones": (
            {"number": "(702) 943.0321", "label": "Local"},
            {"number": "(702) 943.0233", "label": "Facsimile", "kind": "fax"},
        ),
        "emails": ("info@unitedpressassociation.org", "info@gna24.com"),
        "web": "www.gna24.com",
    }


def test_it_is_recognised_without_a_format_named(seed: bytes) -> None:
    assert pr.read(seed).format == "text"


def test_it_prints_back_byte_for_byte(reading: pr.Reading, seed: bytes) -> None:
    assert render(reading.release) == seed


def test_it_prints_back_byte_for_byte_after_a_trip_through_json_and_yaml(
    reading: pr.Reading, seed: bytes
) -> None:
    for name in ("json", "yaml"):
        assert render(pr.parse(pr.render(reading.release, name), name)) == seed


def render(release: pr.Release) -> bytes:
    return str(pr.render(release, "gna-text", now=NOW)).encode()


# --- no copy of the text is kept ------------------------------------------------------------------------------------

SET = ("layout", "style", "language", "gap", "label_gap", "inner", "wrap", "end", "newline", "what", "marker")
"""How it was set: an edit there may move anything."""


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in SET or (key == "layout" and not isinstance(inner, str)):
                yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from leaves(inner, (*path, i))
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        yield path, value


def edited(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    whole = json.loads(json.dumps(data))
    part = whole
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return whole


def other(path: tuple[Any, ...], value: Any, chance: random.Random) -> Any:
    """Return another value of the same kind, none of whose letters stand in the text."""
    name = path[-1]
    if path[-2:] == ("dateline", "date"):
        return f"{chance.randint(1990, 2030)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    if path[-2:] == ("dateline", "time"):
        return f"{chance.randint(0, 23):02d}:{chance.randint(0, 59):02d}:00"
    if name in ("url", "href"):
        return f"https://ω{chance.randint(1, 999)}.example.org/λ"
    if "emails" in path:
        return f"λ{chance.randint(1, 999)}@example.org"
    if name == "kind":
        return {"voice": "mobile", "fax": "mobile"}.get(value, "copyright")
    if name in ("quote", "opening", "closing", "jurisdiction"):
        return "λ"
    if isinstance(value, int):
        return value + 1
    return "λ" * chance.randint(1, 9) + (" ω" if chance.random() < 0.5 else "")


def test_five_hundred_single_edits_each_move_their_own_bytes_only(reading: pr.Reading, seed: bytes) -> None:
    """Change one field: what stands before and behind its words stays, and the words are the new ones."""
    data = json.loads(str(pr.render(reading.release, "json")))
    text = seed.decode()
    every = [
        (p, v) for p, v in leaves(data) if p[0] not in ("id", "version", "status", "urgency", "slug", "genre")
    ]
    chance = random.Random(7)
    moved = 0
    for n in range(520):
        path, value = every[n % len(every)]
        new = other(path, value, chance)
        shown = render(pr.parse(json.dumps(edited(data, path, new)), "json")).decode()
        if shown == text:
            assert path[-1] in ("kind", "quote", "jurisdiction"), f"{path} is printed nowhere"
            continue
        moved += 1
        start = next(i for i, (a, b) in enumerate(zip(text, shown, strict=False)) if a != b)
        behind = next(
            i for i, (a, b) in enumerate(zip(reversed(text), reversed(shown), strict=False)) if a != b
        )
        old, instead = text[start : len(text) - behind], shown[start : len(shown) - behind]
        if path[-2:] == ("dateline", "date"):
            assert text[:start].count("\n") == 4
            assert set(old + instead) <= set("0123456789.")
        elif path[-2:] == ("dateline", "time"):
            assert text[:start].count("\n") == 4
            assert set(old + instead) <= set("0123456789:")
        else:
            assert old in str(value), path
            assert instead in str(new), path
    assert moved > 400


# --- texts of its shape ---------------------------------------------------------------------------------------------


def wrapped_at(width: int, text: str) -> str:
    fill = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    return "\n\n".join("\n".join(fill.wrap(p)) for p in text.split("\n\n"))


SHAPES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "a final line end": lambda t: t + "\n",
    "no empty lines": lambda t: t.replace("\n\n", "\n"),
    "wide gaps": lambda t: t.replace("\n\n", "\n\n\n\n"),
    "empty lines above": lambda t: "\n\n" + t,
    "labels on the line above": lambda t: t.replace(":\n\n", ":\n"),
    "labels on the same line": lambda t: t.replace(":\n\n", ": "),
    "labels without a colon": lambda t: t.replace(":\n\n", "\n\n"),
    "wrapped at 72": lambda t: wrapped_at(72, t),
    "wrapped at 60": lambda t: wrapped_at(60, t),
    "no line beneath the headline": lambda t: t.replace(t.split("\n\n")[1] + "\n\n", "", 1),
    "no dateline": lambda t: t.replace(t.split("\n\n")[2] + "\n\n", "", 1),
    "another dateline": lambda t: t.replace("26.08.2020, 18:39 Time", "August 26, 2020, 6:39 p.m."),
    "a bare address": lambda t: t.replace("Article online:\n\n", ""),
    "German labels": lambda t: t.replace(
        "Editorial office and responsibility:", "Redaktion und Verantwortung:"
    ).replace("Exemption from liability:", "Haftungsausschluss:"),
    "labels before the numbers": lambda t: t.replace(
        "(702) 943.0321 Local (702) 943.0233 Facsimile", "Phone: (702) 943.0321 Fax: (702) 943.0233"
    ),
    "two spaces behind each sentence": lambda t: t.replace(". ", ".  "),
    "a tab before each paragraph": lambda t: "\t" + t.replace("\n\n", "\n\n\t"),
    "spaces behind each line": lambda t: t.replace("\n\n", "  \n \n") + " \t\n\n",
    "line ends of two kinds": lambda t: t.replace("\n\n", "\r\n\n"),
    "a hundred and twenty empty lines behind": lambda t: t + "\n" * 120,
    "a comma between person and house": lambda t: t.replace(
        "Daren Frankish - Eurojust", "Daren Frankish, Eurojust"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_of_its_shape_is_understood_whole_and_comes_back(seed: bytes, shape: str) -> None:
    text = SHAPES[shape](seed.decode())
    release = pr.parse(text, "text")
    assert len(release.story.blocks) == 11
    assert [q.speaker for q in release.quotes] == ["Ladislav Hamran", "Vaughn Ary"]
    assert [n.kind for n in release.notices] == ["editorial-responsibility", "liability", "provider"]
    assert [n.person for n in release.notices] == ["Daren Frankish", "Daren Frankish", ""]
    assert release.provider is not None
    assert release.provider.address is not None
    assert release.provider.address.city == "Las Vegas"
    assert [p.kind for p in release.provider.phones] == ["voice", "fax"]
    assert release.url.endswith("piracy-group.html")
    assert render(pr.parse(pr.render(release, "json"), "json")) == text.encode()
