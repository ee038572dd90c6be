"""NewsML 1.2 as it is read: ours exactly as it was, that of others as a person would read it.

Each dialect is a pair of files in `newsml_1_2/`: a document (its words invented, its shape that of an agency), and what
is read of it.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree
from outside import ending
from strategies import releases
from wires import NOW, enough, tree, without_ours

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.losses import leaves
from pressrelease.story import Paragraph

CASES = sorted((Path(__file__).parent / "newsml_1_2").glob("*.xml"))
SAMPLES = Path(__file__).parents[3] / "sample_releases"
each = pytest.mark.parametrize("body", ["xhtml", "nitf"])

# --- ours ----------------------------------------------------------------------------------------------------------


def changed(before: pr.Release, after: pr.Release, lost: set[str]) -> dict[str, tuple[Any, Any]]:
    """Return the fields that differ and that no loss names."""
    one, other = dict(leaves(before)), dict(leaves(after))
    return {
        path: (one.get(path), other.get(path))
        for path in {*one, *other}
        if one.get(path) != other.get(path) and path.partition(".")[0] not in lost
    }


@each
@enough
@given(release=releases())
def test_every_release_comes_back_but_for_its_losses(body: str, release: pr.Release) -> None:
    release = release if release.id or release.url else release.changed(id="tag:example.org,2026:it")
    made = pr.write(release, "newsml-1.2", now=NOW, options={"body": body})
    back = pr.parse(made.body, "newsml-1.2")
    assert changed(release, back, {loss.path for loss in made.losses}) == {}


@each
def test_without_our_properties_what_has_a_standard_place_is_read_all_the_same(body: str) -> None:
    release = pr.Release(
        headline="Harbour opens",
        subheadline="At last",
        id="urn:newsml:example.org:20260203:harbour",
        version=2,
        language="en-GB",
        change={"kind": "correction"},
        byline="Ada Byron",
        slugline="Harbour/Opening",
        summary="Short.\n\nShorter.",
        dateline={
            "places": [{"name": "Hamburg", "country": "DE"}],
            "date": "2026-03-02",
            "credit": "EXW",
        },
        story="The harbour opened.\n\nNobody slept.",
        boilerplates=[{"heading": "About Port", "story": "A port."}],
        contacts=[
            {
                "name": "Pat Pier",
                "role": "Press officer",
                "organisation": "Port",
                "phones": [{"number": "+44 20 0000", "label": "Desk"}, {"number": "+44 7", "kind": "mobile"}],
                "emails": ["pat@example.org"],
                "address": {"street": "Quay 1", "city": "Hamburg"},
            }
        ],
        notices=[{"kind": "liability", "heading": "Liability", "text": "None."}],
        publisher={
            "name": "Port",
            "legal_name": "Port Ltd",
            "web": "https://example.org",
            "isin": "US0000000001",
        },
        provider={"name": "Example Wire", "emails": ["desk@example.org"]},
        url="https://example.org/harbour",
        embargo={"until": "2026-12-01T09:00:00+01:00"},
        published="2026-03-02T08:00:00Z",
        updated="2026-03-03T08:00:00Z",
        expires="2027-03-02T08:00:00Z",
        subjects=[
            {"name": "transport", "code": "medtop:20000337"},
            {"code": "subj:15000000"},
            {"name": "ferries"},
        ],
        keywords=["harbour", "ferries, by night"],
        places=[{"name": "Bremen", "country": "DE", "latitude": 53.1, "longitude": 8.8}],
        people=[{"name": "Jo Doe", "role": "master", "organisation": "Port"}],
        organisations=[{"name": "Crane Works", "tickers": [{"exchange": "NYSE", "symbol": "CRN"}]}],
        assets=[
            {
                "href": "https://example.org/a.jpg",
                "width": 1600,
                "alt": "A crane",
                "caption": "Up\n\nand away",
                "title": "Crane",
                "credit": "Photo",
                "rights": "© Port",
            },
            {"href": "https://example.org/plan.pdf", "role": "document"},
        ],
        related=[{"href": "https://example.org/other", "title": "Other", "rel": "background"}],
        translations=[{"language": "de", "href": "https://example.org/de", "title": "Hafen"}],
        rights={
            "holder": "Port",
            "year": 2026,
            "notice": "© Port, all of it",
            "usage_terms": "Free.\n\nWith credit.",
            "licence": "https://example.org/l",
            "data_mining": "reserved",
        },
        urgency=4,
        genre="Statement",
        editor_note="Call first.",
    )
    bare = without_ours(tree(release, "newsml-1.2", {"body": body}))
    back = pr.parse(etree.tostring(bare), "newsml-1.2")
    differs = changed(release, back, set())
    assert {path for path in differs if not path.startswith("dateline.")} == set()
    assert back.dateline is not None
    assert release.dateline is not None
    assert (back.dateline.places, back.dateline.date) == (release.dateline.places, release.dateline.date)


STEPS: dict[str, dict[str, Any]] = {
    "update": {"version": 2, "change": {"kind": "update", "note": "A timetable."}},
    "correction": {"version": 2, "change": {"kind": "correction", "wrong": "nine", "right": "eight"}},
    "embargo": {"embargo": {"until": "2026-12-01T09:00+01:00"}},
    "embargo without end": {"embargo": {}},
    "embargo over": {"embargo": {"until": "2026-11-01T09:00+01:00"}},
    "withheld": {"status": "withheld", "embargo": {"until": "2026-12-01T09:00+01:00"}},
    "canceled": {"version": 3, "status": "canceled", "change": {"kind": "kill", "note": "Untrue."}},
}


@each
@pytest.mark.parametrize("step", STEPS)
def test_every_sample_comes_back_at_every_step(body: str, step: str) -> None:
    house = pr.Newsroom.load(SAMPLES)
    for entry in load_all(house):
        release = house.completed(entry.release).changed(**STEPS[step])
        made = pr.write(release, "newsml-1.2", now=NOW, newsroom=house, options={"body": body})
        reading = pr.read(made.body, "newsml-1.2")
        lost = {loss.path for loss in made.losses}
        assert (entry.path.name, changed(release, reading.release, lost)) == (entry.path.name, {})


def test_a_document_without_our_marks_that_is_embargoed_stays_held() -> None:
    held = pr.Release(headline="A", id="a", embargo={}, story="Words.")
    bare = without_ours(tree(held, "newsml-1.2", {"embargo_in_words": False}))
    reading = pr.read(etree.tostring(bare), "newsml-1.2")
    assert reading.release.embargo == pr.Embargo()
    assert "embargo-without-moment" in [f.code for f in reading.findings]


# --- of others -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_dialect_of_an_agency_is_read(case: Path) -> None:
    reading = pr.read(case.read_bytes())
    found = {
        "format": reading.format,
        "release": json.loads(pr.render(reading.release, "json")),
        "findings": [f.code for f in reading.findings],
        "leftovers": list(reading.leftovers),
    }
    assert found == json.loads(case.with_suffix(".json").read_text("utf-8"))


def is_read_or_refused(data: bytes) -> bool:
    """Return whether a document is read, or refused with the library's own error; any other error is let out."""
    try:
        return bool(pr.read(data, "newsml-1.2").format)
    except pr.PressReleaseError as error:
        return bool(error.problem)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_document_of_others_without_any_one_element_is_read_or_refused(case: Path) -> None:
    data = case.read_bytes()
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    count = sum(1 for _ in etree.fromstring(data, parser).iter(etree.Element))
    for place in range(1, count):
        root = etree.fromstring(data, parser)
        element = list(root.iter(etree.Element))[place]
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
        assert is_read_or_refused(etree.tostring(root, doctype=""))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_document_of_others_that_ends_anywhere_is_refused(case: Path) -> None:
    data = case.read_bytes().rstrip()
    for end in range(0, len(data), 97):
        with pytest.raises(pr.PressReleaseError):
            pr.read(data[:end], "newsml-1.2")


