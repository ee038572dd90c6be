"""The tables of codes."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressrelease as pr
import pressrelease.vocabulary as vocabulary
from pressrelease.vocabulary import market_code, subject_code, subject_name, subject_words, topic, topics


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("04000000", ("04000000", "exact")),
        ("20000031", ("01000000", "broad")),
        ("08000000", ("08000000", "close")),
        ("99999999", ("", "")),
    ],
)
def test_a_media_topic_leads_to_a_subject_code(code: str, found: tuple[str, str]) -> None:
    assert subject_code(code) == found


def test_a_topic_without_a_subject_code_of_its_own_takes_the_broader_ones() -> None:
    lonely = next(t for t in topics().values() if not t.subject and t.broader)
    assert subject_code(lonely.code) == (subject_code(lonely.broader)[0], "broad")


def test_every_subject_code_that_a_topic_leads_to_has_a_name() -> None:
    assert [t.code for t in topics().values() if t.subject and not subject_name(t.subject)] == []


def test_a_topic_has_its_name_in_the_language_or_in_english() -> None:
    economy = topic("04000000")
    assert economy is not None
    assert economy.name("de-AT") == ("Wirtschaft und Finanzen", "de")
    assert economy.name("fi") == ("economy, business and finance", "en")


@pytest.mark.parametrize(
    ("subject", "language", "words"),
    [
        ({"name": "Häfen", "code": "medtop:20000424"}, "de", ("Häfen", "de")),
        ("medtop:20000424", "de-CH", ("Umweltverschmutzung", "de")),
        ("20000424", "it", ("environmental pollution", "en")),
        ("subj:01001000", "de", ("archaeology", "en")),
        ("medtop:99999999", "de", ("", "")),
        ("acme:ports", "de", ("", "")),
    ],
)
def test_a_subject_is_called_by_its_own_name_or_by_iptcs(
    subject: object, language: str, words: tuple[str, str]
) -> None:
    release = pr.Release(headline="A", subjects=(subject,))
    assert subject_words(release.subjects[0], language) == words


@pytest.mark.parametrize(
    ("printed", "code"),
    [("NYSE", "XNYS"), ("Nasdaq", "XNAS"), ("XLON", "XLON"), ("Smalltown", ""), ("ABCD", "")],
)
def test_a_market_by_its_printed_name(printed: str, code: str) -> None:
    assert market_code(printed) == code


def test_the_tables_name_their_owner_and_licence() -> None:
    notice = (Path(vocabulary.__file__).parent / "NOTICE.md").read_text("utf-8")
    assert "International Press Telecommunications Council" in notice
    assert "https://creativecommons.org/licenses/by/4.0/" in notice
