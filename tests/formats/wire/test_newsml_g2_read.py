"""NewsML-G2 of others: every oddity of agencies' files is read as a person would, and told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from outside import ending, needs, place
from wires import NOW, Judge, tree

import pressrelease as pr
from pressrelease.story import to_data

NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
USABLE = '<versionCreated>2026-03-02T09:00:00Z</versionCreated><pubStatus qcode="stat:usable"/>'
HEADLINE = "<headline>Harbour opens</headline>"


def body(inner: str, contenttype: str = "application/xhtml+xml", namespace: str = XHTML) -> str:
    space = f' xmlns="{namespace}"' if namespace else ""
    return f'<inlineXML contenttype="{contenttype}"><html{space}><head><title/></head><body>{inner}</body></html></inlineXML>'


def item(
    meta: str = USABLE,
    content: str = HEADLINE,
    contents: str = "",
    more: str = "",
    attributes: str = 'xml:lang="en" version="1"',
    namespace: str = NAR,
) -> bytes:
    space = f' xmlns="{namespace}"' if namespace else ""
    return (
        f'<newsItem{space} guid="tag:example.org,2026:a" standard="NewsML-G2" standardversion="2.10" {attributes}>{more}'
        f"<itemMeta>{meta}</itemMeta><contentMeta>{content}</contentMeta><contentSet>{contents}</contentSet></newsItem>"
    ).encode()


def reading(*parts: str, **named: str) -> pr.Reading:
    return pr.read(item(*parts, **named), "newsml-g2")


def release(*parts: str, **named: str) -> pr.Release:
    return reading(*parts, **named).release


def codes(found: pr.Reading) -> list[str]:
    return [finding.code for finding in found.findings]


def story(contents: str, **named: str) -> list[Any]:
    return to_data(release(contents=contents, **named).story)


# --- the document -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("namespace", ["", "http://iptc.org/std/nar/2099-01-01/", "urn:x"])
def test_another_namespace_or_none_is_told_and_read(namespace: str) -> None:
    found = reading(contents=body("<p>It opened.</p>"), namespace=namespace)
    assert (found.release.headline, found.release.story.text, codes(found)) == (
        "Harbour opens",
        "It opened.",
        ["namespace"],
    )


def test_prefixes_make_no_difference() -> None:
    data = item(contents=body("<p>It opened.</p>", namespace="urn:h")).decode().replace("<html", "<HTML")
    named = (
        data.replace("<HTML", "<html")
        .replace("</", "</n:")
        .replace("<", "<n:")
        .replace("<n:/n:", "</n:")
        .replace('xmlns="' + NAR, 'xmlns:n="' + NAR)
    )
    assert pr.parse(named, "newsml-g2").story.text == "It opened."


def test_an_item_is_recognised_by_its_root_and_by_that_of_its_message() -> None:
    message = b"<!-- an agency's own words --><n:newsMessage xmlns:n='" + NAR.encode() + b"'><n:itemSet>"
    assert [pr.recognised(data)[0][1] for data in (item(), message)] == ["newsml-g2"] * 2


def test_bytes_of_another_charset_are_read_and_told() -> None:
    data = b'<?xml version="1.0" encoding="UTF-8"?>' + item(
        content="<headline>Caf\u00e9</headline>"
    ).decode().encode("cp1252")
    found = pr.read(data, "newsml-g2")
    assert (found.release.headline, codes(found)) == ("Café", ["charset", "no-text"])


@pytest.mark.parametrize(
    ("text", "read"),
    [("Fish & chips", "Fish & chips"), ("a&nbsp;b", "a\u00a0b"), ("a\x0bb", "a b"), ("a&#x1f;b", "ab")],
)
def test_what_makes_xml_break_is_repaired_and_told(text: str, read: str) -> None:
    found = reading(content=f"<headline>{text}</headline>", contents=body("<p>Words.</p>"))
    assert found.release.headline == read
    assert codes(found)[0] in ("xml-repaired", "illegal-character")


def test_a_document_without_a_news_item_is_refused_with_its_place() -> None:
    with pytest.raises(
        pr.Unreadable, match=r"line 2: no news item: found \"conceptItem\", expected a newsItem"
    ):
        pr.parse(f'\n<conceptItem xmlns="{NAR}"/>', "newsml-g2")


def test_what_is_no_xml_at_all_is_refused_with_its_place() -> None:
    with pytest.raises(pr.PressReleaseError, match="line 1, column"):
        pr.parse("<newsItem><p></newsItem>", "newsml-g2")


def test_entities_of_its_own_are_never_expanded_and_nothing_is_fetched() -> None:
    evil = b'<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyy">]>' + item(
        content="<headline>a &y; &x; b</headline>"
    )
    reading = pr.read(evil, "newsml-g2")
    assert reading.release.headline == "a &y; &x; b"
    assert "xml-repaired" in [f.code for f in reading.findings]


# --- identity and moments ---------------------------------------------------------------------------------------------


def test_guid_version_and_language_are_the_items() -> None:
    found = release(attributes='xml:lang="en-GB" version="1618095828"')
    assert (found.id, found.version, found.language) == ("tag:example.org,2026:a", 1618095828, "en-GB")


def test_an_odd_version_is_told() -> None:
    found = reading(contents=body("<p>Words.</p>"), attributes='version="two"')
    assert (found.release.version, codes(found)) == (1, ["version-unread"])


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-02T09:00:00+0100", "2026-03-02T09:00+01:00"),
        ("2026-03-02T09:00:00+01", "2026-03-02T09:00+01:00"),
        ("\n  2026-03-02T09:00:00.000Z\n ", "2026-03-02T09:00Z"),
        ("2026-03-02T\n09:00:00Z", "2026-03-02T09:00Z"),
        ("2026-03-02 09:00:00 GMT", "2026-03-02T09:00Z"),
        ("20260302T090000Z", "2026-03-02T09:00Z"),
        ("2026-03-02T24:00:00Z", "2026-03-03T00:00Z"),
    ],
)
def test_moments_are_read_as_agencies_write_them(text: str, moment: str) -> None:
    found = release(meta=f"<versionCreated>{text}</versionCreated>")
    assert found.published == dt.datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "date-missing"), ("yesterday", "date-unread"), ("2026-03-02T09:00", "moment-without-zone")],
)
def test_a_moment_that_is_none_is_left_out_and_told(text: str, code: str) -> None:
    found = reading(meta=f"<versionCreated>{text}</versionCreated>", contents=body("<p>Words.</p>"))
    assert (found.release.published, codes(found)) == (None, [code])


def test_a_moment_without_a_zone_is_in_the_newsrooms() -> None:
    house = pr.Newsroom(
        title="Port", base_url="https://example.org", publisher={"name": "Port"}, time_zone="Europe/Berlin"
    )
    data = item(meta="<versionCreated>2026-03-02T09:00:00</versionCreated>")
    found = pr.read(data, "newsml-g2", newsroom=house)
    assert found.release.published == dt.datetime.fromisoformat("2026-03-02T09:00+01:00")


def test_the_first_version_is_when_it_was_published_and_this_one_when_it_was_updated() -> None:
    found = release(meta=f"<firstCreated>2026-03-01T09:00:00Z</firstCreated>{USABLE}")
    assert (found.published, found.updated) == (
        dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC),
    )


# --- the life of an item ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("attribute", ["qcode", "uri"])
@pytest.mark.parametrize(
    ("said", "status", "change"),
    [
        ("usable", "usable", "new"),
        ("withheld", "withheld", "new"),
        ("canceled", "canceled", "kill"),
        ("cancelled", "canceled", "kill"),
    ],
)
def test_a_status_is_read_by_its_last_word(attribute: str, said: str, status: str, change: str) -> None:
    value = {"qcode": f"stat:{said}", "uri": f"http://cv.iptc.org/newscodes/pubstatusg2/{said}"}[attribute]
    found = release(meta=f'<pubStatus {attribute}="{value}"/>')
    assert (found.status, found.change.kind) == (status, change)


def test_no_status_is_usable_and_an_unknown_one_holds_the_item() -> None:
    unknown = reading(meta='<pubStatus qcode="stat:maybe"/>', contents=body("<p>Words.</p>"))
    assert (release(meta="").status, unknown.release.status, codes(unknown)) == (
        "usable",
        "withheld",
        ["status-unknown"],
    )


@pytest.mark.parametrize(
    ("signal", "kind"), [("sig:update", "update"), ("sig:correction", "correction"), ("x:y", "new")]
)
def test_a_signal_says_what_changed(signal: str, kind: str) -> None:
    assert release(meta=f'{USABLE}<signal qcode="{signal}"/>').change.kind == kind


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("<embargoed>2026-12-01T09:00:00+0100</embargoed>", "2026-12-01T08:00Z"),
        ("<embargoed/>", None),
        ("<embargoed> \n </embargoed>", None),
        ("<embargoed>until noon</embargoed>", None),
        ("<embargoed>2026-12-01T09:00:00</embargoed>", None),
        ('<pubStatus qcode="stat:embargoed"/>', None),
        ("<edNote>EMBARGOED until 1 December 2026, 09:00 CET. Call us.</edNote>", "2026-12-01T08:00Z"),
        ("<edNote>Sperrfrist bis heute Abend</edNote>", None),
    ],
)
def test_an_embargo_holds_and_one_without_a_moment_holds_without_end(said: str, until: str | None) -> None:
    embargo = release(meta=said + USABLE).embargo
    assert embargo is not None
    assert embargo.until == (dt.datetime.fromisoformat(until) if until else None)


def test_an_embargo_in_the_first_line_of_the_text_holds() -> None:
    found = release(contents=body("<p>EMBARGO: 1 December 2026, 09:00 CET</p><p>It opened.</p>"))
    assert (found.embargo and found.embargo.until, found.story.text) == (
        dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC),
        "It opened.",
    )


def test_a_link_to_the_version_before_is_no_related_document() -> None:
    links = '<link guidref="tag:example.org,2026:a" version="3"/><link rel="irel:previousVersion" residref="tag:example.org,2026:a"/>'
    found = reading(meta=USABLE + links, contents=body("<p>Words.</p>"))
    assert (found.release.related, found.leftovers) == ((), ())


# --- headlines, dateline, parties -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headlines",
    [
        '<headline rank="2">At last</headline><headline rank="1">Harbour opens</headline>',
        '<headline>Harbour opens</headline><headline role="hld:subHeadline">At last</headline>',
        "<headline> Harbour\n opens </headline><headline>At last</headline>",
        '<headline rank="1">Harbour opens</headline><headline rank="2">At last</headline><headline rank="3">Ports</headline>',
    ],
)
def test_headlines_are_told_apart_by_rank_role_or_order(headlines: str) -> None:
    found = release(content=headlines)
    assert (found.headline, found.subheadline) == ("Harbour opens", "At last")


def test_a_kicker_is_kept_and_not_read_twice() -> None:
    found = release(
        content=f'{HEADLINE}<headline rank="3">Ports</headline>',
        contents=body("<h3>Ports</h3><p>It opened.</p>"),
    )
    assert (found.extra["newsml-g2:kicker"], found.story.text) == (("Ports",), "It opened.")


def test_a_headline_in_the_items_language_comes_before_others() -> None:
    two = '<headline xml:lang="fr">Le port ouvre</headline><headline xml:lang="en">Harbour opens</headline>'
    found = reading(content=two, contents=body("<p>Words.</p>"))
    assert (found.release.headline, found.leftovers) == (
        "Harbour opens",
        ('headline: "Le port ouvre" (in another language)',),
    )


@pytest.mark.parametrize(
    ("meta", "contents", "headline"),
    [
        ("<title>Harbour opens</title>", "", "Harbour opens"),
        ("", body("<h1>Harbour opens</h1><p>Words.</p>"), "Harbour opens"),
        ("", body("<p>Harbour opens</p><p>Words.</p>"), "Harbour opens"),
        ("", "", "tag:example.org,2026:a"),
    ],
)
def test_an_item_without_a_headline_takes_what_stands_in_for_one(
    meta: str, contents: str, headline: str
) -> None:
    assert release(meta=meta, content="", contents=contents).headline == headline


def test_a_dateline_of_its_words_is_cut_off_the_text() -> None:
    content = f"<located><name>Berlin</name></located>{HEADLINE}<dateline>Berlin (dpa) - </dateline>"
    words = '<p><span class="dateline">Berlin <span class="credit">(dpa)</span> - </span>It opened.</p>'
    found = release(content=content, contents=body(words), attributes='xml:lang="de"')
    assert found.dateline is not None
    assert (found.dateline.places[0].name, found.dateline.credit, found.story.text) == (
        "Berlin",
        "dpa",
        "It opened.",
    )
    assert found.places == ()


def test_what_is_no_dateline_is_kept_beside() -> None:
    found = release(content=f"{HEADLINE}<dateline>2018-01-03 20:13:08 GMT+00:00</dateline>")
    assert (found.dateline, found.extra["newsml-g2:dateline"]) == (None, ("2018-01-03 20:13:08 GMT+00:00",))


def test_where_it_happened_is_a_place_where_no_dateline_says_it() -> None:
    located = '<located><name>Berlin</name><broader qcode="iso3166-1a2:DE"/></located>'
    assert release(content=located + HEADLINE).places == (pr.Place(name="Berlin", country="DE"),)


def test_an_agency_that_made_it_is_no_byline() -> None:
    content = '<infoSource literal="KBN"/><creator literal="KBN"/><creator literal="Ada"><name>Ada Byron</name></creator>'
    found = release(meta=f'<provider literal="KBN"/>{USABLE}', content=content + HEADLINE)
    assert (found.byline, found.publisher, found.provider) == ("Ada Byron", pr.Organisation(name="KBN"), None)


@pytest.mark.parametrize(
    ("provider", "name"),
    [
        ('<provider qcode="nprov:REUTERS"/>', "REUTERS"),
        ('<provider uri="http://www.example.org/about"/>', "example.org"),
        ('<provider qcode="x:1"><name>Example Wire</name></provider>', "Example Wire"),
    ],
)
def test_a_provider_is_named_by_what_there_is(provider: str, name: str) -> None:
    found = release(meta=provider + USABLE).provider
    assert found is not None
    assert found.name == name


# --- topics -----------------------------------------------------------------------------------------------------------


def test_subjects_keep_codes_of_any_scheme_odd_ones_too() -> None:
    subjects = (
        '<subject qcode="medtop:04000000"><name xml:lang="de">Wirtschaft</name><name xml:lang="en">economy</name></subject>'
        '<subject qcode="MWMarket:TSX VENTURE"/><subject literal="Free words"/>'
        '<subject uri="http://cv.iptc.org/newscodes/mediatopic/20000031"/><subject qcode="nowhere:1"/>'
    )
    assert release(content=subjects + HEADLINE).subjects == (
        pr.Subject(code="medtop:04000000", name="economy"),
        pr.Subject(code="MWMarket:TSX VENTURE"),
        pr.Subject(name="Free words"),
        pr.Subject(code="medtop:20000031"),
        pr.Subject(code="nowhere:1"),
    )


def test_an_alias_of_its_own_for_media_topics_is_resolved() -> None:
    catalogue = '<catalog><scheme alias="mt" uri="http://cv.iptc.org/newscodes/mediatopic/"/></catalog>'
    found = release(content=f'<subject qcode="mt:04000000"/>{HEADLINE}', more=catalogue)
    assert found.subjects == (pr.Subject(code="medtop:04000000"),)


def test_people_places_and_organisations_are_told_apart_by_type() -> None:
    subjects = (
        '<subject type="cpnat:person" literal="Jo Doe"/><subject type="cpnat:geoArea" qcode="x:1"><name>Bremen</name>'
        '</subject><subject type="cpnat:organisation" uri="https://example.org/"><name>Port</name></subject>'
    )
    found = release(content=subjects + HEADLINE)
    assert (found.people, found.places, found.organisations, found.subjects) == (
        (pr.Person(name="Jo Doe"),),
        (pr.Place(name="Bremen"),),
        (pr.Organisation(name="Port", uri="https://example.org/"),),
        (),
    )


@pytest.mark.parametrize("old", [True, False], ids=["within organisationDetails", "beside them"])
def test_what_is_asserted_about_a_company_is_the_companys(old: bool) -> None:
    listed = '<hasInstrument symbol="AWG" market="mic:XTSE" marketlabel="TSX" type="x:share"/>'
    reached = "<contactInfo><phone>+1 416</phone><email>info@example.org</email></contactInfo>"
    inner = f"<organisationDetails>{reached}{listed}</organisationDetails>" if old else (
        f"{listed}<organisationDetails>{reached}</organisationDetails>"
    )  # fmt: skip
    subject = '<subject type="cpnat:organisation" literal="Widget"><name>Widget Inc</name></subject>'
    found = release(content=subject + HEADLINE, more=f'<assert literal="Widget">{inner}</assert>')
    assert found.organisations == (
        pr.Organisation(
            name="Widget Inc",
            phones=({"number": "+1 416"},),
            emails=("info@example.org",),
            tickers=({"exchange": "TSX", "symbol": "AWG"},),
        ),
    )


# --- notes, rights, what is left --------------------------------------------------------------------------------------


def test_notes_to_editors_are_one_note_each_thing_said_once() -> None:
    notes = (
        '<edNote role="x:closing">abc n1</edNote><edNote role="x:pad"><section xmlns="http://www.w3.org/1999/xhtml">'
        "<h3>Pad</h3><ul><li>Call Ada.</li><li>abc n1</li></ul></section></edNote><edNote/>"
    )
    assert release(meta=USABLE + notes).editor_note == "Pad\n\nCall Ada.\n\nabc n1"


def test_rights_in_several_languages_are_those_in_the_items() -> None:
    rights = (
        '<rightsInfo><copyrightHolder qcode="x:dpa"><name>Port</name></copyrightHolder><usageTerms xml:lang="de">Nur so'
        '</usageTerms><usageTerms xml:lang="en">Only so</usageTerms></rightsInfo>'
    )
    found = reading(more=rights, contents=body("<p>Words.</p>"))
    assert (found.release.rights, found.leftovers) == (
        pr.Rights(holder="Port", usage_terms="Only so"),
        ('usageTerms: "Nur so"',),
    )


def test_what_a_release_has_no_field_for_is_kept_or_named() -> None:
    meta = f'{USABLE}<service qcode="svc:a"/><role qcode="r:b"/><signal qcode="x:y"/><hash>1</hash>'
    content = f'{HEADLINE}<altId type="idType:USN">M1</altId><rating value="3"/>'
    found = reading(meta, content, body("<p>Words.</p>"), '<partMeta partid="p"/><hopHistory/>')
    assert dict(found.release.extra) == {
        "newsml-g2:service": ("svc:a",),
        "newsml-g2:role": ("r:b",),
        "newsml-g2:signal": ("x:y",),
        "newsml-g2:alt-id": ({"type": "usn", "value": "M1"},),
    }
    assert found.leftovers == ("partMeta", "hopHistory", 'hash: "1"', "rating")


# --- the text ---------------------------------------------------------------------------------------------------------


def test_a_body_without_a_namespace_of_its_own_is_read() -> None:
    assert story(
        body("<p>One</p><h2>Two</h2><p/><p>Three <Company>Four</Company>.</p>", "xhtml/xml", "")
    ) == [
        "One",
        {"heading": "Two", "level": 2},
        "Three Four.",
    ]


@pytest.mark.parametrize("inner", ["<p>One</p><p>Two</p>", "One\n\nTwo", "<div>One</div><div>Two</div>"])
def test_words_directly_in_the_body_are_paragraphs_too(inner: str) -> None:
    assert story(body(inner)) == ["One", "Two"]


def test_nitf_gives_its_body_and_what_only_its_head_says() -> None:
    nitf = (
        '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
        "<body.head><hedline><hl1>Harbour opens</hl1><hl2>At last</hl2></hedline><byline>By Ada Byron</byline>"
        "<abstract><p>Short.</p></abstract></body.head><body.content><p>One</p><hl2>Two</hl2></body.content></body></nitf>"
        "</inlineXML>"
    )
    found = release(content="", contents=nitf)
    assert (found.headline, found.subheadline, found.byline, found.summary, to_data(found.story)) == (
        "Harbour opens",
        "At last",
        "By Ada Byron",
        "Short.",
        ["One", {"heading": "Two", "level": 2}],
    )


def test_plain_text_and_html_in_data_are_read() -> None:
    plain = '<inlineData contenttype="text/plain">One\nstill one\n\nTwo</inlineData>'
    html = '<inlineData contenttype="text/plain"><![CDATA[<p>One<br>two</p><ul><li>Three</li></ul>]]></inlineData>'
    assert story(plain) == ["One still one", "Two"]
    assert story(html) == [{"paragraph": ["One", {"break": True}, "two"]}, {"bullets": ["Three"]}]


def test_the_best_of_several_renderings_is_read_and_the_others_named() -> None:
    three = (
        '<inlineData contenttype="text/plain">Plain</inlineData>'
        + body("<p>Short</p>")
        + body("<p>Long and whole</p>")
        + '<inlineXML contenttype="application/x"/>'
    )
    found = reading(contents=three)
    assert (found.release.story.text, found.leftovers) == (
        "Long and whole",
        (
            'inlineXML: "Short" (another rendering of the text)',
            'inlineData: "Plain" (another rendering of the text)',
        ),
    )


def test_a_picture_is_an_asset_its_files_the_best_for_the_web_first() -> None:
    files = (
        '<remoteContent rendition="rnd:highRes" href="https://example.org/a.jpg" contenttype="image/jpeg" size="1234"'
        ' width="1600" height="900"/><remoteContent rendition="rnd:web" residref="x"><altLoc>https://example.org/w.jpg'
        "</altLoc></remoteContent>"
    )
    content = f'{HEADLINE}<description role="drol:caption">It lifts.</description>'
    found = reading(meta=f'<itemClass qcode="ninat:picture"/>{USABLE}', content=content, contents=files)
    assert found.release.assets == (
        pr.Asset(
            caption="It lifts.",
            renditions=[
                {"href": "https://example.org/w.jpg", "name": "web"},
                {
                    "href": "https://example.org/a.jpg",
                    "name": "print",
                    "media_type": "image/jpeg",
                    "width": 1600,
                    "height": 900,
                    "size": 1234,
                },
            ],
        ),
    )
    assert (found.release.story.blocks, codes(found)) == ((), [])


def test_an_item_without_any_content_is_told() -> None:
    assert codes(reading()) == ["no-text"]


# --- official examples ------------------------------------------------------------------------------------------------

EXAMPLES = place("PRESSRELEASE_WIRES", "../shared/wire/examples")
VALID = ["LISTING_1_", "LISTING_2_", "LISTING_27_", "LISTING_29_"]


@pytest.mark.parametrize("start", VALID)
@pytest.mark.parametrize("options", [None, {"body": "nitf"}])
def test_the_official_examples_are_read_and_written_again_valid(
    judge: Judge, start: str, options: Any
) -> None:
    folder = needs(EXAMPLES, "the official examples, $PRESSRELEASE_WIRES") / "newsml-g2"
    (file,) = folder.glob(f"{start}*.xml")
    found = pr.parse(file.read_bytes(), "newsml-g2")
    again = tree(found, "newsml-g2", options)
    assert judge.faults(again) == []
    assert pr.parse(pr.render(found, "newsml-g2", now=NOW, options=options), "newsml-g2") == found


# --- what the wild adds -----------------------------------------------------------------------------------------------


def test_roles_renditions_and_types_may_be_uris() -> None:
    files = (
        '<remoteContent renditionuri="http://cv.iptc.org/newscodes/rendition/highRes" href="./a.jpg"/>'
        '<remoteContent renditionuri="http://cv.iptc.org/newscodes/rendition/web" href="file:///./b.jpg"/>'
    )
    content = (
        f'{HEADLINE}<creditline>Getty</creditline><description roleuri="http://cv.iptc.org/newscodes/descriptionrole/caption"'
        '>Las Vegas.</description><subject typeuri="http://cv.iptc.org/newscodes/cpnature/person" literal="Jo Doe"/>'
    )
    found = reading(meta=f'<itemClass qcode="ninat:picture"/>{USABLE}', content=content, contents=files)
    assert found.release.assets == (
        pr.Asset(caption="Las Vegas.", credit="Getty", renditions=[{"href": "./a.jpg", "name": "print"}]),
    )
    assert (found.release.people, found.leftovers) == ((pr.Person(name="Jo Doe"),), ("remoteContent",))


def test_a_place_that_is_described_in_an_assertion_gets_its_name_there() -> None:
    about = (
        '<assert literal="poi1"><POIDetails><position latitude="52.5" longitude="13.4"/><address><locality><name>Berlin'
        '</name></locality><country qcode="x:1"><sameAs qcode="iso3166-1a2:DE"/></country></address></POIDetails></assert>'
    )
    found = release(content=f'<subject type="cpnat:poi" literal="poi1"/>{HEADLINE}', more=about)
    assert found.places == (pr.Place(name="Berlin", country="DE", latitude=52.5, longitude=13.4),)


def test_places_above_are_named_by_their_codes_where_they_have_no_names() -> None:
    located = '<located qcode="city:Philadelphia"><broader qcode="reg:Pennsylvania"/><broader qcode="cntry:USA"/></located>'
    assert release(content=located + HEADLINE).places == (
        pr.Place(name="Philadelphia", region="Pennsylvania", country="USA"),
    )


MANY = 12_000
_BODY = body("<p>Words.</p>")


@pytest.mark.parametrize(
    ("meta", "content", "contents", "more"),
    [
        ("<edNote>{i}</edNote>", "", "", ""),
        (
            "<link rel='irel:associatedWith' href='https://example.org/{i}' contenttype='image/jpeg'/>",
            "",
            "",
            "",
        ),
        ("<signal qcode='a:{i}'/><service qcode='a:{i}'/>", "", "", ""),
        ("", "<headline xml:lang='fr'>{i}</headline><headline>{i}</headline>", "", ""),
        (
            "",
            "<subject type='x:organisation' literal='{i}'/>",
            "",
            "<assert literal='{i}'><name>n</name></assert>",
        ),
        ("", "<subject type='x:poi' literal='{i}'/><located literal='{i}'/>", "", "<assert literal='{i}'/>"),
        (
            "",
            "<subject qcode='subj:{i}'><sameAs qcode='medtop:{i}'/></subject><subject qcode='medtop:{i}'/>",
            "",
            "",
        ),
        (
            "",
            "<description role='a:{i}'>{i}</description><genre literal='{i}'/><creator literal='{i}'/>",
            "",
            "",
        ),
        ("", "", "<inlineData>{i}</inlineData>", ""),
        ("", "", "<inlineXML><a>{i}</a></inlineXML>", ""),
        ("", "", "<remoteContent href='https://example.org/{i}'/>", ""),
        (
            "",
            "",
            "",
            "<rightsInfo><copyrightNotice>{i}</copyrightNotice><usageTerms>{i}</usageTerms></rightsInfo>",
        ),
        ("", "", "", "<catalog><scheme alias='a{i}' uri='b'/></catalog><hopHistory/><partMeta/>"),
    ],
)
def test_work_grows_with_the_size_alone(meta: str, content: str, contents: str, more: str) -> None:
    def many(text: str) -> str:
        return "".join(text.replace("{i}", str(i)) for i in range(MANY)) if text else ""

    data = item(USABLE + many(meta), HEADLINE + many(content), many(contents) or _BODY, many(more))
    with ending(30):
        assert pr.parse(data, "newsml-g2").headline == "Harbour opens"


def test_many_fields_of_our_own_take_time_that_grows_with_their_number() -> None:
    fields = "".join(f'<pr:field path="keywords.{i}">k{i}</pr:field>' for i in range(9_999))
    own = f'<pr:release xmlns:pr="urn:pressrelease:1">{fields}</pr:release>'
    with ending(30):
        assert len(release(meta=USABLE + own, contents=_BODY).keywords) == 9_999


@pytest.mark.parametrize("number", ["9" * 5000, "²", "१", "-1", "1e9", "0", " 3 "])
def test_numbers_that_are_none_never_stop_the_reading(number: str) -> None:
    found = release(
        attributes=f'version="{number}"',
        content=f"<urgency>{number}</urgency>{HEADLINE}",
        meta=f'{USABLE}<edNote role="pressrelease:notes" xmlns:pr="urn:pressrelease:1" pr:kinds="note:{number}">a</edNote>'
        f'<pr:release xmlns:pr="urn:pressrelease:1"><pr:field path="version" type="json">{number}</pr:field></pr:release>',
        contents=f'<remoteContent href="https://example.org/a.jpg" width="{number}" size="{number}" duration="{number}"/>',
    )
    assert found.headline == "Harbour opens"


def test_marks_of_our_own_that_name_no_field_are_passed_over() -> None:
    deep = ".".join(["a"] * 5000)
    own = f'<assert xmlns:pr="urn:pressrelease:1" pr:of="{deep} nonsense.x" literal="x"><contactInfo><email>a@b.c</email></contactInfo></assert>'
    fields = f'<pr:release xmlns:pr="urn:pressrelease:1"><pr:field path="{deep}">x</pr:field><pr:field path="a b">x</pr:field></pr:release>'
    found = reading(meta=USABLE + fields, contents=_BODY, more=own)
    assert found.release.headline == "Harbour opens"


@pytest.mark.parametrize(
    ("said", "name", "country"),
    [("Lisbon", "Lisbon", ""), ("NEW YORK", "New York", ""), ("LISBON, Portugal", "Lisbon", "PT")],
)
def test_a_dateline_may_be_a_place_alone(said: str, name: str, country: str) -> None:
    found = release(content=f"{HEADLINE}<dateline>{said}</dateline>").dateline
    assert found is not None
    assert [(place.name, place.country) for place in found.places] == [(name, country)]
