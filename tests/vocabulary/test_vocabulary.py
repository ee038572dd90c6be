"""The tables of codes."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressrelease as pr
import pressrelease.vocabulary as vocabulary
from pressrelease.vocabulary import (
    languages,
    market_code,
    media_topic,
    subject_code,
    subject_name,
    subject_words,
    successor,
    topic,
    topics,
)


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
    ("code", "found"),
    [
        ("04000000", ("04000000", "exact")),
        ("08000000", ("08000000", "close")),
        ("16009000", ("20000062", "exact")),  # a retired topic has the same code
        ("01001000", ("20000744", "exact")),
        ("99999999", ("", "")),
        ("0400", ("", "")),
    ],
)
def test_a_subject_code_leads_to_a_media_topic(code: str, found: tuple[str, str]) -> None:
    assert media_topic(code) == found


def test_a_subject_code_without_a_topic_takes_that_of_its_matter() -> None:
    taken = {t.subject for t in topics().values() if t.match in ("exact", "close")}
    codes = (Path(vocabulary.__file__).parent / "subjectcodes.tsv").read_text("utf-8").splitlines()[1:]
    lonely = [c for c in (line.partition("\t")[0] for line in codes) if c not in taken]
    wider = [(code, f"{code[:5]}000") for code in lonely if f"{code[:5]}000" in taken]
    assert len(wider) > 100
    assert all(media_topic(code) == (media_topic(above)[0], "broad") for code, above in wider)
    assert [code for code in lonely if media_topic(code)[1] == "exact"] == []


def test_both_ways_lead_back_where_topic_and_code_say_the_same() -> None:
    exact = [t for t in topics().values() if t.match == "exact" and not t.retired]
    assert len(exact) > 700
    assert [t.code for t in exact if media_topic(t.subject) != (t.code, "exact")] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("20000064", ("20000062", "exact")),  # the same Subject Code
        ("20000109", ("20000107", "broad")),
        ("20000062", ("", "")),  # in use
        ("99999999", ("", "")),
    ],
)
def test_a_retired_topic_has_a_successor(code: str, found: tuple[str, str]) -> None:
    assert successor(code) == found


def test_every_successor_is_in_use() -> None:
    retired = [t.code for t in topics().values() if t.retired]
    assert len(retired) == 153
    known = [topic(successor(code)[0]) for code in retired]
    assert [t for t in known if t is None or t.retired] == []


def test_the_languages_of_names() -> None:
    assert languages() == ("en", "de", "fr", "es", "pt", "sv", "da", "ar", "zh-Hans")


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
