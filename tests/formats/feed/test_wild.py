"""Feeds as others write them: what can be told is told, what is wrong is a finding, and nothing stops the rest."""

from __future__ import annotations

import datetime as dt

import pytest
from feeds import HOUSE

import pressrelease as pr
from pressrelease.formats.feed._dates import moment
from pressrelease.story import Link, Paragraph, Story, Strong, Text

UTC = dt.UTC


def rss(items: str, channel: str = "", opening: str = '<rss version="2.0">') -> bytes:
    return f"{opening}<channel><title>T</title><link>https://wild.example/</link>{channel}{items}</channel></rss>".encode()


def one(data: bytes, name: str = "rss") -> pr.Reading:
    (reading,) = pr.read_all(data, name)
    return reading


def codes(reading: pr.Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def test_rss_2_with_everything_in_its_usual_place() -> None:
    reading = one(
        b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://wild.example/</link>
<language>en-us</language><item><title>Tom &amp;amp; Ann &lt;b&gt;win&lt;/b&gt;</title><link>/a</link>
<guid isPermaLink="false">7</guid><pubDate>Mon, 02 Mar 2026 09:00:00 EST</pubDate><dc:creator>Ada</dc:creator>
<category>news</category><category domain="http://cv.iptc.org/newscodes/mediatopic/">04000000</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>See <a href="/b">it</a>.</p><script>x</script>]]></content:encoded>
<enclosure url="/a.mp3" length="12" type="audio/mpeg"/>
<media:content url="https://wild.example/p.jpg" type="image/jpeg" width="9">
<media:credit>E.</media:credit></media:content>
</item></channel></rss>"""
    )
    assert reading.release == pr.Release(
        headline="Tom & Ann win",
        id="7",
        url="https://wild.example/a",
        language="en-US",
        byline="Ada",
        summary="Short.",
        story=Story((Paragraph((Text("See "), Link((Text("it"),), "https://wild.example/b"), Text("."))),)),
        published=dt.datetime(2026, 3, 2, 14, tzinfo=UTC),
        subjects=[{"code": "medtop:04000000"}],
        keywords=["news"],
        assets=[
            {
                "renditions": [
                    {"href": "https://wild.example/p.jpg", "media_type": "image/jpeg", "width": 9}
                ],
                "credit": "E.",
            },
            {"renditions": [{"href": "https://wild.example/a.mp3", "media_type": "audio/mpeg", "size": 12}]},
        ],
    )


def test_rss_1_and_090_are_rdf() -> None:
    reading = one(
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://wild.example/"><title>T</title></channel>
<item rdf:about="https://wild.example/a"><title>A</title><link>https://wild.example/a</link>
<dc:date>2026-03-02T09:00+01:00</dc:date><description>Words.</description></item></rdf:RDF>"""
    )
    assert reading.release == pr.Release(
        headline="A",
        id="https://wild.example/a",
        url="https://wild.example/a",
        story="Words.",
        published=dt.datetime(2026, 3, 2, 8, tzinfo=UTC),
    )
    old = one(
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
<channel><title>T</title></channel><item><title>A</title><link>https://wild.example/a</link></item></rdf:RDF>"""
    )
    assert (old.release.headline, old.release.url) == ("A", "https://wild.example/a")


def test_rss_091_opens_with_a_document_type() -> None:
    dtd = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    data = dtd.encode() + rss("<item><title>A</title><guid>1</guid></item>", opening='<rss version="0.91">')
    assert one(data).release.headline == "A"


