"""ANPA 1312: the bytes by a judge that knows the standard, a release's life in words, the messages agencies send."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from bytewires import (
    FIRST_1312,
    NOW,
    SECOND_1312,
    TRAILER_1312,
    differing,
    faults_1312,
    life,
    superdesk_1312,
    unaccounted,
)
from hypothesis import given
from hypothesis import strategies as st
from outside import ending
from strategies import releases
from wires import enough

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.wire.anpa1312 import ANPA1312
from pressrelease.story import Attribution, BulletList, Cell, Heading, Paragraph, Quote, Story, Table

ROOT = Path(__file__).parents[3]
HOUSE = pr.Newsroom.load(ROOT / "sample_releases")
SAMPLES = {e.path.name: HOUSE.completed(e.release) for e in load_all(HOUSE)}
SECOND = b"f l\x13\x11 BC-LT--Argentina-CancerB     11-13 1049"
AP = (
    b"\x16\x16\x01W2870\x1fasian\n" + SECOND + b"\n\x02^BC-LT--Argentina-CancerB,466<\r\n"
    b"^Harbour opens in Argentina<\r\n^AP Photo NY100<\r\n^(Eds: UPDATES with quotes.)<\r\n"
    b"^The harbour of an invented town has been opened on time, and the master of it is glad that it has been so.<\r\n"
    b"^By ADA BYRON=\r\n"
    b"^Associated Press=\r\n\t   BUENOS AIRES, Argentina (AP) _ The harbour opened ``on time,'' the master\r\nsaid.\r\n"
    b"\t   It's new.\r\n\t   ___\r\n\t   Online: nothing.\r\n"
    b"\x03AP-WF-11-13-09 1137GMT<\r\n\r\n\x0c\r\n\x04"
)
BASE: dict[str, Any] = {"headline": "Harbour opens", "id": "tag:example.org,2026:harbour", "language": "en"}


def bytes_of(release: pr.Release, **options: Any) -> bytes:
    body = pr.render(release, "anpa1312", now=NOW, options=options)
    assert isinstance(body, bytes)
    return body


def lines_of(release: pr.Release, **options: Any) -> list[str]:
    """The lines beneath the slug line."""
    text = bytes_of(release, **options).decode("ascii").partition("\x02")[2].partition("\x03")[0]
    return text.split("\r\n")[1:-1]


def second_line(release: pr.Release, **options: Any) -> str:
    return bytes_of(release, **options).decode("ascii").split("\r\n")[1]


def eds(release: pr.Release) -> list[str]:
    notes = [line[6:-1] for line in lines_of(release) if line.startswith("^Eds: ")]
    return [note.removeprefix("EDITOR'S NOTE _ ") for note in notes]


# --- the bytes -------------------------------------------------------------------------------------------------------


def test_the_judge_takes_a_real_header_and_trailer_and_sees_what_is_wrong_with_others() -> None:
    assert SECOND_1312.fullmatch(SECOND)
    assert TRAILER_1312.fullmatch(b"AP-WF-11-13-09 1137GMT<")
    assert FIRST_1312.fullmatch(b"w2870\x1fasian")
    good = bytes_of(pr.Release(**BASE, story="It opened."))
    assert faults_1312(good) == []
    broken = {
        "no SYN": good[2:],
        "no selector": good.replace(b"\x1f", b"\n"),
        "no format bytes": good.replace(b"\x13\x11", b""),
        "a control byte": good.replace(b"It opened", b"It\x03opened"),
        "more than ASCII": good.replace(b"It opened", b"\xc4 opened"),
        "a quad in the text": good.replace(b"It opened", b"It < opened"),
        "no indent": good.replace(b"\t   It", b"It"),
        "no form feed": good.replace(b"\x0c\r\n", b""),
        "a long slug": good.replace(b"bc-Harbour-opens", b"bc-" + b"x" * 22),
    }
    assert {name: bool(faults_1312(data)) for name, data in broken.items()} == dict.fromkeys(broken, True)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_at_every_step_of_its_life_keeps_the_layout(sample: str) -> None:
    for step, release in life(SAMPLES[sample]).items():
        assert (step, faults_1312(bytes_of(release))) == (step, [])


@enough
@given(release=releases())
def test_every_release_keeps_the_layout_and_loses_what_its_losses_say(release: pr.Release) -> None:
    made = pr.write(release, "anpa1312", now=NOW, options={"transliterate": True})
    assert faults_1312(made.body) == []
    back = pr.parse(made.body, "anpa1312")
    assert unaccounted(differing(release, back), {loss.path for loss in made.losses}) == ([], [])


def test_headers_are_derived_from_the_release_the_same_each_time() -> None:
    first, second, slug, *_ = bytes_of(SAMPLES["harbour-opening.md"]).split(b"\r\n")
    assert first == b"\x16\x16\x01f1738\x1f-----"
    assert re.fullmatch(rb"r f\x13\x11 bc-Harbour-Opening 2ndLd-Writethru 0109 09-15 \d{4}", second)
    assert re.fullmatch(rb"\x02\^bc-Harbour-Opening,\d+<", slug)


def test_a_newsroom_may_set_every_field_of_the_header() -> None:
    options = {
        "service": "w", "serial": 7, "selector": "asian", "priority": "u", "category": "i", "keyword": "am-Port",
        "reference": 6, "agency": "XYZ",
    }  # fmt: skip
    data = bytes_of(pr.Release(**BASE, story="It opened."), **options)
    assert data.split(b"\r\n")[0] == b"\x16\x16\x01w0007\x1fasian"
    assert data.split(b"\r\n")[1] == b"u i\x13\x11 am-Port  0006 11-23 0004"
    assert b"\x03XYZ-WF-11-23-26 1200GMT<" in data
    assert faults_1312(data) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"service": "ab"}, "service is one small letter"),
        ({"serial": 10000}, "serial is 1 to 9999"),
        ({"selector": "abc"}, "selector is five letters or hyphens"),
        ({"priority": "z"}, "priority is one of the letters a b d f h r s u"),
        ({"keyword": "bc-a<b"}, "keyword is up to 24 printable characters"),
        ({"agency": "ap"}, "agency is two to four capitals"),
    ],
)
def test_options_that_cannot_be_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(pr.Unwritable, match=message):
        bytes_of(pr.Release(**BASE), **options)


# --- letters and marks -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        ("en", "“Yes” — ‘no’ it’s 5 €", "``Yes'' _ `no' it's 5 EUR"),
        ("de", "„Größe“ – ‚ja‘", "``Groesse'' _ `ja'"),
        ("fr", "«\u00a0déjà\u00a0»", "``deja''"),
        ("sv", "Malmö", "Malmo"),
        ("en", "a < b ^ c", "a [less-than sign] b [circumflex accent] c"),
        ("en", "1914–1918", "1914-1918"),
        ("ru", "Москва", "Moskva"),
    ],
)
def test_words_are_spelled_as_the_wire_does(language: str, words: str, shown: str) -> None:
    release = pr.Release(**{**BASE, "language": language}, story=f"Before {words} after.")
    assert f"\t   Before {shown} after." in lines_of(release)


def test_marks_and_dashes_come_back_as_people_print_them() -> None:
    for language, words in (
        ("en", "“Yes” — she said."),
        ("de", "„Ja“ – sagte sie."),
        ("fr", "«\u00a0Oui\u00a0» – dit-elle."),
    ):
        release = pr.Release(**{**BASE, "language": language}, story=words, published="2026-03-02T08:00Z")
        assert pr.parse(bytes_of(release), "anpa1312").story.text == words


def test_letters_that_nobody_spells_in_ascii_are_refused_with_the_remedy_or_transliterated() -> None:
    release = pr.Release(**BASE, story="Li Wei (李伟) came.", published="2026-03-02T08:00Z")
    with pytest.raises(pr.Unwritable) as caught:
        bytes_of(release)
    assert caught.value.found == '"李伟"'
    made = pr.write(release, "anpa1312", now=NOW, options={"transliterate": True})
    assert b"Li Wei (LiWei) came." in made.body
    assert [(loss.path, loss.instead) for loss in made.losses] == [("story", '"Li, Wei"')]


# --- a release's life ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "priority", "version"),
    [
        ("new", "r", " "),
        ("update", "r", "1stLd-Writethru"),
        ("correction", "u", "CORRECTS"),
        ("embargoed", "a", " "),
        ("held without a date", "a", " "),
        ("withheld", "b", "HOLD"),
        ("kill", "b", "KILL"),
    ],
)
def test_each_step_has_its_priority_and_its_word(step: str, priority: str, version: str) -> None:
    line = second_line(life(SAMPLES["shore-power.md"])[step])
    assert line.startswith(f"{priority} ")
    assert f" {version.strip()} " in line
    assert (re.search(r" \d{4} \d\d-\d\d ", line) is not None) == (
        step not in ("new", "embargoed", "held without a date")
    )


def test_a_correction_tells_editors_what_was_wrong_and_what_is_right() -> None:
    notes = eds(SAMPLES["crane-count.md"])
    assert notes[0] == (
        "Correction: The number of cranes in headline and first paragraph was wrong. The earlier version said "
        "``nine electric cranes''; right is ``eight electric cranes''."
    )
    assert "Earlier item: 6326" in notes
    assert " CORRECTS 6326 " in second_line(SAMPLES["crane-count.md"])


def test_an_embargo_is_the_first_line_of_the_text_and_for_editors() -> None:
    release = life(SAMPLES["shore-power.md"])["embargoed"]
    said = "Embargoed until 2 March 2030, 09:00 (UTC)"
    assert eds(release)[0] == said
    text = [line for line in lines_of(release) if line.startswith("\t")]
    assert text[0] == f"\t   {said}"
    assert bytes_of(release).startswith(b"\x16\x16\x01b")


def test_the_embargo_in_words_can_be_left_out() -> None:
    release = life(SAMPLES["shore-power.md"])["embargoed"]
    made = pr.write(release, "anpa1312", now=NOW, options={"embargo_in_words": False})
    assert "mbargo" not in made.text
    assert "embargo.until" in {loss.path for loss in made.losses}


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
    )
    assert "ecret" not in bytes_of(release).decode("ascii")
    lines = lines_of(release)
    number = re.search(r"bc-Harbour-Opening KILL (\d{4}) ", second_line(release))
    assert number
    assert f"^Eds: Earlier item: {number[1]}<" in lines
    assert [line for line in lines if not line.startswith("^Eds: ")] == [
        "^KILL KILL KILL<",
        "^Harbour opens<",
        "\t   Withdrawn: The harbour never opened.",
        "\t   This release has been withdrawn. Please do not use it, and remove it where it has been published.",
    ]


@pytest.mark.parametrize("sample", ["shore-power.md", "shore-power.de.md"])
@pytest.mark.parametrize("step", life(SAMPLES["shore-power.md"]))
def test_each_step_is_read_back_as_itself(sample: str, step: str) -> None:
    release = life(SAMPLES[sample])[step]
    back = pr.parse(bytes_of(release), "anpa1312")
    seen = (back.status, back.change, back.embargo, back.version)
    assert seen == (release.status, release.change, release.embargo, release.version)


@pytest.mark.parametrize("sample", ["harbour-opening.md", "shore-power.de.md", "desalination.ar.md"])
def test_every_step_loses_what_its_losses_say(sample: str) -> None:
    for step, release in life(SAMPLES[sample]).items():
        made = pr.write(release, "anpa1312", now=NOW, newsroom=HOUSE)
        back = HOUSE.completed(pr.parse(made.body, "anpa1312", newsroom=HOUSE))
        told = {loss.path for loss in made.losses}
        assert (step, *unaccounted(differing(release, back), told)) == (step, [], [])


def test_what_is_for_editors_only_stands_in_lines_for_them_and_the_text_in_none() -> None:
    release = pr.Release(
        **BASE,
        story="The harbour opened.",
        editor_note="Call the harbour master first.",
        contacts=[
            {"name": "Kay Quay", "for_editors": True, "emails": ["kay@example.org"]},
            {"name": "Pat Pier"},
        ],
    )
    notes = " ".join(eds(release))
    text = " ".join(line for line in lines_of(release) if not line.startswith("^Eds:"))
    assert [w in text for w in ("harbour master", "Kay Quay", "Pat Pier", "opened")] == [
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


def test_a_story_stands_in_paragraphs_and_comes_back() -> None:
    story = Story(
        (
            Paragraph("First."),
            Heading("Subhead"),
            BulletList(("one", "two")),
            Table(((Cell("Revenue"), Cell("412.6")),), ((Cell("Million"), Cell("2026")),)),
            Quote((Paragraph("Yes."),), Attribution("Ada Byron", "engineer", "Port")),
            Paragraph("Last."),
        )
    )
    release = pr.Release(**BASE, story=story, published="2026-03-02T08:00Z")
    assert [line[4:] for line in lines_of(release) if line.startswith("\t   ")] == [
        "First.",
        "Subhead",
        "- one",
        "- two",
        "| Million |  2026 |",
        "| ------- | ----- |",
        "| Revenue | 412.6 |",
        "``Yes.'' _ Ada Byron, engineer, Port",
        "Last.",
    ]
    assert pr.parse(bytes_of(release), "anpa1312").story == story


@pytest.mark.parametrize("sample", [n for n in SAMPLES if not n.startswith("desalination")])
def test_superdesk_has_headline_text_and_note_of_every_step(sample: str) -> None:
    for step, release in life(SAMPLES[sample]).items():
        seen = superdesk_1312(bytes_of(release))
        words = {"kill": "KILL KILL KILL", "withheld": "HOLD HOLD HOLD"}.get(step)
        assert (step, words is None or seen["headline"] == words) == (step, True)
        told = {"embargoed": "2030", "embargo moved": "2030", "correction": "eight cranes", "kill": "mistake"}
        assert (step, told.get(step, "") in seen["ednote"]) == (step, True)
        assert "Identifier" not in seen["body"]
    story = superdesk_1312(bytes_of(life(SAMPLES[sample])["new"]))["body"]
    last = re.findall(r"[A-Za-z]{4,}", SAMPLES[sample].story.text)[-1]
    assert last in story


@pytest.mark.parametrize("credit", ["EXW", "Kestrel News Agency", "kbn"])
def test_a_dateline_is_known_by_the_agency_that_the_message_names(credit: str) -> None:
    dateline = {"places": [{"name": "Hamburg"}], "credit": credit, "style": "dpa"}
    release = pr.Release(**BASE, dateline=dateline, story="It opened.", published="2026-03-02T08:00Z")
    made = pr.write(release, "anpa1312", now=NOW)
    assert (pr.parse(made.body, "anpa1312"), made.losses) == (release, ())


# --- the messages agencies send --------------------------------------------------------------------------------------


def test_a_message_of_an_american_agency_is_read() -> None:
    reading = pr.read(AP)
    release = reading.release
    assert (reading.format, reading.findings, reading.leftovers) == ("anpa1312", (), ())
    assert release.headline == "Harbour opens in Argentina"
    assert release.byline == "By ADA BYRON"
    assert release.summary.startswith("The harbour of an invented town has been opened on time")
    assert release.dateline is not None
    assert (release.dateline.places[0].name, release.dateline.credit) == ("Buenos Aires", "AP")
    assert (
        release.story.text
        == "The harbour opened “on time,” the master said.\n\nIt's new.\n\nOnline: nothing."
    )
    assert release.slugline == "LT--Argentina-CancerB"
    assert release.urgency == 1
    assert release.published == dt.datetime(2009, 11, 13, 11, 37, tzinfo=dt.UTC)
    assert release.editor_note == "UPDATES with quotes."
    assert dict(release.extra) == {
        "anpa1312:service": "W",
        "anpa1312:serial": "2870",
        "anpa1312:selector": "asian",
        "anpa1312:category": "l",
        "anpa1312:agency": "AP",
        "anpa1312:keyword": "BC-LT--Argentina-CancerB",
        "anpa1312:remarks": ("AP Photo NY100", "Associated Press"),
    }


def test_what_a_header_says_beyond_the_release_is_kept_and_written_again() -> None:
    release = pr.parse(AP.replace(b"W2870", b"w2870"), "anpa1312")
    again = bytes_of(pr.parse(pr.render(release, "json"), "json"))
    assert again.split(b"\r\n")[0] == b"\x16\x16\x01w2870\x1fasian"
    assert again.split(b"\r\n")[1].startswith(b"f l\x13\x11 BC-LT--Argentina-CancerB")
    assert b"\x03AP-WF-11-13-09 1137GMT<" in again


@pytest.mark.parametrize(
    "data",
    [
        AP.replace(b"\x16\x16", b""),
        AP.replace(b"\r\n", b"\n"),
        AP.replace(b"\x13\x11", b"\x14\x12"),
        AP.replace(b"\x0c\r\n", b""),
    ],
)
def test_what_agencies_leave_out_is_no_finding(data: bytes) -> None:
    reading = pr.read(data)
    assert (reading.format, reading.findings) == ("anpa1312", ())
    assert reading.release == pr.parse(AP, "anpa1312")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (AP.replace(b"\x16\x16\x01", b""), "no-start"),
        (AP.replace(b"\x02", b""), "no-text-start"),
        (AP.replace(b"\x03", b""), "no-end"),
        (AP.replace(b"AP-WF-11-13-09 1137GMT<", b"sometime"), "no-trailer"),
        (AP.replace(b"AP-WF-11-13-09 1137GMT<", b"KWS-21:37-09-12-18"), "no-zone"),
        (AP.replace(b"\x13\x11", b""), "odd-header"),
        (AP.replace(b"f l", b"what is this"), "odd-header"),
        (AP.replace(b"The harbour", b"The h\xe4rbour"), "charset"),
        (AP + b"and more", "text-outside"),
        (b"ZCZC\r\n" + AP, "text-outside"),
    ],
)
def test_each_departure_is_read_and_told(data: bytes, code: str) -> None:
    reading = pr.read(data, "anpa1312")
    assert code in [f.code for f in reading.findings]
    assert reading.release.headline == "Harbour opens in Argentina"


def test_a_trailer_without_a_zone_is_the_newsrooms() -> None:
    data = AP.replace(b"AP-WF-11-13-09 1137GMT<", b"KWS-21:37-09-12-18")
    assert pr.parse(data, "anpa1312", newsroom=HOUSE).published == dt.datetime(
        2018, 9, 12, 20, 37, tzinfo=dt.UTC
    )
    assert pr.parse(data, "anpa1312").published is None


@pytest.mark.parametrize(
    ("version", "step"),
    [
        (b"1stLd-Writethru", ("usable", "update", 2)),
        (b"2nd Ld", ("usable", "update", 3)),
        (b"CORRECTS", ("usable", "correction", 1)),
        (b"ELIMINATES", ("canceled", "kill", 1)),
        (b"KILL", ("canceled", "kill", 1)),
        (b"HOLD", ("withheld", "new", 1)),
        (b"Add", ("usable", "new", 1)),
    ],
)
def test_the_version_word_tells_the_step(version: bytes, step: tuple[str, str, int]) -> None:
    data = AP.replace(b"CancerB     11-13", b"CancerB " + version + b" 2869 11-13")
    release = pr.parse(data, "anpa1312")
    assert (release.status, release.change.kind, release.version) == step
    assert release.extra["anpa1312:reference"] == "2869"


@pytest.mark.parametrize(
    "line", [b"^Eds: EMBARGOED for release until 5 p.m.<", b"^HOLD FOR RELEASE<", b"^EMBARGO<"]
)
def test_an_embargo_whose_moment_is_unknown_holds(line: bytes) -> None:
    data = AP.replace(b"^Harbour opens", line + b"\r\n^Harbour opens")
    release = pr.parse(data, "anpa1312")
    assert release.headline == "Harbour opens in Argentina"
    assert release.embargo is not None
    assert release.embargo.until is None


def test_control_bytes_and_agate_are_no_text() -> None:
    data = AP.replace(b"It's new.", b"\x08It's\x1enew\x0e.")
    assert "It's new." in pr.parse(data, "anpa1312").story.text


def test_a_stream_is_taken_apart_and_joined() -> None:
    assert ANPA1312.split is not None
    parts = list(ANPA1312.split([AP[:50], AP[50:] + AP[:7], AP[7:]]))
    assert [pr.parse(p, "anpa1312") for p in parts] == [pr.parse(AP, "anpa1312")] * 2


PIECES = [
    b"\x01", b"\x02", b"\x03", b"\x04", b"\x16", b"\x1f", b"\r\n", b"\n", b"\t   ", b"^", b"<", b"=", b"^<", b"^Eds: ", b"``", b"''",
    b" _ ", b"___", b"a1234\x1fxxxxx", b"r a\x13\x11 bc-x  01-01 0001", b"AP-WF-11-13-09 1137GMT<", b"KILL", b"^By A B=",
    b"^| a | b |<", b"- a", b"\xff", b"Version: 0", b"Embargo: 2", b"Language: ??", b"Media contact",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=12)), max_size=30))
def test_any_bytes_give_a_release_or_the_librarys_own_error(parts: list[bytes]) -> None:
    try:
        release = pr.parse(b"\x16\x16\x01a0001\x1fxxxxx\r\n" + b"".join(parts), "anpa1312")
    except pr.PressReleaseError:
        return
    assert faults_1312(bytes_of(release, transliterate=True)) == []


@pytest.mark.parametrize(
    "unit",
    [b"^", b"^a<\r\n", b"^a\r\n", b"\t   a\r\n", b"\t   - a\r\n", b"a\r\n", b"<", b"^| a |<\r\n", b"``", b"`", b" _ ", b"^Eds: a<\r\n",
     b"\r", b"\t", b"^<\r\n", b"\x1f", b"a ", b"\x13"],
)  # fmt: skip
def test_a_long_run_of_one_thing_is_read_to_its_end(unit: bytes) -> None:
    """Work grows with the text, not with its square."""
    body = unit * (1 + 150_000 // len(unit))
    for place in (b"It's new.", b"Harbour opens in Argentina", b"BC-LT--Argentina-CancerB     "):
        with ending(), contextlib.suppress(pr.PressReleaseError):
            assert pr.parse(AP.replace(place, body), "anpa1312").headline
