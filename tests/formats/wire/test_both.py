"""What NewsML-G2 and NITF have in common: valid by construction, whole, the same twice, safe for the public."""

from __future__ import annotations

import datetime as dt
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import releases
from wires import BASE, KINDS, NOW, WHOLE, Judge, enough, found, haystack, missing, stripped, tree

import pressrelease as pr
from pressrelease.envelope import is_killed
from pressrelease.files import load_all
from pressrelease.story import Break, BulletList, Cell, Heading, Link, Paragraph, Story, Table, Text

ids = st.one_of(st.just("tag:example.org,2026:harbour"), st.text(string.printable, min_size=1, max_size=20))
SAMPLES = Path(__file__).parents[3] / "sample_releases"
each = pytest.mark.parametrize(("name", "options"), KINDS, ids=["g2", "g2-nitf", "nitf"])


def identified(release: pr.Release) -> pr.Release:
    return release if release.id or release.url else release.changed(id="tag:example.org,2026:it")


@each
@enough
@given(release=releases())
def test_every_release_is_valid_and_whole(judge: Judge, name: str, options: Any, release: pr.Release) -> None:
    """Valid by the published schemas; and each of its words stands in the document, unless a loss says otherwise."""
    release = identified(release)
    document = tree(release, name, options)
    assert judge.faults(document) == []
    if not is_killed(release):
        assert missing(release, document) == []


@each
def test_every_sample_is_valid_and_whole(judge: Judge, name: str, options: Any) -> None:
    house = pr.Newsroom.load(SAMPLES)
    for entry in load_all(house):
        release = house.completed(entry.release)
        document = tree(release, name, options, newsroom=house)
        assert (entry.path.name, judge.faults(document)) == (entry.path.name, [])
        if not is_killed(release):
            assert (entry.path.name, missing(release, document)) == (entry.path.name, [])


@each
@given(name_of_it=ids, address=st.text(string.printable, max_size=20))
def test_odd_identifiers_and_addresses_are_valid_or_refused(
    judge: Judge, name: str, options: Any, name_of_it: str, address: str
) -> None:
    try:
        release = pr.Release(
            headline="Harbour opens",
            id=name_of_it,
            url=f"https://example.org/{address}",
            related=[{"href": f"https://example.org{address}"}],
            publisher={"name": "Port", "web": address, "uri": name_of_it},
        )
    except pr.PressReleaseError:
        return
    assert judge.faults(tree(release, name, options)) == []


@each
def test_equal_releases_give_equal_bytes(name: str, options: Any) -> None:
    again = pr.parse(pr.render(WHOLE, "json"), "json")
    first = pr.render(WHOLE, name, now=NOW, options=options)
    assert pr.render(again, name, now=NOW, options=options) == first


@each
def test_a_release_that_nothing_identifies_is_refused_with_the_remedy(name: str, options: Any) -> None:
    with pytest.raises(pr.Unwritable) as caught:
        pr.render(pr.Release(headline="Harbour opens"), name, options=options)
    assert caught.value.where.field == "id"
    assert caught.value.advice == (
        "write an id into the release, or render it in a newsroom, which makes one of its slug"
    )


@each
def test_the_address_identifies_where_no_id_does(name: str, options: Any) -> None:
    document = tree(pr.Release(headline="Harbour opens", url="https://example.org/harbour"), name, options)
    assert found(document, "/g:newsItem/@guid | /n:nitf/@uno") == ["https://example.org/harbour"]


@each
def test_subheads_items_cells_and_line_ends_of_the_body_stay(name: str, options: Any) -> None:
    """A peer drops all text outside paragraphs and joins the lines around a break."""
    story = Story(
        (
            Paragraph("First"),
            Heading("Subhead"),
            BulletList(("one", "two")),
            Table(((Cell("k"), Cell("v")),)),
            Paragraph((Text("Line1"), Break(), Text("Line2 "), Link("there", "https://example.org/"))),
        )
    )
    document = tree(pr.Release(**BASE, story=story), name, options)
    body = "//h:body//*" if name == "newsml-g2" and options is None else "//n:body.content//*"
    leaves = found(document, f"{body}[not(*) and normalize-space()]")
    assert leaves == ["First", "Subhead", "one", "two", "k", "v", "there"]
    assert len(found(document, "//h:br | //n:br")) == 1
    assert found(document, "//h:a/@href | //n:a/@href") == ["https://example.org/"]


