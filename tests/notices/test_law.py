"""The look-up is by jurisdiction, kind, condition and day: never the newest."""

from __future__ import annotations

import datetime as dt

import pytest

from pressrelease.notices import (
    InvalidProfile,
    UnknownJurisdiction,
    UnknownProfile,
    jurisdictions,
    norm,
    norms,
    profile,
    profiles,
)
from pressrelease.notices.profile import load

DAY = dt.timedelta(days=1)
ENTRY = """
jurisdiction = "XX"
checked_on = 2026-11-23

[[profile]]
id = "xx-prov"
kind = "provider"
from = 2010-01-01
when = ["business"]
requires = ["name"]
label = { en = "Imprint" }
citation = "law"
source = "page"
basis = "statute"
confidence = "high"
omit = "Never."
"""


def test_every_jurisdiction_of_the_promise_has_profiles() -> None:
    promised = "AT AU BE CA CH DE ES EU FR IE IT JP LU NL PL UK US"
    assert " ".join(jurisdictions()) == promised


def test_every_profile_is_whole_and_every_id_stands_once() -> None:
    known = profiles()
    assert len({p.id for p in known}) == len(known)
    for p in known:
        assert p.id.startswith(f"{p.jurisdiction.lower()}-")
        assert all((p.citation, p.source, p.omit, p.checked_on, p.when, p.label["en"]))
        assert set(p.replaces) <= {other.id for other in known}


# What binds an offer that is business and editorial, and a line for each border: the last day, and the day after.
TIMELINE = [
    ("DE", "provider", "1997-07-31", None),
    ("DE", "provider", "1997-08-01", "de-prov-1"),
    ("DE", "provider", "2002-06-30", "de-prov-1"),
    ("DE", "provider", "2002-07-01", "de-prov-2"),
    ("DE", "provider", "2007-02-28", "de-prov-2"),
    ("DE", "provider", "2007-03-01", "de-prov-3"),
    ("DE", "provider", "2024-05-13", "de-prov-3"),
    ("DE", "provider", "2024-05-14", "de-prov-4"),
    ("DE", "editorial-responsibility", "1997-07-31", None),
    ("DE", "editorial-responsibility", "1997-08-01", "de-resp-1"),
    ("DE", "editorial-responsibility", "2002-06-30", "de-resp-1"),
    ("DE", "editorial-responsibility", "2002-07-01", "de-resp-2"),
    ("DE", "editorial-responsibility", "2007-02-28", "de-resp-2"),
    ("DE", "editorial-responsibility", "2007-03-01", "de-resp-3"),
    ("DE", "editorial-responsibility", "2020-08-26", "de-resp-3"),
    ("DE", "editorial-responsibility", "2020-11-06", "de-resp-3"),
    ("DE", "editorial-responsibility", "2020-11-07", "de-resp-4"),
    ("DE", "inside-information", "2016-07-02", "de-adhoc-0"),
    ("DE", "inside-information", "2016-07-03", "de-adhoc"),
    ("AT", "provider", "2001-12-31", None),
    ("AT", "provider", "2002-01-01", "at-prov"),
    ("CH", "provider", "2012-03-31", None),
    ("CH", "provider", "2012-04-01", "ch-prov"),
    ("FR", "provider", "2004-06-22", None),
    ("FR", "provider", "2004-06-23", "fr-leg-1"),
    ("FR", "provider", "2024-05-22", "fr-leg-1"),
    ("FR", "provider", "2024-05-23", "fr-leg-2"),
    ("FR", "editorial-responsibility", "2024-05-22", "fr-dir-1"),
    ("FR", "editorial-responsibility", "2024-05-23", "fr-dir-2"),
    ("IT", "provider", "2003-05-13", None),
    ("IT", "provider", "2003-05-14", "it-prov"),
    ("ES", "provider", "2002-10-11", None),
    ("ES", "provider", "2002-10-12", "es-prov"),
    ("NL", "provider", "2004-06-29", None),
    ("NL", "provider", "2004-06-30", "nl-prov"),
    ("BE", "provider", "2014-05-30", "be-prov-0"),
    ("BE", "provider", "2014-05-31", "be-prov"),
    ("LU", "provider", "2000-09-11", None),
    ("LU", "provider", "2000-09-12", "lu-prov"),
    ("LU", "editorial-responsibility", "2004-06-11", None),
    ("LU", "editorial-responsibility", "2004-06-12", "lu-np"),
    ("PL", "provider", "2003-03-09", None),
    ("PL", "provider", "2003-03-10", "pl-prov"),
    ("IE", "provider", "2015-05-31", None),
    ("IE", "provider", "2015-06-01", "ie-prov"),
    ("UK", "provider", "2008-09-30", None),
    ("UK", "provider", "2008-10-01", "uk-prov-1"),
    ("UK", "provider", "2015-01-30", "uk-prov-1"),
    ("UK", "provider", "2015-01-31", "uk-prov-2"),
    ("UK", "inside-information", "2016-07-02", None),
    ("UK", "inside-information", "2020-12-30", "eu-inside"),
    ("UK", "inside-information", "2020-12-31", "uk-inside"),
    ("UK", "advertising", "2025-04-05", "uk-paid-1"),
    ("UK", "advertising", "2025-04-06", "uk-paid-2"),
    ("FR", "inside-information", "2016-07-02", None),
    ("FR", "inside-information", "2016-07-03", "eu-inside"),
    ("PL", "ai-disclosure", "2026-08-01", None),
    ("PL", "ai-disclosure", "2026-08-02", "eu-ai"),
    ("US", "forward-looking", "1995-12-21", None),
    ("US", "forward-looking", "1995-12-22", "us-fls"),
    ("CA", "forward-looking", "2007-12-30", None),
    ("CA", "forward-looking", "2007-12-31", "ca-fli"),
    ("JP", "advertising", "2023-09-30", None),
    ("JP", "advertising", "2023-10-01", "jp-paid"),
]


