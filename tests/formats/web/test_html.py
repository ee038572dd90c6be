"""What a reader, a search engine and a printer find on the page of a release."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import HOUSE, NOW, all_of, json_ld, meta, page, tree, words

import pressrelease as pr
from pressrelease.story import Cell, Figure, Story, Table
from pressrelease.theme import Picture

HARBOUR = pr.Release(
    headline="Harbour opens & shines",
    subheadline="Four berths",
    language="en-GB",
    url="https://news.example.org/harbour/",
    published="2026-11-02T09:00:00+01:00",
    story="The harbour opened on Monday, 14.5 metres deep.",
    subjects=[{"name": "Shipping", "code": "medtop:20000270"}],
)


def test_a_page_that_stands_alone_asks_nobody_for_anything() -> None:
    html = page(HARBOUR)
    root = tree(html)
    asked = [
        e.get("src") or e.get("href") for e in root.iter() if e.tag in ("script", "link", "img", "iframe")
    ]
    assert [a for a in asked if a] == ["https://news.example.org/harbour/"], "the canonical link alone"
    assert [e.get("type") for e in root.iter("script")] == ["application/ld+json"], "data, no program"
    assert "@import" not in html
    assert re.findall(r"url\(", html) == []


def test_no_attribute_holds_a_style_or_a_program_so_that_a_strict_policy_can_stand() -> None:
    html = page(HARBOUR, HOUSE, script="/site.js", css="link")
    held = {name for e in tree(html).iter() for name in e.attrib if name == "style" or name.startswith("on")}
    assert held == set()
    assert list(tree(html).iter("style")) == []


def test_title_description_address_and_language_stand_in_the_head() -> None:
    html = page(HARBOUR, HOUSE)
    root = tree(html)
    assert root.get("lang") == "en-GB"
    assert root.get("dir") == "ltr"
    assert [words(e) for e in root.iter("title")] == ["Harbour opens & shines – Port of Example"]
    assert meta(html)["description"] == "Four berths"
    assert [e.get("href") for e in root.iter("link") if e.get("rel") == "canonical"] == [HARBOUR.url]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "withheld"},
        {"status": "canceled"},
        {"embargo": {"until": "2027-01-01T00:00:00Z"}},
        {"embargo": {}},
        {"published": "2027-01-01T00:00:00Z"},
        {"expires": "2026-11-10T00:00:00Z"},
    ],
)
def test_what_is_not_public_asks_not_to_be_indexed(change: dict[str, object]) -> None:
    assert meta(page(HARBOUR)).get("robots") is None
    assert meta(page(HARBOUR.changed(**change)))["robots"] == "noindex"


def test_open_graph_and_the_twitter_card_say_what_the_page_says() -> None:
    picture = {"href": "dawn.jpg", "width": 1600, "height": 900, "alt": "Dawn"}
    told = meta(page(HARBOUR.changed(assets=[picture], keywords=["harbour"]), HOUSE))
    shown = {n: v for n, v in told.items() if n.startswith(("og:", "article:", "twitter:"))}
    assert shown == {
        "og:type": "article",
        "og:title": "Harbour opens & shines",
        "og:description": "Four berths",
        "og:url": "https://news.example.org/harbour/",
        "og:site_name": "Port of Example",
        "og:locale": "en_GB",
        "article:published_time": "2026-11-02T09:00:00+01:00",
        "article:modified_time": "2026-11-02T09:00:00+01:00",
        "article:section": "Shipping",
        "article:tag": "harbour",
        "og:image": "https://news.example.org/harbour/dawn.jpg",
        "og:image:width": "1600",
        "og:image:height": "900",
        "og:image:alt": "Dawn",
        "twitter:card": "summary_large_image",
    }


def test_translations_are_named_for_machines_and_linked_for_people() -> None:
    german = {"language": "de", "href": "https://news.example.org/de/harbour/", "title": "Hafen"}
    html = page(HARBOUR.changed(translations=[german]))
    links = [(e.get("hreflang"), e.get("href")) for e in tree(html).iter("link") if e.get("hreflang")]
    assert links == [("en-GB", HARBOUR.url), ("de", german["href"])]
    assert [words(e) for e in tree(html).iter("a") if e.get("hreflang") == "de"] == ["Deutsch"]


# --- states ---------------------------------------------------------------------------------------------------------


def state(html: str) -> list[str]:
    return [words(e) for e in tree(html).iter("div") if e.get("class") == "state"]


def test_a_release_without_a_state_has_no_state_line() -> None:
    assert state(page(HARBOUR)) == []


def test_an_embargo_says_until_when_in_the_houses_zone_and_for_machines() -> None:
    held = HARBOUR.changed(embargo={"until": "2026-12-24T08:00:00+01:00", "printed": "HOLD FOR RELEASE"})
    html = page(held, HOUSE.changed(time_zone="Europe/Berlin"))
    assert state(html) == ["Embargoed until 24 December 2026, 08:00 (UTC+01:00) HOLD FOR RELEASE"]
    assert 'Embargoed until <time datetime="2026-12-24T08:00:00+01:00">' in html


def test_a_lifted_embargo_is_no_state() -> None:
    assert state(page(HARBOUR.changed(embargo={"until": "2026-11-01T00:00:00Z", "printed": "HOLD"}))) == []


def test_a_correction_says_what_was_wrong_what_is_right_and_leads_there() -> None:
    change = {
        "kind": "correction",
        "note": "The depth was wrong.",
        "wrong": "13.5 metres",
        "right": "14.5 metres",
        "at": "2026-11-03T10:00:00+01:00",
    }
    html = page(HARBOUR.changed(change=change, version=2))
    assert state(html) == [
        (
            "Correction 3 November 2026, 10:00 (UTC+01:00) The depth was wrong. "
            "The earlier version said “13.5 metres”; right is “14.5 metres”."
        )
    ]
    assert '<a href="#:~:text=14.5%20metres">' in html
    assert json_ld(html)["correction"] == {
        "@type": "CorrectionComment",
        "text": "The depth was wrong. 13.5 metres → 14.5 metres",
        "datePublished": "2026-11-03T10:00:00+01:00",
    }


def test_the_page_of_a_withdrawn_release_says_what_it_was_when_and_why_and_nothing_else() -> None:
    contact = {"name": "Freja Holm", "emails": ["press@example.org"]}
    gone = HARBOUR.changed(
        status="canceled",
        change={"kind": "kill", "note": "Announced by mistake.", "at": "2026-11-04T12:00:00+01:00"},
        contacts=[contact],
        keywords=["secret"],
    )
    made = pr.write(gone, "html", now=NOW)
    assert state(made.text) == ["Withdrawn 4 November 2026, 12:00 (UTC+01:00) Announced by mistake."]
    assert all_of(made.text, ".//h1") == ["Harbour opens & shines"]
    for absent in ("Four berths", "on Monday", "secret", "Shipping"):
        assert absent not in made.text
    assert "press@example.org" in made.text
    assert {loss.path for loss in made.losses} == {"subheadline", "story", "keywords", "subjects"}
    assert json_ld(made.text)["creativeWorkStatus"] == "withdrawn"


@pytest.mark.parametrize("change", [{}, {"kind": "kill", "note": "Announced by mistake."}])
def test_a_withdrawn_release_asks_not_to_be_used_whether_it_says_why_or_not(change: dict[str, str]) -> None:
    html = page(HARBOUR.changed(status="canceled", change=change))
    assert all_of(html, ".//div[@class='text']/p") == [
        "This release has been withdrawn. Please do not use it, and remove it where it has been published."
    ]


# --- the story and what belongs to it -------------------------------------------------------------------------------


def test_the_dateline_opens_the_first_paragraph() -> None:
    release = HARBOUR.changed(
        dateline={"places": [{"name": "Nordhaven"}], "date": "2026-11-02", "style": "ap"}
    )
    (story,) = (e for e in tree(page(release)).iter("div") if e.get("data-story") == "story")
    assert words(story[0]).startswith("NORDHAVEN")
    assert words(story[0]).endswith("14.5 metres deep.")
    assert [e.get("class") for e in story[0].iter("span")] == ["lead-in"]


def test_a_typewriters_dash_stays_on_one_line_and_is_no_part_of_the_story() -> None:
    release = pr.parse(
        "Harbour opens\n\nNORDHAVEN, Nov. 2, 2026 /PRNewswire/ -- The harbour opened.\n", "text"
    )
    html = page(release)
    assert ' <span class="dash">--</span> </span>The harbour opened.' in html
    assert pr.parse(html, "html").story == release.story


@pytest.mark.parametrize("role", ["main", ""])
def test_a_picture_that_the_story_shows_is_shown_once(role: str) -> None:
    picture = {
        "renditions": [{"href": "quay.jpg", "width": 800}],
        "alt": "A quay",
        "credit": "Ada",
        "role": role,
    }
    release = HARBOUR.changed(assets=[picture], story=Story((Figure("quay.jpg", "A quay"),)))
    html = page(release)
    assert [e.get("src") for e in tree(html).iter("img")] == ["quay.jpg"]
    back = pr.parse(html, "html")
    assert (back.assets, back.story) == (release.assets, release.story)


def test_a_correction_without_a_moment_has_that_of_its_version() -> None:
    change = {"kind": "correction", "note": "The depth was wrong."}
    html = page(HARBOUR.changed(change=change, version=2, updated="2026-11-03T10:00:00+01:00"))
    assert state(html) == ["Correction 3 November 2026, 10:00 (UTC+01:00) The depth was wrong."]
    assert pr.parse(html, "html").change.at is None


def test_a_table_scrolls_within_a_box_that_a_keyboard_reaches_and_that_has_a_name() -> None:
    table = Table(body=((Cell("Berths"), Cell("4", align="right")),), caption="Figures")
    html = page(HARBOUR.changed(story=Story((table,))))
    (box,) = (e for e in tree(html).iter("div") if e.get("class") == "scroll")
    assert (box.get("tabindex"), box.get("role"), box.get("aria-label")) == ("0", "group", "Figures")
    assert [e.tag for e in box] == ["table"]


def test_figures_of_a_column_stand_with_their_decimal_points_beneath_each_other() -> None:
    column = [((Cell(text, align="right")),) for text in ("412.5", "388.25", "1,904")]
    html = page(HARBOUR.changed(story=Story((Table(body=tuple(column)),))))
    assert [e.get("class") for e in tree(html).iter("td")] == [
        "align-right pad-1",
        "align-right",
        "align-right pad-p2",
    ]
    assert all_of(html, ".//td") == ["412.5", "388.25", "1,904"]


def test_figures_of_different_kinds_are_left_as_they_are() -> None:
    column = [((Cell(text, align="right")),) for text in ("4.5 %", "388.25")]
    html = page(HARBOUR.changed(story=Story((Table(body=tuple(column)),))))
    assert [e.get("class") for e in tree(html).iter("td")] == ["align-right", "align-right"]


def test_the_lead_picture_has_its_sides_before_it_loads_and_is_offered_to_the_desk() -> None:
    picture = {
        "renditions": [
            {"href": "dawn.jpg", "width": 1600, "height": 900},
            {"href": "dawn.tif", "width": 6000, "height": 3375, "size": 18_400_000},
        ],
        "alt": "Dawn",
        "caption": "The harbour.",
        "credit": "Photo: M. Sand",
    }
    html = page(HARBOUR.changed(assets=[picture]))
    (image,) = tree(html).iter("img")
    assert [image.get(n) for n in ("src", "alt", "width", "height", "loading")] == [
        "dawn.jpg",
        "Dawn",
        "1600",
        "900",
        None,
    ]
    assert all_of(html, ".//figure/figcaption") == ["The harbour. Photo: M. Sand"]
    offered = [
        words(e)
        for e in tree(html).iter("li")
        if e.find("a") is not None and e.find("a").get("download") == ""
    ]
    assert offered == [
        "Picture: dawn.jpg 1600 × 900 pixels",
        "Picture: dawn.tif 6000 × 3375 pixels · 18 MB",
    ]


DAWN = Picture("dawn.jpg", "", 1600, 900, "dawn-480.jpg 480w, dawn.jpg 1600w")
CRANE = Picture("crane.jpg", "", 1200, 800, "crane-480.jpg 480w")


def test_a_browser_chooses_among_the_copies_of_a_picture_and_only_the_lead_comes_at_once() -> None:
    lead = {"renditions": [{"href": "dawn.jpg", "width": 9, "height": 9}], "alt": "Dawn"}
    other = {"renditions": [{"href": "crane.jpg"}], "alt": "A crane", "role": "gallery"}
    drawn = {"renditions": [{"href": "plan.svg"}], "alt": "The plan", "role": "gallery"}
    html = page(HARBOUR.changed(assets=[lead, other, drawn]), pictures={"dawn.jpg": DAWN, "crane.jpg": CRANE})
    first, second, third = (dict(image.attrib) for image in tree(html).iter("img"))
    assert {n: v for n, v in first.items() if not n.startswith("data-")} == {
        "src": "dawn.jpg",
        "alt": "Dawn",
        "width": "1600",
        "height": "900",
        "srcset": "dawn-480.jpg 480w, dawn.jpg 1600w",
        "sizes": "(min-width: 1320px) 1320px, 100vw",
        "decoding": "async",
    }
    assert (second["width"], second["height"], second["loading"], second["srcset"]) == (
        "1200",
        "800",
        "lazy",
        "crane-480.jpg 480w",
    )
    assert "srcset" not in third
    assert third["loading"] == "lazy"


def test_a_figure_in_the_story_has_its_sides_and_copies_and_is_read_back_as_it_was() -> None:
    release = HARBOUR.changed(story=Story((Figure("crane.jpg", "A crane"), Figure("plan.svg", "The plan"))))
    html = page(release, pictures={"crane.jpg": CRANE})
    known, unknown = (dict(image.attrib) for image in tree(html).iter("img"))
    assert known == {
        "src": "crane.jpg",
        "alt": "A crane",
        "width": "1200",
        "height": "800",
        "srcset": "crane-480.jpg 480w",
        "sizes": "(min-width: 680px) 680px, 100vw",
        "loading": "lazy",
        "decoding": "async",
    }
    assert unknown == {"src": "plan.svg", "alt": "The plan"}
    assert pr.parse(html, "html").story == release.story


def test_other_sites_show_the_card_where_there_is_one_and_none_of_a_withdrawn_release() -> None:
    card = "https://news.example.org/harbour/card.png"
    release = HARBOUR.changed(assets=[{"renditions": [{"href": "dawn.jpg"}], "alt": "Dawn"}])
    told = {e.get("property"): e.get("content") for e in tree(page(release, card=card)).iter("meta")}
    assert [told[f"og:image{part}"] for part in ("", ":width", ":height", ":alt")] == [
        card,
        "1200",
        "630",
        "Harbour opens & shines",
    ]
    assert card not in page(release.changed(status="canceled"), card=card)


def test_what_the_site_offers_stands_in_one_place_with_its_size() -> None:
    download = {
        "href": "harbour.nitf.xml",
        "title": "NITF 3.6",
        "media_type": "application/xml",
        "size": 11_800,
    }
    html = page(HARBOUR, HOUSE, downloads=[download])
    (desk,) = tree(html).iter("aside")
    assert words(desk) == "For the desk Downloads NITF 3.6 12 kB"


def test_a_number_dials_a_mail_address_writes_and_a_fax_does_neither() -> None:
    contact = {
        "name": "Freja Holm",
        "phones": [{"number": "+45 (0)12 34"}, {"number": "+45 99", "kind": "fax"}],
        "emails": ["press@example.org"],
    }
    html = page(HARBOUR.changed(contacts=[contact]))
    links = [e.get("href") for e in tree(html).find(".//address").iter("a")]
    assert links == ["tel:+451234", "mailto:press@example.org"]


def test_a_contact_for_editors_is_nowhere_on_the_page() -> None:
    html = page(
        HARBOUR.changed(contacts=[{"name": "Night desk", "for_editors": True}], editor_note="Call first.")
    )
    assert "Night desk" not in html
    assert "Call first." not in html


def test_a_notice_stands_as_its_own_layout_sets_it() -> None:
    notice = {
        "kind": "editorial-responsibility",
        "label": "V.i.S.d.P.",
        "citation": "Sect. 18",
        "person": "F. Holm",
        "organisation": "Port",
        "layout": "{label} & {citation}: {person} - {organisation}",
    }
    (section,) = (
        e
        for e in tree(page(HARBOUR.changed(notices=[notice]))).iter("section")
        if e.get("class") == "notice editorial-responsibility"
    )
    assert words(section) == "V.i.S.d.P. & Sect. 18: F. Holm - Port"


def test_a_page_reads_in_the_direction_and_the_words_of_its_language() -> None:
    release = HARBOUR.changed(language="ar", headline="ميناء", contacts=[{"name": "فريا"}])
    root = tree(page(release))
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert [words(e) for e in root.iter("h2")][:1] == ["لهيئة التحرير"]


# --- structured data ------------------------------------------------------------------------------------------------


def test_search_engines_are_told_what_the_page_says() -> None:
    release = HARBOUR.changed(
        version=2,
        updated="2026-11-03T09:00:00+01:00",
        byline="F. Holm",
        publisher={
            "name": "Port",
            "logo": "https://news.example.org/logo.png",
            "address": {"city": "Nordhaven"},
        },
        dateline={"places": [{"name": "Nordhaven", "country": "DK"}], "date": "2026-11-02", "style": "ap"},
        keywords=["harbour"],
        people=[{"name": "Ada", "role": "harbour master"}],
        organisations=[
            {"name": "Skagen", "tickers": [{"exchange": "XCSE", "symbol": "SKAG"}], "isin": "DK0012345678"}
        ],
        rights={
            "holder": "Port",
            "year": 2026,
            "licence": "https://example.org/licence",
            "usage_terms": "Free.",
        },
    )
    told = json_ld(page(release))
    assert told["@type"] == "NewsArticle"
    assert told["datePublished"] == "2026-11-02T09:00:00+01:00"
    assert told["dateModified"] == "2026-11-03T09:00:00+01:00"
    assert told["author"] == {"@type": "Person", "name": "F. Holm"}
    assert told["publisher"] == {
        "@type": "Organization",
        "name": "Port",
        "logo": "https://news.example.org/logo.png",
        "address": {"@type": "PostalAddress", "addressLocality": "Nordhaven"},
    }
    assert told["about"] == [
        {
            "@type": "DefinedTerm",
            "name": "Shipping",
            "termCode": "20000270",
            "inDefinedTermSet": "http://cv.iptc.org/newscodes/mediatopic/",
        }
    ]
    assert told["mentions"][1] == {
        "@type": "Corporation",
        "name": "Skagen",
        "tickerSymbol": "XCSE SKAG",
        "identifier": {"@type": "PropertyValue", "propertyID": "ISIN", "value": "DK0012345678"},
    }
    assert told["locationCreated"]["name"] == "Nordhaven"
    assert told["copyrightNotice"] == "© 2026 Port"
    assert told["usageInfo"] == {"@type": "CreativeWork", "text": "Free."}
    assert told["isAccessibleForFree"] is True


def test_each_quote_is_a_quotation_with_its_speaker() -> None:
    release = HARBOUR.changed(story=Story(("We open.",)))
    quoted = pr.Release(
        headline="Harbour",
        story=release.story,
        quotes=[{"text": "We open.", "speaker": "Ada", "role": "harbour master"}],
    )
    assert json_ld(page(quoted))["hasPart"] == [
        {
            "@type": "Quotation",
            "text": "We open.",
            "creator": {"@type": "Person", "name": "Ada", "jobTitle": "harbour master"},
        }
    ]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a\u2028b & c", "]]>"])
def test_no_words_end_the_script_element_they_stand_in(text: str) -> None:
    html = page(HARBOUR.changed(headline=text))
    (raw,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert not re.search("[<>&\u2028\u2029]", raw)
    assert json_ld(html)["headline"] == HARBOUR.changed(headline=text).headline


# --- options and templates ------------------------------------------------------------------------------------------


def test_an_option_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(pr.Unwritable, match="css: found 'inlined', expected inline, link or none"):
        page(HARBOUR, css="inlined")


def test_one_block_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "html.html").write_text(
        '{% extends "builtin/web/html.html" %}'
        '{% block headline %}<h1 class="loud">{{ release.headline }}</h1>{% endblock %}'
    )
    html = str(pr.render(HARBOUR, "html", now=NOW, templates=tmp_path))
    assert '<h1 class="loud">Harbour opens &amp; shines</h1>' in html
    assert "Four berths" in html


def test_every_part_is_a_block_of_its_own() -> None:
    blocks = set(pr.Templates().blocks("web/html.html")) | set(pr.Templates().blocks("web/base.html"))
    asked = "head title meta jsonld header state kicker headline subheadline facts lead_image story desk boilerplates"
    assert {*asked.split(), "contacts", "notices", "related", "footer"} <= blocks


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", " JAVASCRIPT:x", "'data:text/html,x", "Data: four berths", "'tis"]
)
def test_no_meta_element_holds_what_could_pass_for_a_script_and_the_words_come_back(text: str) -> None:
    release = HARBOUR.changed(
        headline=text, subheadline=text, keywords=[text], rights={"holder": text, "notice": "©"}
    )
    html = page(release)
    risky = re.compile(r"\s*(javascript|data):", re.I)
    assert [c for c in meta(html).values() if risky.match(c or "")] == []
    assert pr.parse(html, "html") == release


def test_a_quotation_can_be_copied_where_a_script_comes_with_the_page_and_nothing_is_dead_without() -> None:
    quoted = pr.Release(
        headline="Harbour",
        story="“We open,” says Ada. “At nine.”",
        quotes=[{"text": "We open,", "speaker": "Ada"}],
    )
    buttons = [(e.get("data-quote"), words(e)) for e in tree(page(quoted, script="/site.js")).iter("button")]
    assert buttons == [("q1", "Copy with attribution")]
    assert list(tree(page(quoted)).iter("button")) == []
    assert pr.parse(page(quoted, script="/site.js"), "html") == quoted


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", [("Umweltverschmutzung", None), ("acme:ports", None)]),
        ("it", [("environmental pollution", "en"), ("acme:ports", None)]),
    ],
)
def test_a_code_shows_as_iptc_names_it_and_stays_in_the_data(
    language: str, shown: list[tuple[str, str | None]]
) -> None:
    release = HARBOUR.changed(language=language, subjects=["medtop:20000424", "acme:ports"])
    html = page(release)
    first = next(section for section in tree(html).iter("section") if section.get("class") == "about")
    entries = list(next(first.iter("div")))[1:]
    assert [(words(e), next((s.get("lang") for s in e.iter("span")), None)) for e in entries] == shown
    assert json_ld(html)["about"][0] == {
        "@type": "DefinedTerm",
        "name": shown[0][0],
        "termCode": "20000424",
        "inDefinedTermSet": "http://cv.iptc.org/newscodes/mediatopic/",
    }
    assert pr.parse(html, "html").subjects == release.subjects


def test_the_topic_above_the_headline_is_in_the_releases_own_language() -> None:
    def above(release: pr.Release) -> list[str]:
        return [words(e) for e in tree(page(release)).iter("p") if e.get("class") == "kicker"]

    release = HARBOUR.changed(subjects=["medtop:20000424"], keywords=["porti"])
    assert above(release.changed(language="de")) == ["Umweltverschmutzung"]
    assert above(release.changed(language="it")) == ["porti"]
