"""ninjs as it is written: valid by IPTC's schemas, whole, each thing in its member, in every version."""

from __future__ import annotations

import datetime as dt
import html
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from ninjs_items import NAMES, NinjsJudge, item
from strategies import releases
from wires import NOW, enough, words_of

import pressrelease as pr
from pressrelease.characters import one_line
from pressrelease.files import load_all
from pressrelease.formats.wire.ninjs.versions import FIRST
from pressrelease.formats.wire.ninjs.write import write

SAMPLES = Path(__file__).parents[3] / "sample_releases"
BASE: dict[str, Any] = {
    "headline": "Harbour opens",
    "id": "tag:example.org,2026:harbour",
    "language": "en-GB",
    "story": "Secret story.",
    "published": "2026-03-02T08:00Z",
}
STEPS: dict[str, dict[str, Any]] = {
    "new": {},
    "update": {"version": 2, "change": {"kind": "update", "note": "A timetable."}},
    "correction": {"version": 3, "change": {"kind": "correction", "wrong": "nine", "right": "eight"}},
    "embargo set": {"embargo": {"until": "2026-12-01T09:00+01:00"}},
    "embargo moved": {"version": 2, "embargo": {"until": "2026-12-02T09:00+01:00"}},
    "embargo lifted": {"version": 3, "embargo": None},
    "embargo without end": {"embargo": {}},
    "withheld": {"version": 2, "status": "withheld"},
    "kill": {"version": 4, "status": "canceled", "change": {"kind": "kill", "note": "It never opened."}},
}
each = pytest.mark.parametrize("version", list(NAMES))
newer = pytest.mark.parametrize("version", ["3.1", "2.2"])


def made(version: str, options: Any = None, /, **fields: Any) -> dict[str, Any]:
    return item(pr.Release(**{**BASE, **fields}), version, options)


def member(found: dict[str, Any], name: str) -> Any:
    """Return a member by its name of 3.x, whatever the version calls it."""
    names = {"embargoedUntil": "embargoed", "by": "byline"}
    return next((found[n] for n in (name, name.lower(), names.get(name, name)) if n in found), None)


def texts(found: dict[str, Any], stem: str) -> dict[str, str]:
    """Return the texts of one sort by role, from lists and from members of their own."""
    plural = {"headline": "headlines", "body": "bodies", "description": "descriptions"}[stem]
    if plural in found:
        return {one["role"]: one["value"] for one in found[plural]}
    flat = {n.removeprefix(f"{stem}_"): v for n, v in found.items() if n.startswith(f"{stem}_")}
    return {**({"main": found[stem]} if stem in found else {}), **flat}


def strings(value: Any) -> str:
    """Return every string of `value` as one line, markup and JSON within strings undone."""
    if isinstance(value, dict):
        return one_line(" ".join(f"{k} {strings(v)}" for k, v in value.items()))
    if isinstance(value, list):
        return one_line(" ".join(map(strings, value)))
    return html.unescape(str(value)).replace('\\"', '"')


# --- valid and whole -----------------------------------------------------------------------------------------------


def identified(release: pr.Release) -> pr.Release:
    return release if release.id or release.url else release.changed(id="tag:example.org,2026:it")


@each
@enough
@given(release=releases())
def test_every_release_is_valid(ninjs_judge: NinjsJudge, version: str, release: pr.Release) -> None:
    assert ninjs_judge.faults(item(identified(release), version), version) == []


@each
@pytest.mark.parametrize("step", STEPS)
def test_every_sample_is_valid_at_every_step(ninjs_judge: NinjsJudge, version: str, step: str) -> None:
    house = pr.Newsroom.load(SAMPLES)
    for entry in load_all(house):
        release = house.completed(entry.release).changed(**STEPS[step])
        found = item(release, version, newsroom=house)
        assert (entry.path.name, ninjs_judge.faults(found, version)) == (entry.path.name, [])


