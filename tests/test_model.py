"""A release is immutable, checked when it is made, and says every problem at once."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from strategies import datelines, embargoes, moments, releases

import pressrelease as pr
from pressrelease.model import Dateline, Embargo, Frozen, InvalidRelease, Part, Release, Subject

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def problems(**fields: Any) -> list[str]:
    """Return the messages that a release of `fields` raises."""
    with pytest.raises(pr.InvalidRelease) as raised:
        Release(**fields)
    return str(raised.value).splitlines()


# --- values -----------------------------------------------------------------------------------------------------------


@given(release=releases())
def test_a_release_of_its_own_values_is_itself(release: Release) -> None:
    values = {name: getattr(release, name) for name in Release.model_fields}
    assert Release(**values) == release
    assert release.changed() == release


@given(release=releases())
def test_a_release_can_be_copied_and_sent(release: Release) -> None:
    assert copy.deepcopy(release) == release
    assert pickle.loads(pickle.dumps(release)) == release


def test_nothing_of_a_release_can_be_changed() -> None:
    release = Release(headline="A", extra={"x:a": {"b": [1]}}, keywords=["c"])
    with pytest.raises(Exception, match="does not change"):
        release.headline = "B"
    with pytest.raises(TypeError):
        release.extra["x:a"]["b"] = 2
    assert release.keywords == ("c",)


def test_what_was_given_can_be_changed_without_harm() -> None:
    given_ = {"x:a": [1]}
    release = Release(headline="A", extra=given_)
    given_["x:a"].append(2)
    assert release.extra == {"x:a": [1]}


def test_extra_keeps_plain_data_only() -> None:
    assert Frozen({"a": dt.date(2026, 3, 2)}) == {"a": "2026-03-02"}
    assert "not plain data" in problems(headline="A", extra={"a": object})[0]


def test_white_space_is_settled() -> None:
    release = Release(headline=" A\n b ", summary="c\nd\n\n\n e")
    assert (release.headline, release.summary) == ("A b", "c d\n\ne")


# --- problems ---------------------------------------------------------------------------------------------------------


def test_every_problem_is_told_at_once() -> None:
    assert problems(
        subheadline=1, contacts=[{"emails": ["a"]}], published="2026-03-02T09:00", urgency=10, foo=1
    ) == [
        "headline: missing: expected a headline",
        "subheadline: not a text: found 1, expected a text",
        "  put it in quotes",
        'contacts.0.emails.0: not an e-mail address: found "a", expected an address such as press@example.org',
        'published: a moment without a zone: found "2026-03-02T09:00", expected a zone, such as 2026-03-02T09:00+01:00',
        "urgency: no such urgency: found 10, expected 1 (most urgent) to 9",
        'foo: no such field: found "foo"',
    ]


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("headline", "", "empty"),
        ("headline", "a\x00", "holds U+0000, a character that no document may hold"),
        ("headline", "a\ud800", "holds U+D800, a character that no document may hold"),
        ("url", "example.org/a", "not a web address"),
        ("url", "javascript:a", "not a web address"),
        ("language", "Deutsch!", "not a language tag"),
        ("slug", "a/b", "not a slug"),
        ("slug", "\u0301", "not a slug"),
        ("slug", "a\u202e", "not a slug"),
        ("slug", "a" * 121, "not a slug"),
        ("slug", "港" * 110, "a slug that is too long for a file's name"),
        ("aliases", ["港" * 110], "a slug that is too long for a file's name"),
        ("published", 1_700_000_000, "a number is no moment"),
        ("dateline", {"date": 20260302}, "a number is no moment"),
        ("dateline", {"zone": "Nowhere/City"}, "no such time zone"),
        ("dateline", {"zone": "+99:99"}, "no such time zone"),
        ("dateline", {"zone": "../../etc/passwd"}, "no such time zone"),
        ("dateline", {"time": "09:00+01:00"}, "a time with an offset"),
        ("subjects", [{}], "a subject without name and code"),
        ("publisher", {}, "an organisation without a name"),
        ("assets", [{"renditions": [{"href": "javascript:a"}]}], "an address of this kind is not kept"),
        ("version", 0, "input should be greater than or equal to 1"),
        ("version", True, "input should be a valid integer"),
        ("extra", {"a": float("nan")}, "not a number that JSON knows"),
        ("story", [{"heading": "a", "level": 9}], "0: no such heading level: found 9"),
        ("quotes", [{"speaker": "Ada"}], "quotes.0: a quote without text: found {'speaker': 'Ada'}"),
    ],
)
def test_what_cannot_be_is_refused(field: str, value: Any, problem: str) -> None:
    lines = problems(**{"headline": "A", field: value})
    assert problem in lines[0]


# --- shorthands -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("harbours", Subject(name="harbours")),
        ("04000000", Subject(code="medtop:04000000")),
        ("subj:04000000", Subject(code="subj:04000000")),
    ],
)
def test_a_subject_may_be_a_word(text: str, subject: Subject) -> None:
    assert Release(headline="A", subjects=[text]).subjects == (subject,)


def test_languages_are_written_as_the_standard_does() -> None:
    """BCP 47, 2.1.1: region in capitals, script in title case."""
    assert Release(headline="A", language="ZH-hant-tw").language == "zh-Hant-TW"


# --- time -------------------------------------------------------------------------------------------------------------


@given(dateline=datelines)
def test_a_moment_of_a_dateline_is_aware_or_none(dateline: Dateline) -> None:
    moment = dateline.moment()
    assert (moment is None) == (dateline.date is None or not dateline.zone)
    assert moment is None or moment.tzinfo is not None


def test_the_newsrooms_zone_stands_in() -> None:
    dateline = Dateline(date="2026-03-02", time="09:30")
    assert dateline.moment() is None
    assert dateline.moment("Europe/Berlin") == dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)


@given(embargo=embargoes, now=moments)
def test_an_embargo_without_an_end_holds_for_ever(embargo: Embargo, now: dt.datetime) -> None:
    assert embargo.holds(now) is (embargo.until is None or now < embargo.until)


@pytest.mark.parametrize(
    ("fields", "public"),
    [
        ({}, True),
        ({"status": "withheld"}, False),
        ({"status": "canceled"}, False),
        ({"change": {"kind": "kill"}}, False),
        ({"embargo": {}}, False),
        ({"embargo": {"until": NOON}}, True),
        ({"embargo": {"until": NOON + HOUR}}, False),
        ({"published": NOON}, True),
        ({"published": NOON + HOUR}, False),
        ({"expires": NOON}, False),
        ({"expires": NOON + HOUR}, True),
    ],
)
def test_the_public_sees_what_is_released(fields: dict[str, Any], public: bool) -> None:
    assert Release(headline="A", **fields).is_public(NOON) is public


@pytest.mark.parametrize(
    ("fields", "withdrawn"),
    [
        ({}, False),
        ({"status": "withheld"}, False),
        ({"status": "canceled"}, True),
        ({"change": {"kind": "kill"}}, True),
        ({"status": "canceled", "embargo": {}}, False),
        ({"status": "canceled", "published": NOON + HOUR}, False),
    ],
)
def test_what_was_never_out_is_not_withdrawn(fields: dict[str, Any], withdrawn: bool) -> None:
    assert Release(headline="A", **fields).was_withdrawn(NOON) is withdrawn


@given(release=releases(), now=moments)
def test_nothing_changes_before_the_next_change(release: Release, now: dt.datetime) -> None:
    change = release.next_change(now)
    later = now + 400 * 365 * 24 * HOUR if change is None else change - dt.timedelta(microseconds=1)
    assert release.is_public(now) == release.is_public(max(now, later))


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"published": NOON + HOUR}, NOON + HOUR),
        ({"published": NOON + HOUR, "embargo": {"until": NOON + 2 * HOUR}}, NOON + 2 * HOUR),
        ({"published": NOON + 3 * HOUR, "embargo": {"until": NOON + 2 * HOUR}}, NOON + 3 * HOUR),
        ({"published": NOON + HOUR, "embargo": {}}, None),
        ({"published": NOON + HOUR, "expires": NOON + HOUR}, None),
        ({"published": NOON - HOUR, "expires": NOON + HOUR}, NOON + HOUR),
        ({"expires": NOON - HOUR, "embargo": {"until": NOON + HOUR}}, None),
        ({"published": NOON + HOUR, "status": "withheld"}, None),
        ({"published": NOON + HOUR, "status": "canceled"}, NOON + HOUR),
    ],
)
def test_the_next_change_is_the_first_at_which_something_changes(
    fields: dict[str, Any], change: dt.datetime | None
) -> None:
    assert Release(headline="A", **fields).next_change(NOON) == change


@pytest.mark.parametrize("question", ["is_public", "was_withdrawn", "next_change"])
def test_a_moment_without_a_zone_is_refused_whatever_the_release_says(question: str) -> None:
    with pytest.raises(InvalidRelease, match=r"`now` has no zone: .*expected an aware datetime"):
        getattr(Release(headline="A"), question)(NOON.replace(tzinfo=None))


def test_what_is_set_on_a_release_is_refused_in_the_librarys_words() -> None:
    release = Release(headline="A")
    with pytest.raises(InvalidRelease) as told:
        release.headline = "B"  # type: ignore[misc]
    assert str(told.value) == "headline: a Release does not change\n  make a new one: changed(headline=…)"
    with pytest.raises(InvalidRelease, match="a Release does not change"):
        del release.headline
    assert release == Release(headline="A")


# --- the model itself -------------------------------------------------------------------------------------------------


def test_every_field_says_what_it_is() -> None:
    """The JSON Schema, the docs and editors show it."""

    def kinds(kind: type[Part]) -> list[type[Part]]:
        return [kind, *(inner for sub in kind.__subclasses__() for inner in kinds(sub))]

    bare = [
        f"{k.__name__}.{n}" for k in kinds(Part)[1:] for n, f in k.model_fields.items() if not f.description
    ]
    assert [name for name in bare if name != "Newsroom.root"] == []


def test_an_embargo_that_ends_in_the_hour_that_clocks_show_twice_ends_once() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    lift = dt.datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=berlin)
    release = Release(headline="News", embargo={"until": lift})
    first = dt.datetime(2026, 10, 25, 2, 45, fold=0, tzinfo=berlin)
    assert not release.is_public(first)
    assert release.next_change(first) == lift
    assert release.is_public(lift)