@pytest.mark.parametrize(
    ("words", "places", "printed", "credit"),
    [
        ("Sample Town, Jun 13 (XYZ) -", ["Sample Town"], "Jun 13", "XYZ"),
        ("Landquart GR", ["Landquart GR"], "", ""),
        ("Fish Town, Shrove Tuesday", ["Fish Town"], "Shrove Tuesday", ""),
        ("13th of Never", [], "13th of Never", ""),
    ],
)
def test_a_dateline_that_no_style_sets_keeps_its_words(
    words: str, places: list[str], printed: str, credit: str
) -> None:
    more = (
        '<DescriptiveMetadata><Location HowPresent="Origin"><Property FormalName="City" Value="Fish Town"/></Location>'
        "</DescriptiveMetadata>"
    )
    lines = f"<HeadLine>A</HeadLine><DateLine>{words}</DateLine>"
    dateline = read(lines=lines, more=more if "Fish" in words else "").release.dateline
    assert dateline is not None
    assert [p.name for p in dateline.places] == places
    assert (dateline.date_printed, dateline.credit) == (printed, credit)


IDENTIFIED = (
    "<Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20260302</DateId>"
    '<NewsItemId>1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>'
    "<PublicIdentifier>urn:newsml:example.org:20260302:1:1</PublicIdentifier></NewsIdentifier></Identification>"
)
MANAGED = (
    '<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260302T090000+0100</FirstCreated>'
    "<ThisRevisionCreated>20260302T090000+0100</ThisRevisionCreated>{status}</NewsManagement>"
)
USABLE = '<Status FormalName="Usable"/>'


