"""Two clocks: a dated release is judged by the law of its day, a live page by the law of now; frozen words stay."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from houses import TODAY, house

import pressrelease as pr
from pressrelease.notices import current, faults, fulfilled, law_day, standings

SEED_DAY = dt.datetime(2020, 8, 26, 18, 39, tzinfo=dt.UTC)
CITING = {"cite": True}


def joined(release: pr.Release, newsroom: pr.Newsroom, now: dt.datetime = TODAY) -> list[str]:
    """Return the headings or labels of the notices with which `release` is rendered."""
    return [n.heading or n.label for n in fulfilled(release, newsroom, now).notices]


def release(**values: object) -> pr.Release:
    """Return a release of the seed's day."""
    return pr.Release(**{"headline": "Kran", "language": "de", "published": SEED_DAY, **values})


def told(**values: str) -> list[str]:
    """Return the faults that a notice had on the seed's day."""
    return [str(fault) for fault in faults(pr.Notice(**values), SEED_DAY.date())]


# --- what joins -------------------------------------------------------------------------------------------------------


def test_a_release_takes_the_notices_of_its_day_and_a_page_those_of_now() -> None:
    newsroom = house(**CITING)
    assert joined(release(), newsroom) == [
        "Angaben gemäß § 5 TMG",
        "Verantwortlich i. S. d. § 55 Abs. 2 RStV",
    ]
    live = [d.notice.heading or d.notice.label for d in current(newsroom, TODAY) if d.notice]
    assert live == ["Angaben gemäß § 5 DDG", "Verantwortlich i. S. d. § 18 Abs. 2 MStV"]


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        ("2020-11-06T22:59:59+00:00", "Verantwortlich i. S. d. § 55 Abs. 2 RStV"),
        ("2020-11-06T23:00:00+00:00", "Verantwortlich i. S. d. § 18 Abs. 2 MStV"),
    ],
)
def test_the_day_of_a_release_is_that_of_the_houses_zone(moment: str, label: str) -> None:
    assert joined(release(published=moment), house(**CITING))[1] == label


def test_a_release_without_a_moment_has_the_day_of_its_dateline_else_now() -> None:
    dated = pr.Release(headline="A", dateline={"date": "2019-05-01"})
    assert law_day(dated, house(), TODAY) == dt.date(2019, 5, 1)
    assert law_day(pr.Release(headline="A"), house(), TODAY) == TODAY.date()


def test_a_frozen_notice_is_not_rewritten_and_none_of_its_kind_joins() -> None:
    frozen = pr.Notice(kind="editorial-responsibility", label="V.i.S.d.P. § 6 MDStV", person="Cleo Dock")
    whole = fulfilled(release(notices=[frozen]), house(**CITING), TODAY)
    assert whole.notices[0] == frozen
    assert [n.kind for n in whole.notices] == ["editorial-responsibility", "provider"]


def test_the_imprint_that_a_release_brings_is_the_only_one() -> None:
    brought = release(provider={"name": "Wire Inc."})
    assert joined(brought, house()) == ["Verantwortlich für den Inhalt"]


def test_notices_that_the_house_wrote_itself_go_before() -> None:
    newsroom = house().changed(notices=[{"kind": "provider", "heading": "Wir", "text": "Hafen."}])
    assert joined(release(), newsroom) == ["Wir", "Verantwortlich für den Inhalt"]


def test_without_an_imprint_nothing_changes() -> None:
    newsroom = house().changed(imprint=None)
    assert fulfilled(release(), newsroom, TODAY) == newsroom.completed(release())


def test_a_second_time_adds_nothing() -> None:
    once = fulfilled(release(), house(jurisdiction="AT"), TODAY)
    assert fulfilled(once, house(jurisdiction="AT"), TODAY) == once


@pytest.mark.parametrize(
    "format", ["html", "html-fragment", "plain", "markdown", "json", "nitf", "newsml-g2", "rss"]
)
def test_every_output_carries_the_notices_that_are_due(format: str) -> None:
    newsroom = house()
    made = (
        pr.render_all([release(id="a", slug="a")], format, newsroom=newsroom, now=TODAY)
        if format == "rss"
        else pr.render(release(id="a", slug="a"), format, newsroom=newsroom, now=TODAY)
    )
    text = made.decode() if isinstance(made, bytes) else made
    assert "Bert Quay" in text
    assert "Vertreten durch: Ada Byron" in text


@pytest.mark.parametrize("format", ["iptc7901", "anpa1312"])
def test_byte_wires_print_them_and_lose_a_heading_alone(format: str) -> None:
    def lost(newsroom: pr.Newsroom) -> set[str]:
        made = pr.write(release(story="Der Kran steht."), format, newsroom=newsroom, now=TODAY)
        assert (b"Bert Quay" in made.body) == (newsroom.imprint is not None)
        return {loss.path for loss in made.losses}

    assert lost(house()) - lost(house().changed(imprint=None)) == {"story.heading"}


# --- how frozen words stand -------------------------------------------------------------------------------------------


def test_the_agency_text_is_kept_verbatim_and_its_citation_reported(seed_path: Path) -> None:
    text = seed_path.read_text("utf-8")
    seed = pr.parse(text, "text")
    newsroom = house(**CITING)
    (person, liability, _) = standings(seed, TODAY, newsroom=newsroom)
    assert [str(fault) for fault in person.faults] == [
        "Sect. 6 MDStV was not in force on 2020-08-26: no imprint norm since 2002-07-01, it ended on 2007-02-28\n"
        "  the norm of that day is § 55(2) RStV",
        "“V.i.S.d.P.” is the label of print law, Sect. 6 MDStV is law for what is online\n  keep to one of them",
    ]
    assert liability.faults == ()
    assert [d.profile.id for d in person.beside] == ["de-resp-4"]
    assert (
        "V.i.S.d.P. & Sect. 6 MDStV (German Interstate Media Services Agreement): Daren Frankish"
        in pr.render(seed, "gna-text", newsroom=newsroom, now=TODAY)
    )


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("§ 55 Abs. 2 RStV", []),
        (
            "§ 18 Abs. 2 MStV",
            [
                "§ 18 Abs. 2 MStV was not in force on 2020-08-26: it began on 2020-11-07\n"
                "  the norm of that day is § 55(2) RStV"
            ],
        ),
        (
            "§ 10 Abs. 3 MDStV",
            [
                "§ 10 Abs. 3 MDStV was not in force on 2020-08-26: it ended on 2007-02-28\n"
                "  the norm of that day is § 55(2) RStV"
            ],
        ),
    ],
)
def test_a_citation_is_judged_by_the_day_of_the_release(label: str, said: list[str]) -> None:
    assert told(kind="editorial-responsibility", label=label, person="Bert Quay") == said


def test_a_section_with_another_subject_on_the_day_is_told() -> None:
    notice = pr.Notice(kind="editorial-responsibility", label="§ 6 MDStV", person="Bert Quay")
    assert [(f.kind, f.message) for f in faults(notice, dt.date(2005, 1, 1))] == [
        (
            "wrong-subject",
            "§ 6 MDStV was about liability principles on 2005-01-01, not about what this notice says",
        )
    ]
    assert list(faults(notice, dt.date(2002, 6, 30))) == []


def test_a_reference_without_successor_is_to_be_left_out() -> None:
    notice = pr.Notice(text="See https://ec.europa.eu/consumers/odr/ for disputes.")
    (fault,) = faults(notice, dt.date(2025, 7, 20))
    assert (fault.kind, fault.advice) == ("superseded", "leave it out")
    assert list(faults(notice, dt.date(2025, 7, 19))) == []
