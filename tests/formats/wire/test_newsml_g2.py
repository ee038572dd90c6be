"""NewsML-G2: which slot holds what, judged by XPath, by the schema, and by another library's reader."""

from __future__ import annotations

import NewsMLG2
import pytest
from wires import NOW, Judge, found, tree

import pressrelease as pr

BASE = {"headline": "Harbour opens", "id": "tag:example.org,2026:harbour", "language": "en-GB"}


def g2(**fields: object) -> object:
    return tree(pr.Release(**{**BASE, **fields}), "newsml-g2")


def test_another_library_sees_headline_guid_version_status_language_and_subjects() -> None:
    release = pr.Release(**BASE, version=3, subjects=["medtop:04000000", "medtop:20000031"], story="Words.")
    body = pr.render(release, "newsml-g2", now=NOW)
    assert isinstance(body, bytes)
    item = NewsMLG2.NewsMLG2Document(body).get_item()
    meta = item.contentmeta
    seen = (item.guid, item.version, str(meta.headline), item.itemmeta.pubstatus.qcode, meta.language[0].tag)
    assert seen == ("tag:example.org,2026:harbour", "3", "Harbour opens", "stat:usable", "en-GB")
    topics = [subject for subject in meta.subject if subject.qcode.startswith("medtop:")]
    assert [subject.qcode for subject in topics] == ["medtop:04000000", "medtop:20000031"]
    assert [str(subject.name) for subject in topics] == ["economy, business and finance", "visual arts"]


def test_headline_and_subheadline_have_ranks() -> None:
    document = g2(subheadline="At last")
    assert found(document, "//g:headline/@rank") == ["1", "2"]
    assert found(document, "//g:headline") == ["Harbour opens", "At last"]


def test_the_dateline_stands_as_text_and_as_place_with_its_country() -> None:
    place = {"name": "Hamburg", "region": "HH", "country": "DE", "latitude": 53.55, "longitude": 1e-05}
    document = g2(dateline={"places": [place], "date": "2026-03-02", "credit": "EXW"})
    assert found(document, "//g:located/g:name") == ["Hamburg"]
    assert found(document, "//g:located/g:broader/@*[name()='literal' or name()='qcode']") == [
        "HH",
        "iso3166-1a2:DE",
    ]
    assert found(document, "//g:located//g:position/@*") == ["53.55", "0.00001"]
    assert found(document, "//g:contentCreated") == ["2026-03-02"]
    assert found(document, "//g:creditline") == ["EXW"]
    assert "Hamburg" in found(document, "//g:contentMeta/g:dateline")[0]


@pytest.mark.parametrize(
    ("change", "status", "pub", "signal"),
    [
        ("new", "usable", "stat:usable", []),
        ("update", "usable", "stat:usable", ["sig:update"]),
        ("correction", "usable", "stat:usable", ["sig:correction"]),
        ("new", "withheld", "stat:withheld", []),
        ("kill", "canceled", "stat:canceled", []),
        ("kill", "usable", "stat:canceled", []),
    ],
)
def test_a_change_has_its_own_status_and_signal(
    change: str, status: str, pub: str, signal: list[str]
) -> None:
    """A peer sends every change as an update, a kill too."""
    document = g2(version=2, status=status, change={"kind": change})
    assert (found(document, "//g:pubStatus/@qcode"), found(document, "//g:signal/@qcode")) == ([pub], signal)


def test_versions_share_a_guid_and_point_to_the_earlier_one() -> None:
    first, second = g2(), g2(version=2)
    assert found(first, "/g:newsItem/@guid") == found(second, "/g:newsItem/@guid")
    assert found(first, "//g:link[@rel='pressrelease:previousVersion']") == []
    assert found(second, "//g:link[@rel='pressrelease:previousVersion']/@*") == [
        "pressrelease:previousVersion",
        "tag:example.org,2026:harbour",
        "1",
    ]


def test_a_correction_says_to_editors_what_changed() -> None:
    document = g2(version=2, change={"kind": "correction", "note": "A figure.", "wrong": "3", "right": "4"})
    said = "Correction: A figure. The earlier version said “3”; right is “4”."
    assert found(document, "//g:edNote[@role='pressrelease:change']") == [said]


def test_an_embargo_without_known_end_is_an_empty_element() -> None:
    document = g2(embargo={})
    assert (found(document, "//g:embargoed"), found(document, "//g:pubStatus/@qcode")) == (
        [""],
        ["stat:usable"],
    )


def test_no_embargo_is_no_element() -> None:
    assert found(g2(), "//g:embargoed") == []


def test_the_version_is_made_when_it_was_updated_and_the_item_when_it_was_published() -> None:
    document = g2(published="2026-03-02T09:00+01:00", updated="2026-03-03T09:00+01:00")
    assert found(document, "//g:versionCreated | //g:firstCreated") == [
        "2026-03-03T09:00:00+01:00",
        "2026-03-02T09:00:00+01:00",
    ]


def test_local_time_without_a_zone_gets_none_invented(judge: Judge) -> None:
    document = g2(dateline={"date": "2020-08-26", "time": "18:39", "zone_printed": "Time"})
    assert found(document, "//g:versionCreated | //g:contentCreated") == ["2020-08-26T18:39:00"] * 2
    assert judge.faults(document) == []


def test_without_any_date_the_version_is_made_now() -> None:
    assert found(g2(), "//g:versionCreated") == ["2026-11-23T12:00:00+00:00"]