WHOLE = pr.Release(
    headline="Harbour opens",
    id="tag:example.org,2026:harbour",
    language="en-GB",
    version=2,
    change={"kind": "correction", "note": "A figure."},
    subheadline="At last",
    slugline="Harbour/Opening",
    byline="Ada Byron",
    summary="Short.",
    dateline={"places": [{"name": "Hamburg"}], "date": "2026-03-02", "credit": "EXW"},
    story=[
        {"paragraph": [{"quotation": "Yes", "quote": "q1"}, " said ", {"speaker": "Jo Doe", "quote": "q1"}]},
        {"quote": ["We sail."], "by": {"speaker": "Kay Quay", "role": "pilot"}},
    ],
    boilerplates=[{"heading": "About Port", "story": "A port."}],
    contacts=[{"name": "Pat Pier", "emails": ["pat@example.org"], "phones": [{"number": "+49 40 1"}]}],
    notices=[{"kind": "liability", "heading": "Liability", "text": "None."}],
    publisher={"name": "Port", "isin": "US0000000001", "tickers": [{"exchange": "XNYS", "symbol": "PRT"}]},
    provider={"name": "Example Wire"},
    url="https://example.org/harbour",
    embargo={"until": "2026-12-01T09:00+01:00"},
    published="2026-03-02T08:00Z",
    expires="2027-03-02T08:00Z",
    subjects=[{"code": "medtop:20000031", "name": "visual arts"}],
    keywords=["harbour"],
    places=[{"name": "Bremen", "latitude": 53.1, "longitude": 8.8}],
    people=[{"name": "Jo Doe", "uri": "https://example.org/jo"}],
    organisations=[{"name": "Crane Works", "tickers": [{"exchange": "XLON", "symbol": "CRW"}]}],
    assets=[
        {
            "href": "https://example.org/a.jpg",
            "title": "Crane",
            "alt": "A crane",
            "caption": "Up",
            "credit": "Photo",
            "rights": "© Port",
            "width": 1600,
            "height": 900,
        }
    ],
    related=[{"href": "https://example.org/other", "title": "Other"}],
    translations=[{"language": "de", "href": "https://example.org/de", "title": "Hafen"}],
    rights={"holder": "Port", "notice": "© Port", "usage_terms": "Free.", "licence": "https://example.org/l"},
    urgency=4,
    genre="Statement",
    editor_note="Soon.",
)


@each
def test_without_what_is_ours_everything_with_a_standard_place_is_there(
    ninjs_judge: NinjsJudge, version: str
) -> None:
    found = item(WHOLE, version)
    ids = member(found, "altIds")
    if isinstance(ids, dict):
        del ids["urn:pressrelease:1"]
    else:
        ids[:] = [one for one in ids if one["role"] != "urn:pressrelease:1"]
    assert ninjs_judge.faults(found, version) == []
    seen = strings(found)
    # Codes are told by their schemes' addresses, changes by words; links of 1.x are ours to keep.
    elsewhere = ["subjects", "change.kind"]
    elsewhere += ["related", "translations"] if version == "1.6" else []
    lost = [
        (path, words)
        for path, words in words_of(WHOLE)
        if one_line(words) not in seen and not path.startswith(tuple(elsewhere))
    ]
    assert lost == []


# --- what stands where ---------------------------------------------------------------------------------------------


@each
def test_the_first_member_says_which_version_it_is(version: str) -> None:
    first, value = next(iter(made(version).items()))
    assert (first.lstrip("$"), value["name"], value["version"]) == ("standard", "ninjs", version)


def test_a_newer_version_is_a_row() -> None:
    row = replace(FIRST, number="1.9", names={**FIRST.names, "slugline": "slug"}, lead="picture")
    release = WHOLE.changed(slugline="Harbour")
    found = json.loads(str(write(row, release, pr.Job(NOW)).body))
    assert found["$standard"] == {
        "name": "ninjs",
        "version": "1.9",
        "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.9.json",
    }
    assert (found["slug"], list(found["associations"])) == ("Harbour", ["picture"])