def document(
    content: str = "<DataContent>Words.</DataContent>",
    *,
    lines: str = "<HeadLine>Harbour opens</HeadLine>",
    status: str = USABLE,
    more: str = "",
    format: str = "",
    component: str = "",
) -> bytes:
    """Return a document of one item."""
    inner = component or f"<ContentItem>{format}{content}</ContentItem>"
    return (
        f'<NewsML Version="1.2"><NewsItem xml:lang="en">{IDENTIFIED}{MANAGED.format(status=status)}<NewsComponent>'
        f"<NewsLines>{lines}</NewsLines>{more}{inner}</NewsComponent></NewsItem></NewsML>"
    ).encode()


def read(*args: str, **named: str) -> pr.Reading:
    return pr.read(document(*args, **named), "newsml-1.2")


def paragraphs(reading: pr.Reading) -> list[str]:
    return reading.release.story.text.split("\n\n")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n    Two.\n", ["One.", "Two."]),
        (f"{'word ' * 13}\n{'word ' * 13}\nend.\n\nTwo.", [f"{'word ' * 26}end.", "Two."]),
        ("&lt;p&gt;One &amp;amp; only.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", ["One & only.", "Two."]),
        ("&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;", ["One."]),
        ("<![CDATA[<p>One.<br/>Two.</p><script>alert(1)</script>]]>", ["One.\nTwo."]),
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("One <b>bold</b> line.\nTwo.", ["One bold line.", "Two."]),
        (
            "&lt;nitf&gt;&lt;body&gt;&lt;body.content&gt;&lt;p&gt;One.&lt;/p&gt;&lt;/body.content&gt;&lt;/body&gt;&lt;/nitf&gt;",
            ["One."],
        ),
        ('<div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p></div>', ["One."]),
        ("a &lt; b and b &gt; c", ["a < b and b > c"]),
    ],
)
def test_text_is_read_in_whatever_form_it_stands(content: str, expected: list[str]) -> None:
    assert paragraphs(read(f"<DataContent>{content}</DataContent>")) == expected


def test_text_that_is_said_to_be_plain_keeps_its_angle_brackets() -> None:
    plain = '<MimeType FormalName="text/plain"/>'
    assert paragraphs(read("<DataContent>Use &lt;b&gt; for bold.</DataContent>", format=plain)) == [
        "Use <b> for bold."
    ]


def test_encoded_text_is_decoded_and_encoded_bytes_are_told() -> None:
    text = base64.b64encode(b"<p>Caf\xe9 opens.</p>").decode()
    encoded = f'<Encoding Notation="Base64"><DataContent>{text}</DataContent></Encoding>'
    reading = read(encoded)
    assert paragraphs(reading) == ["Café opens."]
    assert [f.code for f in reading.findings] == ["charset"]
    picture = read(encoded, format='<MimeType FormalName="image/jpeg"/>')
    assert picture.release.story.text == ""


