"""Front-matter names, aliases and shorthands become a release."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from strategies import releases

import pressrelease as pr
from pressrelease.fields import fields_from_release, json_schema, release_from_fields
from pressrelease.fields.names import ALIASES, HANDLED, OF_GENERATORS, target
from pressrelease.model import (
    Address,
    Asset,
    Boilerplate,
    Contact,
    Dateline,
    Embargo,
    InvalidRelease,
    Organisation,
    Phone,
    Place,
    Rendition,
    Subject,
)

BERLIN = pr.Newsroom(
    title="N", base_url="https://example.org/news", publisher={"name": "N"}, time_zone="Europe/Berlin"
)


def made(newsroom: pr.Newsroom | None = None, **fields: Any) -> pr.Release:
    """Return the release of a headline and `fields`."""
    return release_from_fields({"headline": "A", **fields}, newsroom=newsroom)[0]


def codes(**fields: Any) -> list[str]:
    """Return the codes of what is noticed."""
    return [f.code for f in release_from_fields({"headline": "A", **fields})[1]]


@given(release=releases())
def test_fields_make_the_release_they_came_from(release: pr.Release) -> None:
    assert release_from_fields(fields_from_release(release)) == (release, ())


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("subtitle", "B", "subheadline", "B"),
        ("description", "B", "summary", "B"),
        ("excerpt", "B", "summary", "B"),
        ("author", "Ann", "byline", "Ann"),
        ("authors", ["Ann", {"name": "Bob"}], "byline", "Ann, Bob"),
        ("lang", "en_GB.UTF-8", "language", "en-GB"),
        ("tags", ["a", 2026], "keywords", ("a", "2026")),
        ("tags", "a, b", "keywords", ("a", "b")),
        ("tags", 'wind, "Gull Point"', "keywords", ("wind", "Gull Point")),
        ("tags", '"Gull Point, Maine", “wind”, energy', "keywords", ("Gull Point, Maine", "wind", "energy")),
        (
            "tags",
            '5" guns, rock \'n\' roll, the "new" wind',
            "keywords",
            ('5" guns', "rock 'n' roll", 'the "new" wind'),
        ),
        ("tags", ['"a"'], "keywords", ('"a"',)),
        ("keyword", "a", "keywords", ("a",)),
        ("categories", ["news"], "subjects", (Subject(name="news"),)),
        ("topic", "medtop:04000000", "subjects", (Subject(code="medtop:04000000"),)),
        (
            "aliases",
            ["/2019/old/", "older.html", "/x/oldest.html"],
            "aliases",
            ("old", "older.html", "oldest"),
        ),
        ("redirect_from", "/old/", "aliases", ("old",)),
        ("canonical_url", "https://example.org/a", "url", "https://example.org/a"),
        ("lastmod", "2026-03-02T09:00:00Z", "updated", dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)),
        ("expiryDate", "2026-03-02T09:00:00Z", "expires", dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)),
        ("publishDate", "2026-03-02T09:00:00Z", "published", dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)),
        ("draft", True, "status", "withheld"),
        ("draft", False, "status", "usable"),
        ("draft", "yes", "status", "withheld"),
        ("published", False, "status", "withheld"),
        ("status", "killed", "status", "canceled"),
        ("status", "published", "status", "usable"),
        ("Slug", "a-b", "slug", "a-b"),
        ("guid", "urn:a", "id", "urn:a"),
        ("city", "Berlin", "dateline", Dateline(places=[{"name": "Berlin"}])),
        (
            "location",
            ["Berlin", "Paris"],
            "dateline",
            Dateline(places=[{"name": "Berlin"}, {"name": "Paris"}]),
        ),
        ("timezone", "Europe/Berlin", "dateline", Dateline(zone="Europe/Berlin")),
        ("time", "09:30", "dateline", Dateline(time=dt.time(9, 30))),
        ("image", "a.png", "assets", (Asset(renditions=[{"href": "a.png"}]),)),
        (
            "cover",
            {"image": "a.png", "alt": "B"},
            "assets",
            (Asset(renditions=[{"href": "a.png"}], alt="B"),),
        ),
        ("about", "We.", "boilerplates", (Boilerplate(story="We."),)),
        (
            "boilerplate",
            {"heading": "About", "text": "We."},
            "boilerplates",
            (Boilerplate(heading="About", story="We."),),
        ),
        ("contact", "Ann <a@example.org>", "contacts", (Contact(name="Ann", emails=["a@example.org"]),)),
        ("places", ["Berlin"], "places", (Place(name="Berlin"),)),
        ("organizations", ["Acme"], "organisations", (Organisation(name="Acme"),)),
        ("publisher", "Acme", "publisher", Organisation(name="Acme")),
        ("copyright", "© A", "rights", pr.Rights(notice="© A")),
        ("body", "Words.", "story", pr.Story("Words.")),
    ],
)
def test_a_name_of_other_generators_is_understood(name: str, value: Any, field: str, expected: Any) -> None:
    assert getattr(made(**{name: value}), field) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Titel Untertitel Ort Schlagworte Sprache Zusammenfassung", "de"),
        ("titre sous-titre lieu mots-clés langue résumé", "fr"),
        ("título subtítulo lugar palabras_clave idioma resumen", "es"),
        ("titolo sottotitolo luogo parole-chiave lingua sommario", "it"),
        ("titel ondertitel plaats trefwoorden taal samenvatting", "nl"),
    ],
)
def test_words_of_other_languages_are_understood(names: str, expected: str) -> None:
    values = ("A", "B", "Kestrel Bay", "c, d", expected, "E.")
    release, noticed = release_from_fields(dict(zip(names.split(), values, strict=True)))
    assert noticed == ()
    assert release == pr.Release(
        headline="A",
        subheadline="B",
        dateline=Dateline(places=(Place(name="Kestrel Bay"),)),
        keywords=("c", "d"),
        language=expected,
        summary="E.",
    )


def test_the_german_words_for_date_and_embargo_are_read_as_such() -> None:
    release = made(Datum="2.3.2027", Sperrfrist="2027-03-02T09:00+01:00")
    assert release.dateline == Dateline(date=dt.date(2027, 3, 2))
    assert release.embargo == Embargo(until="2027-03-02T09:00+01:00")


def test_hyphens_do_not_matter() -> None:
    assert made(**{"sub-title": "B"}).subheadline == made(sub_head="B").subheadline == "B"
    for name in ("e-mail", "e_mail", "E-Mails"):
        assert made(contact={"name": "J", name: "a@example.org"}).contacts[0].emails == ("a@example.org",)


def test_a_name_that_nobody_knows_is_answered_with_the_usual_ones_first() -> None:
    with pytest.raises(InvalidRelease) as told:
        made(xyzzy="1")
    assert told.value.advice.startswith("known: title, subtitle, date, city, summary, tags, ")


def test_a_misspelt_field_in_code_is_told_with_its_near_match() -> None:
    with pytest.raises(InvalidRelease) as told:
        pr.Release(headlin="A", contacts=[{"nam": "B"}])  # type: ignore[call-arg]
    assert [(p.where.field, p.advice) for p in told.value.problems if p.problem == "no such field"] == [
        ("contacts.0.nam", 'did you mean "name"?'),
        ("headlin", 'did you mean "headline"?'),
    ]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("31/11/2026", "November has 30 days; did you mean 2026-11-30?"),
        ("30/02/2026", "February 2026 has 28 days; did you mean 2026-02-28?"),
        ("40/40/2026", "month 40 does not exist; did you mean 2026-12-31?"),
        ("26/11/2026", "write it as 2026-11-26"),
        ("11/26/2026", "write it as 2026-11-26"),
        ("05/05/2026", "write it as 2026-05-05"),
        ("05/11/2026", "05/11/2026 is one day in Europe and another in America; write it as 2020-12-26"),
        ("05/11/0000", "year 0 does not exist"),
    ],
)
def test_a_date_with_slashes_is_answered_with_the_day_that_it_can_be(written: str, advice: str) -> None:
    with pytest.raises(InvalidRelease) as told:
        made(date=written)
    assert told.value.advice == advice


@pytest.mark.parametrize("urgency", [0, 10])
def test_an_urgency_is_1_to_9(urgency: int) -> None:
    with pytest.raises(InvalidRelease) as told:
        pr.Release(headline="A", urgency=urgency)
    assert str(told.value) == f"urgency: no such urgency: found {urgency}, expected 1 (most urgent) to 9"


def test_every_alias_names_a_field() -> None:
    """The tables name no field that is not there, and none is hidden by another."""
    for kind, aliases in ALIASES.items():
        for alias, field in aliases.items():
            first, _, rest = field.partition(".")
            assert first in kind.model_fields
            assert not rest or rest in Dateline.model_fields
            assert target(kind, alias) == (alias if alias in kind.model_fields else field)


def test_no_name_of_a_generator_is_a_field() -> None:
    assert [name for name in OF_GENERATORS if target(pr.Release, name) or name in HANDLED] == []


def test_contacts_are_understood_in_the_singular() -> None:
    given_ = {
        "name": "J",
        "title": "Head",
        "email": "a@example.org",
        "phone": "+49 1",
        "mobile": 2,
        "fax": "3",
    }
    assert made(contact=given_).contacts == (
        Contact(
            name="J",
            role="Head",
            emails=["a@example.org"],
            phones=[Phone(number="+49 1"), Phone(number="2", kind="mobile"), Phone(number="3", kind="fax")],
        ),
    )


def test_an_address_may_be_lines() -> None:
    assert made(contact={"name": "J", "address": "1 Quay\nBerlin"}).contacts[0].address == Address(
        lines=["1 Quay", "Berlin"]
    )


def test_an_asset_of_one_file_is_flat() -> None:
    asset = {"src": "a.png", "width": 800, "alt": "B", "credit": "C"}
    assert made(assets=asset).assets == (
        Asset(renditions=(Rendition(href="a.png", width=800),), alt="B", credit="C"),
    )


def test_what_is_said_under_two_names_joins_a_list() -> None:
    assert made(tags=["a", "b"], keywords=["b", "c"]).keywords == ("b", "c", "a")


def test_the_models_own_name_wins_and_the_other_is_kept() -> None:
    release, noticed = release_from_fields({"title": "B", "headline": "A"})
    assert release == pr.Release(headline="A", extra={"generator:title": "B"})
    assert [f.code for f in noticed] == ["kept-in-extra"]


def test_what_only_a_generator_understands_is_kept() -> None:
    release, noticed = release_from_fields({"title": "A", "layout": "post", "weight": 3})
    assert release.extra == {"generator:layout": "post", "generator:weight": 3}
    assert [str(f) for f in noticed] == [
        "layout: info: fields that only a generator understands are kept in extra: layout, weight [kept-in-extra]"
    ]


def test_a_relative_permalink_lies_below_the_newsroom() -> None:
    assert made(BERLIN, permalink="/2026/a/").url == "https://example.org/2026/a/"
    assert made(permalink="/2026/a/").extra == {"generator:permalink": "/2026/a/"}


def test_an_empty_field_says_nothing() -> None:
    assert made(subtitle=None, tags=None, date=None, embargo=None, contact=None) == pr.Release(headline="A")


# --- dates ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        "2020-08-26",
        "26.08.2020",
        "26. 8. 2020",
        "26 August 2020",
        "August 26, 2020",
        "26. August 2020",
        dt.date(2020, 8, 26),
    ],
)
def test_a_day_is_read_as_people_write_it(value: Any) -> None:
    assert made(date=value) == pr.Release(headline="A", dateline={"date": "2020-08-26"})


def test_a_date_with_a_zone_is_the_moment_of_publication_too() -> None:
    """The dateline's day is the one in that offset."""
    release = made(date="2026-03-02T23:30:00-05:00")
    assert release.published == dt.datetime(2026, 3, 3, 4, 30, tzinfo=dt.UTC)
    assert release.dateline == Dateline(date=dt.date(2026, 3, 2))