@each
def test_headlines_texts_and_bodies_have_their_roles(version: str) -> None:
    found = made(version, subheadline="At last", summary="Short.")
    assert texts(found, "headline") == {"main": "Harbour opens", "sub": "At last"}
    assert texts(found, "description") == {"text": "Short."}
    assert texts(found, "body") == {"xhtml": "<p>Secret story.</p>\n", "text": "Secret story."}


@each
def test_moments_are_in_utc_and_whole_seconds(version: str) -> None:
    """The strongest open receiver stops at any other form."""
    found = made(
        version,
        published="2026-03-02T09:00:00.250+01:00",
        updated="2026-03-02T12:30:00+05:45",
        embargo={"until": "2026-12-01T09:00:00.000001Z"},
    )
    names = ("firstCreated", "versionCreated", "embargoedUntil")
    assert [member(found, n) for n in names] == [
        "2026-03-02T08:00:00Z",
        "2026-03-02T06:45:00Z",
        "2026-12-01T09:00:01Z",
    ]


@each
@pytest.mark.parametrize(
    ("fields", "created"),
    [
        ({}, "2026-03-02T08:00:00Z"),
        ({"version": 2}, "2026-11-23T12:00:00Z"),
        ({"version": 2, "change": {"kind": "update", "at": "2026-03-04T08:00Z"}}, "2026-03-04T08:00:00Z"),
        ({"published": "2027-01-01T08:00Z"}, "2026-11-23T12:00:00Z"),
        ({"published": None, "dateline": {"date": "2026-03-01"}}, "2026-11-23T12:00:00Z"),
    ],
    ids=["first", "second", "second, its moment known", "to come", "a day without a zone"],
)
def test_a_later_version_is_made_later_and_none_in_the_future(
    version: str, fields: dict[str, Any], created: str
) -> None:
    """Receivers take a version for new by this moment alone."""
    assert member(made(version, **fields), "versionCreated") == created


@each
def test_topics_are_uris_or_codes_of_their_scheme_and_keywords_say_so(version: str) -> None:
    subjects = ["medtop:20000031", "subj:15000000", "acme:x", "free words", "https://example.org/topic"]
    found = made(version, subjects=[*subjects[:4], {"code": subjects[4]}], keywords=["cranes"])
    media = "http://cv.iptc.org/newscodes/mediatopic/"
    if version == "1.6":
        assert found["subject"] == [
            {"name": "visual arts", "rel": "about", "scheme": media, "code": "20000031"},
            {"rel": "about", "scheme": "http://cv.iptc.org/newscodes/subjectcode/", "code": "15000000"},
            {"rel": "about", "code": "acme:x"},
            {"name": "free words", "rel": "about", "code": "free words"},
            {"rel": "about", "code": "https://example.org/topic"},
            {"name": "cranes", "rel": "keyword", "code": "cranes"},
        ]
        return
    assert found["subjects"] == [
        {"name": "visual arts", "rel": "about", "uri": f"{media}20000031"},
        {"rel": "about", "uri": "http://cv.iptc.org/newscodes/subjectcode/15000000"},
        {"rel": "about", "literal": "acme:x"},
        {"name": "free words", "rel": "about"},
        {"rel": "about", "uri": "https://example.org/topic"},
        {"name": "cranes", "rel": "keyword", "literal": "cranes"},
    ]


@each
def test_securities_are_symbols_of_their_organisation(version: str) -> None:
    found = made(version, publisher={"name": "Port", "isin": "US0000000001"}, organisations=[
        {"name": "Crane Works", "tickers": [{"exchange": "LSE", "symbol": "CRW"}]},
    ])  # fmt: skip
    kinds = "http://cv.iptc.org/newscodes/financialinstrumentsymboltype/"
    issuer, works = found.get("organisation") or found["organisations"]
    own = "symbolType" if version == "3.1" else "symboltype"
    ticker = "symbol" if version == "3.1" else "ticker"
    assert (issuer["rel"], issuer["symbols"]) == ("issuer", [{"symbol": "US0000000001", own: f"{kinds}isin"}])
    assert works["symbols"] == [{ticker: "CRW", own: f"{kinds}ticker", "exchange": "XLON"}]