def test_an_id_that_is_no_iri_becomes_one_that_gives_it_back() -> None:
    document = g2(id="PR 123/ü")
    assert found(document, "/g:newsItem/@guid") == ["urn:pressrelease:1:id:PR%20123%2F%C3%BC"]
    assert found(document, "//pr:field[@path='id']") == ["PR 123/ü"]


def test_every_alias_is_in_the_catalogue_or_declared() -> None:
    document = g2(subjects=["medtop:04000000", "acme:x1", {"code": "no code", "name": "Odd"}, "free words"])
    assert found(document, "//g:scheme/@alias") == ["pressrelease", "acme"]
    coded = "@*[name()='qcode' or name()='literal']"
    topics = f"//g:subject[not(starts-with(@qcode, 'subj:'))]/{coded}"
    assert found(document, topics) == ["medtop:04000000", "acme:x1", "no code", "free words"]


def test_contacts_and_securities_are_asserted_about_the_issuer() -> None:
    document = g2(
        publisher={
            "name": "Port",
            "isin": "US0000000001",
            "tickers": [{"exchange": "NYSE", "symbol": "PRT"}, {"exchange": "Smalltown", "symbol": "P"}],
        },
        contacts=[
            {
                "name": "Pat Pier",
                "phones": [{"number": "+49 1"}, {"number": "+49 2", "kind": "fax"}],
                "emails": ["pat@example.org"],
                "address": {"street": "Quay 1", "city": "Hamburg", "postcode": "20457", "country": "DE"},
            },
            {"name": "Kay Quay", "for_editors": True},
        ],
    )
    about = "//g:assert[@literal='Port']"
    assert found(document, f"{about}/g:hasInstrument/@symbol") == ["PRT", "P", "US0000000001"]
    assert found(document, f"{about}/g:hasInstrument/@market") == ["mic:XNYS"]
    assert found(document, f"{about}/g:hasInstrument/@marketlabel") == ["NYSE", "Smalltown"]
    contact = f"{about}/g:organisationDetails/g:contactInfo"
    assert found(document, f"{contact}/*[not(*)]") == ["pat@example.org", "+49 1", "+49 2", "Pat Pier"]
    address = ["Quay 1", "Hamburg", "20457"]
    assert found(document, f"{contact}/g:address//*[not(*) and text()]") == address
    assert found(document, f"{contact}/g:address/g:country/@qcode") == ["iso3166-1a2:DE"]


def test_facts_of_one_organisation_in_two_roles_are_asserted_once() -> None:
    port = {"name": "Port", "isin": "US0000000001"}
    document = g2(publisher=port, organisations=[port], contacts=[{"name": "Pat Pier"}])
    assert found(document, "//g:assert/@pr:of") == ["publisher organisations.0"]


def test_rights_have_holder_notice_terms_licence_and_reservation() -> None:
    document = g2(
        rights={
            "holder": "Port",
            "year": 2026,
            "usage_terms": "Free.",
            "licence": "https://example.org/l",
            "data_mining": "reserved",
            "data_mining_policy": "https://example.org/p",
        }
    )
    assert found(document, "//g:copyrightHolder/g:name | //g:copyrightNotice | //g:usageTerms") == [
        "Port",
        "© 2026 Port",
        "Free.",
    ]
    assert found(document, "//g:rightsInfo/*/@href") == ["https://example.org/l", "https://example.org/p"]
    assert found(document, "//g:dataMining/@uri") == ["http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"]


def test_a_picture_is_linked_and_shown_in_the_body_but_is_no_alternative_of_the_text() -> None:
    picture = {"href": "crane.jpg", "alt": "A crane", "caption": "It lifts", "credit": "Photo"}
    document = g2(url="https://example.org/harbour/", assets=[picture])
    assert found(document, "//g:link[@rel='irel:associatedWith']/@href") == [
        "https://example.org/harbour/crane.jpg"
    ]
    assert found(document, "//h:figure/h:img/@src") == ["https://example.org/harbour/crane.jpg"]
    assert found(document, "//h:figure/h:img/@alt") == ["A crane"]
    assert found(document, "//g:contentSet/*[not(self::g:inlineXML)]") == []


def test_a_picture_that_stands_in_the_story_is_shown_once() -> None:
    document = g2(story=[{"figure": "a.jpg", "alt": "A"}], assets=[{"href": "a.jpg", "alt": "A"}])
    assert len(found(document, "//h:img")) == 1


def test_nitf_in_g2_stands_in_its_own_namespace() -> None:
    """A peer puts NITF into the namespace of G2, where its names clash."""
    document = tree(pr.Release(**BASE, story="Words.", urgency=4), "newsml-g2", {"body": "nitf"})
    assert found(document, "//g:inlineXML/@contenttype") == ["application/nitf+xml"]
    assert found(document, "//g:inlineXML/n:nitf/n:body/n:body.content/n:block/n:p") == ["Words."]
    assert len(found(document, "//g:urgency")) == 1


def test_a_right_to_left_release_says_so() -> None:
    document = g2(language="ar", story="كلمات")
    assert found(document, "/g:newsItem/@dir | //h:html/@dir") == ["rtl", "rtl"]


def test_an_unknown_language_is_not_named() -> None:
    document = g2(language="und")
    assert found(document, "//@xml:lang[. = 'und'] | //g:language") == []


def test_an_unknown_body_is_refused() -> None:
    with pytest.raises(pr.Unwritable, match="body is xhtml or nitf"):
        pr.render(pr.Release(**BASE), "newsml-g2", options={"body": "html"})