@pytest.mark.parametrize(
    ("status", "expected", "code"),
    [
        ('<Status FormalName="embargoed"/>', ("usable", pr.Embargo()), "embargo-without-moment"),
        ('<Status FormalName="CANCELED"/>', ("canceled", None), ""),
        ('<Status FormalName="Draft"/>', ("withheld", None), "status-unread"),
        ("", ("usable", None), "status-unread"),
        (
            '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/>'
            "<DateAndTime>20260303T090000+0100</DateAndTime></StatusWillChange>",
            ("usable", pr.Embargo(until=dt.datetime(2026, 3, 3, 8, tzinfo=dt.UTC))),
            "",
        ),
        (
            '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/>'
            "<DateAndTime>soon</DateAndTime></StatusWillChange>",
            ("usable", pr.Embargo()),
            "date-unread",
        ),
    ],
)
def test_what_may_not_be_shown_stays_held(
    status: str, expected: tuple[str, pr.Embargo | None], code: str
) -> None:
    reading = read(status=status)
    assert (reading.release.status, reading.release.embargo) == expected
    assert code in ["", *(f.code for f in reading.findings)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("20260302T090000Z", "2026-03-02T09:00+00:00"),
        ("2026-03-02T09:00:00+01:00", "2026-03-02T09:00+01:00"),
        ("20260302T0900-0530", "2026-03-02T09:00-05:30"),
        ("20260302T240000+0000", "2026-03-03T00:00+00:00"),
        ("20260302T090000", "2026-03-02T09:00+01:00"),
        ("20260302", "2026-03-02T00:00+01:00"),
    ],
)
def test_moments_are_read_as_agencies_write_them(said: str, expected: str) -> None:
    """One without an offset is in that of the others."""
    data = document().replace(b"<FirstCreated>20260302T090000+0100", f"<FirstCreated>{said}".encode())
    assert pr.parse(data, "newsml-1.2").published == dt.datetime.fromisoformat(expected)


@pytest.mark.parametrize("said", ["soon", "20261399T000000Z", "99999999T999999Z"])
def test_a_moment_that_is_none_is_told(said: str) -> None:
    data = document().replace(b"20260302T090000+0100", said.encode())
    reading = pr.read(data, "newsml-1.2")
    assert reading.release.published is None
    assert [f.code for f in reading.findings] == ["date-unread", "date-unread"]


def test_parts_that_are_missing_are_told_and_the_rest_is_read() -> None:
    data = b"<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>A line.\n\nAnd another, longer one.</DataContent>"
    reading = pr.read(data + b"</ContentItem></NewsComponent></NewsItem></NewsML>", "newsml-1.2")
    assert reading.release.headline == "A line."
    assert paragraphs(reading) == ["And another, longer one."]
    assert {f.code for f in reading.findings} == {
        "identifier-missing",
        "management-missing",
        "headline-missing",
    }


def test_what_names_an_item_stands_in_for_a_headline_and_the_text_stays_whole() -> None:
    label = b"</NewsIdentifier><NameLabel>Port-cranes</NameLabel>"
    data = document("<DataContent>One.\n\nTwo.</DataContent>", lines="").replace(b"</NewsIdentifier>", label)
    reading = pr.read(data, "newsml-1.2")
    assert (reading.release.headline, paragraphs(reading)) == ("Port-cranes", ["One.", "Two."])
    assert [f.code for f in reading.findings] == ["headline-missing"]


def test_a_document_without_an_item_is_refused() -> None:
    with pytest.raises(pr.Unreadable, match="no news item"):
        pr.parse(b"<NewsML><NewsEnvelope/></NewsML>", "newsml-1.2")


def test_text_in_another_language_is_a_translation_and_none_of_the_story() -> None:
    one = '<NewsComponent xml:lang="{0}"><NewsLines><HeadLine>{1}</HeadLine></NewsLines><ContentItem><DataContent>{1}.</DataContent></ContentItem></NewsComponent>'
    reading = read(component=one.format("fr", "Grue") + one.format("en", "Crane"))
    assert (reading.release.language, paragraphs(reading)) == ("en", ["Crane."])
    assert [(t.language, t.title) for t in reading.release.translations] == [("fr", "Grue")]