@each
def test_a_point_is_geojson_longitude_first(version: str) -> None:
    found = made(version, places=[{"name": "Bremen", "latitude": 53.1, "longitude": 8.8}])
    (place,) = found.get("place") or found["places"]
    name = {"3.1": "geoJSON", "2.2": "geojson", "1.6": "geometry_geojson"}[version]
    assert place[name] == {"type": "Point", "coordinates": [8.8, 53.1]}


@each
def test_parties_and_press_contacts_are_sources_with_ways_to_reach_them(version: str) -> None:
    found = made(
        version,
        publisher={"name": "Port", "emails": ["port@example.org"]},
        provider={"name": "Example Wire"},
        dateline={"credit": "EXW"},
        contacts=[
            {"name": "Pat Pier", "phones": [{"number": "+49 40 1", "label": "Desk"}]},
            {"name": "Kay Quay", "for_editors": True, "emails": ["kay@example.org"]},
        ],
    )
    sources = next(found[n] for n in ("infoSources", "infosources", "infosource") if n in found)
    role, reached = (
        "rel" if version == "1.6" else "role",
        "contactInfo" if version == "3.1" else "contactinfo",
    )
    assert sources == [
        {"name": "Port", role: "publisher", reached: [{"type": "email", "value": "port@example.org"}]},
        {"name": "Example Wire", role: "provider"},
        {"name": "EXW", role: "credit"},
        {
            "name": "Pat Pier",
            role: "mediaContact",
            reached: [{"type": "phone", "role": "media", "name": "Desk", "value": "+49 40 1"}],
        },
    ]


@each
def test_a_picture_is_an_item_of_its_own_with_alt_text_caption_credit_and_every_file(version: str) -> None:
    files = [{"href": "a.jpg", "width": 1600, "height": 900}, {"href": "b.webp", "name": "thumbnail"}]
    picture = {"renditions": files, "alt": "A crane", "caption": "Up", "credit": "Photo", "rights": "© Port"}
    found = made(version, url="https://example.org/h/", assets=[picture])["associations"]
    if version == "1.6":
        assert found == {
            "featuremedia": {
                "uri": "https://example.org/h/a.jpg",
                "type": "picture",
                "description_text": "Up",
                "body_text": "A crane",
                "byline": "Photo",
                "copyrightnotice": "© Port",
                "renditions": {
                    "main": {
                        "href": "https://example.org/h/a.jpg",
                        "mimetype": "image/jpeg",
                        "width": 1600,
                        "height": 900,
                    },
                    "thumbnail": {"href": "https://example.org/h/b.webp", "mimetype": "image/webp"},
                },
            }
        }
        return
    ((one),) = found
    assert (one["name"], one["uri"], one["type"], one["by"]) == (
        "main",
        "https://example.org/h/a.jpg",
        "picture",
        "Photo",
    )
    assert texts(one, "description") == {"text": "Up", "alt": "A crane"}
    assert [(f["name"], f["href"]) for f in one["renditions"]] == [
        ("main", "https://example.org/h/a.jpg"),
        ("thumbnail", "https://example.org/h/b.webp"),
    ]


@newer
def test_translations_and_related_items_are_partial_associations(version: str) -> None:
    found = made(
        version,
        translations=[
            {"language": "de", "href": "https://example.org/de", "id": "tag:example.org,2026:hafen"}
        ],
        related=[{"href": "https://example.org/other", "title": "Other", "rel": "background"}],
    )["associations"]
    kind = "representationType" if version == "3.1" else "representationtype"
    assert [(one["name"], one["uri"], one[kind], one.get("language")) for one in found] == [
        ("translation", "tag:example.org,2026:hafen", "partial", "de"),
        ("related", "https://example.org/other", "partial", None),
    ]
    assert [one.get("rel") for one in found] == (
        ["translation", "background"] if version == "3.1" else [None] * 2
    )


