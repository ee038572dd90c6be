"""A release as a package: text and media as items of their own, what ties them, and all of it one release again."""

from __future__ import annotations

from typing import Any

import NewsMLG2
import pytest
from hypothesis import given
from lxml import etree
from strategies import releases
from wires import NOW, Judge, found, stripped, tree

import pressrelease as pr
from pressrelease.formats.losses import leaves

WHOLE = pr.Release(
    headline="Harbour opens",
    id="tag:example.org,2026:harbour",
    version=2,
    language="en",
    published="2026-03-02T09:00Z",
    url="https://example.org/harbour/",
    urgency=3,
    story="The harbour opened.",
    rights={"usage_terms": "Free."},
    assets=[
        {
            "renditions": [
                {"href": "a.jpg", "name": "web", "width": 800, "height": 600},
                {"href": "big.jpg", "name": "print", "size": 99},
                {"href": "odd.jpg", "name": "x y"},
            ],
            "id": "https://example.org/pictures/1",
            "title": "Crane",
            "alt": "A crane",
            "caption": "It lifts.\n\nAgain.",
            "credit": "Ada",
            "rights": "© Ada",
        },
        {"href": "https://example.org/film.mp4", "role": "video", "media_type": "video/mp4"},
        {"href": "report.pdf", "role": "document", "title": "Report"},
    ],
    translations=[
        {"language": "de", "id": "tag:example.org,2026:hafen", "title": "Hafen"},
        {"language": "fr", "href": "/port", "title": "Port"},
    ],
)
PACKAGE = {"package": True}


def packaged(release: pr.Release = WHOLE, **options: Any) -> etree._Element:
    return tree(release, "newsml-g2", {**PACKAGE, **options})


def test_a_package_is_a_message_of_package_text_and_media() -> None:
    document = packaged()
    assert found(document, "//g:itemMeta/g:itemClass/@qcode") == [
        "ninat:composite",
        "ninat:text",
        "ninat:picture",
        "ninat:video",
    ]
    assert found(document, "/g:newsMessage/g:header/g:priority") == ["3"]


def test_a_message_has_a_media_type_of_its_own() -> None:
    item = pr.write(WHOLE, "newsml-g2", now=NOW).media_type
    package = pr.write(WHOLE, "newsml-g2", now=NOW, options=PACKAGE).media_type
    joined = pr.write_all([WHOLE], "newsml-g2", now=NOW).media_type
    message = "application/vnd.iptc.g2.newsmessage+xml"
    assert (item, package, joined) == ("application/vnd.iptc.g2.newsitem+xml", message, message)


def test_the_package_ties_text_media_and_translations_in_groups_of_our_own_scheme() -> None:
    document = packaged()
    assert found(document, "//g:group/@role") == [
        "pressrelease:root",
        "pressrelease:main",
        "pressrelease:media",
        "pressrelease:translations",
    ]
    assert found(document, "//g:packageItem//g:scheme/@alias") == ["pressrelease"]
    guids = found(document, "//g:newsItem/@guid")
    assert found(document, "//g:itemRef/@residref") == [
        *guids,
        "tag:example.org,2026:hafen",
        "https://example.org/port",
    ]
    assert guids[:2] == ["tag:example.org,2026:harbour", "https://example.org/pictures/1"]
    assert found(document, "//g:itemRef/g:itemClass/@qcode") == [
        "ninat:text",
        "ninat:picture",
        "ninat:video",
        "ninat:text",
        "ninat:text",
    ]


def test_a_picture_item_has_its_files_its_caption_its_alternative_text_and_its_rights() -> None:
    picture = "//g:newsItem[g:itemMeta/g:itemClass/@qcode='ninat:picture']"
    document = packaged()
    assert found(document, f"{picture}//g:remoteContent/@rendition") == [
        "rnd:web",
        "rnd:highRes",
        "pressrelease:file-3",
    ]
    assert found(document, f"{picture}//g:remoteContent/@href")[0] == "https://example.org/harbour/a.jpg"
    assert found(
        document, f"{picture}//g:remoteContent/@*[name()='width' or name()='height' or name()='size']"
    ) == [
        "800",
        "600",
        "99",
    ]
    told = {"drol:caption": "It lifts. Again.", "pressrelease:altText": "A crane"}
    assert {role: found(document, f"{picture}//g:description[@role='{role}']") for role in told} == {
        role: [text] for role, text in told.items()
    }
    lines = found(document, f"{picture}//g:headline | {picture}//g:creditline | {picture}/g:rightsInfo/*")
    assert lines == ["© Ada", "Free.", "Crane", "Ada"]


def test_a_kill_cancels_the_media_too_and_repeats_nothing_of_them(judge: Judge) -> None:
    killed = WHOLE.changed(version=3, status="canceled", change={"kind": "kill", "note": "Not so."})
    document = packaged(killed)
    assert judge.faults(document) == []
    assert found(document, "//g:pubStatus/@qcode") == ["stat:canceled"] * 4
    assert found(document, "//g:remoteContent | //g:description | //h:img") == []
    assert found(document, "//g:newsItem/@guid") == found(packaged(), "//g:newsItem/@guid")