def test_equivalent_texts_are_read_once_in_the_form_that_says_most() -> None:
    item = '<ContentItem><Format FormalName="{}"/><DataContent>{}</DataContent></ContentItem>'
    both = item.format("Text", "One words.") + item.format(
        "NITF", "<nitf><body><body.content><p>One <em>words</em>.</p></body.content></body></nitf>"
    )
    reading = read(component=both)
    assert [len(p.spans) for p in reading.release.story.blocks if isinstance(p, Paragraph)] == [3]


def test_components_that_follow_one_another_are_one_story() -> None:
    part = '<NewsComponent><Role FormalName="Body"/><ContentItem><DataContent>{}</DataContent></ContentItem></NewsComponent>'
    reading = read(component=part.format("One.") + part.format("Two."))
    assert paragraphs(reading) == ["One.", "Two."]


def test_the_files_of_a_picture_are_one_asset_with_what_its_component_says() -> None:
    file = (
        '<NewsComponent><Role FormalName="{0}"/><ContentItem Href="{0}.jpg"><MediaType FormalName="Photo"/><Characteristics>'
        '<Property FormalName="Width" Value="{1}"/></Characteristics></ContentItem></NewsComponent>'
    )
    caption = '<NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>A crane.</p></DataContent></ContentItem></NewsComponent>'
    text = "<NewsComponent><ContentItem><DataContent>Words.</DataContent></ContentItem></NewsComponent>"
    photo = f'<NewsComponent><Role FormalName="Photo"/><NewsLines><ByLine>Ada</ByLine></NewsLines>{caption}{file.format("HighDef", 4000)}{file.format("Quicklook", 200)}</NewsComponent>'
    (asset,) = read(component=text + photo).release.assets
    assert (asset.caption, asset.credit, asset.role) == ("A crane.", "Ada", "main")
    assert [(f.href, f.name, f.width) for f in asset.renditions] == [
        ("HighDef.jpg", "HighDef", 4000),
        ("Quicklook.jpg", "Quicklook", 200),
    ]


def test_a_text_that_comes_with_a_film_is_the_story_and_no_caption() -> None:
    text = '<NewsComponent><Role FormalName="{}"/><ContentItem><DataContent>{}</DataContent></ContentItem></NewsComponent>'
    film = '<NewsComponent><Role FormalName="Clip"/><ContentItem Href="a.mp4"><MediaType FormalName="Video"/></ContentItem></NewsComponent>'
    inner = text.format("Body", "Cranes turn.") + text.format("Caption", "A crane.") + film
    reading = read(component=f'<NewsComponent><Role FormalName="Video"/>{inner}</NewsComponent>')
    (asset,) = reading.release.assets
    assert paragraphs(reading) == ["Cranes turn."]
    assert (asset.caption, [f.href for f in asset.renditions]) == ("A crane.", ["a.mp4"])


@pytest.mark.parametrize(
    ("creator", "byline"),
    [
        ('FormalName="Kay Quay-O\'Hara "', "Kay Quay-O'Hara"),
        ('FormalName="KAY QUAY" Topic="AUTHOR"', "KAY QUAY"),
        ('FormalName="KQ/ab"', ""),
        ('FormalName="COR 360" Topic="CORRESPONDENT"', ""),
        ('FormalName="Kay Quay" Topic="EDITOR"', ""),
        ('FormalName="Agency for Everyone-Port"', ""),
        ('FormalName="AEP Port Desk"', ""),
    ],
)
def test_who_made_the_text_signs_it_where_the_name_is_a_persons(creator: str, byline: str) -> None:
    houses = '<Provider><Party FormalName="AEP"/></Provider><Source><Party FormalName="AfEP"/></Source>'
    more = f"<AdministrativeMetadata>{houses}<Creator><Party {creator}/></Creator></AdministrativeMetadata>"
    reading = read(more=more)
    assert reading.release.byline == byline
    assert bool(reading.leftovers) != bool(byline)


def test_a_prefix_that_is_none_still_says_the_language() -> None:
    text = '<NewsComponent xmlns:q="xml" q:lang="nl"><ContentItem><DataContent>Een kraan.</DataContent></ContentItem></NewsComponent>'
    data = document(component=text).replace(b' xml:lang="en"', b"")
    assert pr.read(data, "newsml-1.2").release.language == "nl"