def test_1_x_has_no_association_that_is_only_a_reference() -> None:
    """The strongest open receiver would make a story without words of it."""
    found = made(
        "1.6",
        translations=[{"language": "de", "href": "https://example.org/de"}],
        related=[{"href": "https://example.org/other"}],
    )
    assert "associations" not in found


@each
@pytest.mark.parametrize(
    ("rights", "linked", "action"),
    [
        ({"licence": "https://example.org/l"}, "https://example.org/l", None),
        ({"licence": "https://example.org/l", "data_mining": "reserved"}, None, "prohibition"),
        ({"data_mining": "allowed", "data_mining_policy": "https://example.org/p"}, None, "permission"),
    ],
)
def test_a_licence_is_a_link_and_a_reservation_of_data_mining_a_policy(
    version: str, rights: dict[str, str], linked: str | None, action: str | None
) -> None:
    info = made(version, rights=rights).get("rightsInfo" if version == "3.1" else "rightsinfo", {})
    lower = {k.lower(): v for k, v in info.items()}
    assert lower.get("linkedrights") == linked
    if action is not None:
        policy = json.loads(lower["encodedrights"])
        assert lower["langid"] == "http://www.w3.org/ns/odrl/2/"
        assert policy[action] == [{"target": "tag:example.org,2026:harbour", "action": "tdm:mine"}]
        assert policy.get("dcterms:license") == rights.get("licence")


# --- the life of a release -----------------------------------------------------------------------------------------


@each
@pytest.mark.parametrize(
    ("step", "number", "status", "until"),
    [
        ("new", "1", "usable", None),
        ("update", "2", "usable", None),
        ("correction", "3", "usable", None),
        ("embargo set", "1", "usable", "2026-12-01T08:00:00Z"),
        ("embargo moved", "2", "usable", "2026-12-02T08:00:00Z"),
        ("embargo lifted", "3", "usable", None),
        ("embargo without end", "1", "withheld", None),
        ("withheld", "2", "withheld", None),
        ("kill", "4", "canceled", None),
    ],
)
def test_a_step_is_seen(version: str, step: str, number: str, status: str, until: str | None) -> None:
    found = made(version, **STEPS[step])
    seen = (found["uri"], found["version"], member(found, "pubStatus"), member(found, "embargoedUntil"))
    assert seen == ("tag:example.org,2026:harbour", number, status, until)


@each
def test_a_correction_says_what_was_wrong_to_editors_and_readers(version: str) -> None:
    found = made(version, **STEPS["correction"])
    said = "Correction: The earlier version said “nine”; right is “eight”."
    assert member(found, "edNote") == said
    assert texts(found, "body")["text"].startswith(said.replace(":", "", 1))


@each
def test_an_embargo_stands_first_in_the_bodies_and_in_the_editors_note_too(version: str) -> None:
    found = made(version, embargo={"until": "2026-12-01T09:00+01:00"}, editor_note="Soon.")
    said = "Embargoed until 1 December 2026, 09:00 (UTC+01:00)"
    assert member(found, "edNote") == f"{said}\n\nSoon."
    assert texts(found, "body")["text"].split("\n\n")[0] == said
    assert texts(found, "body")["xhtml"].startswith(f'<p class="state embargo"><strong>{said}</strong></p>')


@each
def test_the_embargo_in_words_can_be_left_out(version: str) -> None:
    embargo = {"until": "2026-12-01T09:00+01:00"}
    found = made(version, {"embargo_in_words": False}, embargo=embargo)
    assert "Embargoed until" not in strings(found)
    assert member(found, "embargoedUntil") == "2026-12-01T08:00:00Z"