def test_a_date_without_a_zone_is_a_local_time() -> None:
    release = made(date=dt.datetime(2026, 3, 2, 9, 30))
    assert release == pr.Release(headline="A", dateline={"date": "2026-03-02", "time": "09:30"})


def test_a_moment_without_a_zone_is_in_the_newsrooms() -> None:
    assert made(BERLIN, lastmod="2026-03-02 09:00").updated == dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
    assert made(BERLIN, lastmod=dt.date(2026, 7, 2)).updated == dt.datetime(2026, 7, 1, 22, tzinfo=dt.UTC)
    with pytest.raises(pr.InvalidRelease, match="a moment without a zone"):
        made(lastmod="2026-03-02 09:00")


@pytest.mark.parametrize("value", ["12/26/2020", 20200826, "tomorrow", ["2020-08-26"]])
def test_what_is_no_date_is_an_error(value: Any) -> None:
    with pytest.raises(pr.InvalidRelease, match=r"^date: not a date: found"):
        made(date=value)


@pytest.mark.parametrize(("value", "held"), [(True, True), (False, False), ("", False), ({}, True)])
def test_an_embargo_may_be_a_yes_or_a_no(value: Any, held: bool) -> None:
    assert (made(embargo=value).embargo == pr.Embargo()) is held


def test_an_embargo_may_name_its_zone_apart() -> None:
    embargo = made(embargo={"until": "2026-03-02 09:00", "time_zone": "Europe/Berlin"}).embargo
    assert embargo == pr.Embargo(until=dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC))


