"""References to laws are found as notices print them, and judged by a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pressrelease.notices import cited, reference, references

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("V.i.S.d.P. & Sect. 6 MDStV: Ada Byron - Example", ["visdp", "mdstv-6"]),
        ("Verantwortlich gemäß § 6 Abs. 2 MDStV", ["mdstv-6"]),
        ("Responsible under s 6(2) MDStV", ["mdstv-6"]),
        ("Section 6 of the Mediendienste-Staatsvertrag", ["mdstv-6"]),
        ("V. i. S. d. P.: Ada Byron", ["visdp"]),
        ("ViSdP Ada Byron", ["visdp"]),
        ("nach § 10 Abs. 3 MDStV, § 10 (Abs. 3) MDStV", ["mdstv-10", "mdstv-10"]),
        ("§ 7 MDStV", ["mdstv"]),
        ("§§ 55 ff. RStV; § 55 Abs. 2 RStV; § 55 II RStV", ["rstv-55"] * 3),
        ("Angaben gemäß § 5 TMG", ["tmg-5"]),
        ("§§ 8 bis 10 TMG", ["tmg"]),
        ("i. S. d. § 18 Abs. 2 MStV", ["mstv-18"]),
        ("§ 5 DDG, TTDSG, TDDDG", ["ddg-5", "ttdsg", "tdddg"]),
        ("§ 15 WpHG; WpAIV", ["wphg-15", "wpaiv"]),
        ("Offenlegung gemäß § 25 Mediengesetz", ["medieng-25"]),
        ("article 6 III 1 de la LCEN", ["lcen-6"]),
        ("article 1-1 II de la LCEN", ["lcen-1-1"]),
        ("article 7 de la loi du 11 mars 2003", ["be-2003-7"]),
        ("SI 2008/495 and SI 2015/17", ["si-2008-495", "si-2015-17"]),
        ("Article 17 of Regulation (EU) No 596/2014", ["mar-17"]),
        ("https://ec.europa.eu/consumers/odr/", ["odr"]),
        ("Urteil des Landgerichts Hamburg vom 12. Mai 1998", ["lg-hamburg"]),
        ("Mit Urteil vom 12. Mai 1998 hat das Landgericht (LG) Hamburg entschieden", ["lg-hamburg"]),
        ("Mit dem Urteil vom 12.05.1998 - 312 O 85/98 - hat das LG Hamburg entschieden", ["lg-hamburg"]),
        ("LG Hamburg, Urteil v. 12. 5. 1998, Az.: 312 O 85/98", ["lg-hamburg"]),
        ("Haftung für Links (312 0 85/98)", ["lg-hamburg"]),
        ("das Hamburger Landgericht am 12.5.98", ["lg-hamburg"]),
        ("On May 12, 1998 the Hamburg Regional Court ruled", ["lg-hamburg"]),
        ("the District Court of Hamburg ruled on 12 May 1998", ["lg-hamburg"]),
        ("Das Landgericht Hamburg hat am 3. Mai 2019 entschieden.", []),
        ("We sat in Section 6 of the stadium.", []),
        ("ATMGX, RStVX and a TMG4", []),
        ("", []),
    ],
)
def test_references_are_found_as_notices_print_them(text: str, ids: list[str]) -> None:
    assert [c.reference.id for c in cited(text)] == ids
    assert [text[c.start : c.end] for c in cited(text)] == [c.words for c in cited(text)]


def test_the_longer_of_two_references_is_the_one_that_is_meant() -> None:
    assert [c.words for c in cited("§ 55 Abs. 2 RStV")] == ["§ 55 Abs. 2 RStV"]


@pytest.mark.parametrize("known", [r for r in references() if r.spans], ids=lambda r: r.id)
def test_a_reference_is_in_force_from_its_first_day_to_its_last(known) -> None:
    first, last = known.spans[0].valid_from, known.spans[-1].valid_until
    if first is not None:
        assert (known.verdict(first - DAY), known.verdict(first)) == ("not-yet", "in-force")
    if last is not None:
        assert (known.verdict(last), known.verdict(last + DAY)) == ("in-force", "superseded")


def test_a_section_that_was_renumbered_has_another_subject_from_that_day() -> None:
    section = reference("mdstv-6")
    subjects = [section.on(day).subject for day in (dt.date(2002, 6, 30), dt.date(2002, 7, 1))]
    assert subjects == ["imprint", "liability principles"]
    assert (section.ended, section.successor) == (dt.date(2007, 2, 28), "§ 10 MDStV")


def test_what_never_was_a_norm_is_said_to_be_none() -> None:
    assert reference("lg-hamburg").verdict(dt.date(2020, 1, 1)) == "never"


def test_a_label_of_print_law_is_of_another_regime() -> None:
    day = dt.date(2020, 8, 26)
    regimes = [c.reference.on(day) for c in cited("V.i.S.d.P. & § 55 Abs. 2 RStV")]
    assert [span.regime for span in regimes if span] == ["print", "online"]


def test_the_agency_text_cites_print_law_and_a_section_that_ended_long_before(seed_path: Path) -> None:
    text = seed_path.read_text("utf-8")
    day = dt.date(2020, 8, 26)
    assert [(c.words, c.reference.verdict(day)) for c in cited(text)] == [
        ("V.i.S.d.P.", "in-force"),
        ("Sect. 6 MDStV", "superseded"),
    ]


def test_a_hostile_text_is_read_in_one_go() -> None:
    assert cited("§ 6" + " Abs. 1" * 20_000 + "§" * 20_000) == ()