def test_a_headline_that_says_there_is_none_gives_way_to_one_further_in() -> None:
    inner = "<NewsComponent><NewsLines><HeadLine>Cranes turn</HeadLine></NewsLines><ContentItem><DataContent>Words.</DataContent></ContentItem></NewsComponent>"
    assert read(lines="<HeadLine>No Headline !</HeadLine>", component=inner).release.headline == "Cranes turn"


def test_the_lead_stays_in_the_text_where_the_line_beneath_the_headline_repeats_it() -> None:
    lines = "<HeadLine>Harbour opens</HeadLine><SubHeadLine>The harbour opened today.</SubHeadLine>"
    reading = read("<DataContent><p>The harbour opened today.</p><p>More.</p></DataContent>", lines=lines)
    assert paragraphs(reading) == ["The harbour opened today.", "More."]


def test_an_advisory_line_is_for_editors() -> None:
    line = "<NewsLine><NewsLineType FormalName='AdvisoryLine'/><NewsLineText>Adds quote.</NewsLineText></NewsLine>"
    assert read(lines=f"<HeadLine>A</HeadLine>{line}").release.editor_note == "Adds quote."


def test_elements_in_other_letters_are_read_and_told_but_not_those_of_the_text() -> None:
    text = "<DataContent><nitf><body><body.content><p>A <location>Port</location> opens.</p></body.content></body></nitf></DataContent>"
    lines = "<Headline>Harbour opens</Headline><Slugline>port-cranes</Slugline>"
    more = '<DescriptiveMetada><Genre FormalName="Current"/></DescriptiveMetada>'
    reading = read(text, lines=lines, more=more)
    release = reading.release
    assert (release.headline, release.slugline, release.genre) == ("Harbour opens", "port-cranes", "Current")
    assert paragraphs(reading) == ["A Port opens."]
    assert [f.code for f in reading.findings] == ["element-odd"] * 3


def test_an_urgency_may_be_words_and_a_place_stands_beside_a_date_that_is_printed() -> None:
    where = '<Location HowPresent="Origin"><Property FormalName="City" Value="Port"/></Location>'
    more = f"<DescriptiveMetadata>{where}</DescriptiveMetadata>"
    data = document(lines="<HeadLine>A</HeadLine><DateLine>January 21</DateLine>", more=more)
    release = pr.parse(data.replace(b"</NewsManagement>", b"<Urgency>2</Urgency></NewsManagement>"))
    assert release.urgency == 2
    assert release.dateline is not None
    assert ([p.name for p in release.dateline.places], release.dateline.date_printed) == (
        ["Port"],
        "January 21",
    )


def test_what_editors_are_told_in_comments_is_for_editors_and_an_embargo_there_holds() -> None:
    comments = (
        '<Comment FormalName="EditorialNote">Call first.</Comment>'
        '<Comment FormalName="EditorialContact">Kay Quay, Port, kay@example.org</Comment>'
        "<Comment>Embargoed until 3 March 2026, 09:00 GMT</Comment><Comment>Other.</Comment>"
    )
    data = document().replace(b'<NewsItem xml:lang="en">', b'<NewsItem xml:lang="en">' + comments.encode())
    reading = pr.read(data, "newsml-1.2")
    release = reading.release
    assert release.editor_note == "Call first."
    assert [(c.name, c.emails, c.for_editors) for c in release.contacts] == [
        ("Kay Quay", ("kay@example.org",), True)
    ]
    assert release.embargo is not None
    assert release.embargo.until == dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC)
    assert reading.leftovers == ('Comment: "Other."',)


def test_bytes_of_another_charset_than_declared_are_read_and_told() -> None:
    data = b'<?xml version="1.0" encoding="UTF-8"?>' + document(
        lines="<HeadLine>Café</HeadLine>"
    ).decode().encode("cp1252")
    reading = pr.read(data, "newsml-1.2")
    assert (reading.release.headline, [f.code for f in reading.findings]) == ("Café", ["charset"])


def test_no_entity_is_expanded_and_nothing_is_fetched() -> None:
    doctype = b'<!DOCTYPE NewsML SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY a "&#65;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    reading = pr.read(doctype + document(lines="<HeadLine>x &amp; &a;&f; y</HeadLine>"), "newsml-1.2")
    assert reading.release.headline == "x & &a;&f; y"
    assert [f.code for f in reading.findings] == ["xml-repaired"]


