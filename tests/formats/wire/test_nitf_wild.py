"""NITF as others write it: versions 2.x to 3.6, with a DTD, a namespace or neither, and what no standard knows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import pressrelease as pr
from pressrelease.formats.losses import leaves
from pressrelease.story import Figure, Paragraph, Story, Strong, Text

HEDLINE = "<hedline><hl1>Harbour opens</hl1></hedline>"


def nitf(head: str = "", above: str = HEDLINE, text: str = "<p>It opens.</p>", root: str = "") -> str:
    return (
        f"<nitf{root}><head>{head}</head><body><body.head>{above}</body.head>"
        f"<body.content>{text}</body.content></body></nitf>"
    )


def read(document: str | bytes, **more: Any) -> pr.Reading:
    return pr.read(document, "nitf", **more)


def said(reading: pr.Reading) -> dict[str, object]:
    """Return what a reading says beyond the headline and the usual text."""
    every = dict(leaves(reading.release))
    every.pop("headline")
    return {p: v for p, v in every.items() if v != Story("It opens.")}


def codes(reading: pr.Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


# --- what wraps it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "prolog",
    [
        "",
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<?xml version="1.1"?>\n<!-- made by hand -->',
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf-3-2.dtd">',
        '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd" [<!ENTITY x "y"> <!-- ] > -->]>',
    ],
)
@pytest.mark.parametrize(
    "root",
    [
        "",
        ' version="-//IPTC//DTD NITF 3.1//EN"',
        ' xmlns="http://iptc.org/std/NITF/2006-10-18/"',
        ' xmlns="http://iptc.org/std/NITF/2003-10-10/"',
    ],
)
def test_a_document_is_recognised_and_read_whatever_wraps_it(prolog: str, root: str) -> None:
    reading = pr.read((prolog + nitf(root=root)).encode())
    assert (reading.format, reading.release, reading.findings) == (
        "nitf",
        pr.Release(headline="Harbour opens", story="It opens."),
        (),
    )


def test_a_prefix_for_the_namespace_is_as_good_as_none() -> None:
    document = (
        '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:body><n:body.head><n:hedline>'
        "<n:hl1>Harbour opens</n:hl1></n:hedline></n:body.head>"
        "<n:body.content><n:p>It opens.</n:p></n:body.content></n:body></n:nitf>"
    )
    assert pr.read(document).release == pr.Release(headline="Harbour opens", story="It opens.")


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("iso-8859-1", "latin-1"),
        ("iso-8859-1", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-8", "latin-1"),
        ("", "latin-1"),
        ("", "utf-8"),
    ],
)
def test_a_charset_may_belie_its_declaration(declared: str, written: str) -> None:
    told = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    document = (told + nitf(above="<hedline><hl1>Häfen für £5</hl1></hedline>")).encode(written)
    assert read(document).release.headline == "Häfen für £5"


def test_an_ampersand_that_opens_no_reference_is_a_letter() -> None:
    reading = read(nitf(text="<p>AT&T and R&amp;D&nbsp;x</p>"))
    assert reading.release.story.text == "AT&T and R&D\u00a0x"
    assert codes(reading) == ["xml-repaired"]


def test_an_outer_nitf_or_a_list_of_them_is_opened() -> None:
    assert read(f"<nitf>{nitf()}</nitf>").release.headline == "Harbour opens"
    several = read(f"<nitf-doc>{nitf()}{nitf(above='')}</nitf-doc>")
    assert (several.release.headline, codes(several)) == ("Harbour opens", ["several-documents"])


@pytest.mark.parametrize("document", ["<rss/>", "<nitf", "", "<nitf><body>\x00</body></nitf>", "<nitf/>"])
def test_what_is_no_document_is_refused(document: str) -> None:
    with pytest.raises(pr.PressReleaseError):
        read(document)


# --- headlines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "above", "headline", "code"),
    [
        ("", "<hedline><hl1><p>A <b>b</b></p></hl1></hedline>", "A b", []),
        ("", "<hedline>A</hedline>", "A", ["headline-bare"]),
        ("", "<headline><hl1>A</hl1></headline>", "A", ["headline-misplaced"]),
        ("", "<hl1>A</hl1>", "A", ["headline-misplaced"]),
        ("<title>T</title>", "<hedline><hl1> </hl1></hedline>", "T", ["headline-missing"]),
        ('<meta name="headline" content="M"/>', "", "M", ["headline-missing"]),
        ('<iim><ds num="2:105" value="I"/></iim>', "", "I", ["headline-missing"]),
        ("", "", "It opens.", ["headline-missing"]),
    ],
)
def test_a_headline_is_found_where_it_stands(head: str, above: str, headline: str, code: list[str]) -> None:
    reading = read(nitf(head, above))
    assert (reading.release.headline, codes(reading)) == (headline, code)


def test_without_headline_and_text_the_slug_stands_in() -> None:
    reading = read(nitf('<docdata><du-key key="PA-Harbour"/></docdata>', "", ""))
    assert (reading.release.headline, codes(reading)) == ("PA-Harbour", ["headline-missing"])


def test_a_second_headline_is_the_subheadline_unless_it_repeats_the_first_and_no_line_is_lost() -> None:
    lines = "<hedline><hl1>A</hl1><hl2>A</hl2><hl2>B</hl2><hl2>C</hl2></hedline>"
    reading = read(nitf(above=lines))
    assert (reading.release.subheadline, reading.leftovers) == ("B", ("hl2: C",))


# --- what it is -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ('<docdata><doc-id regsrc="EXW" id-string="4711"/></docdata>', {"id": "4711"}),
        (
            '<docdata><du-key key="Harbour" generation="2" version="3"/></docdata>',
            {"slugline": "Harbour", "version": 3},
        ),
        (
            '<docdata><key-list key="a"><keyword key="b"/></key-list></docdata>',
            {"keywords.0": "a", "keywords.1": "b"},
        ),
        ("<key-list><keyword>c</keyword></key-list>", {"keywords.0": "c"}),
        ('<tobject><tobject.property tobject.property.type="Current"/></tobject>', {}),
        ('<tobject><tobject.property tobject.property.type="Feature"/></tobject>', {"genre": "Feature"}),
        (
            '<docdata><doc.copyright holder="EXW" year="2026"/></docdata>',
            {"rights.holder": "EXW", "rights.year": 2026},
        ),
        (
            '<docdata><doc.rights owner="EXW" limitations="None." agent="A"/></docdata>',
            {"rights.holder": "EXW", "rights.usage_terms": "None.", "extra": {"nitf:doc.rights.agent": "A"}},
        ),
        (
            '<pubdata name="The Bay" position.section="B" ex-ref="https://example.org/a"/>',
            {
                "publisher.name": "The Bay",
                "url": "https://example.org/a",
                "extra": {"nitf:pubdata.position.section": "B"},
            },
        ),
        ('<a rel="canonical" href="https://example.org/b"/>', {"url": "https://example.org/b"}),
        (
            '<meta name="Desk" content="sea"/><meta name="desk" content="land"/><iim><ds num="2:15" value="SPO"/></iim>',
            {"extra": {"nitf:meta.desk": ("sea", "land"), "iim:2:15": "SPO"}},
        ),
        ('<docdata><doc-scope scope="CITY"/></docdata>', {"extra": {"nitf:doc-scope": "CITY"}}),
        ('<docdata><ed-msg info="For all."/></docdata>', {"editor_note": "For all."}),
    ],
)
def test_the_head_is_read(head: str, told: dict[str, object]) -> None:
    reading = read(nitf(head))
    assert (said(reading), codes(reading)) == (told, [])


def test_numbers_that_are_none_are_left_out_and_told() -> None:
    reading = read(nitf('<docdata><urgency ed-urg="high"/><du-key version="1a"/></docdata>'))
    assert (said(reading), codes(reading)) == ({}, ["number-unread", "number-unread"])


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            '<tobject><tobject.subject tobject.subject.refnum="11006005" tobject.subject.type="politics"'
            ' tobject.subject.detail="cabinet"/><tobject.subject tobject.subject.ipr="EFE" '
            'tobject.subject.refnum="F01" tobject.subject.matter="x"/></tobject>',
            [("subj:11006005", "cabinet"), ("efe:F01", "x")],
        ),
        (
            '<tobject><tobject.subject tobject.subject.refnum="20000349"/></tobject>',
            [("medtop:20000349", "")],
        ),
        ('<tobject><tobject.subject tobject.subject.type="sport"/></tobject>', [("", "sport")]),
        (
            '<docdata><identified-content><classifier type="subject" idsrc="medtop" value="20000349"/>'
            '<classifier type="apcategorycode" value="s"/><classifier type="descriptor">Ports</classifier>'
            "</identified-content></docdata>",
            [("medtop:20000349", ""), ("apcategorycode:s", ""), ("", "Ports")],
        ),
        (
            '<tobject><tobject.subject tobject.subject.refnum="04000000"/></tobject><docdata><identified-content>'
            '<classifier type="subject" value="medtop:04000000"/></identified-content></docdata>',
            [("medtop:04000000", "")],
        ),
    ],
)
def test_topics_are_read_by_number_and_by_classifier_each_once(
    head: str, told: list[tuple[str, str]]
) -> None:
    assert [(s.code, s.name) for s in read(nitf(head)).release.subjects] == told


def test_who_and_where_it_is_about() -> None:
    head = (
        '<docdata><evloc city="Faro" iso-cc="PT"/><identified-content><person>Jo Doe<function>master</function>'
        '</person><org idsrc="ISIN" value="US0000000001">Port<alt-code idsrc="XNYS" value="PRT"/></org>'
        "<location>Porto, <country iso-cc='PT'>Portugal</country></location><event>Regatta</event>"
        "</identified-content></docdata>"
    )
    assert said(read(nitf(head))) == {
        "people.0.name": "Jo Doe",
        "people.0.role": "master",
        "organisations.0.name": "Port",
        "organisations.0.isin": "US0000000001",
        "organisations.0.tickers.0.exchange": "XNYS",
        "organisations.0.tickers.0.symbol": "PRT",
        "places.0.name": "Porto",
        "places.0.country": "PT",
        "places.1.name": "Faro",
        "places.1.country": "PT",
        "extra": {"nitf:identified.event": "Regatta"},
    }


# --- above the text -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("<byline>By JO DOE<byttl>Staff Writer</byttl></byline>", {"byline": "By JO DOE, Staff Writer"}),
        ("<byline><person>Jo Doe</person>, <byttl>Staff</byttl></byline>", {"byline": "Jo Doe, Staff"}),
        ("<byline>Jo</byline><byline><byttl>Pat</byttl></byline>", {"byline": "Jo; Pat"}),
        ("<distributor>Example Wire</distributor>", {"provider.name": "Example Wire"}),
        ("<abstract>One.</abstract>", {"summary": "One."}),
        ("<abstract><p>One.</p><p>Two.</p></abstract>", {"summary": "One.\n\nTwo."}),
        ("<abstract>&lt;p&gt;One &lt;b&gt;b&lt;/b&gt;.&lt;/p&gt;</abstract>", {"summary": "One b."}),
        ("<rights><rights.owner>EXW</rights.owner></rights>", {"rights.holder": "EXW"}),
        (
            '<note noteclass="editorsnote"><body.content><p>Eds: two.</p></body.content></note>',
            {"editor_note": "Eds: two."},
        ),
        ('<note noteclass="cpyrt"><body.content><p>© X</p></body.content></note>', {"rights.notice": "© X"}),
        ('<series series.name="Ports" series.part="2"/>', {"extra": {"nitf:series": "Ports, 2"}}),
    ],
)
def test_the_head_of_the_body_is_read(above: str, told: dict[str, object]) -> None:
    reading = read(nitf(above=HEDLINE + above))
    assert (said(reading), codes(reading)) == (told, [])


def test_what_nobody_knows_there_is_left_over() -> None:
    assert read(nitf(above=HEDLINE + "<kicker>Sea</kicker>")).leftovers == ("kicker: Sea",)


@pytest.mark.parametrize(
    ("above", "text", "told"),
    [
        ("<dateline>Oslo</dateline>", "<p>It opens.</p>", {"dateline.places.0.name": "Oslo"}),
        (
            "<dateline><location><city>Sydney</city></location></dateline>",
            "<p>It opens.</p>",
            {"dateline.places.0.name": "Sydney"},
        ),
        (
            '<dateline><location>NEW YORK</location><story.date norm="20260302">March 2</story.date></dateline>',
            "<p>NEW YORK (AP) - It opens.</p>",
            {"dateline.places.0.name": "New York", "dateline.credit": "AP", "dateline.style": "ap"},
        ),
        # A date for machines heads no text.
        (
            '<dateline><story.date norm="20170102T222800+0000">20170102T222800+0000</story.date></dateline>',
            "<p>It opens.</p>",
            {},
        ),
    ],
)
def test_a_dateline_is_read_where_it_stands(above: str, text: str, told: dict[str, object]) -> None:
    found = {p: v for p, v in said(read(nitf(above=HEDLINE + above, text=text))).items() if "layout" not in p}
    assert found == told


# --- its life -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "read_as", "code"),
    [
        ("usable", "usable", []),
        ("Canceled", "canceled", []),
        ("cancelled", "canceled", []),
        ("hold", "withheld", []),
        ("pending review", "withheld", ["status-unknown"]),
    ],
)
def test_a_status_is_read_and_an_unknown_one_withholds(status: str, read_as: str, code: list[str]) -> None:
    reading = read(nitf(f'<docdata management-status="{status}"/>'))
    assert (reading.release.status, codes(reading)) == (read_as, code)


@pytest.mark.parametrize(
    ("docdata", "kind", "note"),
    [
        ('<correction info="A figure." id-string="1"/>', "correction", "A figure."),
        ('<ed-msg msg-type="update" info="More."/>', "update", "More."),
        ('<ed-msg msg-type="kill" info="Wrong."/>', "kill", "Wrong."),
    ],
)
def test_a_change_is_read(docdata: str, kind: str, note: str) -> None:
    release = read(nitf(f"<docdata>{docdata}</docdata>")).release
    assert (release.change.kind, release.change.note) == (kind, note)
    assert release.status == ("canceled" if kind == "kill" else "usable")


ISSUED = '<date.issue norm="20260302T080000Z"/>'
NINE = dt.datetime(2026, 3, 3, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.mark.parametrize(
    ("docdata", "embargo", "code"),
    [
        (
            'management-status="embargoed"><date.release norm="20260303T090000+0100"/>',
            pr.Embargo(until=NINE),
            [],
        ),
        (
            'management-status="usable"><date.release norm="20260303T090000+0100"/>',
            pr.Embargo(until=NINE),
            [],
        ),
        ('management-status="embargoed">', pr.Embargo(), ["embargo-without-moment"]),
        (
            'management-status="embargoed"><date.release norm="20260303T0900"/>',
            pr.Embargo(),
            ["embargo-without-zone"],
        ),
        (f'>{ISSUED}<date.release norm="20260303"/>', pr.Embargo(), ["embargo-without-zone"]),
        (f'>{ISSUED}<date.release norm="20260302"/>', None, []),
        ('><date.release norm="soon"/>', pr.Embargo(), ["moment-unread", "embargo-without-moment"]),
        (
            'management-status="embargoed"><ed-msg info="Embargo: 3 March 2026, 09:00 CET"/>',
            pr.Embargo(until=NINE, printed="Embargo: 3 March 2026, 09:00 CET"),
            [],
        ),
        (
            '><ed-msg info="Embargoed until further notice"/>',
            pr.Embargo(printed="Embargoed until further notice"),
            ["embargo-unreadable"],
        ),
    ],
)
def test_an_embargo_is_read_or_held(docdata: str, embargo: pr.Embargo | None, code: list[str]) -> None:
    reading = read(nitf(f"<docdata {docdata}</docdata>"))
    assert (reading.release.embargo, codes(reading)) == (embargo, code)


def test_an_embargo_that_only_the_text_names_holds() -> None:
    reading = read(nitf(text="<p>EMBARGO: 3 March 2026, 09:00 CET</p><p>It opens.</p>"))
    assert reading.release.embargo == pr.Embargo(until=NINE, printed="EMBARGO: 3 March 2026, 09:00 CET")
    assert reading.release.story == Story("It opens.")


HOUSE = pr.Newsroom(
    title="Port", base_url="https://example.org", publisher={"name": "Port"}, time_zone="+01:00"
)


def test_a_release_date_without_a_zone_is_of_the_newsrooms() -> None:
    reading = read(nitf('<docdata><date.release norm="20260303T090000"/></docdata>'), newsroom=HOUSE)
    assert reading.release.embargo == pr.Embargo(until=NINE)


@pytest.mark.parametrize(
    ("norm", "moment", "code"),
    [
        ("20260302T080000Z", "2026-03-02T08:00Z", []),
        ("20260302T0900+0100", "2026-03-02T08:00Z", []),
        ("2026-03-02T09:00:00.5+01:00", "2026-03-02T08:00:00.5Z", ["moment-not-basic"]),
        ("2026-03-02 08:00:00 UTC", "2026-03-02T08:00Z", ["moment-not-basic"]),
        ("20260301T240000Z", "2026-03-02T00:00Z", []),
        ("20260302T080060Z", "2026-03-02T08:00:59Z", []),
        ("20260302", None, ["moment-without-zone"]),
        ("20260302T080000", None, ["moment-without-zone"]),
        ("20260231", None, ["moment-unread"]),
        ("1456905600", None, ["moment-unread"]),
    ],
)
def test_a_moment_is_read_in_any_iso_form(norm: str, moment: str | None, code: list[str]) -> None:
    reading = read(nitf(f'<docdata><date.issue norm="{norm}"/></docdata>'))
    assert reading.release.published == (dt.datetime.fromisoformat(moment) if moment else None)
    assert codes(reading) == code


def test_a_moment_without_a_zone_is_of_the_newsrooms_or_kept_as_it_stands() -> None:
    document = nitf('<docdata><date.issue norm="20260302"/></docdata>')
    assert read(document).release.extra == {"nitf:date.issue": "20260302"}
    assert read(document, newsroom=HOUSE).release.published == dt.datetime(2026, 3, 2, tzinfo=NINE.tzinfo)


def test_issued_later_than_published_is_updated() -> None:
    head = f'<docdata>{ISSUED}</docdata><pubdata date.publication="20260301T080000Z"/>'
    release = read(nitf(head)).release
    assert (release.published, release.updated) == (
        dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC),
    )


# --- the text -------------------------------------------------------------------------------------------------------


def text_of(document: str) -> Story:
    return read(document).release.story


def test_text_outside_its_element_is_found_and_told() -> None:
    reading = read(f"<nitf><body><body.head>{HEDLINE}</body.head><p>One.</p><p>Two.</p></body></nitf>")
    assert (reading.release.story, codes(reading)) == (Story("One.\n\nTwo."), ["content-missing"])


def test_bare_text_has_paragraphs_where_lines_are_empty() -> None:
    assert text_of(nitf(text="One\nline.\n\nTwo.")) == Story("One line.\n\nTwo.")


@pytest.mark.parametrize(
    "text", ["<![CDATA[<p>One <b>b</b>.</p>]]>", "&lt;p&gt;One &lt;b&gt;b&lt;/b&gt;.&lt;/p&gt;"]
)
def test_markup_that_was_escaped_is_markup(text: str) -> None:
    reading = read(nitf(text=text))
    assert reading.release.story == Story((Paragraph((Text("One "), Strong("b"), Text("."))),))
    assert codes(reading) == ["markup-escaped"]


def test_blocks_are_opened_and_several_texts_are_one() -> None:
    document = nitf(text='<block id="Main"><p>One.</p></block></body.content><body.content><p>Two.</p>')
    assert text_of(document) == Story("One.\n\nTwo.")


def test_words_beneath_the_text_are_not_lost() -> None:
    document = nitf().replace("</body>", "<body.end><tagline>Pat contributed.</tagline></body.end></body>")
    assert text_of(document) == Story("It opens.\n\nPat contributed.")


def test_inline_marks_give_their_words() -> None:
    text = (
        "<p><person>Jo Doe</person> of <org>Port</org> paid <money unit='EUR'>5 euros</money> on"
        " <chron norm='20260302'>Monday</chron> in <location><city>Faro</city></location>:"
        " <num><frac><frac-num>1</frac-num><frac-den>2</frac-den></frac></num>.</p>"
    )
    assert text_of(nitf(text=text)).text == "Jo Doe of Port paid 5 euros on Monday in Faro: 1/2."


def test_a_medium_becomes_a_figure_of_its_first_file() -> None:
    text = (
        '<media media-type="image"><media-reference source="https://example.org/a.jpg" alternate-text="Quay"/>'
        '<media-reference source="https://example.org/a-small.jpg"/><media-caption><p>The quay.</p></media-caption>'
        "<media-producer>Pat</media-producer></media>"
    )
    figure = Figure("https://example.org/a.jpg", "Quay", (Text("The quay."),), "Pat")
    assert text_of(nitf(text=text)) == Story((figure,))


def test_relative_addresses_are_absolute_by_the_documents_own() -> None:
    document = nitf('<pubdata ex-ref="https://example.org/news/1"/>', text='<p><a href="/b">b</a></p>')
    assert [n.href for n in text_of(document).walk() if hasattr(n, "href")] == ["https://example.org/b"]


@pytest.mark.parametrize("around", ["{}", "<location>{}</location>"])
def test_the_words_of_a_dateline_are_taken_apart(around: str) -> None:
    said = around.format("BERLIN/LISBON, Portugal (EXW) -")
    above = f"<hedline><hl1>Harbour opens</hl1></hedline><dateline>{said}</dateline>"
    found = read(nitf(above=above)).release.dateline
    assert found is not None
    assert ([(p.name, p.country) for p in found.places], found.credit) == (
        [("Berlin", ""), ("Lisbon", "PT")],
        "EXW",
    )
