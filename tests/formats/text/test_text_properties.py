"""Made-up releases of an agency's shape come back byte for byte, and nothing brings the reader down."""

from __future__ import annotations

import contextlib
import datetime as dt
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from outside import ending

import pressrelease as pr

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
WORDS = [
    "harbour",
    "berth",
    "crane",
    "ship",
    "city",
    "north",
    "water",
    "first",
    "open",
    "new",
    "plan",
    "year",
    "quay",
    "tug",
    "wharf",
    "board",
    "works",
    "bridge",
    "light",
    "stone",
]
NAMES = [
    "Ada Byron",
    "Jean-Luc Picard",
    "Dr. Eva Beispiel",
    "Max von Muster",
    "O'Neil Brown",
    "Jane A. Doe",
    "Zoë Çelik",
]
HOUSES = [
    "Example Corp",
    "Beispiel GmbH",
    "Port d'Exemple",
    "Sample & Sons Ltd.",
    "Voorbeeld B.V.",
    "City of Example",
]
CITIES = ["Hamburg", "New York", "Köln", "Den Haag", "São Paulo", "Brussels"]

sentences = st.lists(st.sampled_from(WORDS), min_size=12, max_size=30).map(
    lambda w: " ".join(w).capitalize() + "."
)
quotes = st.builds(
    lambda said, by, role, of, left, right: f"{left}{said[:-1]},{right} said {by}, {role} of {of}.",
    sentences,
    st.sampled_from(NAMES),
    st.sampled_from(["president", "chief engineer", "head of press"]),
    st.sampled_from(HOUSES),
    st.sampled_from(['"', "“", "'"]),
    st.sampled_from(['"', "”", "'", ""]),
)
paragraphs = st.lists(st.one_of(sentences, sentences, quotes), min_size=1, max_size=6)
heads = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8).map(lambda w: " ".join(w).capitalize())
days = st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31))
clocks = st.one_of(st.none(), st.times().map(lambda t: t.strftime("%H:%M")))
zones = st.sampled_from(["", " Time", " Uhr", " CET", " UTC", " Local Time"])
streets = st.sampled_from(
    [
        "12 Harbour Road, Suite 5 Springfield, IL 62701, USA",
        "Hafenstraße 12, 20457 Hamburg, Deutschland",
        "1 Quay Lane, London SW1A 1AA, United Kingdom",
        "12 rue de la Paix, 75002 Paris, France",
        "Bahnhofstrasse 3, CH-8001 Zürich",
        "Ringstraße 4/2, 1010 Wien, Österreich",
    ]
)
reach = st.sampled_from(
    [
        "(555) 010.0321 Local (555) 010.0233 Facsimile desk@example.org www.example.org",
        "Tel.: +49 40 123456, Fax: +49 40 123457, desk@example.org",
        "+44 20 7946 0000, press@example.org, https://www.example.org/press",
        "desk@example.org",
    ]
)
imprints = st.builds(
    lambda n, s, r: f"{n} {s} {r}",
    st.sampled_from(["Example Press, Inc.", "Beispiel Presse GmbH", "Wire News Ltd."]),
    streets,
    reach,
)


@st.composite
def agency_texts(draw: st.DrawFn) -> str:
    """Draw a text of the shape: head, dateline, story, address, notices, imprint; any of them may be missing."""
    gap = draw(st.sampled_from(["\n\n", "\n\n", "\n\n\n"]))
    between = draw(st.sampled_from(["\n\n", "\n", " ", "\n\n\n"]))
    parts = [draw(heads)]
    if draw(st.booleans()):
        parts.append(draw(heads))
    if draw(st.integers(0, 5)):
        clock = draw(clocks)
        line = f"{draw(st.sampled_from(CITIES))}, {draw(days):%d.%m.%Y}"
        parts.append(line + (f", {clock}{draw(zones)}" if clock else ""))
    body = draw(paragraphs)
    body[0] = draw(st.sampled_from(["", "EXAMPLE NEWS - ", "EP WIRE – "])) + body[0]
    parts += body
    person, house = draw(st.sampled_from(NAMES)), draw(st.sampled_from(HOUSES))
    if draw(st.booleans()):
        parts.append(
            draw(st.sampled_from(["Article online:", "Read more:", "Link:"]))
            + between
            + "https://www.example.org/a/b-1.html"
        )
    if draw(st.booleans()):
        parts.append(
            "Editorial office and responsibility:" + between + f"V.i.S.d.P. & § 18 MStV: {person} - {house}"
        )
    if draw(st.booleans()):
        parts.append(
            "Exemption from liability:" + between + f"{draw(sentences)} {draw(sentences)} {person} - {house}"
        )
    if draw(st.booleans()):
        parts.append("Editorial service of Example News:" + between + draw(imprints))
    return gap.join(parts) + draw(st.sampled_from(["", "\n", "\n\n"]))


