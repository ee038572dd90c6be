"""NewsML 1.2 as it is written: valid by the DTD, whole, each thing in its slot, judged by XPath."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree
from strategies import releases
from wires import NOW, Judge, enough, found, haystack, tree, without_ours
from wires import missing as words_missing

import pressrelease as pr
from pressrelease.envelope import is_killed
from pressrelease.files import load_all

SAMPLES = Path(__file__).parents[3] / "sample_releases"
BASE = {"headline": "Harbour opens", "id": "tag:example.org,2026-02-03:harbour", "language": "en-GB"}
UNTIL = "2026-12-01T09:00+01:00"
each = pytest.mark.parametrize("body", ["xhtml", "nitf"])


def item(body: str = "xhtml", now: dt.datetime = NOW, **fields: Any) -> etree._Element:
    options = {"body": body, "embargo_in_words": fields.pop("in_words", True)}
    made = pr.render(pr.Release(**{**BASE, **fields}), "newsml-1.2", now=now, options=options)
    assert isinstance(made, bytes)
    return etree.fromstring(made)


def missing(release: pr.Release, document: etree._Element) -> list[tuple[str, str]]:
    """Return the texts that stand nowhere; a code stands apart from its scheme, some words are names (`Update`)."""
    codes = {f"{t.get('Scheme')}:{t.text}" for t in document.xpath("//Topic/FormalName")}
    said = codes | {name.lower() for name in names(document, "//Instruction | //Property | //Role")}
    return [(path, words) for path, words in words_missing(release, document) if words not in said]


def names(document: etree._Element, path: str) -> list[str]:
    return [name for one in path.split(" | ") for name in found(document, f"{one}/@FormalName")]


# --- valid and whole -----------------------------------------------------------------------------------------------


@each
@enough
@given(release=releases())
def test_every_release_is_valid_and_whole(judge: Judge, body: str, release: pr.Release) -> None:
    """Valid by the DTD; and each of its words stands in the document, unless a loss says otherwise."""
    release = release if release.id or release.url else release.changed(id="tag:example.org,2026:it")
    document = tree(release, "newsml-1.2", {"body": body})
    assert judge.faults(document) == []
    if not is_killed(release):
        assert missing(release, document) == []


STEPS: dict[str, dict[str, Any]] = {
    "new": {},
    "update": {"version": 2, "change": {"kind": "update", "note": "A timetable."}},
    "correction": {"version": 2, "change": {"kind": "correction", "wrong": "nine", "right": "eight"}},
    "embargo": {"embargo": {"until": UNTIL}, "published": UNTIL},
    "embargo without end": {"embargo": {}},
    "withheld": {"status": "withheld"},
    "kill": {"version": 3, "status": "canceled", "change": {"kind": "kill", "note": "Untrue."}},
}


@each
@pytest.mark.parametrize("step", STEPS)
def test_every_sample_is_valid_and_whole_at_every_step(judge: Judge, body: str, step: str) -> None:
    house = pr.Newsroom.load(SAMPLES)
    for entry in load_all(house):
        release = house.completed(entry.release).changed(**STEPS[step])
        document = tree(release, "newsml-1.2", {"body": body}, newsroom=house)
        assert (entry.path.name, judge.faults(document)) == (entry.path.name, [])
        if not is_killed(release):
            assert (entry.path.name, missing(release, document)) == (entry.path.name, [])


@each
def test_the_text_stands_in_data_content_in_a_vocabulary_of_its_own(body: str) -> None:
    document = item(body, story="Words.")
    (content,) = document.xpath("//ContentItem[Format]/DataContent/*")
    assert content.tag == ("nitf" if body == "nitf" else "{http://www.w3.org/1999/xhtml}html")
    assert found(document, "//NewsML/@Version | //@Version") == ["1.2"]
    assert b"DOCTYPE" not in etree.tostring(document.getroottree())


def test_without_our_properties_everything_with_a_standard_place_is_there(judge: Judge) -> None:
    fields: dict[str, Any] = {
        "subheadline": "At last",
        "byline": "Ada Byron",
        "slugline": "Harbour/Opening",
        "summary": "Short.\n\nShorter.",
        "url": "https://example.org/harbour",
        "keywords": ["harbour"],
        "people": [{"name": "Jo Doe", "role": "master", "organisation": "Port"}],
        "organisations": [{"name": "Crane Works", "isin": "US0000000001"}],
        "places": [{"name": "Bremen", "country": "DE"}],
        "boilerplates": [{"heading": "About Port", "story": "A port."}],
        "assets": [
            {"href": "https://example.org/a.jpg", "alt": "A crane", "caption": "Up", "credit": "Photo"}
        ],
        "related": [{"href": "https://example.org/other", "title": "Other"}],
        "translations": [{"language": "de", "href": "https://example.org/de", "title": "Hafen"}],
        "rights": {
            "holder": "Port",
            "notice": "All of it",
            "usage_terms": "Free.",
            "licence": "https://example.org/l",
        },
        "publisher": {"name": "Port", "legal_name": "Port Ltd"},
    }
    release = pr.Release(**{**BASE, **fields}).changed(id="")
    document = without_ours(tree(release, "newsml-1.2"))
    assert judge.faults(document) == []
    assert "pressrelease" not in haystack(document)
    assert missing(release, document) == []


@each
def test_equal_releases_give_equal_bytes_and_a_resend_differs_in_its_moment_only(body: str) -> None:
    one = item(body, story="Words.", published="2026-03-02T08:00Z")
    again = item(body, story="Words.", published="2026-03-02T08:00Z")
    later = item(body, now=NOW + dt.timedelta(hours=1), story="Words.", published="2026-03-02T08:00Z")
    assert etree.tostring(one) == etree.tostring(again)
    (sent,) = later.iter("NewsEnvelope")
    sent[0].text = found(one, "//NewsEnvelope/DateAndTime")[0]
    assert etree.tostring(later) == etree.tostring(one)


# --- identity ------------------------------------------------------------------------------------------------------


def identifier(**fields: Any) -> list[str]:
    path = "//NewsIdentifier/*"
    return found(item(**fields), path)


def test_the_parts_of_a_tag_uri_identify_the_item() -> None:
    urn = "urn:newsml:example.org:20260203:harbour:4"
    assert identifier(version=4) == ["example.org", "20260203", "harbour", "4", urn]


def test_a_newsml_urn_stays_what_it_is() -> None:
    urn = "urn:newsml:example.org:20260203:harbour"
    assert identifier(id=urn) == ["example.org", "20260203", "harbour", "1", f"{urn}:1"]


def test_the_name_has_no_colon_and_nothing_a_urn_may_not_have() -> None:
    assert identifier(id="https://news.example.org/2026/a:b?c=~ä", published="2026-03-02T23:30-05:00") == [
        "news.example.org",
        "20260303",
        "2026%2Fa%3Ab%3Fc=%7E%C3%A4",
        "1",
        "urn:newsml:news.example.org:20260303:2026%2Fa%3Ab%3Fc=%7E%C3%A4:1",
    ]


@pytest.mark.parametrize(
    ("fields", "provider"),
    [
        ({"url": "https://example.org/h", "publisher": {"name": "P", "web": "example.net"}}, "example.org"),
        ({"publisher": {"name": "P", "web": "www.example.net/a"}}, "www.example.net"),
        ({"publisher": {"name": "P", "emails": ["press@bücher.example"]}}, "xn--bcher-kva.example"),
        ({}, "unknown.invalid"),
    ],
)
def test_the_provider_is_a_domain(fields: dict[str, Any], provider: str) -> None:
    assert identifier(id="PR 17", **fields)[0] == provider


def test_in_a_newsroom_the_day_is_the_one_it_has_for_names_so_that_a_moved_embargo_changes_nothing() -> None:
    house = pr.Newsroom(
        title="N", base_url="https://news.example.org", publisher={"name": "P"}, tag_date="2025-07"
    )
    moved = ["2026-12-01T09:00Z", "2026-12-09T09:00Z"]
    days = [
        found(
            tree(pr.Release(headline="A", id="PR 17", published=m), "newsml-1.2", newsroom=house), "//DateId"
        )
        for m in moved
    ]
    assert days == [["20250701"], ["20250701"]]


def test_a_release_that_nothing_identifies_is_refused_with_the_remedy() -> None:
    with pytest.raises(pr.Unwritable) as caught:
        pr.render(pr.Release(headline="Harbour opens"), "newsml-1.2")
    assert caught.value.where.field == "id"
    assert "write an id into the release" in caught.value.advice


def test_duids_of_two_revisions_differ_so_that_both_may_stand_in_one_document() -> None:
    duids = {
        version: found(item(version=version, subjects=["medtop:04000000"]), "//@Duid") for version in (1, 2)
    }
    assert not set(duids[1]) & set(duids[2])


# --- the life cycle ------------------------------------------------------------------------------------------------


@each
@pytest.mark.parametrize(
    ("step", "status", "instruction", "revisions"),
    [
        ("new", "Usable", [], []),
        ("update", "Usable", ["Update"], ["1"]),
        ("correction", "Usable", ["Correction"], ["1"]),
        ("embargo", "Embargoed", [], []),
        ("withheld", "Withheld", [], []),
        ("kill", "Canceled", ["Kill"], []),
    ],
)
def test_a_step_is_seen(
    body: str, step: str, status: str, instruction: list[str], revisions: list[str]
) -> None:
    document = item(body, **STEPS[step])
    assert names(document, "//NewsManagement/Status") == [status]
    assert names(document, "//Instruction") == instruction
    assert found(document, "//Instruction/RevisionStatus/@Revision") == revisions
    assert names(document, "//RevisionStatus/Status") == ["Canceled"] * len(instruction)
    version = STEPS[step].get("version", 1)
    assert found(document, "//RevisionId | //RevisionId/@*") == [str(version), str(version - 1), "N"]


def test_an_embargo_ends_by_a_change_of_status_that_is_announced() -> None:
    document = item(embargo={"until": UNTIL})
    assert names(document, "//StatusWillChange/FutureStatus") == ["Usable"]
    assert found(document, "//StatusWillChange/DateAndTime") == ["20261201T090000+0100"]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"embargo": {}}, "Embargoed"),
        ({"embargo": {"until": "2026-11-01T09:00Z"}}, "Usable"),
        ({"embargo": {"until": UNTIL}, "status": "withheld"}, "Withheld"),
        ({"embargo": {"until": UNTIL}, "status": "canceled"}, "Canceled"),
    ],
)
def test_no_change_is_announced_that_will_not_come_or_has_come(fields: dict[str, Any], status: str) -> None:
    document = item(**fields)
    assert names(document, "//NewsManagement/Status") == [status]
    assert found(document, "//StatusWillChange") == []


@each
def test_an_embargo_stands_first_in_the_text_and_in_the_note_to_editors_too(body: str) -> None:
    said = "Embargoed until 1 December 2026, 09:00 (UTC+01:00)"
    document = item(body, story="Words.", embargo={"until": UNTIL})
    first = "//*[local-name()='body' or local-name()='body.content']/*[local-name()='p'][1]"
    assert found(document, first) == [said]
    assert found(document, "//NewsItem/Comment[@FormalName='Embargo']") == [said]


@each
def test_the_embargo_in_words_can_be_left_out(body: str) -> None:
    document = item(body, story="Words.", embargo={"until": UNTIL}, in_words=False)
    assert "Embargoed until" not in haystack(document)
    assert found(document, "//StatusWillChange/DateAndTime") == ["20261201T090000+0100"]


def test_a_correction_says_what_was_wrong_and_what_is_right() -> None:
    document = item(story="Words.", **STEPS["correction"])
    said = "Correction: The earlier version said “nine”; right is “eight”."
    assert found(document, "//NewsItem/Comment[@FormalName='Change']") == [said]


@each
def test_a_kill_names_its_reason_and_repeats_nothing_of_what_it_withdraws(body: str) -> None:
    secret = {
        "summary": "Secret summary.",
        "story": "Secret story.",
        "boilerplates": [{"heading": "About", "story": "Secret house."}],
        "assets": ["secret.jpg"],
    }
    document = item(body, **STEPS["kill"], **secret)
    assert "ecret" not in haystack(document)
    assert "Withdrawn Untrue." in haystack(document)
    release = pr.Release(**BASE, **STEPS["kill"], **secret)
    told = [loss.path for loss in pr.write(release, "newsml-1.2", now=NOW, options={"body": body}).losses]
    assert told == ["story", "summary", "boilerplates", "assets"]


@each
def test_what_is_for_editors_only_never_stands_where_it_is_shown(body: str) -> None:
    contacts = [
        {"name": "Kay Quay", "for_editors": True, "emails": ["kay@example.org"]},
        {"name": "Pat Pier"},
    ]
    document = item(body, story="Words.", editor_note="Call the master.\n\nTwice.", contacts=contacts)
    assert found(document, "//NewsItem/Comment/@FormalName") == ["EditorialNote", "EditorialContact"]
    assert found(document, "//NewsItem/Comment") == ["Call the master. Twice.", "Kay Quay, kay@example.org"]
    shown = " ".join(found(document, "//DataContent | //NewsLines | //NewsItem/Identification"))
    assert ("master" in shown, "Kay" in shown, "kay@" in shown, "Pat Pier" in shown) == (
        False,
        False,
        False,
        True,
    )


# --- moments -------------------------------------------------------------------------------------------------------


def test_moments_of_the_item_are_basic_iso_in_utc_to_the_second() -> None:
    document = item(published="2026-03-02T09:00:00.5+01:00", updated="2026-03-03T09:00+01:00")
    made = "//FirstCreated | //ThisRevisionCreated"
    assert found(document, made) == ["20260302T080000+0000", "20260303T080000+0000"]


def test_a_dateline_without_a_zone_is_taken_in_the_zone_of_the_house_else_in_utc() -> None:
    dateline = {"date": "2026-07-02", "time": "09:30"}
    house = pr.Newsroom(
        title="N", base_url="https://example.org", publisher={"name": "P"}, time_zone="Europe/Berlin"
    )
    at_home = tree(pr.Release(**BASE, dateline=dateline), "newsml-1.2", newsroom=house)
    assert found(at_home, "//FirstCreated") == ["20260702T073000+0000"]
    assert found(item(dateline=dateline), "//FirstCreated | //DateLineDate") == [
        "20260702T093000+0000",
        "20260702",
    ]


@each
@pytest.mark.parametrize(
    "moment", ["2026-03-02T08:00:00.250+05:45", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"]
)
def test_moments_of_any_zone_are_valid(judge: Judge, body: str, moment: str) -> None:
    document = item(body, published=moment, updated=moment, expires=moment, embargo={"until": moment})
    assert judge.faults(document) == []


# --- slots ---------------------------------------------------------------------------------------------------------


def test_the_lines_to_show_stand_in_news_lines() -> None:
    document = item(
        subheadline="At last",
        byline="Ada Byron",
        dateline={"places": [{"name": "Hamburg"}], "date": "2026-03-02", "credit": "EXW"},
        slugline="Harbour/Opening",
        keywords=["harbour", "ferries"],
        url="https://example.org/h",
        rights={"holder": "Port", "year": 2026, "usage_terms": "Free.\n\nWith credit."},
    )
    lines = {e.tag: one for e in document.xpath("//NewsLines/*") for one in ["".join(e.itertext())]}
    assert lines == {
        "HeadLine": "Harbour opens",
        "SubHeadLine": "At last",
        "ByLine": "Ada Byron",
        "DateLine": "Hamburg, 2 March 2026 (EXW)",
        "CreditLine": "EXW",
        "CopyrightLine": "© 2026 Port",
        "RightsLine": "With credit.",
        "SlugLine": "Harbour/Opening",
        "KeywordLine": "harbour, ferries",
        "NewsLine": "https://example.org/h",
    }
    assert names(document, "//NewsLineType") == ["ClickThru URL"]
    assert found(document, "//RightsLine | //CopyrightHolder | //CopyrightDate") == [
        "Free.",
        "With credit.",
        "Port",
        "2026",
    ]
    keywords = "//DescriptiveMetadata/Property[@FormalName='Keyword']/@Value"
    assert found(document, keywords) == ["harbour", "ferries"]


def test_topics_stand_as_subject_codes_and_in_a_topic_set() -> None:
    codes = ["medtop:04000000", "medtop:20000337", "subj:15000000", "acme:x", "free words"]
    document = item(subjects=codes, people=[{"name": "Jo Doe", "uri": "https://example.org/jo"}])
    assert [(e.tag, e.get("FormalName")) for e in document.xpath("//SubjectCode/*")] == [
        ("Subject", "04000000"),
        ("SubjectMatter", "04015000"),
        ("Subject", "15000000"),
    ]
    assert found(document, "//Topic/FormalName") == ["04000000", "20000337", "15000000", "x"]
    assert found(document, "//Topic/FormalName/@Scheme") == ["medtop", "medtop", "subj", "acme"]
    assert found(document, "//Topic/Description") == [
        "economy, business and finance",
        "transport",
        "free words",
        "Jo Doe",
    ]
    assert found(document, "//Topic/@Details") == ["https://example.org/jo"]
    referred = [t.removeprefix("#") for t in found(document, "//TopicOccurrence/@Topic")]
    assert referred == found(document, "//Topic/@Duid")


def test_each_listing_is_a_securities_identifier() -> None:
    tickers = [{"exchange": "NYSE", "symbol": "PRT"}, {"exchange": "Xetra", "symbol": "PRT1"}]
    document = item(organisations=[{"name": "Port", "isin": "US0000000001", "tickers": tickers}])
    listings = [
        dict(p.values() for p in metadata.iter("Property"))
        for metadata in document.xpath("//Metadata[MetadataType/@FormalName='Securities Identifier']")
    ]
    own = {"pressrelease:of": "organisations.0"}
    assert listings == [
        {"Name": "Port", "Ticker Symbol": "PRT", "Exchange": "NYSE", "ISIN": "US0000000001", **own},
        {"Name": "Port", "Ticker Symbol": "PRT1", "Exchange": "Xetra", **own},
    ]


def test_places_say_how_they_are_present() -> None:
    dateline = {"places": [{"name": "Hamburg", "country": "DE"}], "date": "2026-03-02"}
    document = item(dateline=dateline, places=[{"name": "Bremen", "region": "HB"}])
    assert found(document, "//Location/@HowPresent") == ["Origin", "RelatesTo"]
    assert found(document, "//Location/Property/@Value") == ["Hamburg", "DEU", "Bremen", "HB"]


def test_a_picture_is_a_component_beside_the_text_each_file_of_it_a_content_item() -> None:
    files = [
        {"href": "a.jpg", "width": 1600, "height": 900, "size": 1234},
        {"href": "a-small.webp", "name": "thumbnail"},
    ]
    picture = {
        "renditions": files,
        "alt": "A crane",
        "caption": "It lifts",
        "credit": "Photo",
        "rights": "© Port",
    }
    logo = {"href": "logo.svg", "role": "logo"}
    document = item(url="https://example.org/h/", story="Words.", assets=[picture, logo, "plan.pdf"])
    assert names(document, "//NewsComponent/NewsComponent/Role") == ["Body", "Photo", "Logo", "Document"]
    files_of = "//NewsComponent[Role/@FormalName='Photo']/ContentItem"
    assert found(document, f"{files_of}/@Href") == [
        "https://example.org/h/a.jpg",
        "https://example.org/h/a-small.webp",
    ]
    assert names(document, f"{files_of}/MimeType") == ["image/jpeg", "image/webp"]
    assert found(document, f"{files_of}[1]//SizeInBytes | {files_of}[1]//Property/@Value") == [
        "1234",
        "1600",
        "900",
        "A crane",
        "It lifts",
    ]
    assert found(document, f"{files_of}/../NewsLines/*") == ["It lifts", "Photo", "© Port"]
    assert found(document, f"{files_of}/../@EquivalentsList") == ["yes"]


def test_whom_to_ask_is_a_component_and_stands_in_the_text_no_second_time() -> None:
    document = item(story="Words.", contacts=[{"name": "Pat Pier", "emails": ["pat@example.org"]}])
    contact = "//NewsComponent[Role/@FormalName='Contact']//h:section/*"
    assert found(document, contact) == ["Media contact", "Pat Pierpat@example.org"]
    assert "Pat" not in found(document, "//NewsComponent[Role/@FormalName='Body']//h:body")[0]


def test_other_documents_stand_in_the_elements_made_for_them() -> None:
    document = item(
        related=[
            {"href": "https://example.org/log", "rel": "history"},
            {"href": "https://example.org/a", "rel": "derived-from", "title": "A"},
            {"href": "https://example.org/b", "rel": "background"},
        ],
        translations=[
            {
                "language": "de",
                "id": "tag:example.org,2026:hafen",
                "href": "https://example.org/de",
                "version": 2,
            }
        ],
    )
    assert found(document, "//RevisionHistory/@Href") == ["https://example.org/log"]
    assert found(document, "//DerivedFrom/@NewsItem | //DerivedFrom/Comment") == [
        "https://example.org/a",
        "A",
    ]
    assert found(document, "//AssociatedWith/@FormalName") == ["background", "Translation"]
    assert found(document, "//AssociatedWith/@NewsItem") == [
        "https://example.org/b",
        "tag:example.org,2026:hafen",
    ]
    assert found(document, "//AssociatedWith[2]/Comment") == ["de", "https://example.org/de", "2"]


# --- what Superdesk's stock parser asks for --------------------------------------------------------------------------


def test_superdesk_finds_all_it_reads(judge: Judge) -> None:
    """The paths of `superdesk/io/feed_parsers/newsml_1_2.py`: it takes the flat form, and refuses an item without them."""
    document = item(
        "nitf",
        version=2,
        byline="Ada Byron",
        slugline="Harbour/Opening",
        published="2026-03-02T09:00+01:00",
        dateline={"places": [{"name": "Hamburg"}], "date": "2026-03-02"},
        keywords=["harbour"],
        subjects=["medtop:04000000"],
        publisher={"name": "Port"},
        rights={"usage_terms": "Free."},
        story=[{"paragraph": ["Words ", {"strong": "here"}]}, {"heading": "Sub", "level": 3}],
    )
    text = document.find("NewsItem/NewsComponent/ContentItem/DataContent/nitf/body/body.content")
    assert text is not None
    assert etree.tostring(text, encoding="unicode").startswith(
        '<body.content>\n<p lede="true">Hamburg, 2 March 2026'
    )
    assert (document.tag, document.get("Version")) == ("NewsML", "1.2")
    read = {
        "PublicIdentifier": "NewsItem/Identification/NewsIdentifier/PublicIdentifier",
        "source": "NewsItem/NewsComponent/AdministrativeMetadata/Source/Party/@FormalName",
        "urgency": "NewsItem/NewsManagement/Urgency/@FormalName",
        "version created": "NewsItem/NewsManagement/ThisRevisionCreated",
        "first created": "NewsItem/NewsManagement/FirstCreated",
        "status": "NewsItem/NewsManagement/Status/@FormalName",
        "headline": "NewsItem/NewsComponent/NewsLines/HeadLine",
        "slugline": "NewsItem/NewsComponent/NewsLines/SlugLine",
        "byline": "NewsItem/NewsComponent/NewsLines/ByLine",
        "dateline": "NewsItem/NewsComponent/NewsLines/DateLine",
        "language": "NewsItem/NewsComponent/DescriptiveMetadata/Language/@FormalName",
        "keywords": "NewsItem/NewsComponent/DescriptiveMetadata/Property[@FormalName='Keyword']/@Value",
        "subject": "NewsItem/NewsComponent/DescriptiveMetadata/SubjectCode/Subject/@FormalName",
        "words": "NewsItem/NewsComponent/ContentItem/Characteristics/Property[@FormalName='Words']/@Value",
        "usage terms": "NewsItem/NewsComponent/RightsMetadata/UsageRights/UsageType",
        "genre": "NewsItem/NewsComponent/DescriptiveMetadata/Genre/@FormalName",
    }
    assert {name: found(document, path) for name, path in read.items()} == {
        "PublicIdentifier": ["urn:newsml:example.org:20260203:harbour:2"],
        "source": ["Port"],
        "urgency": ["5"],
        "version created": ["20260302T080000+0000"],
        "first created": ["20260302T080000+0000"],
        "status": ["Usable"],
        "headline": ["Harbour opens"],
        "slugline": ["Harbour/Opening"],
        "byline": ["Ada Byron"],
        "dateline": ["Hamburg, 2 March 2026"],
        "language": ["en-GB"],
        "keywords": ["harbour"],
        "subject": ["04000000"],
        "words": ["3"],
        "usage terms": ["Free."],
        "genre": ["Release"],
    }
    assert judge.faults(document) == []