@pytest.mark.parametrize(("jurisdiction", "kind", "day", "id"), TIMELINE)
def test_the_profile_of_the_day_is_chosen(jurisdiction, kind, day, id) -> None:
    held = ["business", "editorial", "paid", "inside-information", "forward-looking", "ai"]
    found = norm(jurisdiction, kind, dt.date.fromisoformat(day), held, place="release")
    assert (found and found.id) == id


@pytest.mark.parametrize("known", profiles(), ids=lambda p: p.id)
def test_a_profile_holds_from_its_first_day_to_its_last(known) -> None:
    first, last = known.valid_from, known.valid_until
    if first is not None:
        assert (known.holds_on(first - DAY), known.holds_on(first)) == (False, True)
    if last is not None:
        assert (known.holds_on(last), known.holds_on(last + DAY)) == (True, False)
    assert (
        first is not None or last is not None or "not checked" in known.source or known.nature == "practice"
    )


@pytest.mark.parametrize("jurisdiction", jurisdictions())
def test_no_two_duties_of_one_kind_bind_the_same_offer_at_one_place_but_where_the_law_wants_both(
    jurisdiction: str,
) -> None:
    both = {("at-prov", "at-offen-0"), ("at-prov", "at-offen-1"), ("at-prov", "at-offen-s")}
    both |= {("at-news", "at-letter")}
    duties = [p for p in profiles(jurisdiction) if p.nature == "duty"]
    for i, one in enumerate(duties):
        for other in duties[i + 1 :]:
            days = {d for d in (one.valid_from, other.valid_from, one.valid_until, other.valid_until) if d}
            together = any(one.holds_on(d) and other.holds_on(d) for d in days or {dt.date(2026, 1, 1)})
            same = one.kind == other.kind and set(one.places) & set(other.places)
            met = set(one.when) & set(other.when) and not one.forms
            assert not (together and same and met) or (one.id, other.id) in both, (one.id, other.id)


@pytest.mark.parametrize("jurisdiction", ["US", "CA", "AU", "JP"])
def test_where_no_law_asks_for_an_imprint_good_practice_is_called_that(jurisdiction: str) -> None:
    found = norms(jurisdiction, dt.date(2026, 11, 25), kind="provider", place="site")
    assert [(p.nature, p.citation) for p in found] == [("practice", "good practice")]


def test_a_responsible_person_is_asked_of_editorial_offers_alone() -> None:
    day = dt.date(2026, 11, 25)
    assert norm("DE", "editorial-responsibility", day, ["business"], place="site") is None
    assert norm("DE", "editorial-responsibility", day, ["periodic"], place="site").id == "de-resp-4"


def test_an_editorial_offer_without_business_names_its_provider_by_the_treaty() -> None:
    assert norm("DE", "provider", dt.date(2024, 6, 1), ["editorial"], place="site").citation == "§ 18(1) MStV"


def test_a_member_state_without_profiles_of_its_own_is_bound_by_the_union() -> None:
    found = norms("DK", dt.date(2026, 11, 25), conditions=["inside-information", "business"])
    assert [p.id for p in found] == ["eu-inside"]


def test_the_code_of_the_standard_means_the_united_kingdom_too() -> None:
    assert norm("GB", "provider", dt.date(2026, 1, 1)).id == "uk-prov-2"


def test_an_unknown_jurisdiction_is_told() -> None:
    with pytest.raises(UnknownJurisdiction) as raised:
        norm("XX", "provider", dt.date(2026, 1, 1))
    assert str(raised.value) == (
        'no notice profile of this jurisdiction is known: found "XX", expected one of AT, AU, BE, CA, CH, DE, ES, EU,'
        " FR, IE, IT, JP, LU, NL, PL, UK, US"
    )


def test_an_unknown_profile_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownProfile, match='did you mean "de-prov-4"'):
        profile("de-prv-4")


# --- a profile is checked when it is loaded ---------------------------------------------------------------------------


def test_a_whole_profile_loads() -> None:
    (made,) = load(ENTRY, "xx.toml").profiles
    assert (made.id, made.jurisdiction, made.valid_from) == ("xx-prov", "XX", dt.date(2010, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('citation = "law"', "", "xx.toml: xx-prov.citation: missing"),
        ('"statute"', '"hearsay"', "xx.toml: xx-prov.basis: not one of the known words: found"),
        ('["business"]', '["busines"]', 'did you mean "business"?'),
        ('["name"]', '["nam"]', 'did you mean "name"?'),
        ("from = 2010-01-01", "from = 2010-01-01\nuntil = 2009-12-31", "a last day before the first"),
        ('en = "Imprint"', 'de = "Impressum"', "xx.toml: xx-prov.label: no English words"),
        ("omit =", "omitted =", "xx.toml: xx-prov.omitted: no such field"),
        ('citation = "law"', 'citation = "law"\ntext = { en = "{form}" }', "a fact that is not asked for"),
    ],
)
def test_a_profile_that_cannot_be_is_told(old: str, new: str, told: str) -> None:
    with pytest.raises(InvalidProfile) as raised:
        load(ENTRY.replace(old, new), "xx.toml")
    assert told in str(raised.value)


def test_an_id_that_stands_twice_is_told() -> None:
    with pytest.raises(InvalidProfile, match=r"xx\.toml: xx-prov: an id that stands twice"):
        load(ENTRY + ENTRY.partition("2026-11-23")[2], "xx.toml")