def test_what_nobody_knows_is_kept_apart() -> None:
    more = '<AdministrativeMetadata><Property FormalName="Validator" Value="dwm"/></AdministrativeMetadata>'
    lines = "<HeadLine>A</HeadLine><NewsLine><NewsLineType FormalName='Mood'/><NewsLineText>calm</NewsLineText></NewsLine>"
    reading = read(more=more, lines=lines)
    assert reading.leftovers == ('Property: "Validator, dwm"',)
    assert reading.release.extra == {"newsml-1.2:lines": [["Mood", "calm"]]}


@pytest.mark.parametrize("inner", ["<NewsComponent>", "<b>", "<Property FormalName='a'>"])
def test_deep_nesting_is_read_or_refused_in_time(inner: str) -> None:
    close = f"</{inner[1:].split()[0].rstrip('>')}>"
    data = document(f"<DataContent>{inner * 200}x{close * 200}</DataContent>")
    with ending():
        assert pr.read(data, "newsml-1.2").format == "newsml-1.2"


@pytest.mark.parametrize(
    "content",
    [
        "<DataContent>" + "word " * 200_000 + "</DataContent>",
        "<DataContent>" + "&lt;b&gt;x" * 50_000 + "</DataContent>",
        "<DataContent>" + "a\n" * 200_000 + "</DataContent>",
        "<DataContent>" + "<p>a</p>" * 50_000 + "</DataContent>",
    ],
    ids=["words", "tags", "lines", "paragraphs"],
)
def test_long_text_takes_linear_time(content: str) -> None:
    with ending():
        assert pr.read(document(content), "newsml-1.2").release.story


REPEATED = {
    "components": "<NewsComponent><ContentItem><DataContent>{}</DataContent></ContentItem></NewsComponent>",
    "pictures": '<NewsComponent><Role FormalName="Photo"/><ContentItem Href="{}.jpg"/></NewsComponent>',
    "equivalents": '<NewsComponent EquivalentsList="yes"><NewsComponent><ContentItem><Format FormalName="Text"/>'
    "<DataContent>{0}</DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem><Format FormalName='XHTML'/>"
    "<DataContent>{0}</DataContent></ContentItem></NewsComponent></NewsComponent>",
    "listings": '<Metadata><MetadataType FormalName="Securities Identifier"/><Property FormalName="Name" Value="{}"/></Metadata>',
    "descriptions": '<DescriptiveMetadata><SubjectCode><Subject FormalName="0400{:04}"/></SubjectCode>'
    '<OfInterestTo FormalName="{}"/><Location><Property FormalName="City" Value="{}"/></Location></DescriptiveMetadata>',
    "lines": "<NewsLines><KeywordLine>{0}</KeywordLine><NewsLine><NewsLineType FormalName='t'/><NewsLineText>{0}"
    "</NewsLineText></NewsLine></NewsLines>",
    "topics": '<TopicSet><Topic Duid="t{0}"><TopicType FormalName="Person"/><Description>{0}</Description></Topic></TopicSet>'
    '<DescriptiveMetadata><TopicOccurrence Topic="#t{0}"/></DescriptiveMetadata>',
    "parties": '<AdministrativeMetadata><Source><Party FormalName="{}"/></Source></AdministrativeMetadata>',
}


@pytest.mark.parametrize("what", REPEATED)
def test_what_is_repeated_takes_linear_time(what: str) -> None:
    every = "".join(REPEATED[what].format(i, i, i) for i in range(8_000))
    own = "<NewsComponent><ContentItem><DataContent>Words.</DataContent></ContentItem></NewsComponent>"
    with ending(40):
        assert pr.read(document(component=every + own), "newsml-1.2").release.headline == "Harbour opens"


def test_what_is_repeated_deep_within_takes_linear_time() -> None:
    inner = "".join(REPEATED["components"].format(i) for i in range(4_000))
    deep = "<NewsComponent><NewsLines/>" * 200 + inner + "</NewsComponent>" * 200
    with ending(40):
        assert pr.read(document(component=deep), "newsml-1.2").release.story
