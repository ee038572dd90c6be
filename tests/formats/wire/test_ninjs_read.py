"""ninjs of others: every version, every dialect we know of, and what is none of them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ninjs_items import NAMES, NinjsJudge
from outside import needs, place
from wires import NOW

import pressrelease as pr
from pressrelease.formats.verbs import recognised
from pressrelease.story import Break, Emphasis, Paragraph, Story, Strong, Text

BASE = {"uri": "tag:example.org,2026:harbour", "type": "text", "headline": "Harbour opens"}
EXAMPLES = place("PRESSRELEASE_WIRES", "../shared/wire/examples")
NAMED = sorted((EXAMPLES / "ninjs").glob("*.json")) if EXAMPLES else []


def read(item: Any = None, *, zone: str = "", **members: Any) -> pr.Reading:
    house = pr.Newsroom(
        title="Port", base_url="https://example.org", publisher={"name": "Port"}, time_zone=zone
    )
    text = json.dumps({**BASE, **members} if item is None else item)
    return pr.read(text, "ninjs", newsroom=house if zone else None)


def codes(reading: pr.Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


# --- the official examples -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NAMED or [None], ids=lambda p: p.stem if p else "none")
@pytest.mark.parametrize("version", list(NAMES))
def test_an_official_example_is_recognised_read_and_written_again_valid(
    ninjs_judge: NinjsJudge, path: Path | None, version: str
) -> None:
    data = needs(path, "the official examples, $PRESSRELEASE_WIRES").read_bytes()
    reading = pr.read(data)
    assert path is not None
    assert reading.format == {"3": "ninjs", "2": "ninjs-2.2", "1": "ninjs-1.6"}[path.name[0]] or "uri" in str(
        data[:40]
    )
    written = pr.render(reading.release, NAMES[version], now=NOW)
    assert ninjs_judge.faults(json.loads(written), version) == []
    assert pr.parse(written, NAMES[version]) == reading.release


ALIKE = {p.stem.partition("-")[2] for p in NAMED} - {
    "008_event",  # 3.x only
    "002_renditions_example",  # a name is misspelt in one of them
}


@pytest.mark.parametrize("example", sorted(ALIKE))
def test_an_official_example_is_the_same_release_in_every_version(example: str) -> None:
    assert EXAMPLES is not None
    read = [pr.parse((EXAMPLES / "ninjs" / f"{v}-{example}.json").read_bytes(), "ninjs") for v in NAMES]
    assert read[1] == read[0]
    assert read[2] == read[0]


# --- names and shapes of every version -----------------------------------------------------------------------------

FIRST = {
    "uri": "urn:example:1",
    "type": "composite",
    "version": "2",
    "versioncreated": "2026-03-03T08:00:00Z",
    "firstcreated": "2026-03-02T08:00:00Z",
    "embargoed": "2026-12-01T09:00:00+01:00",
    "pubstatus": "withheld",
    "urgency": 4,
    "copyrightholder": "Port",
    "usageterms": "Free.",
    "ednote": "Soon.",
    "language": "en",
    "headline": "Harbour opens",
    "headline_sub": "At last",
    "byline": "Ada Byron",
    "slugline": "Harbour",
    "description_text": "Short.",
    "body_html": "<p>It <b>opened</b>.<br>At noon.</p>",
    "subject": [
        {"name": "economy", "scheme": "http://cv.iptc.org/newscodes/mediatopic/", "code": "medtop:04000000"},
        {"name": "X", "scheme": "http://example.org/cv/", "code": "x"},
    ],
    "person": [{"name": "Jo Doe", "scheme": "https://example.org/people/", "code": "jo"}],
    "organisation": [{"name": "Crane Works", "symbols": [{"ticker": "CRW", "exchange": "LSE"}]}],
    "place": [{"name": "Bremen", "geometry_geojson": {"type": "Point", "coordinates": [8.8, 53.1]}}],
    "infosource": [{"name": "Example Wire"}],
    "genre": [{"name": "Statement"}],
    "altids": {"house": "PR-1"},
    "associations": {
        "logo": {
            "uri": "https://example.org/logo",
            "type": "graphic",
            "renditions": {
                "web": {"href": "https://example.org/logo.png", "mimetype": "image/png", "width": 100}
            },
        },
        "empty": None,
    },
}
SECOND = {
    **{k: v for k, v in FIRST.items() if not k.startswith(("headline", "body", "description"))},
    "headlines": [{"role": "main", "value": "Harbour opens"}, {"role": "sub", "value": "At last"}],
    "descriptions": [{"value": "Short."}],
    "bodies": [{"contenttype": "text/html", "value": FIRST["body_html"]}],
    "by": "Ada Byron",
    "subjects": [
        {"name": "economy", "uri": "http://cv.iptc.org/newscodes/mediatopic/04000000"},
        {"name": "X", "uri": "http://example.org/cv/x"},
    ],
    "people": [{"name": "Jo Doe", "uri": "https://example.org/people/jo"}],
    "organisations": [{"name": "Crane Works", "symbols": [{"symbol": "CRW", "exchange": "LSE"}]}],
    "places": [{"name": "Bremen", "geojson": {"type": "Point", "coordinates": [8.8, 53.1]}}],
    "infosources": FIRST["infosource"],
    "genres": FIRST["genre"],
    "altids": [{"role": "house", "value": "PR-1"}],
    "associations": [
        {
            "name": "logo",
            "uri": "https://example.org/logo",
            "type": "graphic",
            "renditions": [
                {
                    "name": "web",
                    "href": "https://example.org/logo.png",
                    "contenttype": "image/png",
                    "width": 100,
                }
            ],
        }
    ],
}
for _name in ("byline", "subject", "person", "organisation", "place", "infosource", "genre"):
    del SECOND[_name]
_CAMEL = {
    "versioncreated": "versionCreated",
    "firstcreated": "firstCreated",
    "embargoed": "embargoedUntil",
    "pubstatus": "pubStatus",
    "copyrightholder": "copyrightHolder",
    "usageterms": "usageTerms",
    "ednote": "edNote",
    "infosources": "infoSources",
    "altids": "altIds",
    "contenttype": "contentType",
    "geojson": "geoJSON",
}


def camel(value: Any) -> Any:
    if isinstance(value, dict):
        return {_CAMEL.get(k, k): camel(v) for k, v in value.items()}
    return [camel(v) for v in value] if isinstance(value, list) else value


THIRD = camel(SECOND)


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD], ids=["1.x", "2.x", "3.x"])
def test_an_item_of_any_version_says_the_same(item: dict[str, Any]) -> None:
    reading = read(item)
    assert (reading.findings, reading.leftovers) == ((), ())
    assert reading.release == pr.Release(
        headline="Harbour opens",
        subheadline="At last",
        id="urn:example:1",
        version=2,
        status="withheld",
        language="en",
        slugline="Harbour",
        byline="Ada Byron",
        summary="Short.",
        story=Story((Paragraph((Text("It "), Strong("opened"), Text("."), Break(), Text("At noon."))),)),
        provider={"name": "Example Wire"},
        embargo={"until": "2026-12-01T08:00Z"},
        published="2026-03-02T08:00Z",
        updated="2026-03-03T08:00Z",
        subjects=[
            {"name": "economy", "code": "medtop:04000000"},
            {"name": "X", "code": "http://example.org/cv/x"},
        ],
        places=[{"name": "Bremen", "latitude": 53.1, "longitude": 8.8}],
        people=[{"name": "Jo Doe", "uri": "https://example.org/people/jo"}],
        organisations=[{"name": "Crane Works", "tickers": [{"exchange": "LSE", "symbol": "CRW"}]}],
        assets=[
            {
                "role": "logo",
                "id": "https://example.org/logo",
                "renditions": [{"href": "https://example.org/logo.png", "name": "web", "width": 100}],
            }
        ],
        rights={"holder": "Port", "usage_terms": "Free."},
        urgency=4,
        genre="Statement",
        editor_note="Soon.",
        extra={"ninjs:altIds": {"house": "PR-1"}},
    )


# --- dialects ------------------------------------------------------------------------------------------------------


def test_superdesks_own_dialect_is_read() -> None:
    """It has `guid` in the place of `uri`, members of its own, and nulls."""
    reading = read(
        {
            "guid": "urn:newsml:example.org:2026:1",
            "uri": None,
            "version": "3",
            "type": "text",
            "priority": 6,
            "service": [{"code": "i", "name": "International"}],
            "pubstatus": "usable",
            "versioncreated": "2026-03-02T08:00:00+0000",
            "headline": "Harbour opens",
            "byline": "",
            "source": "EXW",
            "keywords": ["cranes", "ferries"],
            "located": "Bremen",
            "place": [{"code": "HB", "name": "Bremen", "state": "Bremen", "country": "Germany"}],
            "subject": [
                {"code": "20000031", "name": "visual arts"},
                {"code": "abc", "name": "House topic", "scheme": "house"},
            ],
            "authors": [{"name": "Ada Byron", "role": "writer"}],
            "body_html": '<p>It opened.</p><!-- EMBED START Image {id: "editor_0"} -->',
            "description_html": "<p>Short.</p>",
            "description_text": "Short.",
            "extra": {"house_field": 1},
            "embargoed": None,
            "charcount": 10,
            "associations": {
                "featuremedia": {
                    "guid": "tag:example.org:2026:pic",
                    "type": "picture",
                    "headline": "Crane",
                    "description_text": "Up",
                    "body_text": "A crane",
                    "byline": "Photo",
                    "renditions": {
                        "original": {
                            "href": "https://example.org/a.jpg",
                            "width": 1600,
                            "height": 900,
                            "mimetype": "image/jpeg",
                            "poi": {"x": 1, "y": 2},
                            "media": "a",
                        }
                    },
                },
                "editor_1": None,
            },
        }
    )
    assert reading.findings == ()
    assert reading.leftovers == (
        'authors.0.role: "writer"',
        "associations.featuremedia.renditions.original.poi: {'x': 1, 'y': 2}",
        'associations.featuremedia.renditions.original.media: "a"',
    )
    assert reading.release == pr.Release(
        headline="Harbour opens",
        id="urn:newsml:example.org:2026:1",
        version=3,
        byline="Ada Byron",
        summary="Short.",
        dateline={"places": [{"name": "Bremen"}]},
        story="It opened.",
        provider={"name": "EXW"},
        published="2026-03-02T08:00Z",
        subjects=[
            {"name": "visual arts", "code": "medtop:20000031"},
            {"name": "House topic", "code": "house:abc"},
        ],
        keywords=["cranes", "ferries"],
        places=[{"name": "Bremen", "uri": "HB", "region": "Bremen", "country": "Germany"}],
        assets=[
            {
                "role": "main",
                "id": "tag:example.org:2026:pic",
                "title": "Crane",
                "alt": "A crane",
                "caption": "Up",
                "credit": "Photo",
                "renditions": [
                    {"href": "https://example.org/a.jpg", "name": "original", "width": 1600, "height": 900}
                ],
            }
        ],
        extra={
            "ninjs:priority": 6,
            "ninjs:service": [{"code": "i", "name": "International"}],
            "ninjs:extra": {"house_field": 1},
        },
    )


def test_whom_a_text_is_about_can_be_reached_by_the_desk_only() -> None:
    way = [{"type": "phone", "role": "work", "value": "+46 8 123"}]
    release = read(people=[{"name": "Jo Doe", "contactinfo": way}]).release
    assert release.people == (pr.Person(name="Jo Doe"),)
    assert release.contacts == (
        pr.Contact(name="Jo Doe", phones=[{"number": "+46 8 123"}], for_editors=True),
    )


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("20000031", "medtop:20000031"),
        ("04000000", "medtop:04000000"),
        ("04005000", "subj:04005000"),
        ("99999999", "99999999"),
        ("Innenriks", ""),
    ],
)
def test_bare_digits_are_the_code_of_the_vocabulary_that_has_them(code: str, known: str) -> None:
    (subject,) = read(subjects=[{"name": "Innenriks", "literal": code}]).release.subjects
    assert subject == pr.Subject(name="Innenriks", code=known)


def test_a_relation_that_is_none_of_ours_is_left_over() -> None:
    assert read(people=[{"name": "Jo Doe", "rel": "mentions"}]).leftovers == ('people.0.rel: "mentions"',)


@pytest.mark.parametrize(
    ("kind", "value", "field"),
    [
        ("Email", "a@example.org", {"emails": ("a@example.org",)}),
        ("", "a@example.org", {"emails": ("a@example.org",)}),
        ("telephone", "+49 40 1", {"phones": ({"number": "+49 40 1"},)}),
        ("", "+49 40 1234", {"phones": ({"number": "+49 40 1234"},)}),
        ("mobile", "1", {"phones": ({"number": "1", "kind": "mobile"},)}),
        ("fax", "1", {"phones": ({"number": "1", "kind": "fax"},)}),
        ("website", "example.org", {"web": "example.org"}),
    ],
)
def test_ways_to_reach_somebody_are_told_by_their_kind_or_their_looks(
    kind: str, value: str, field: dict[str, Any]
) -> None:
    party = {"name": "Port", "role": "publisher", "contactInfo": [{"type": kind, "value": value}]}
    assert read(infoSources=[party]).release.publisher == pr.Organisation(name="Port", **field)


def test_an_address_may_be_in_parts() -> None:
    address = {"lines": ["Quay 1", "Floor 3"], "locality": "Bremen", "postalCode": "28195", "country": "DE"}
    party = {"name": "Port", "role": "publisher", "contactInfo": [{"type": "physical", "address": address}]}
    publisher = read(infoSources=[party]).release.publisher
    assert publisher is not None
    assert publisher.address == pr.Address(
        street="Quay 1", lines=["Floor 3"], city="Bremen", postcode="28195", country="DE"
    )


# --- bodies --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "members",
    [
        {"body_xhtml": "<p>It <em>opened</em>.</p>", "body_text": "plain"},
        {"body_text": "plain", "body_richtext": "<p>It <em>opened</em>.</p>"},
        {"body_main": "<p>It <em>opened</em>.</p>"},
        {"body_html": "<p>It <em>opened</em>.<br></p>"},
        {"bodies": [{"value": "plain", "contentType": "text/plain"}, {"value": "<p>It <em>opened</em>.</p>", "contentType": "text/html"}]},
        {"bodies": [{"role": "nitf", "contentType": "application/nitf+xml", "value": "<nitf><body><body.content><p>It <em>opened</em>.</p></body.content></body></nitf>"}]},
    ],
)  # fmt: skip
def test_the_body_that_says_most_is_read(members: dict[str, Any]) -> None:
    assert read(**members).release.story == Story((Paragraph((Text("It "), Emphasis("opened"), Text("."))),))


@pytest.mark.parametrize("text", ["One.\n\nTwo.", "One.\nTwo.", "One.\r\n \r\nTwo.\r\n"])
def test_plain_text_is_read_as_paragraphs(text: str) -> None:
    assert read(body_text=text).release.story == Story(("One.", "Two."))


def test_the_dateline_of_the_text_says_more_than_the_place_of_the_item() -> None:
    release = read(body_text="HAMBURG, Germany (EXW) -- It opened.", located="Hamburg, Germany").release
    assert release.dateline is not None
    assert (release.dateline.places[0].name, release.dateline.places[0].country) == ("Hamburg", "DE")
    assert (release.dateline.credit, release.story) == ("EXW", Story(("It opened.",)))


def test_scripts_and_handlers_of_a_body_have_no_place() -> None:
    release = read(body_html="<p onclick=x>It opened.</p><script>alert(1)</script>").release
    assert release.story == Story(("It opened.",))


# --- what is wrong or missing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["", "soon", "2026-12-01T09:00:00", "2026-12-01", True, 5, {}, []])
def test_an_embargo_whose_end_cannot_be_told_holds_the_release(said: Any) -> None:
    reading = read(embargoed=said)
    assert reading.release.embargo is not None
    assert reading.release.embargo.until is None
    assert codes(reading) == ["embargo-unreadable"]


def test_an_embargo_without_a_zone_ends_in_that_of_the_newsroom() -> None:
    reading = read(embargoed="2026-12-01T09:00:00", zone="Europe/Berlin")
    assert reading.release.embargo == pr.Embargo(until="2026-12-01T08:00Z")
    assert codes(reading) == ["moment-without-zone"]


def test_an_embargo_that_does_not_tell_its_end_has_the_one_in_words() -> None:
    body = "<p>EMBARGOED UNTIL 1 December 2026, 09:00 UTC</p><p>It opened.</p>"
    release = read(embargoed="", body_html=body).release
    assert release.embargo is not None
    assert release.embargo.until == dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
    assert release.story == Story(("It opened.",))


def test_of_two_embargoes_the_last_to_end_binds() -> None:
    reading = read(embargoed="2026-12-01T09:00:00Z", embargoedUntil="2026-11-01T09:00:00Z")
    assert reading.release.embargo == pr.Embargo(until="2026-12-01T09:00Z")
    assert read(embargoed="2026-12-01T09:00:00Z", embargoedUntil="soon").release.embargo == pr.Embargo(
        printed="soon"
    )


@pytest.mark.parametrize("said", [None, False])
def test_an_embargo_that_says_nothing_is_none(said: Any) -> None:
    assert read(embargoed=said).release.embargo is None


@pytest.mark.parametrize(
    ("said", "status", "told"),
    [
        ("usable", "usable", []),
        ("stat:usable", "usable", []),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", "canceled", []),
        ("CANCELLED", "canceled", []),
        ("on ice", "withheld", ["unknown-status"]),
        (5, "withheld", ["unknown-status"]),
        ({}, "withheld", ["unknown-status"]),
    ],
)
def test_a_status_nobody_knows_withholds_the_release(said: Any, status: str, told: list[str]) -> None:
    reading = read(pubstatus=said)
    assert (reading.release.status, codes(reading)) == (status, told)


def test_a_moment_without_a_zone_is_read_in_utc_and_told() -> None:
    reading = read(versioncreated="2026-03-02T08:00:00")
    assert reading.release.published == dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
    assert codes(reading) == ["moment-without-zone"]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"uri": None}, "missing-uri"),
        ({"headline": None, "slugline": "Harbour"}, "missing-headline"),
        ({"representationtype": "incomplete"}, "partial-item"),
        ({"urgency": 12}, "wrong-type"),
        ({"urgency": "high"}, "wrong-type"),
        ({"version": "two"}, "wrong-type"),
        ({"version": "9.9e999"}, "wrong-type"),
        ({"version": 10**400}, "value-dropped"),
        ({"urgency": 10**400}, "wrong-type"),
        ({"versioncreated": "yesterday"}, "wrong-type"),
        ({"subject": "economy", "place": 7}, "wrong-type"),
        ({"associations": [{"name": "x", "type": "picture"}]}, "association-left-out"),
        ({"infosource": [{"name": "A"}, {"name": "B"}]}, "party-left-out"),
    ],
)
def test_what_is_wrong_or_missing_is_told_and_the_rest_is_read(members: dict[str, Any], code: str) -> None:
    reading = read(**members)
    assert codes(reading) == [code]
    assert reading.release.headline == members.get("slugline", "Harbour opens")


def test_a_name_that_stands_twice_is_read_both_times() -> None:
    """An official example has it."""
    files = '{"a": {"href": "https://example.org/1.mp4"}, "a": {"href": "https://example.org/2.mp4"}}'
    film = f'{{"film": {{"uri": "tag:example.org,2026:film", "type": "video", "renditions": {files}}}}}'
    reading = pr.read(
        f'{{"uri": "tag:example.org,2026:a", "headline": "A", "associations": {film}}}', "ninjs"
    )
    (asset,) = reading.release.assets
    assert [(f.name, f.href) for f in asset.renditions] == [
        ("a", "https://example.org/1.mp4"),
        ("a2", "https://example.org/2.mp4"),
    ]
    assert codes(reading) == ["name-twice"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", "not a ninjs item"),
        ('[{"uri": "a:1"}, {"uri": "a:2"}]', "several releases"),
        ("7", "not a ninjs item"),
        ("{}", "an item without a headline"),
        ('{"uri": "a:1"', "not JSON"),
    ],
)
def test_what_is_no_item_is_refused(text: str, problem: str) -> None:
    with pytest.raises(pr.PressReleaseError) as caught:
        pr.read(text, "ninjs")
    assert caught.value.problem == problem


_names = st.sampled_from(
    [
        *FIRST,
        *SECOND,
        *THIRD,
        "guid",
        "keywords",
        "authors",
        "source",
        "rightsInfo",
        "title",
        "located",
        "renditions",
    ]
)
_leaf = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(
        ["2026-03-02T08:00:00Z", "https://example.org/a.jpg", "main", "dateline", "urn:pressrelease:1"]
    ),
)
_inner = st.sampled_from(
    ["name", "value", "role", "rel", "uri", "href", "code", "scheme", "symbols", "contactInfo", "address", "lines",
     "geoJSON", "coordinates", "type", "renditions", "width", "altIds", "urn:pressrelease:1"]
)  # fmt: skip
_anything = st.recursive(
    _leaf,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_inner, inner, max_size=4)),
    max_leaves=12,
)


@given(item=st.dictionaries(_names, _anything, max_size=8))
def test_any_item_is_read_or_refused(item: dict[str, Any]) -> None:
    """No kind of value in any place stops the reader; and what it made can be written."""
    try:
        release = pr.parse(json.dumps({"headline": "A", "uri": "a:1", **item}), "ninjs")
    except pr.PressReleaseError:
        return
    if release.id or release.url:
        assert pr.parse(pr.render(release, "ninjs", now=NOW), "ninjs") == release


@given(own=_anything)
def test_anything_in_our_own_place_is_read_or_told(own: Any) -> None:
    item = {**BASE, "altIds": [{"role": "urn:pressrelease:1", "value": json.dumps(own)}]}
    assert pr.parse(json.dumps(item), "ninjs").headline


# --- recognition ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (FIRST, "ninjs-1.6"),
        (SECOND, "ninjs-2.2"),
        (THIRD, "ninjs"),
        ({"uri": "a:1", "headline": "A", "body_html": "<p>A</p>"}, "ninjs-1.6"),
        ({"guid": "a:1", "headline": "A", "versioncreated": "2026-03-02T08:00:00Z"}, "ninjs-1.6"),
        ({"uri": "a:1", "headlines": [{"value": "A"}]}, "ninjs-2.2"),
        ({"uri": "a:1", "versionCreated": "2026-03-02T08:00:00Z"}, "ninjs"),
        ({"standard": {"name": "TTNINJS", "version": "2.2"}, "uri": "a:1"}, "ninjs-2.2"),
        ({"$standard": {"name": "ninjs", "version": "1.3"}, "uri": "a:1"}, "ninjs-1.6"),
        ({"standard": {"name": "ninjs", "version": "3.3"}, "uri": "a:1"}, "ninjs"),
        ({"headline": "A", "places": [{"name": "B", "uri": "a:1"}]}, "json"),
    ],
)
def test_a_version_is_recognised_by_what_it_says_or_by_its_names(item: dict[str, Any], name: str) -> None:
    assert recognised(json.dumps(item))[0][1] == name
    assert recognised(f"{json.dumps(item)}\n{json.dumps(item)}")[0][1] == name
    assert recognised(json.dumps([item, item], indent=1))[0][1] == name