def test_an_embargo_holds_every_item_and_says_so_in_words() -> None:
    document = packaged(WHOLE.changed(embargo={"until": "2026-12-01T09:00+01:00"}))
    assert found(document, "//g:embargoed") == ["2026-12-01T09:00:00+01:00"] * 4
    assert found(document, "//g:edNote") == ["Embargoed until 1 December 2026, 09:00 (UTC+01:00)"] * 4


@pytest.mark.parametrize("body", ["xhtml", "nitf"])
def test_a_package_is_one_release_again(body: str) -> None:
    data = pr.render(WHOLE, "newsml-g2", now=NOW, options={"package": True, "body": body})
    assert pr.parse(data, "newsml-g2") == WHOLE
    assert list(pr.parse_all(data, "newsml-g2")) == [WHOLE]


def test_without_our_marks_the_media_are_assets_with_all_their_items_say() -> None:
    back = pr.parse(etree.tostring(stripped(packaged())), "newsml-g2")
    picture, film, report = back.assets
    assert picture == pr.Asset(
        id="https://example.org/pictures/1",
        title="Crane",
        alt="A crane",
        caption="It lifts.\n\nAgain.",
        credit="Ada",
        rights="© Ada",
        renditions=[
            {
                "href": "https://example.org/harbour/a.jpg",
                "name": "web",
                "media_type": "image/jpeg",
                "width": 800,
                "height": 600,
            },
            {
                "href": "https://example.org/harbour/big.jpg",
                "name": "print",
                "media_type": "image/jpeg",
                "size": 99,
            },
            {"href": "https://example.org/harbour/odd.jpg", "name": "file-3", "media_type": "image/jpeg"},
        ],
    )
    assert (film.role, film.renditions[0].href) == ("video", "https://example.org/film.mp4")
    assert (report.title, report.renditions[0].href) == ("Report", "https://example.org/harbour/report.pdf")


def test_packages_in_one_message_come_apart_into_their_releases(judge: Judge) -> None:
    second = WHOLE.changed(id="tag:example.org,2026:other", headline="Other")
    plain = pr.Release(headline="Plain", id="tag:example.org,2026:plain")
    message = pr.render_all([WHOLE, second, plain], "newsml-g2", now=NOW, options=PACKAGE)
    assert judge.faults(etree.fromstring(message)) == []
    assert list(pr.parse_all(message, "newsml-g2")) == [WHOLE, second, plain]


def test_a_package_of_several_texts_is_no_release_of_its_own_but_a_list() -> None:
    """A `top stories` package stays apart from the stories."""
    reference = '<itemRef residref="{}"><itemClass qcode="ninat:text"/><title>{}</title></itemRef>'
    package = (
        '<packageItem guid="p"><itemMeta><title>Top</title></itemMeta><groupSet root="g"><group id="g">'
        f"{reference.format('a', 'First')}{reference.format('b', 'Second')}</group></groupSet></packageItem>"
    )
    item = '<newsItem guid="{}"><contentMeta><headline>{}</headline></contentMeta></newsItem>'
    message = (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{package}{item.format("a", "First")}'
        f"{item.format('b', 'Second')}</itemSet></newsMessage>"
    )
    read = list(pr.parse_all(message, "newsml-g2"))
    assert [(r.headline, r.story.text) for r in read] == [
        ("Top", "First\nSecond"),
        ("First", ""),
        ("Second", ""),
    ]


def test_another_library_reads_each_item_of_a_package() -> None:
    document = packaged()
    items = [NewsMLG2.NewsMLG2Document(etree.tostring(e)).get_item() for e in document.find("{*}itemSet")]
    assert [i.itemmeta.itemclass.qcode for i in items] == [
        "ninat:composite",
        "ninat:text",
        "ninat:picture",
        "ninat:video",
    ]
    references = [ref.residref for group in items[0].groupset.group for ref in group.itemref or ()]
    assert references[:2] == ["tag:example.org,2026:harbour", "https://example.org/pictures/1"]
    assert next(content.href for content in items[2].contentset.remotecontent) == (
        "https://example.org/harbour/a.jpg"
    )


@given(release=releases())
def test_every_package_is_valid_and_comes_back_whole(judge: Judge, release: pr.Release) -> None:
    release = release if release.id or release.url else release.changed(id="tag:example.org,2026:it")
    made = pr.write(release, "newsml-g2", now=NOW, options=PACKAGE)
    assert judge.faults(etree.fromstring(made.body)) == []
    lost = {loss.path for loss in made.losses}
    kept = {p: v for p, v in leaves(release) if p.partition(".")[0] not in lost}
    assert dict(leaves(pr.parse(made.body, "newsml-g2"))) == kept
