"""What is due is filled from the newsroom's facts; what is missing is told with the place to say it and the reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from houses import TODAY, house

import pressrelease as pr
from pressrelease.notices import Due, InvalidNotices, current, due, mail_footer
from pressrelease.wording import notice_lines

DAY = TODAY.date()


def one(found: tuple[Due, ...], id: str) -> Due:
    """Return the due notice of the profile `id`."""
    (made,) = (d for d in found if d.profile.id == id)
    return made


def words(made: Due) -> list[str]:
    """Return what is printed of a due notice, its heading first."""
    assert made.notice is not None
    return [*filter(None, [made.notice.heading]), *notice_lines(made.notice, None, made.language)]


# --- filled ----------------------------------------------------------------------------------------------------------


def test_a_newsroom_without_imprint_owes_nothing() -> None:
    assert due(house().changed(imprint=None), DAY) == ()


def test_an_imprint_is_filled_from_publisher_and_imprint() -> None:
    made = one(due(house(capital="25 000 EUR"), DAY), "de-prov-4")
    assert words(made) == [
        "Impressum",
        "Hafen GmbH, Kai 1, 20457 Hamburg",
        "Vertreten durch: Ada Byron",
        "E-Mail: presse@hafen.example, Telefon: +49 40 123",
        "HRB 1, Amtsgericht Hamburg, USt-IdNr.: DE123, Kapital: 25 000 EUR",
    ]
    assert (made.missing, made.printed) == ((), True)


def test_the_responsible_person_stands_behind_the_label() -> None:
    made = one(due(house(), DAY), "de-resp-4")
    assert words(made) == ["Verantwortlich für den Inhalt: Bert Quay, Kai 1, 20457 Hamburg"]
    assert made.notice
    assert (made.notice.person, made.notice.kind) == ("Bert Quay", "editorial-responsibility")


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("de", "Verantwortlich für den Inhalt"),
        ("en-GB", "Responsible for content"),
        ("nl", "Responsible for content"),
    ],
)
def test_the_language_is_that_of_the_page_where_the_profile_speaks_it_else_english(
    language: str, label: str
) -> None:
    assert words(one(due(house(), DAY, language=language), "de-resp-4"))[0].startswith(label)


def test_statutory_words_are_not_translated() -> None:
    made = one(due(house(jurisdiction="AT"), DAY, language="en"), "at-prov")
    assert "UID: DE123" in words(made)[-1]


def test_a_legal_form_that_the_name_has_is_said_once() -> None:
    shown = words(one(due(house(publisher={"legal_name": "Hafen"}), DAY), "de-prov-4"))
    assert shown[1] == "Hafen, GmbH, Kai 1, 20457 Hamburg"


def test_several_persons_answer_each_for_a_part() -> None:
    people = [{"name": "Bert Quay", "part": "Hafen"}, {"name": "Cleo Dock", "part": "Werft"}]
    made = [d for d in due(house(responsible=people), DAY) if d.profile.id == "de-resp-4"]
    assert [words(d)[0] for d in made] == [
        "Verantwortlich für den Inhalt (Hafen): Bert Quay",
        "Verantwortlich für den Inhalt (Werft): Cleo Dock",
    ]


@pytest.mark.parametrize(("day", "person"), [("2020-12-31", "Bert Quay"), ("2021-01-01", "Cleo Dock")])
def test_whoever_answered_on_the_day_is_named(day: str, person: str) -> None:
    people = [{"name": "Bert Quay", "until": "2020-12-31"}, {"name": "Cleo Dock", "since": "2021-01-01"}]
    made = one(
        due(house(responsible=people), dt.date.fromisoformat(day), place="site"),
        "de-resp-" + "34"[day > "2020-12"],
    )
    assert made.notice
    assert made.notice.person == person


# --- labels ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "label"),
    [
        ("2002-06-30", "Verantwortlich gemäß § 6 Abs. 2 MDStV"),
        ("2002-07-01", "Verantwortlich gemäß § 10 Abs. 3 MDStV"),
        ("2020-11-06", "Verantwortlich i. S. d. § 55 Abs. 2 RStV"),
        ("2020-11-07", "Verantwortlich i. S. d. § 18 Abs. 2 MStV"),
    ],
)
def test_a_house_that_cites_cites_the_law_of_the_day_and_none_by_default(day: str, label: str) -> None:
    def first(**imprint: Any) -> str:
        found = due(house(**imprint), dt.date.fromisoformat(day), place="site")
        return next(d.notice.label for d in found if d.notice and d.notice.person)

    assert (first(cite=True), first()) == (label, "Verantwortlich für den Inhalt")


def test_where_custom_has_no_words_for_it_the_citation_stands_in_brackets() -> None:
    made = one(due(house(jurisdiction="ES", cite=True), DAY, language="es"), "es-prov")
    assert words(made)[0] == "Aviso legal (LSSI 10)"


def test_the_house_may_word_a_label_and_the_table_cites_behind_it() -> None:
    own = {"de-resp-4": "Es antwortet"}
    plain, cited = (one(due(house(labels=own, cite=c), DAY), "de-resp-4") for c in (False, True))
    assert plain.notice
    assert plain.notice.label == "Es antwortet"
    assert cited.notice
    assert cited.notice.label == "Es antwortet (§ 18(2) MStV)"


def test_a_label_that_cites_by_itself_is_refused_with_its_line() -> None:
    text = (
        'title = "A"\nbase_url = "https://a.example/"\n[publisher]\nname = "A"\n[imprint]\njurisdiction = "DE"\n'
        '[imprint.labels]\nde-resp-4 = "V.i.S.d.P. § 6 MDStV"\n'
    )
    with pytest.raises(pr.InvalidNewsroom) as raised:
        pr.Newsroom.parse(text)
    assert str(raised.value).startswith("newsroom.toml:7: imprint.labels: the label of de-resp-4 cites a law")
    assert str(raised.value).endswith(
        "`cite = true` prints the citation that is right on the day of each release"
    )


def test_a_label_fixed_by_law_stays() -> None:
    facts = {"segment": "XETRA", "event": "1. Mai", "reason": "Weil.", "notifier": "Ada Byron, CFO"}
    release = pr.Release(headline="Kran", extra={"notices": {"when": ["inside-information"], "facts": facts}})
    newsroom = house(publisher={"isin": "DE0007164600"}, labels={"de-adhoc": "Eilig"}, cite=True)
    made = one(due(newsroom, DAY, release=release, language="de"), "de-adhoc")
    assert words(made) == [
        "Veröffentlichung von Insiderinformationen nach Artikel 17 der Verordnung (EU) Nr. 596/2014",
        "Kran",
        "Hafen GmbH, Kai 1, 20457 Hamburg. ISIN: DE0007164600. XETRA. Tag des Ereignisses: 1. Mai.",
        "Weil.",
        "Mitteilende Person: Ada Byron, CFO",
    ]


# --- missing ---------------------------------------------------------------------------------------------------------


def missing(found: tuple[Due, ...], id: str) -> list[str]:
    """Return where the facts are to be said that the notice `id` lacks."""
    return [m.at for m in one(found, id).missing]


def test_each_missing_fact_is_told_with_its_place_and_reason() -> None:
    bare = house(
        publisher={"emails": [], "phones": [], "register_entry": "", "address": None}, representatives=[]
    )
    made = one(due(bare, DAY), "de-prov-4")
    assert [str(m) for m in made.missing] == [
        "publisher.address: letters and summonses must arrive: a street, no post office box (§ 5 DDG)",
        "publisher.emails: an answer must be one message away (§ 5 DDG)",
        "publisher.phones: a second fast way beside e-mail must be open; an address of a form (imprint.contact) will do"
        " (§ 5 DDG)",
        "imprint.representatives: a company acts through people, and they are named (§ 5 DDG)",
        "publisher.register_entry: the register shows who stands behind the name (§ 5 DDG)",
    ]
    assert words(made) == ["Impressum", "Hafen GmbH", "USt-IdNr.: DE123"]


def test_a_form_does_for_a_telephone() -> None:
    newsroom = house(publisher={"phones": []}, contact="https://hafen.example/form")
    assert missing(due(newsroom, DAY), "de-prov-4") == []


@pytest.mark.parametrize(
    "street", ["Postfach 12", "P.O. Box 12", "PO Box 7", "Boîte postale 3", "Apartado 9", "Postbus 4"]
)
def test_a_post_office_box_is_no_address(street: str) -> None:
    newsroom = house(publisher={"address": {"street": street, "city": "Hamburg"}})
    assert missing(due(newsroom, DAY), "de-prov-4") == ["publisher.address"]


@pytest.mark.parametrize(
    "address",
    [
        {"street": "Kai 1, Postfach 12", "city": "Hamburg"},
        {"street": "Kai 1", "lines": ["Postfach 12"], "city": "Hamburg"},
    ],
)
def test_a_street_beside_a_post_office_box_is_an_address(address: dict[str, object]) -> None:
    assert missing(due(house(publisher={"address": address}), DAY), "de-prov-4") == []


def test_who_trades_without_a_company_needs_no_representative() -> None:
    newsroom = house(publisher={"register_entry": ""}, form="", representatives=[])
    assert missing(due(newsroom, DAY), "de-prov-4") == []


def test_without_a_person_nothing_is_printed_beneath_the_label() -> None:
    made = one(due(house(responsible=[]), DAY), "de-resp-4")
    assert (made.notice, made.printed) == (None, False)
    assert [m.fact for m in made.missing] == ["person", "person_address", "conditions"]


def test_conditions_of_the_person_are_asked_never_inferred() -> None:
    newsroom = house(responsible=[{"name": "Bert Quay", "at_publisher": True}])
    assert missing(due(newsroom, DAY), "de-resp-4") == ["imprint.responsible.conditions_confirmed"]


def test_a_sentence_with_a_hole_is_not_printed() -> None:
    release = pr.Release(
        headline="A", extra={"notices": {"when": "forward-looking", "facts": {"factors": "the tide"}}}
    )
    made = one(due(house(jurisdiction="CA"), DAY, release=release), "ca-fli")
    assert made.notice is None
    assert [m.at.rpartition(".")[2] for m in made.missing] == ["statements", "assumptions", "update_policy"]


# --- conditions ------------------------------------------------------------------------------------------------------


def ids(found: tuple[Due, ...]) -> list[str]:
    """Return the ids of what is due."""
    return [d.profile.id for d in found]


def test_a_business_that_is_no_journal_names_nobody_responsible() -> None:
    assert ids(due(house(when=["business"]), DAY, place="site")) == ["de-prov-4"]


def test_a_large_austrian_site_discloses_in_full_and_a_small_one_in_brief() -> None:
    small = due(house(jurisdiction="AT", when=["business"]), DAY, place="site")
    large = due(house(jurisdiction="AT"), DAY, place="site")
    assert (ids(small), ids(large)) == (["at-prov", "at-offen-s"], ["at-prov", "at-offen-1"])


def test_generated_text_is_disclosed_unless_reviewed_by_somebody_who_answers() -> None:
    def told(*when: str, **imprint: Any) -> bool:
        release = pr.Release(headline="A", extra={"notices": {"when": list(when)}})
        return "eu-ai" in ids(due(house(**imprint), DAY, release=release))

    assert [told("ai"), told("ai", "reviewed"), told("ai", "reviewed", responsible=[])] == [True, False, True]


def test_a_release_of_another_is_known_by_its_publisher() -> None:
    release = pr.Release(headline="A", language="de", publisher={"name": "Werft"})
    made = one(due(house(), DAY, release=release), "de-liab")
    assert words(made)[1].startswith("Diese Mitteilung stammt von Werft.")


def test_reserved_data_mining_is_said_once_under_rights() -> None:
    newsroom = house().changed(rights={"data_mining": "reserved"})
    assert "eu-tdm" in ids(due(newsroom, DAY))


def test_an_unknown_condition_of_a_release_is_told() -> None:
    release = pr.Release(headline="A", extra={"notices": {"when": ["payed"]}})
    with pytest.raises(InvalidNotices) as raised:
        due(house(), DAY, release=release)
    assert str(raised.value) == (
        'extra.notices.when: no such condition: found "payed"\n  did you mean "paid"?'
    )


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"amout": "9"}, 'extra.notices.facts: no such fact: found "amout"\n  did you mean "amount"?'),
        ({"name": "Other"}, 'extra.notices.facts: no such fact: found "name"'),
        ({"amount": [9]}, "extra.notices.facts.amount: not a text: found (9,)"),
        (["amount"], "extra.notices.facts: not a mapping: found ('amount',), expected facts by their names"),
    ],
)
def test_a_fact_that_no_notice_asks_a_release_for_is_told(facts: object, told: str) -> None:
    release = pr.Release(headline="A", extra={"notices": {"when": ["paid"], "facts": facts}})
    with pytest.raises(InvalidNotices) as raised:
        due(house(), DAY, release=release)
    assert str(raised.value).startswith(told)


# --- what is sure enough to print -------------------------------------------------------------------------------------


def test_general_knowledge_informs_until_the_house_confirms_it() -> None:
    found = {
        c: one(due(house(jurisdiction="IT", confirmed=c), DAY), "it-prov").printed for c in ((), ("it-prov",))
    }
    assert found == {(): False, ("it-prov",): True}


@pytest.mark.parametrize("jurisdiction", ["US", "CA", "AU", "JP"])
def test_good_practice_is_the_houses_choice(jurisdiction: str) -> None:
    (made,) = (d for d in due(house(jurisdiction=jurisdiction), DAY, place="site"))
    assert (made.profile.nature, made.printed, made.notice is not None) == ("practice", False, True)


def test_a_confirmed_profile_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(InvalidNotices) as raised:
        due(house(confirmed=["it-prow"]), DAY)
    assert str(raised.value) == (
        'newsroom.toml: imprint.confirmed: no such notice profile: found "it-prow"\n  did you mean "it-prov"?'
    )


# --- mail and live pages ----------------------------------------------------------------------------------------------


def test_a_mail_to_named_recipients_takes_the_footer_of_business_letters() -> None:
    made = one(mail_footer(house(), DAY), "de-letter-gmbh")
    assert words(made)[:3] == [
        "Pflichtangaben",
        "Hafen GmbH, Kai 1, 20457 Hamburg, Sitz: Hamburg",
        "Vertreten durch: Ada Byron",
    ]
    assert made.printed


def test_the_footer_is_due_for_the_legal_forms_it_binds() -> None:
    assert mail_footer(house(form="AG"), DAY) == ()


def test_a_newsletter_adds_what_newsletters_owe() -> None:
    newsroom = house(jurisdiction="AT")
    assert ids(mail_footer(newsroom, DAY)) == ["at-letter"]
    assert ids(mail_footer(newsroom, DAY, also=["newsletter"])) == ["at-news", "at-letter"]


def test_a_live_page_is_judged_by_the_day_in_the_houses_zone() -> None:
    turn = dt.datetime(2024, 5, 13, 22, 30, tzinfo=dt.UTC)  # half past midnight in Berlin
    assert ids(current(house(when=["business"]), turn)) == ["de-prov-4"]
    assert ids(current(house(when=["business"]), turn - dt.timedelta(hours=1))) == ["de-prov-3"]