@each
def test_what_is_for_editors_only_never_stands_in_the_text(name: str, options: Any) -> None:
    release = pr.Release(
        **BASE,
        story="The harbour opened.",
        editor_note="Call the harbour master first.",
        contacts=[
            {"name": "Kay Quay", "for_editors": True, "emails": ["kay@example.org"]},
            {"name": "Pat Pier"},
        ],
    )
    document = tree(release, name, options)
    (text,) = found(document, "//h:body | //n:body.content[not(parent::n:note)]")
    assert ("harbour master" in text, "Kay Quay" in text, "Pat Pier" in text) == (False, False, True)
    notes = " ".join(found(document, "//g:edNote | //n:note[@type='npa']"))
    assert ("harbour master" in notes, "kay@example.org" in notes, "Pat Pier" in notes) == (True, True, False)


@each
def test_an_embargo_stands_first_in_the_body_and_in_the_editors_note_too(name: str, options: Any) -> None:
    release = pr.Release(**BASE, story="Words.", embargo={"until": "2026-12-01T09:00+01:00"})
    document = tree(release, name, options)
    said = "Embargoed until 1 December 2026, 09:00 (UTC+01:00)"
    assert found(document, "(//h:body/h:p | //n:body/n:body.content//n:p)[1]") == [said]
    assert found(document, "//g:edNote | //n:note") == [said]


@each
def test_the_embargo_in_words_can_be_left_out(name: str, options: Any) -> None:
    release = pr.Release(**BASE, story="Words.", embargo={"until": "2026-12-01T09:00+01:00"})
    document = tree(release, name, {**(options or {}), "embargo_in_words": False})
    assert "Embargoed until" not in haystack(document)
    assert found(document, "//g:embargoed | //n:date.release/@norm")[0] != ""


@each
def test_a_kill_names_its_reason_and_repeats_nothing_of_what_it_withdraws(name: str, options: Any) -> None:
    release = pr.Release(
        **BASE,
        version=3,
        status="canceled",
        change={"kind": "kill", "note": "The harbour never opened."},
        summary="Secret summary.",
        story="Secret story.",
        boilerplates=[{"heading": "About", "story": "Secret house."}],
        assets=["secret.jpg"],
    )
    document = tree(release, name, options)
    assert "ecret" not in haystack(document)
    first = "(//h:body/h:p | //n:body/n:body.content//n:p)[1]"
    assert [t.replace(":", "") for t in found(document, first)] == ["Withdrawn The harbour never opened."]
    told = [loss.path for loss in pr.write(release, name, now=NOW, options=options).losses]
    assert told == ["story", "summary", "boilerplates", "assets"]


@each
def test_without_our_namespace_everything_with_a_standard_place_is_there(
    judge: Judge, name: str, options: Any
) -> None:
    bare = stripped(tree(WHOLE, name, options))
    assert judge.faults(bare) == []
    assert "urn:pressrelease" not in "".join(
        v for v in haystack(bare).split() if v != "urn:pressrelease:1:code:"
    )
    assert missing(WHOLE, bare) == []


@each
@pytest.mark.parametrize(
    "moment", ["2026-03-02T08:00:00.250+05:45", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"]
)
def test_moments_of_any_zone_are_valid(judge: Judge, name: str, options: Any, moment: str) -> None:
    release = pr.Release(**BASE, published=moment, updated=moment, expires=moment, embargo={"until": moment})
    assert judge.faults(tree(release, name, options)) == []


@each
def test_a_zone_with_odd_seconds_becomes_utc(name: str, options: Any) -> None:
    odd = dt.timezone(dt.timedelta(hours=1, minutes=2, seconds=3))
    document = tree(pr.Release(**BASE, published=dt.datetime(2026, 3, 2, 9, 0, tzinfo=odd)), name, options)
    assert found(document, "//g:versionCreated | //n:date.issue/@norm")[0] in (
        "2026-03-02T07:57:57+00:00",
        "20260302T075757+0000",
    )
