"""Whole pages: our own come back as they were; others are understood by what they say and show."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.formats.registry import Head, Reading, Source, Unreadable
from pressrelease.formats.web.html_read import read, recognise
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def page(body: str, head: str = "", language: str = "en") -> str:
    return f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def linked(**told: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **told})}</script>'


def reading(text: str | bytes, newsroom: Newsroom | None = None) -> Reading:
    return read(Source(text, "page.html", newsroom))


def codes(found: Reading) -> list[str]:
    return [f.code for f in found.findings]


WORDS = "Words of the release, and enough of them that nobody takes them for a caption or a button."


# --- pages as they are in the wild --------------------------------------------------------------------------


@pytest.mark.parametrize("file", PAGES, ids=lambda p: p.stem)
def test_a_page_of_this_kind_is_understood(file: Path) -> None:
    """Each page lies beside what a person reads in it, `confidence` and `findings` (their codes) included."""
    found = read(Source(file.read_bytes(), file.name))
    seen = {
        **found.release.model_dump(mode="json", exclude_defaults=True),
        "confidence": found.confidence,
        "findings": codes(found),
    }
    assert seen == json.loads(file.with_suffix(".json").read_text("utf-8"))


def test_every_page_has_its_partner() -> None:
    folder = Path(__file__).parent / "pages"
    assert {p.stem for p in folder.glob("*.html")} == {p.stem for p in folder.glob("*.json")}


# --- what is believed where sources differ ------------------------------------------------------------------


def test_the_headline_people_see_is_kept_and_the_other_reported() -> None:
    found = reading(page(f"<main><h1>Seen</h1><p>{WORDS}</p></main>", linked(headline="Told to machines")))
    assert found.release.headline == "Seen"
    assert codes(found) == ["metadata-differs"]


def test_a_headline_that_differs_only_in_case_and_marks_is_the_same() -> None:
    found = reading(page(f"<main><h1>“Seen”  again</h1><p>{WORDS}</p></main>", linked(headline="SEEN again")))
    assert (found.release.headline, codes(found)) == ("“Seen” again", [])


def test_the_sites_own_h1_is_not_the_headline() -> None:
    body = f"<header><h1>Example Trust</h1></header><article><p>{WORDS}</p></article>"
    assert reading(page(body, linked(headline="A lamp"))).release.headline == "A lamp"


def test_without_a_heading_the_title_is_the_headline() -> None:
    assert reading(page(f"<p>{WORDS}</p>", "<title>Lamp lit</title>")).release.headline == "Lamp lit"


def test_a_page_without_any_words_is_an_error() -> None:
    with pytest.raises(Unreadable) as error:
        reading(page("<div></div>"))
    assert str(error.value) == "page.html: a page without a headline: expected a heading, or a title"


def test_a_page_without_text_has_a_finding_and_little_confidence() -> None:
    found = reading(page("<h1>Only a headline</h1>"))
    assert (found.release.headline, codes(found), found.confidence) == ("Only a headline", ["no-text"], 0.3)


# --- dates --------------------------------------------------------------------------------------------------


def test_a_date_without_a_zone_is_no_moment_unless_the_newsroom_has_one() -> None:
    text = page(
        f"<main><h1>Seen</h1><p>{WORDS}</p></main>", linked(headline="Seen", datePublished="2026-03-02T09:00")
    )
    found = reading(text)
    assert (found.release.published, codes(found)) == (None, ["moment-without-zone"])
    house = Newsroom(
        title="Port", base_url="https://example.org", publisher={"name": "Port"}, time_zone="Europe/Berlin"
    )
    zone = dt.timezone(dt.timedelta(hours=1))
    assert reading(text, house).release.published == dt.datetime(2026, 3, 2, 9, tzinfo=zone)


@pytest.mark.parametrize(
    "printed", ["Mon, 02 Mar 2026 09:00:00 +0000", "2026-03-02T09:00:00Z", "2 March 2026 09:00 UTC"]
)
def test_dates_are_read_in_the_ways_pages_write_them(printed: str) -> None:
    text = page(f"<main><h1>Seen</h1><p>{WORDS}</p></main>", f'<meta name="date" content="{printed}">')
    assert reading(text).release.published == dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


def test_a_date_nobody_can_read_is_reported_not_guessed() -> None:
    found = reading(
        page(f"<main><h1>Seen</h1><p>{WORDS}</p></main>", '<meta name="date" content="last Tuesday">')
    )
    assert (found.release.published, codes(found)) == (None, ["date-unread"])


def test_an_embargo_in_words_holds_the_release() -> None:
    """Nothing is published by mistake: where no moment can be read, it is for a person to set."""
    found = reading(page(f"<main><h1>Seen</h1><p>Sperrfrist: Montag, 9 Uhr</p><p>{WORDS}</p></main>"))
    assert found.release.embargo is not None
    assert (found.release.embargo.until, found.release.embargo.printed) == (None, "Sperrfrist: Montag, 9 Uhr")
    assert codes(found) == ["embargo-unreadable"]


def test_an_embargo_in_words_lifts_at_the_moment_it_names() -> None:
    found = reading(
        page(f"<main><h1>Seen</h1><p>EMBARGOED UNTIL 26 August 2026, 09:00 BST</p><p>{WORDS}</p></main>")
    )
    assert found.release.embargo is not None
    assert found.release.embargo.until == dt.datetime(2026, 8, 26, 8, tzinfo=dt.UTC)
    assert (codes(found), found.release.story.text) == ([], WORDS)


# --- as content systems set it ------------------------------------------------------------------------------


def test_a_date_shown_above_the_text_is_when_it_was_published() -> None:
    shown = '<footer class="node__meta"><time datetime="2026-03-02T09:00:00+01:00">Mon, 03/02/2026</time></footer>'
    body = f'<div class="node__content"><p>{WORDS} {WORDS}</p><p>Until <time datetime="2027-01-01">then</time>.</p></div>'
    found = reading(page(f"<main><h1>Seen</h1><article>{shown}{body}</article></main>"))
    zone = dt.timezone(dt.timedelta(hours=1))
    assert found.release.published == dt.datetime(2026, 3, 2, 9, tzinfo=zone)


def test_a_date_within_or_beneath_the_text_is_no_date_of_its_publication() -> None:
    body = f'<div class="node__content"><p>{WORDS} {WORDS}</p><p>Until <time datetime="2027-01-01T09:00Z">then</time>.</p></div>'
    beneath = '<p>Next: <time datetime="2027-02-01T09:00Z">soon</time></p>'
    assert reading(page(f"<main><h1>Seen</h1>{body}{beneath}</main>")).release.published is None


def test_contacts_in_a_block_beside_the_text_are_contacts() -> None:
    block = '<div class="bw-release-contact"><h3>Contacts</h3><p>Ann Lee<br>+1 212 555 0100<br>ann@example.org</p></div>'
    found = reading(
        page(f'<main><h1>Seen</h1><div itemprop="articleBody"><p>{WORDS}</p></div>{block}</main>')
    )
    (contact,) = found.release.contacts
    assert (contact.name, contact.emails, contact.phones[0].number) == (
        "Ann Lee",
        ("ann@example.org",),
        "+1 212 555 0100",
    )
    assert found.release.story.text == WORDS


def test_a_block_beside_the_text_that_holds_more_than_contacts_is_the_sites() -> None:
    block = '<div class="press-contact"><h3>Our press team</h3><p>Read what we write on our pages.</p></div>'
    found = reading(
        page(f'<main><h1>Seen</h1><div itemprop="articleBody"><p>{WORDS}</p></div>{block}</main>')
    )
    assert (found.release.contacts, found.release.story.text) == ((), WORDS)


def test_links_marked_as_tags_are_keywords_and_categories_are_not() -> None:
    links = '<a rel="category tag" href="/c">News</a> <a rel="tag" href="/t">Quay</a> <a href="/x" rel="tag">Ports</a>'
    found = reading(page(f"<article><h1>Seen</h1><p>{WORDS}</p><footer>{links}</footer></article>"))
    assert found.release.keywords == ("Quay", "Ports")


def test_a_picture_marked_beside_the_text_comes_with_its_caption() -> None:
    picture = '<figure><img itemprop="image" src="/quay.jpg" alt="A quay" width="640"><figcaption>New</figcaption></figure>'
    head = '<link rel="canonical" href="https://example.org/quay">'
    body = f'<main><h1>Seen</h1>{picture}<div itemprop="articleBody"><p>{WORDS}</p></div></main>'
    (asset,) = reading(page(body, head)).release.assets
    assert (asset.alt, asset.caption, asset.renditions[0].href, asset.renditions[0].width) == (
        "A quay",
        "New",
        "https://example.org/quay.jpg",
        640,
    )


def test_the_name_of_a_page_is_no_other_headline() -> None:
    told = {"@type": "WebPage", "name": "Seen - Example Trust", "datePublished": "2026-03-02T09:00:00Z"}
    found = reading(page(f"<main><h1>Seen</h1><p>{WORDS}</p></main>", linked(**told)))
    assert (found.release.headline, codes(found)) == ("Seen", [])


# --- bytes --------------------------------------------------------------------------------------------------


def test_the_charset_the_page_names_is_used_where_it_is_not_utf_8() -> None:
    text = f'<html><head><meta charset="iso-8859-2"></head><body><h1>Łódź</h1><p>{WORDS}</p></body></html>'
    assert reading(text.encode("iso-8859-2")).release.headline == "Łódź"


def test_utf_8_is_read_as_utf_8_whatever_the_page_says() -> None:
    text = f'<html><head><meta charset="iso-8859-1"></head><body><h1>Łódź</h1><p>{WORDS}</p></body></html>'
    assert reading(text.encode()).release.headline == "Łódź"


def test_a_script_in_the_headline_is_not_there() -> None:
    found = reading(page(f"<main><h1>Lamp <script>alert(1)</script>lit</h1><p>{WORDS}</p></main>"))
    assert found.release.headline == "Lamp lit"


def test_a_page_that_ends_anywhere_is_read() -> None:
    text = PAGES[0].read_bytes()
    for size in range(0, len(text), 97):
        with suppress(Unreadable):
            assert reading(text[:size]).release.headline


@given(st.text(max_size=200))
def test_any_words_in_a_page_are_a_release_or_a_known_error(text: str) -> None:
    assert isinstance(reading(page(f"<h1>Lamp</h1>{text}")).release, Release)


def test_json_ld_that_is_none_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type":"NewsArticle",</script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    odd = linked(
        headline={"a": [1]}, author=[[[]]], image=[{"url": {}}], publisher=7, keywords=[{}, 1], isPartOf=None
    )
    found = reading(page(f"<main><h1>Seen</h1><p>{WORDS}</p></main>", broken + deep + odd))
    assert (found.release.headline, found.release.story.text) == ("Seen", WORDS)


# --- our own pages ------------------------------------------------------------------------------------------

OWN = '<meta name="generator" content="pressrelease">'


def test_a_page_of_ours_is_read_by_its_marks() -> None:
    head = f"""{OWN}<meta name="pressrelease:version" content="2"><meta name="pressrelease:language" content="en">
    <meta name="pressrelease:embargo.until" content=""><meta name="pressrelease:embargo.binding" content="false">"""
    body = """<h1 data-field="headline">Lamp lit</h1>
    <p data-field="summary">One.</p><p data-field="summary">Two.</p>
    <div data-story="story"><p><span class="lead-in">OSLO - </span>The lamp is lit.</p></div>
    <a href="https://example.org/x" data-field-href="related.0.href">
    <span data-field="related.0.title">More</span></a>"""
    found = reading(page(body, head))
    assert found.release == Release(
        headline="Lamp lit",
        version=2,
        language="en",
        summary="One.\n\nTwo.",
        story="The lamp is lit.",
        embargo={"until": None, "binding": False},
        related=[{"href": "https://example.org/x", "title": "More"}],
    )
    assert (found.confidence, found.findings) == (1.0, ())


def test_what_cannot_be_on_a_page_that_claims_to_be_ours_is_left_out_with_a_finding() -> None:
    head = f'{OWN}<meta name="pressrelease:version" content="many"><meta name="pressrelease:nothing.here" content="1">'
    body = """<h1 data-field="headline">Lamp</h1><i data-field="related.0.title">No address</i>
    <i data-field="related.1.title">Good</i><a href="/x" data-field-href="related.1.href">x</a>
    <i data-field="__class__.x">x</i><i data-field="keywords.99999999999">x</i>"""
    found = reading(page(body, head))
    assert found.release == Release(headline="Lamp", related=[{"href": "/x", "title": "Good"}])
    assert sorted(f.where.field for f in found.findings) == ["nothing", "related.0.href", "version"]


# --- recognition --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        ("<!DOCTYPE html><html>", 0.95),
        ("\n<!-- saved -->\n<HTML lang=en>", 0.95),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html xmlns="y">', 0.95),
        ("<article><h1>Lamp</h1>", 0.85),
        ("<p>Lamp</p>", 0.6),
        ("<!doc", 0.3),
        ("<nitf><head>", 0.0),
        ('<rss version="2.0">', 0.0),
        ("<feed>", 0.0),
        ("# Lamp\n\n<p>Words</p>", 0.0),
        ("{}", 0.0),
        ("", 0.0),
    ],
)
def test_a_page_is_told_by_how_it_opens(head: str, sure: float) -> None:
    assert recognise(Head(head.encode())) == sure
