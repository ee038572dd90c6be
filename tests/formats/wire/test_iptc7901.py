"""IPTC 7901: the bytes by a judge that knows the standard, a release's life in words, the messages agencies send."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bytewires import (
    DATE_7901,
    HEADER_7901,
    NOW,
    differing,
    faults_7901,
    life,
    superdesk_7901,
    unaccounted,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from outside import ending, needs, place
from strategies import releases
from wires import enough

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.registry import DEFAULT, Format, Job
from pressrelease.formats.wire.iptc7901 import IPTC7901
from pressrelease.story import (
    Attribution,
    BulletList,
    Cell,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Story,
    Table,
    Text,
)

ROOT = Path(__file__).parents[3]
HOUSE = pr.Newsroom.load(ROOT / "sample_releases")
SAMPLES = {e.path.name: HOUSE.completed(e.release) for e in load_all(HOUSE)}
REAL_HEADER = b"eca062 4 i 211 ccccb    dpa 061"
REAL = (
    b"\x01" + REAL_HEADER + b"\r\n\nGermany-politics/\r\n\x02Harbour opens =\r\n\n"
    b"Berlin (dpa) - The harbour opened.\r\n\r\n\x03131137 GMT Nov 13 \r\n\x7f\n\x7f\x04"
)
BASE: dict[str, Any] = {"headline": "Harbour opens", "id": "tag:example.org,2026:harbour", "language": "en"}


def bytes_of(release: pr.Release, **options: Any) -> bytes:
    body = pr.render(release, "iptc7901", now=NOW, options=options)
    assert isinstance(body, bytes)
    return body


def text_of(release: pr.Release, **options: Any) -> str:
    """The words between start and end of text, each line by itself."""
    made = pr.write(release, "iptc7901", now=NOW, options=options)
    return made.text.partition("\x02")[2].partition("\x03")[0].replace("\r\n", "\n")


def parted(release: pr.Release, **options: Any) -> tuple[str, str, str]:
    """The lines above the text, what may be published, and what is for editors only."""
    head, _, rest = text_of(release, **options).partition(" =\n")
    body, _, notes = rest.partition("* * * *\n")
    return head, body, notes


# --- the bytes -------------------------------------------------------------------------------------------------------


def test_the_judge_takes_a_real_message_and_sees_what_is_wrong_with_others() -> None:
    """Header and trailer are those that an agency sent."""
    assert faults_7901(REAL) == []
    assert HEADER_7901.fullmatch(REAL_HEADER)
    assert DATE_7901.fullmatch(b"131137 GMT Nov 13 ")
    broken = {
        "no SOH": REAL[1:],
        "a long line": REAL.replace(b"The harbour", b"x" * 70),
        "a control byte": REAL.replace(b"harbour opened", b"harbour\x03 opened"),
        "LF alone": REAL.replace(b"\r\n", b"\n"),
        "no equals sign": REAL.replace(b" =", b""),
        "a month of its own": REAL.replace(b"Nov 13", b"November 13"),
        "priority 9": REAL.replace(b"062 4", b"062 9"),
    }
    assert {name: bool(faults_7901(data)) for name, data in broken.items()} == dict.fromkeys(broken, True)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_at_every_step_of_its_life_keeps_the_layout(sample: str) -> None:
    for step, release in life(SAMPLES[sample]).items():
        assert (step, faults_7901(bytes_of(release))) == (step, [])


@enough
@given(
    release=releases(),
    charset=st.sampled_from(["auto", "ascii", "utf-8", "cp1252", "iso646-de", "iso646-fr"]),
)
def test_every_release_keeps_the_layout_and_loses_what_its_losses_say(
    release: pr.Release, charset: str
) -> None:
    options = {"charset": charset, "transliterate": True}
    made = pr.write(release, "iptc7901", now=NOW, options=options)
    assert faults_7901(made.body) == []
    back = pr.parse(made.body, "iptc7901")
    assert unaccounted(differing(release, back), {loss.path for loss in made.losses}) == ([], [])


@given(release=releases(status=st.just("usable")), words=st.text(st.characters(codec="utf-8"), max_size=40))
def test_no_text_can_split_a_message(release: pr.Release, words: str) -> None:
    """Whatever words a release holds, there is one start, one end, and nothing behind it."""
    odd = pr.cleaned(words)
    data = bytes_of(release.changed(subheadline=odd, editor_note=odd, story=odd), charset="utf-8")
    assert [data.count(c) for c in (b"\x01", b"\x02", b"\x03", b"\x04")] == [1, 1, 1, 1]
    assert data[0] == 1
    assert data[-1] == 4


def test_a_header_is_derived_from_the_release_the_same_each_time() -> None:
    release = SAMPLES["harbour-opening.md"]
    line = bytes_of(release).partition(b"\r\n")[0]
    assert re.fullmatch(rb"\x01kbn1738 4 fin \d+  kbn 1738", line)
    assert bytes_of(release) == bytes_of(release)


def test_a_newsroom_may_set_every_field_of_the_header() -> None:
    options = {
        "source": "xyz",
        "serial": 7,
        "priority": 1,
        "category": "pol",
        "free": "xyz 006",
        "sign_off": "xyz ab",
    }
    data = bytes_of(pr.Release(**BASE, story="It opened."), **options)
    assert data.partition(b"\r\n")[0] == b"\x01xyz0007 1 pol 4  xyz 006"
    assert faults_7901(data) == []
    assert b"\r\n\nxyz ab\r\n\r\n\x03" in data


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"source": "toolong"}, "source is three letters"),
        ({"serial": 0}, "serial is 1 to 9999"),
        ({"priority": 7}, "priority is 1 to 6"),
        ({"priority": True}, "priority is 1 to 6"),
        ({"free": "a\x01b"}, "free is up to 50 printable characters of ASCII"),
        ({"charset": "ebcdic"}, "no such charset: ebcdic"),
    ],
)
def test_options_that_cannot_be_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(pr.Unwritable, match=message):
        bytes_of(pr.Release(**BASE), **options)


def test_a_word_longer_than_a_line_is_split_and_joined_again() -> None:
    address = "https://example.org/" + "a" * 200
    release = pr.Release(**BASE, story=f"See {address} for more.", url=address, published="2026-03-02T08:00Z")
    data = bytes_of(release)
    assert faults_7901(data) == []
    back = pr.parse(data, "iptc7901")
    assert (back.url, back.story.text) == (address, f"See {address} for more.")


# --- charsets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charset", "words", "shown"),
    [
        ("auto", "Größe „klein“ – 5 €", 'Größe "klein" - 5 EUR'.encode("latin-1")),
        ("auto", "Łódź", "Łódź".encode()),
        ("auto", "船", "船".encode()),
        ("ascii", "Größe", b"Groesse"),
        ("iso646-de", "Größe", b"Gr|~e"),
        ("iso646-de", "a@example.org [x]", b"a(at)example.org (x)"),
        ("latin-1", "Größe", "Größe".encode("latin-1")),
        ("cp1252", "„Größe“ …", "„Größe“ …".encode("cp1252")),
        ("utf-8", "„Größe“ 船", "„Größe“ 船".encode()),
    ],
)
def test_words_are_written_in_the_charset_asked_for_and_readably_where_it_lacks_them(
    charset: str, words: str, shown: bytes
) -> None:
    release = pr.Release(**{**BASE, "language": "de"}, story=f"Davor {words} danach.")
    assert b"Davor " + shown + b" danach." in bytes_of(release, charset=charset)


def test_what_a_charset_replaces_is_among_the_losses() -> None:
    release = pr.Release(
        **{**BASE, "headline": "Größe – klein", "language": "de"}, published="2026-03-02T08:00Z"
    )
    told = pr.write(release, "iptc7901", now=NOW, options={"charset": "ascii"}).losses
    assert [(t.path, t.reason, t.instead) for t in told] == [
        ("headline", 'ascii has no "öß–"', '"oe, ss, -"')
    ]


def test_letters_that_nobody_spells_in_a_charset_are_refused_with_the_remedy() -> None:
    with pytest.raises(pr.Unwritable) as caught:
        bytes_of(pr.Release(**BASE, story="Li Wei (李伟)"), charset="latin-1")
    assert str(caught.value) == (
        'charset: letters that iso-8859-1 does not have: found "李伟", expected a charset that has them, such as utf-8\n'
        "  choose another `charset`, or `transliterate=True`"
    )


def test_letters_of_other_scripts_are_transliterated_where_that_is_asked_for() -> None:
    release = pr.Release(**BASE, story="Li Wei (李伟) came.", published="2026-03-02T08:00Z")
    made = pr.write(release, "iptc7901", now=NOW, options={"charset": "ascii", "transliterate": True})
    assert b"Li Wei (LiWei) came." in made.body
    assert [(loss.path, loss.instead) for loss in made.losses] == [("story", '"Li, Wei"')]


@pytest.mark.parametrize("charset", ["auto", "ascii", "iso646-de", "iso646-fr", "koi8-r", "cp1252", "utf-8"])
def test_a_message_is_read_in_the_charset_it_was_written_in(charset: str) -> None:
    release = pr.Release(**BASE, story="Grün, déjà. Für alle.", published="2026-03-02T08:00Z")
    made = pr.write(release, "iptc7901", now=NOW, options={"charset": charset})
    back = pr.parse(made.body, "iptc7901")
    assert (back.story == release.story) == (made.losses == ())


# --- a release's life ------------------------------------------------------------------------------------------------


def test_a_correction_says_what_was_wrong_and_what_is_right_above_the_text_and_to_editors() -> None:
    head, body, notes = parted(SAMPLES["crane-count.md"])
    words = " ".join(head.split())
    assert words == (
        "COR kbp6326 (Correction: The number of cranes in headline and first paragraph was wrong. The earlier version "
        'said "nine electric cranes"; right is "eight electric cranes".) Kestrel Bay orders eight electric cranes'
    )
    assert "nine electric cranes" in " ".join(notes.split())
    assert "nine" not in body


def test_a_correction_names_the_number_that_the_earlier_version_had() -> None:
    earlier = bytes_of(
        SAMPLES["crane-count@1.md"]
        if "crane-count@1.md" in SAMPLES
        else life(SAMPLES["crane-count.md"])["new"]
    )
    assert earlier.startswith(b"\x01kbp6326 ")
    assert text_of(SAMPLES["crane-count.md"]).startswith("COR kbp6326\n")


def test_an_update_is_a_lead_counted_by_its_version() -> None:
    steps = life(SAMPLES["shore-power.md"])
    assert text_of(steps["update"]).startswith("1ST LEAD kbp")
    assert text_of(steps["update"].changed(version=4)).startswith("3RD LEAD kbp")
    assert text_of(steps["update"].changed(version=1)).startswith("REFILE\n")


def test_an_embargo_stands_above_the_text_first_in_it_and_in_the_notes() -> None:
    head, body, notes = parted(life(SAMPLES["shore-power.md"])["embargoed"])
    said = "Embargoed until 2 March 2030, 09:00 (UTC)"
    assert head.split("\n")[0] == said
    assert body.lstrip("\n").split("\n")[0] == said
    assert notes.split("\n\n")[1] == said
    assert "Embargo: 2030-03-02T09:00:00+00:00" in notes


def test_an_embargo_is_known_for_one_in_any_language() -> None:
    release = pr.Release(headline="ميناء جديد", language="ar", embargo={"until": "2030-03-02T09:00Z"})
    assert text_of(release).startswith("EMBARGO - ")


def test_the_embargo_in_words_can_be_left_out() -> None:
    release = life(SAMPLES["shore-power.md"])["embargoed"]
    made = pr.write(release, "iptc7901", now=NOW, options={"embargo_in_words": False})
    assert "mbargo" not in made.text
    assert "embargo.until" in {loss.path for loss in made.losses}


def test_an_embargo_without_a_date_holds_and_is_read_so() -> None:
    release = life(SAMPLES["shore-power.md"])["held without a date"]
    assert text_of(release).startswith("Embargoed until further notice\n")
    assert pr.parse(bytes_of(release), "iptc7901").embargo == pr.Embargo()


def test_a_hold_says_so_in_the_wires_own_words() -> None:
    head, body, _ = parted(life(SAMPLES["shore-power.md"])["withheld"])
    assert head.split("\n")[:2] == ["HOLD HOLD HOLD", "(Withheld: A figure is being checked.)"]
    assert body.lstrip("\n").startswith("Withheld: A figure is being checked.\n")


def test_a_kill_says_so_names_the_earlier_item_and_repeats_nothing() -> None:
    release = pr.Release(
        **BASE,
        version=3,
        slugline="Harbour/Opening",
        status="canceled",
        change={"kind": "kill", "note": "The harbour never opened."},
        subheadline="Secret line",
        summary="Secret summary.",
        story="Secret story.",
        boilerplates=[{"heading": "About", "story": "Secret house."}],
        assets=["https://example.org/secret.jpg"],
        published="2026-03-02T08:00Z",
    )
    made = pr.write(release, "iptc7901", now=NOW)
    assert "ecret" not in made.text
    head, body, notes = parted(release)
    number = re.search(r"KILL (prs\d{4})", head)
    assert number
    assert head.split("\n") == [
        "KILL KILL KILL", f"KILL {number[1]}", "(Withdrawn: The harbour never opened.)", "Harbour opens",
    ]  # fmt: skip
    assert body.strip().startswith("Withdrawn: The harbour never opened.\n\nThis release has been withdrawn.")
    assert f"Earlier item: {number[1]}" in notes
    assert b"\r\n\nHarbour/Opening/\r\n\x02" in made.body
    assert [loss.path for loss in made.losses] == [
        "subheadline",
        "summary",
        "story",
        "boilerplates",
        "assets",
    ]


@pytest.mark.parametrize("sample", ["shore-power.md", "shore-power.de.md", "desalination.ar.md"])
@pytest.mark.parametrize("step", life(SAMPLES["shore-power.md"]))
def test_each_step_is_read_back_as_itself(sample: str, step: str) -> None:
    release = life(SAMPLES[sample])[step]
    back = pr.parse(bytes_of(release), "iptc7901")
    seen = (back.status, back.change, back.embargo, back.version)
    assert seen == (release.status, release.change, release.embargo, release.version)


@pytest.mark.parametrize("sample", ["harbour-opening.md", "shore-power.de.md", "desalination.ar.md"])
def test_every_step_loses_what_its_losses_say(sample: str) -> None:
    for step, release in life(SAMPLES[sample]).items():
        made = pr.write(release, "iptc7901", now=NOW, newsroom=HOUSE)
        back = HOUSE.completed(pr.parse(made.body, "iptc7901", newsroom=HOUSE))
        told = {loss.path for loss in made.losses}
        assert (step, *unaccounted(differing(release, back), told)) == (step, [], [])


def test_what_is_for_editors_only_never_stands_in_the_text_and_the_other_way_round() -> None:
    release = pr.Release(
        **BASE,
        story="The harbour opened.",
        editor_note="Call the harbour master first.",
        contacts=[
            {"name": "Kay Quay", "for_editors": True, "emails": ["kay@example.org"]},
            {"name": "Pat Pier"},
        ],
    )
    head, body, notes = parted(release)
    assert [w in head + body for w in ("harbour master", "Kay Quay", "Pat Pier", "opened")] == [
        False,
        False,
        True,
        True,
    ]
    assert [w in notes for w in ("harbour master", "kay@example.org", "Pat Pier", "opened")] == [
        True,
        True,
        False,
        False,
    ]
    assert notes.startswith("The following information is not for publication\n")


@pytest.mark.parametrize("sample", SAMPLES)
def test_superdesk_has_slug_words_and_note_of_every_step_and_no_note_in_the_text(sample: str) -> None:
    """Its stock parser takes the first line above the text for the headline, and knows the notes by one sentence."""
    first = {
        "kill": "KILL KILL KILL",
        "withheld": "HOLD HOLD HOLD",
        "update": "1ST LEAD",
        "correction": "COR ",
    }
    for step, release in life(SAMPLES[sample].changed(language="en", urgency=None)).items():
        seen = superdesk_7901(bytes_of(release))
        assert (step, seen["headline"].startswith(first.get(step, ""))) == (step, True)
        assert "Identifier:" in seen["ednote"]
        assert "Identifier:" not in seen["body"]
    german = superdesk_7901(bytes_of(SAMPLES["shore-power.de.md"]))
    assert "Kennung: " in german["ednote"]
    assert "Kennung: " not in german["body"]


# --- in words --------------------------------------------------------------------------------------------------------


def test_everything_a_story_holds_stands_in_words_and_comes_back() -> None:
    story = Story(
        (
            Paragraph("First."),
            Heading("Subhead"),
            BulletList(("one", "two")),
            NumberedList(("one", "two")),
            Table(((Cell("Revenue"), Cell("412.6")),), ((Cell("Million"), Cell("2026")),)),
            Quote((Paragraph("Yes."),), Attribution("Ada Byron", "engineer", "Port")),
            Paragraph("Last."),
        )
    )
    release = pr.Release(**BASE, story=story, published="2026-03-02T08:00Z")
    assert parted(release)[1].strip().split("\n\n") == [
        "First.",
        "Subhead",
        "- one\n- two",
        "1. one\n2. two",
        "| Million |  2026 |\n| ------- | ----- |\n| Revenue | 412.6 |",
        '"Yes." -- Ada Byron, engineer, Port',
        "Last.",
    ]
    assert pr.parse(bytes_of(release), "iptc7901").story == story


def test_a_link_is_its_words_and_its_address() -> None:
    story = Story((Paragraph((Link("the port", "https://example.org/port"),)),))
    assert "the port (https://example.org/port)" in parted(pr.Release(**BASE, story=story))[1]


def test_a_table_wider_than_a_line_keeps_its_cells() -> None:
    row = tuple(Cell(f"a rather long cell number {i}") for i in range(4))
    release = pr.Release(**BASE, story=Story((Table((row, row)),)), published="2026-03-02T08:00Z")
    data = bytes_of(release)
    assert faults_7901(data) == []
    assert pr.parse(data, "iptc7901").story == release.story


@pytest.mark.parametrize("credit", ["EXW", "Kestrel News Agency", "kbn"])
def test_a_dateline_is_known_by_the_agency_that_the_message_names(credit: str) -> None:
    dateline = {"places": [{"name": "Hamburg"}], "credit": credit, "style": "dpa"}
    release = pr.Release(**BASE, dateline=dateline, story="It opened.", published="2026-03-02T08:00Z")
    made = pr.write(release, "iptc7901", now=NOW)
    assert (pr.parse(made.body, "iptc7901"), made.losses) == (release, ())


# --- the messages agencies send --------------------------------------------------------------------------------------

EXAMPLES = place("PRESSRELEASE_WIRES", "../shared/wire/examples/iptc7901")


def examples() -> Iterator[Path]:
    yield from sorted(EXAMPLES.glob("*.iptc")) if EXAMPLES else ()


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize("path", [pytest.param(p, id=p.stem) for p in examples()] or [None])
def test_a_real_message_is_read_whole_and_in_order(path: Path | None) -> None:
    """The judge reads the bytes by itself: headline lines, then every letter of the text, in its order."""
    found = needs(path, "real messages ($PRESSRELEASE_WIRES)")
    raw = found.read_bytes().decode("utf-8").replace("\r\n", "\n")
    assert HEADER_7901.match(raw[1:].split("\n")[0].encode())
    head, _, rest = raw.partition("\x02")[2].partition(" =\n")
    body = rest.partition("# Notizblock")[0].partition("\x03")[0]
    release = pr.read(found.read_bytes()).release
    assert letters(release.headline) in letters(head)
    assert release.slugline == raw.split("\n")[2].rstrip("/")
    shown = pr.render(
        release.changed(change={}, contacts=[], extra={}), "plain", now=NOW, options={"width": 0}
    )
    lines = [
        letters(line)
        for line in body.split("\n")
        if letters(line) and not re.search("[@]|Tel|Redaktion|Ansprech", line)
    ]
    held, at, kept = letters(str(shown)), 0, 0
    for line in lines:
        place_ = held.find(line, at)
        if place_ >= 0:
            kept, at = kept + len(line), place_ + len(line)
    assert kept >= 0.995 * sum(map(len, lines))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dw-1", ("Waghäusel", "dpa", "correction")),
        ("nsb-n1", ("Peine", "dpa/lni", "new")),
        ("eil", ("Berlin", "dpa", "new")),
    ],
)
def test_the_dateline_of_a_real_message_is_read(name: str, expected: tuple[str, str, str]) -> None:
    path = next((p for p in examples() if p.stem == name), None)
    release = pr.read(needs(path, "real messages ($PRESSRELEASE_WIRES)").read_bytes()).release
    assert release.dateline is not None
    assert (release.dateline.places[0].name, release.dateline.credit, release.change.kind) == expected


def codes(data: bytes | str) -> list[str]:
    return [f.code for f in pr.read(data, "iptc7901").findings]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (REAL.replace(b" 4 i 211", b" 4 211"), "no-category"),
        (REAL.replace(b"\x7f\n\x7f\x04", b"\x04"), "no-trailer"),
        (REAL + b"\r\nmore", "text-outside"),
        (b"ZCZC\r\n" + REAL, "text-outside"),
        (REAL.replace(b"\x03131137 GMT Nov 13 ", b""), "no-end"),
        (REAL.replace(b"\x01", b""), "no-start"),
        (REAL.replace(b"\x02", b"\r\n"), "no-text-start"),
        (REAL.replace(b" =", b""), "no-equals-sign"),
        (REAL.replace(b"GMT ", b""), "no-zone"),
        (REAL.replace(b"131137 GMT Nov 13", b"sometime"), "no-date-line"),
        (REAL.replace(b"Germany-politics/\r\n", b"Germany-politics/\r\n\r\n\r\n"), "empty-lines"),
        (REAL.replace(b"eca062 4 i 211", b"what is this"), "odd-header"),
        (REAL.replace(b"The harbour", b"Der \x84Hafen\x93"), "charset"),
        (REAL.replace(b"The harbour opened", b"F}r M}nchen, sch|n und gro~"), "charset"),
    ],
)
def test_each_departure_is_read_and_told(data: bytes, code: str) -> None:
    reading = pr.read(data, "iptc7901")
    assert code in [f.code for f in reading.findings]
    assert reading.release.headline == "Harbour opens"
    assert len(reading.release.story.blocks) == 1


@pytest.mark.parametrize(
    "data",
    [
        REAL,
        REAL.replace(b"\r\n", b"\n"),
        b"\x7f\x7f\r\n\x7f" + REAL,
        b"\x7f\r\n\x7f\r\n\x7f\r\n" + REAL,
        REAL.replace(b"211 ccccb    dpa", b"211  ccccb dpa"),
    ],
)
def test_what_the_standard_or_an_agency_allows_is_no_finding(data: bytes) -> None:
    reading = pr.read(data)
    assert (reading.format, reading.findings, reading.leftovers) == ("iptc7901", (), ())
    assert reading.release.published == dt.datetime(2013, 11, 13, 11, 37, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("131137 GMT Okt 13", 10),
        ("131137 GMT Dez 13", 12),
        ("131137 GMT dec 13", 12),
        ("131137 GMT Mai 13", 5),
    ],
)
def test_a_month_may_be_in_another_language(date: str, month: int) -> None:
    release = pr.parse(REAL.replace(b"131137 GMT Nov 13 ", date.encode()), "iptc7901")
    assert release.published == dt.datetime(2013, month, 13, 11, 37, tzinfo=dt.UTC)


def test_a_date_without_a_zone_is_the_newsrooms() -> None:
    release = pr.parse(REAL.replace(b"GMT Nov", b"Nov"), "iptc7901", newsroom=HOUSE)
    assert release.published is not None
    assert release.published.utcoffset() == dt.timedelta(0)
    assert pr.parse(REAL.replace(b"GMT Nov", b"Nov"), "iptc7901").published is None


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("KILL KILL KILL", ("canceled", "kill", "")),
        ("KILL dpa 0703", ("canceled", "kill", "0703")),
        ("HOLD HOLD HOLD", ("withheld", "new", "")),
        ("COR 703", ("usable", "correction", "703")),
        ("REFILE", ("usable", "update", "")),
        ("1ST LEAD", ("usable", "update", "")),
        ("2nd Lead dpa0123", ("usable", "update", "dpa0123")),
        ("(Berichtigung: Uhrzeit korrigiert)", ("usable", "correction", "")),
    ],
)
def test_the_words_of_the_wires_are_known(line: str, step: tuple[str, str, str]) -> None:
    data = REAL.replace(b"\x02Harbour", b"\x02" + line.encode() + b"\r\nHarbour")
    release = pr.parse(data, "iptc7901")
    assert release.headline == "Harbour opens"
    assert (release.status, release.change.kind, release.extra.get("iptc7901:earlier", "")) == step


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Sperrfrist 23. Januar 2026 19.00 Uhr MEZ", dt.datetime(2026, 1, 23, 18, tzinfo=dt.UTC)),
        ("EMBARGO until 23 January 2026, 19:00 GMT", dt.datetime(2026, 1, 23, 19, tzinfo=dt.UTC)),
        ("Sperrfrist 23. Januar 19.00 Uhr", None),
        ("EMBARGO", None),
    ],
)
def test_an_embargo_in_words_holds_until_its_moment_or_without_end(
    line: str, until: dt.datetime | None
) -> None:
    data = REAL.replace(b"\x02Harbour", b"\x02" + line.encode() + b"\r\nHarbour")
    assert pr.parse(data, "iptc7901").embargo == pr.Embargo(until=until, printed=line)


def test_paragraphs_may_be_parted_by_an_indent() -> None:
    body = (
        b"   Berlin (dpa) - The harbour of the invented town has been opened on\r\nTuesday.\r\n"
        b"   It rained on the guests and on the tall ships until the late\r\nevening.\r\n"
    )
    data = REAL.replace(b"Berlin (dpa) - The harbour opened.\r\n", body)
    assert pr.parse(data, "iptc7901").story == Story(
        "The harbour of the invented town has been opened on Tuesday.\n\n"
        "It rained on the guests and on the tall ships until the late evening."
    )


def test_bells_make_it_urgent_and_no_text() -> None:
    data = REAL.replace(b"\x02Harbour", b"\x02(Eil \x07\x07\x07\x07\x07)\r\nHarbour").replace(
        b" 4 i", b" 2 i"
    )
    release = pr.parse(data, "iptc7901")
    assert (release.headline, release.urgency) == ("Harbour opens", 2)


def test_font_changes_and_other_control_bytes_are_no_text() -> None:
    data = REAL.replace(b"harbour opened", b"\x11harbour\x12 ope\x0fned\x13")
    assert pr.parse(data, "iptc7901").story == Story("The harbour opened.")


def test_what_a_header_says_beyond_the_release_is_kept_and_written_again() -> None:
    release = pr.parse(REAL, "iptc7901")
    assert dict(release.extra) == {
        "iptc7901:source": "eca",
        "iptc7901:serial": "062",
        "iptc7901:category": "i",
        "iptc7901:free": "ccccb    dpa 061",
    }
    again = bytes_of(pr.parse(pr.render(release, "json"), "json"))
    assert again.split(b"\r\n\n")[0] == b"\x01eca062 4 i 8  ccccb    dpa 061"
    assert pr.parse(again, "iptc7901").extra == release.extra


def test_the_charset_that_a_sender_is_known_for_is_followed() -> None:
    sender = {"name": "Agency", "match": {"format": "iptc7901"}, "charset": "iso8859-5"}
    house = pr.Newsroom(
        title="Port", base_url="https://example.org", publisher={"name": "Port"}, senders=[sender]
    )
    data = REAL.replace(b"The harbour opened.", "Гавань открыта.".encode("iso8859-5"))
    assert pr.parse(data, "iptc7901", newsroom=house).story == Story("Гавань открыта.")
    assert pr.parse(REAL, "iptc7901", newsroom=house).story == Story("The harbour opened.")


# --- streams ---------------------------------------------------------------------------------------------------------


def test_several_messages_in_one_document_are_refused_with_the_remedy() -> None:
    with pytest.raises(pr.Unreadable) as caught:
        pr.parse(REAL + REAL, "iptc7901")
    assert caught.value.problem in ("several messages", "several releases")


@given(st.integers(1, 200), st.integers(1, 4))
@settings(max_examples=25)
def test_a_stream_is_taken_apart_whatever_its_chunks(size: int, count: int) -> None:
    whole = (b"\x7f\x7f\r\n\x7f" + REAL + b"\r\n") * count
    chunks = [whole[i : i + size] for i in range(0, len(whole), size)]
    assert IPTC7901.split is not None
    found = list(IPTC7901.split(iter(chunks)))
    assert [pr.parse(part, "iptc7901") for part in found] == [pr.parse(REAL, "iptc7901")] * count


def test_a_stream_is_taken_apart_lazily_and_a_message_without_end_is_refused() -> None:
    def endless() -> Iterator[bytes]:
        yield REAL + REAL
        while True:
            yield b"x" * 1_000_000

    assert IPTC7901.split is not None
    stream = IPTC7901.split(endless())
    assert next(stream) == REAL
    with pytest.raises(pr.Unreadable, match="a message without an end"):
        next(stream)


def test_messages_are_joined_one_after_the_other() -> None:
    assert IPTC7901.join is not None
    assert b"".join(IPTC7901.join([REAL, REAL], Job(now=NOW))) == REAL + REAL


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (["We are growing."], '"We are growing." -- Ada Byron'),
        (["“We are growing.”"], '"We are growing." -- Ada Byron'),
        (["„We are growing.“"], '"We are growing." -- Ada Byron'),
        (["“Yes,” she said. “No.”"], '""Yes," she said. "No."" -- Ada Byron'),
        (["“We are growing.", "We are many.”"], '"We are many." -- Ada Byron'),
    ],
)
def test_a_quote_between_marks_of_its_own_gets_no_further_ones(said: list[str], printed: str) -> None:
    quote = Quote(tuple(Paragraph((Text(words),)) for words in said), Attribution("Ada Byron"))
    release = pr.Release(**BASE, story=Story((Paragraph((Text("A lead."),)), quote)))
    assert printed in [line.strip() for line in text_of(release).splitlines()]


# --- hostile ---------------------------------------------------------------------------------------------------------

PIECES = [
    b"\x01", b"\x02", b"\x03", b"\x04", b"\x7f", b"\r\n", b"\n", b"\r", b" =\r\n", b"abc1234 4 x 12  y", b"131137 GMT Nov 13",
    b"KILL KILL KILL", b"(", b")", b"| a | b |", b"|", b"- a", b"1. a", b"   ", b"\x07", b"\xff", b"\xc3\xa9", b"a/b/",
    b"* * * *", b"The following information is not for publication", b"Embargo: x", b"Version: 99999999999999", b"\x16",
    b"Language: xx-", b"Urgency: 0", b"Published: never", b"Charset: iso646-de", b"Media contact", b"\"a\" -- b", b"# Notizblock",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=12)), max_size=30))
def test_any_bytes_give_a_release_or_the_librarys_own_error(parts: list[bytes]) -> None:
    try:
        release = pr.parse(b"\x01abc1234 4 x 1  y\r\n\na/\r\n\x02" + b"".join(parts), "iptc7901")
    except pr.PressReleaseError:
        return
    assert faults_7901(bytes_of(release, charset="utf-8")) == []


@pytest.mark.parametrize(
    "unit",
    [b"(", b"(a\r\n", b"a\r\n", b"a \r\n", b"- a\r\n", b"  - a\r\n", b"| a |\r\n", b'"', b'"a" -- b\r\n\n', b"a: b\r\n\n", b"\x07",
     b"KILL ", b"x", b"x ", b"\r", b"\n", b"1. a\r\n", b"   a\r\n", b"# a\r\n", b"[a](b)", b"a, ", b"(a (", b"; ", b"\xff", b"f}r "],
)  # fmt: skip
def test_a_long_run_of_one_thing_is_read_to_its_end(unit: bytes) -> None:
    """Work grows with the text, not with its square."""
    body = unit * (1 + 150_000 // len(unit))
    for place_ in (b"The harbour opened.", b"Harbour opens", b"Germany-politics"):
        with ending(), contextlib.suppress(pr.PressReleaseError):
            assert pr.parse(REAL.replace(place_, body), "iptc7901").headline


def test_it_is_registered() -> None:
    assert isinstance(DEFAULT.get("iptc7901"), Format)