@given(agency_texts(), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=100)
def test_a_text_of_the_shape_comes_back_byte_for_byte(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    reading = pr.read(text, "text")
    again = pr.parse(pr.render(reading.release, "json"), "json")
    assert pr.render(again, "gna-text", now=NOW) == text
    assert reading.leftovers == ()


@given(agency_texts())
@settings(max_examples=60)
def test_the_imprint_of_a_text_becomes_fields(text: str) -> None:
    release = pr.parse(text, "text")
    if "Editorial service of Example News:" in text:
        assert release.provider is not None
        assert release.provider.address is not None
        assert "desk@example.org" in release.provider.emails or "press@example.org" in release.provider.emails


FURNITURE = [
    "FOR IMMEDIATE RELEASE", "###", "-30-", "ENDS", "Media contact:", "About Example", "SOURCE Example", "- item",
    "1. item", "a\tb", "Subject: x", "From: y@example.org", "Embargo: 5 May 2026 10:00 GMT", '"', "'", "“",
    "https://example.org", "--", "-- ", "Kontakt:", "Impressum:", "§ 18:", "(NYSE: X)", "* * *", "---", "KILL",
    "CORRECTION:", "Hamburg (ots) - x", "x" * 90, ":", "© 2026 X", "Photo - https://example.org/a.jpg", "=C3=A4=\n",
    "\x00", "\ud800", "\u2028", "\x0c", "{headline}", "{{x}}", "Keywords: a, b", "  indented", "V.i.S.d.P.:",
]  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.one_of(st.sampled_from(FURNITURE), st.text(max_size=40), sentences),
            st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", "\n\n\n", "\t"]),
        ),
        max_size=14,
    )
)
@settings(max_examples=200)
@example([("KILL", "\n\n"), ("KILL", "\n")])
def test_any_text_gives_a_release_or_the_librarys_own_error(pieces: list[tuple[str, str]]) -> None:
    """And every letter of it stands in the release or among the leftovers."""
    text = "".join(a + b for a, b in pieces)
    try:
        reading = pr.read(text, "text")
    except pr.PressReleaseError:
        return
    shown = str(pr.render(reading.release, "gna-text", now=NOW)) + "\n".join(reading.leftovers)
    if any(f.code == "quoted-printable" for f in reading.findings):
        return
    known = re.sub(r"\W", "", shown)
    for word in re.findall(r"\w+", pr.cleaned(text)):
        assert word in known


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes_give_a_release_or_the_librarys_own_error(data: bytes) -> None:
    try:
        reading = pr.read(data, "text")
    except pr.PressReleaseError:
        return
    pr.render(reading.release, "gna-text", now=NOW)


def test_a_line_of_twenty_megabytes_is_refused() -> None:
    with pytest.raises(pr.Unreadable, match="too large"):
        pr.read("x" * 20_000_000, "text")
    with pytest.raises(pr.Unreadable, match="a line too long"):
        pr.read("Headline\n\n" + "x" * 5_000_000, "text")


@pytest.mark.parametrize(
    "unit",
    [
        '"`',
        '"',
        '" a',
        "“a ‘b ",
        "(",
        "a@",
        "1 ",
        "§ 1: ",
        "A. B. ",
        "\n\n---",
        "- a\n",
        "x\n",
        "A\n\n",
        "said ",
        "Tel ",
        "1.",
        "www.",
        "@a.b ",
        "'a ",
        "Aa ",
        "a:\n\n",
        "=\n",
        "\t",
        " \n",
        "12345 Aa, ",
    ],
)
def test_a_megabyte_of_one_thing_is_read_to_its_end(unit: str) -> None:
    """Work grows with the text, not with its square: that would take hours here."""
    text = "Headline of it\n\n" + (unit * (1 + 1_000_000 // len(unit)))[:1_000_000]
    with ending(), contextlib.suppress(pr.PressReleaseError):
        assert pr.read(text, "text").release.headline