def test_an_embargo_without_end_is_no_finding() -> None:
    assert codes(embargo=True) == []


# --- schema ---------------------------------------------------------------------------------------------------------

SCHEMA = jsonschema.Draft202012Validator(json_schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert {"$schema", "$id", "title", "properties"} <= set(json_schema())


@given(release=releases())
def test_every_release_fits_the_schema(release: pr.Release) -> None:
    SCHEMA.validate(fields_from_release(release))


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "A", "tags": ["b"], "city": "Berlin", "date": "2026-03-02", "draft": True},
        {
            "title": "A",
            "contact": {"name": "J", "email": "a@example.org", "phone": "1"},
            "boilerplate": "We.",
        },
        {
            "headline": "A",
            "embargo": "2026-03-02T09:00+01:00",
            "image": {"src": "a.png", "alt": "B"},
            "layout": "post",
        },
        {
            "headline": "A",
            "story": "**Words**",
            "quotes": [{"text": "Yes", "speaker": "Ada"}],
            "author": "Ann",
        },
    ],
)
def test_what_people_write_fits_the_schema(fields: dict[str, Any]) -> None:
    SCHEMA.validate(fields)
    release_from_fields(fields)


@pytest.mark.parametrize("fields", [{}, {"headlin": "A"}, {"headline": 1}, {"title": "A", "urgency": 12}])
def test_what_cannot_be_does_not_fit_the_schema(fields: dict[str, Any]) -> None:
    assert not SCHEMA.is_valid(fields)
    with pytest.raises(pr.InvalidRelease):
        release_from_fields({**fields, "version": "x"})


def test_lines_are_looked_for_only_where_something_is_wrong() -> None:
    """To find them costs as much as to read the fields: what is right does not pay for it."""

    class Lines(Mapping[str, int]):
        def __getitem__(self, path: str) -> int:
            raise AssertionError(path)

        def __iter__(self) -> Iterator[str]:
            raise AssertionError

        def __len__(self) -> int:
            raise AssertionError

    release, findings = release_from_fields({"headline": "One", "contacts": [{"name": "A"}]}, lines=Lines())
    assert (release.headline, findings) == ("One", ())
    with pytest.raises(AssertionError, match="version"):
        release_from_fields({"headline": "One", "version": 0}, lines=Lines())