@each
def test_a_kill_names_its_reason_and_repeats_nothing_of_what_it_withdraws(version: str) -> None:
    release = pr.Release(
        **{**BASE, **STEPS["kill"]},
        summary="Secret summary.",
        boilerplates=[{"heading": "About", "story": "Secret house."}],
        assets=["secret.jpg"],
    )
    found = item(release, version)
    assert "ecret" not in strings(found)
    assert texts(found, "body")["text"] == "Withdrawn It never opened."
    assert member(found, "edNote") == "Withdrawn: It never opened."
    told = [loss.path for loss in pr.write(release, NAMES[version], now=NOW).losses]
    assert told == ["story", "summary", "boilerplates", "assets"]


@each
def test_what_is_for_editors_only_stands_in_their_note_and_never_in_the_text(version: str) -> None:
    found = made(
        version,
        editor_note="Call the harbour master first.",
        contacts=[{"name": "Kay Quay", "for_editors": True, "emails": ["kay@example.org"]}],
        notices=[{"kind": "other", "text": "A published notice."}],
    )
    note = member(found, "edNote")
    assert note == "Call the harbour master first.\n\nKay Quay, kay@example.org"
    for body in texts(found, "body").values():
        assert ("harbour master" in body, "Kay Quay" in body, "A published notice." in body) == (
            False,
            False,
            True,
        )


@each
def test_a_release_that_nothing_identifies_is_refused_with_the_remedy(version: str) -> None:
    with pytest.raises(pr.Unwritable) as caught:
        pr.render(pr.Release(headline="Harbour opens"), NAMES[version])
    assert caught.value.where.field == "id"
    assert caught.value.advice == (
        "write an id into the release, or render it in a newsroom, which makes one of its slug"
    )


@each
def test_an_id_that_is_no_uri_becomes_one_that_gives_it_back(ninjs_judge: NinjsJudge, version: str) -> None:
    found = made(version, id="PR 123 ü")
    assert found["uri"] == "urn:pressrelease:1:id:PR%20123%20%C3%BC"
    assert ninjs_judge.faults(found, version) == []


# --- what the strongest open receiver takes ------------------------------------------------------------------------


def test_what_superdesks_stock_parser_reads_arrives_in_the_form_it_takes() -> None:
    """It knows the names of 1.x only, moments in UTC without fractions, files by name, alt text as a picture's text."""
    found = item(WHOLE, "1.6")

    def moment(text: str) -> dt.datetime:
        return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)

    copied = (
        "headline",
        "slugline",
        "byline",
        "urgency",
        "pubstatus",
        "language",
        "usageterms",
        "copyrightholder",
    )
    assert {name: found[name] for name in copied} == {
        "headline": "Harbour opens",
        "slugline": "Harbour/Opening",
        "byline": "Ada Byron",
        "urgency": 4,
        "pubstatus": "usable",
        "language": "en-GB",
        "usageterms": "Free.",
        "copyrightholder": "Port",
    }
    assert found["ednote"].startswith("Embargoed until")
    assert (found["type"], found["description_text"], found["located"]) == ("text", "Short.", "Hamburg")
    assert "body_html" not in found
    assert "<blockquote" in found["body_xhtml"]
    lift = dt.datetime(2026, 12, 1, 8, tzinfo=dt.UTC)
    assert (moment(found["embargoed"]), moment(found["firstcreated"])) == (lift, WHOLE.published)
    assert [(s["code"], s["name"]) for s in found["subject"]] == [
        ("20000031", "visual arts"),
        ("harbour", "harbour"),
    ]
    assert [(p["code"], p["name"]) for p in found["place"]] == [("Hamburg", "Hamburg"), ("Bremen", "Bremen")]
    assert [(g["code"], g["name"]) for g in found["genre"]] == [("Statement", "Statement")]
    picture = found["associations"]["featuremedia"]
    assert (picture["type"], picture["body_text"], picture["description_text"]) == (
        "picture",
        "A crane",
        "Up",
    )
    file = picture["renditions"]["main"]
    assert (file["href"], file["width"], file["height"]) == ("https://example.org/a.jpg", 1600, 900)