def test_atom_takes_its_bases_one_within_the_other() -> None:
    reading = one(
        b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wild.example/news/" xml:lang="de">
<title>T</title><author><name>Redaktion</name></author><entry xml:base="2026/">
<title type="html">A &amp;amp; &lt;i&gt;B&lt;/i&gt;</title>
<id>urn:example:a</id><updated>2026-03-02T09:00:00Z</updated><link href="a"/>
<link rel="enclosure" href="a.pdf" type="application/pdf" length="7"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p><b>Words</b> <a href="b">here</a></p></div></content>
<category term="x" label="Ex"/></entry></feed>""",
        "atom",
    )
    assert reading.release == pr.Release(
        headline="A & B",
        id="urn:example:a",
        url="https://wild.example/news/2026/a",
        language="de",
        byline="Redaktion",
        story=Story(
            (
                Paragraph(
                    (
                        Strong((Text("Words"),)),
                        Text(" "),
                        Link((Text("here"),), "https://wild.example/news/2026/b"),
                    )
                ),
            )
        ),
        updated=dt.datetime(2026, 3, 2, 9, tzinfo=UTC),
        keywords=["Ex"],
        assets=[
            {
                "renditions": [
                    {
                        "href": "https://wild.example/news/2026/a.pdf",
                        "media_type": "application/pdf",
                        "size": 7,
                    }
                ]
            }
        ],
    )


def test_what_feedgen_calls_cdata_is_html() -> None:
    entry = (
        "<entry><id>urn:example:a</id><title>A</title><updated>2026-03-02T09:00:00Z</updated>"
        '<content type="CDATA"><![CDATA[<p>Words.</p>]]></content></entry>'
    )
    data = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{entry}</feed>'.encode()
    assert one(data, "atom").release.story == Story("Words.")


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"])
def test_json_feed_of_both_versions(version: str) -> None:
    author = '"author": {"name": "Ada"}' if version.endswith("1") else '"authors": [{"name": "Ada"}]'
    data = f"""{{"version": "{version}", "title": "T", "home_page_url": "https://wild.example/", "items": [
 {{"id": 7, "url": "/a", "title": "A <b>", "content_html": "<p>W &amp; w</p>", {author}, "tags": ["x", 9],
   "date_published": "2026-03-02T09:00:00+01:00", "image": "/p.png", "summary": "Short",
   "attachments": [{{"url": "/f.pdf", "mime_type": "application/pdf", "size_in_bytes": 3}}, {{}}, 5]}}]}}"""
    assert one(data.encode(), "jsonfeed").release == pr.Release(
        headline="A <b>",
        id="7",
        url="https://wild.example/a",
        byline="Ada",
        summary="Short",
        story="W & w",
        published=dt.datetime(2026, 3, 2, 8, tzinfo=UTC),
        keywords=["x"],
        assets=[
            "https://wild.example/p.png",
            {
                "renditions": [
                    {"href": "https://wild.example/f.pdf", "media_type": "application/pdf", "size": 3}
                ]
            },
        ],
    )


def test_a_dateline_in_the_first_words_is_found() -> None:
    release = one(
        rss(
            "<item><title>A</title><guid>1</guid><description>BERLIN, March 5 (Reuters) - Words.</description></item>"
        )
    ).release
    assert release.dateline is not None
    assert [p.name for p in release.dateline.places] == ["Berlin"]
    assert (release.dateline.credit, release.story) == ("Reuters", Story("Words."))


def test_one_bad_item_is_a_finding_of_its_neighbour_and_the_rest_go_on() -> None:
    data = rss(
        "<item><guid>0</guid></item>\n<item><title>A</title><guid>1</guid></item>\n<item><guid>2</guid></item>"
    )
    reading = one(data)
    assert reading.release.headline == "A"
    assert [(f.code, f.severity, f.where.line) for f in reading.findings] == [
        ("bad-item", "error", 1),
        ("bad-item", "error", 3),
    ]


def test_a_feed_of_bad_items_alone_is_an_error() -> None:
    with pytest.raises(pr.Unreadable) as error:
        list(pr.read_all(rss("<item><guid>0</guid></item>"), "rss", file="wild.rss"))
    assert str(error.value) == "wild.rss:1: an item that cannot be read: an item without title and text"


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("<title>A</title>", "no-id"),
        ("<guid isPermaLink='false'>1</guid><description>Some words of a sentence. More.</description>", "no-headline"),
        ("<title>A</title><guid>1</guid><pubDate>yesterday</pubDate>", "bad-date"),
        ("<title>A</title><guid>1</guid><pubDate>Mon, 02 Mar 2026 09:00:00</pubDate>", "bad-date"),
        ("<title>A</title><guid>1</guid><pubDate>Mon, 02 Mar 2026 09:00:00 XYZ</pubDate>", "bad-date"),
        ("<title>A</title><guid isPermaLink='false'>1</guid><link>javascript:alert(1)</link>", "bad-address"),
        ("<title>A</title><guid>1</guid><enclosure url='file:///etc/x' type='a/b' length='1'/>", "left-out"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item_is_a_finding(item: str, code: str) -> None:
    assert codes(one(rss(f"<item>{item}</item>"))) == [code]


def test_a_language_that_is_none_is_a_finding() -> None:
    reading = one(rss("<item><title>A</title><guid>1</guid></item>", "<language>English (US)</language>"))
    assert (reading.release.language, codes(reading)) == ("und", ["bad-language"])


def test_two_items_with_one_id_are_both_read_with_a_finding() -> None:
    item = "<item><title>A</title><guid>1</guid></item>"
    assert [codes(r) for r in pr.read_all(rss(item + item), "rss")] == [[], ["duplicate-id"]]


@pytest.mark.parametrize("broken", ["AT&T", "a\x0bb", "a &nbsp; b", "1 & 2"])
def test_a_feed_that_is_not_quite_xml_is_mended(broken: str) -> None:
    reading = one(rss(f"<item><title>{broken}</title><guid>1</guid></item>"))
    wanted = broken.replace("\x0b", " ").replace("&nbsp;", "\xa0")
    assert reading.release.headline == wanted
    assert codes(reading)[:1] == ([] if "nbsp" in broken else ["not-well-formed"])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<rss",
        b"<html></html>",
        b"{}",
        b"[]",
        b'{"items": 5}',
        b'{"items": [1]}',
        b"\x00\xff",
        b"<rss><channel><item>" * 500,
        b"[" * 100_000,
        b'<!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><channel><item><title>&c;</title></item></rss>',
    ],
    ids=range(11),
)
@pytest.mark.parametrize("name", ["rss", "atom", "jsonfeed"])
def test_what_is_no_feed_is_refused_with_the_librarys_own_error(name: str, data: bytes) -> None:
    with pytest.raises(pr.PressReleaseError):
        list(pr.read_all(data, name))


def test_the_wrong_name_is_answered_with_the_right_one() -> None:
    with pytest.raises(pr.Unreadable) as error:
        list(pr.read_all(rss(""), "atom", file="feed.xml"))
    assert str(error.value) == (
        "feed.xml:1: not an Atom feed: found <rss>\n  this is rss: name it as the format"
    )


def test_several_items_are_no_one_release() -> None:
    two = "".join(f"<item><title>{n}</title><guid>{n}</guid></item>" for n in "ab")
    with pytest.raises(pr.Unreadable, match="several releases"):
        pr.parse(rss(two), "rss")


@pytest.mark.parametrize(
    ("text", "hours", "wrong"),
    [
        ("Mon, 02 Mar 2026 09:00:00 +0100", 8, ""),
        ("2 Mar 26 09:00 GMT", 9, ""),
        ("2026-03-02T09:00:00.5Z", 9, ""),
        ("2026-03-02 09:00:00 +0100", 8, ""),
        ("2026-03-02T09:00+0100", 8, ""),
        ("Mon, 02 Mar 2026 09:00:00 MEST", 7, ""),
        ("Mon, 02 Mar 2026 09:00:00 PDT", 16, ""),
        ("Mon, 02 Mar 2026 09:00:00 -0000", 9, ""),
        ("2026-03-02", 0, "a date without a zone, read in UTC"),
        ("Mon, 32 Mar 2026 09:00:00 GMT", None, "not a date"),
        ("26.13.2020", None, "not a date"),
        ("9" * 500, None, "not a date"),
    ],
)
def test_dates_of_the_wild(text: str, hours: int | None, wrong: str) -> None:
    found, said = moment(text)
    day = dt.datetime(2026, 3, 2, tzinfo=UTC)
    expected = None if hours is None else day + dt.timedelta(hours=hours)
    assert (found.replace(microsecond=0) if found else None, said) == (expected, wrong)


def test_a_date_without_a_zone_is_read_in_the_newsrooms() -> None:
    room = HOUSE.changed(time_zone="Europe/Berlin")
    data = rss("<item><title>A</title><guid>1</guid><pubDate>Mon, 02 Mar 2026 09:00:00</pubDate></item>")
    (release,) = pr.parse_all(data, "rss", newsroom=room)
    assert release.published == dt.datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_the_unmarked_parts_of_an_item_are_told_from_its_story() -> None:
    """An embargo in its words holds the item; about whom and whom to ask are facts, not paragraphs."""
    reading = one(
        rss(
            "<item><title>Quay nine opens</title><guid>https://wild.example/a</guid><description>&lt;p&gt;Embargoed "
            "until 5 May 2026, 09:00 GMT&lt;/p&gt;&lt;p&gt;LONDON, 5 May 2026 - The quay is open.&lt;/p&gt;"
            "&lt;h2&gt;About Example&lt;/h2&gt;&lt;p&gt;Example runs nine quays.&lt;/p&gt;&lt;h2&gt;Media contact"
            "&lt;/h2&gt;&lt;p&gt;Ada Byron, press@example.org&lt;/p&gt;</description></item>"
        )
    )
    release = reading.release
    assert release.embargo is not None
    assert release.embargo.until == dt.datetime(2026, 5, 5, 9, tzinfo=UTC)
    assert release.dateline is not None
    assert (release.dateline.places, release.story.text) == ((pr.Place(name="London"),), "The quay is open.")
    assert [(b.heading, b.story.text) for b in release.boilerplates] == [
        ("About Example", "Example runs nine quays.")
    ]
    assert [(c.name, c.emails) for c in release.contacts] == [("Ada Byron", ("press@example.org",))]
