"""Each row of what an editor and a lawyer look for fires: the row's own cases, with all that belongs to them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HOUSE = 'title = "N"\nbase_url = "https://example.org/"\n'
PUB = """
[publisher]
name = "Hafen GmbH"
legal_name = "Hafen GmbH"
emails = ["p@example.org"]
phones = [{number = "+49 40 1"}]
address = {street = "Kai 1", postcode = "20457", city = "Hamburg", country = "DE"}
"""
P26 = "published: 2026-03-02T09:00+01:00\n"
ROWS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "L01",
        "superseded-citation",
        {"head": P26 + 'notices: [{kind: provider, text: "Angaben gemäß § 5 TMG: Hafen"}]\n'},
    ),
    (
        "L01 en",
        "superseded-citation",
        {
            "head": 'published: 2020-08-26T09:00+02:00\nnotices: [{kind: editorial-responsibility, text: "V.i.S.d.P. & Sect. 6 MDStV: Ada Byron"}]\n'
        },
    ),
    (
        "L01 RStV",
        "superseded-citation",
        {
            "head": P26
            + 'notices: [{kind: editorial-responsibility, text: "Verantwortlich i.S.d. § 55 Abs. 2 RStV: Ada Byron"}]\n'
        },
    ),
    (
        "L01 SI",
        "superseded-citation",
        {"head": P26 + 'notices: [{kind: provider, text: "Company details under SI 2008/495"}]\n'},
    ),
    (
        "L01 CPR",
        "superseded-citation",
        {"head": P26 + 'notices: [{kind: advertising, text: "Ad under the CPRs 2008"}]\n'},
    ),
    (
        "L02",
        "citation-not-yet",
        {
            "head": 'published: 2019-03-02T09:00+01:00\nnotices: [{kind: editorial-responsibility, text: "§ 18 Abs. 2 MStV: Ada Byron"}]\n'
        },
    ),
    (
        "L03",
        "citation-wrong-subject",
        {
            "head": P26
            + 'notices: [{kind: editorial-responsibility, text: "V.i.S.d.P. und § 18 Abs. 2 MStV: Ada Byron"}]\n'
        },
    ),
    (
        "L03 subject",
        "citation-wrong-subject",
        {"head": 'published: 2005-03-02T09:00+01:00\nnotices: [{kind: provider, text: "nach § 6 MDStV"}]\n'},
    ),
    (
        "L04",
        "responsible-missing",
        {"head": P26, "house": PUB + '[imprint]\njurisdiction="DE"\nwhen=["business","editorial"]\n'},
    ),
    (
        "L05 run",
        "responsible-unclear",
        {
            "head": P26
            + 'notices: [{kind: editorial-responsibility, jurisdiction: DE, person: "Ada Byron - Example Corp"}]\n'
        },
    ),
    (
        "L06",
        "responsible-address",
        {"head": P26 + "notices: [{kind: editorial-responsibility, jurisdiction: DE, person: Ada Byron}]\n"},
    ),
    (
        "L06 LU",
        "responsible-address",
        {"head": P26 + "notices: [{kind: editorial-responsibility, jurisdiction: LU, person: Ada Byron}]\n"},
    ),
    (
        "L07",
        "responsible-conditions",
        {
            "head": P26
            + 'notices: [{kind: editorial-responsibility, jurisdiction: DE, person: Ada Byron, text: "Kai 1, 20457 Hamburg"}]\n'
        },
    ),
    (
        "L08",
        "provider-address",
        {"head": P26, "house": '[publisher]\nname="H"\n[imprint]\njurisdiction="DE"\n'},
    ),
    ("L09", "provider-register", {"head": P26, "house": PUB + '[imprint]\njurisdiction="DE"\nform="GmbH"\n'}),
    (
        "L10",
        "contact-channel",
        {
            "head": P26,
            "house": '[publisher]\nname="H"\naddress={street="Kai 1",city="Hamburg"}\n[imprint]\njurisdiction="DE"\n',
        },
    ),
    (
        "L11",
        "liability-overreach",
        {
            "head": 'notices: [{kind: liability, text: "We accept no liability whatsoever for the content."}]\n'
        },
    ),
    (
        "L11 allein",
        "liability-overreach",
        {
            "head": 'notices: [{kind: liability, text: "Für den Inhalt ist allein der Aussender verantwortlich."}]\n'
        },
    ),
    (
        "L11 author",
        "liability-overreach",
        {"head": 'notices: [{kind: liability, text: "The author is solely responsible for the content."}]\n'},
    ),
    (
        "L12",
        "liability-on-person",
        {"head": 'notices: [{kind: liability, text: "For the content Ada Byron is liable."}]\n'},
    ),
    ("L13", "paid-label", {"head": "extra: {notices: {when: [paid]}}\n"}),
    ("L14", "source-and-licence", {"head": P26 + "publisher: {name: Other Corp}\n", "house": PUB}),
    (
        "L15",
        "jurisdiction-undeclared",
        {
            "head": P26
            + "notices: [{kind: editorial-responsibility, jurisdiction: DE, person: Ada Byron}]\npublisher: {name: X, address: {city: Las Vegas, country: US}}\n"
        },
    ),
    ("L16", "innocence-wording", {"body": "Police arrested two suspects. The fraudsters took millions."}),
    ("L17 odr", "dead-regime-text", {"head": P26, "body": "OS: https://ec.europa.eu/consumers/odr"}),
    ("L17 fax", "dead-regime-text", {"head": P26, "body": "Bestellungen nur mit dem Faxformular an 040 1."}),
    (
        "L18",
        "ai-disclosure",
        {"head": "published: 2026-09-01T09:00+02:00\nextra: {notices: {when: [ai]}}\n"},
    ),
    (
        "S01",
        "forward-looking-without-notice",
        {
            "head": "language: en\n",
            "body": "Harbour Corp (NYSE: HRB) opened. It expects revenue of 20 million.",
        },
    ),
    (
        "S01 will",
        "forward-looking-without-notice",
        {
            "head": "language: en\n",
            "body": "Harbour Corp (NYSE: HRB) opened. It plans to double its sales and will reach 20 million next year.",
        },
    ),
    (
        "S02",
        "forward-looking-generic",
        {
            "head": "language: en\n",
            "body": "Harbour Corp (NYSE: HRB) opened. It expects revenue of 20 million.\n\nThis release contains forward-looking statements such as expects, plans. Actual results may differ.",
        },
    ),
    (
        "S03",
        "forward-looking-out-of-scope",
        {
            "headline": "Harbour Corp prices its IPO",
            "body": "Harbour Corp (NYSE: HRB). Statements fall under the Private Securities Litigation Reform Act of 1995.",
        },
    ),
    (
        "S03 non-US",
        "forward-looking-out-of-scope",
        {"body": "Harbour Corp (LSE: HRB). Statements fall under the PSLRA."},
    ),
    (
        "S04",
        "inside-information-fields",
        {"body": "This announcement contains inside information within the meaning of Article 7."},
    ),
    ("S05 tsxv", "exchange-line", {"body": "Harbour (TSXV: HGD) drills."}),
    ("S05 cse", "exchange-line", {"body": "Harbour (CSE: HGD) drills."}),
    ("S05 asx", "exchange-line", {"body": "Harbour (ASX: HGD) drills."}),
    ("S06", "ticker-form", {"body": "Harbour (NYSE - HRB), ISIN US0378331006."}),
    (
        "S07 gaap",
        "non-gaap-or-promotion",
        {"head": "language: en\n", "body": "Harbour (NYSE: HRB) had adjusted EBITDA of 20 million."},
    ),
    (
        "S07 promo",
        "non-gaap-or-promotion",
        {"head": "language: en\n", "body": "Harbour (NYSE: HRB) is a strong buy."},
    ),
    ("E01", "headline-length", {"headline": "A" + " very long headline" * 8}),
    (
        "E02",
        "headline-agreement",
        {"head": "language: en\n", "headline": "Police stop one of the biggest piracy group in Europe"},
    ),
    ("E03", "time-without-zone", {"body": "Doors open at 9:30."}),
    (
        "E04",
        "dateline-after-publication",
        {"head": "dateline: {places: [Lisbon], date: 2026-03-12}\n" + P26},
    ),
    ("E04 fut", "dateline-after-publication", {"head": "dateline: {places: [Lisbon], date: 2035-03-12}\n"}),
    (
        "E05",
        "dateline-place",
        {
            "head": "dateline: {places: [Brussels], date: 2026-03-02}\ncontacts: [{name: A B, address: {street: Q 1, city: Lisbon}}]\n"
        },
    ),
    ("E06 past", "embargo-past", {"head": "embargo: 2026-03-01T09:00+00:00\n" + P26}),
    ("E06 vague", "embargo-vague", {"head": 'embargo: {printed: "EMBARGOED UNTIL 2 March 2035"}\n'}),
    (
        "E06 pubfuture",
        "embargo-contradicts-text",
        {
            "head": "embargo: {until: 2035-03-02T09:00+00:00}\n",
            "body": "For immediate release\n\nThe harbour opens.",
        },
    ),
    (
        "E07",
        "quote-without-speaker",
        {
            "head": "language: en\n",
            "body": 'The harbour opens. "We worked on both quays for six long years and are proud."',
        },
    ),
    (
        "E08 unknown",
        "speaker-never-introduced",
        {"head": "language: en\n", "body": '"We worked on both quays for six long years," said Ada Byron.'},
    ),
    (
        "E08 surname",
        "speaker-never-introduced",
        {
            "head": "language: en\n",
            "body": 'Ada Byron, mayor, and George Byron, harbour master, came.\n\n"We worked on both quays for six long years," said Byron.',
        },
    ),
    ("E09 open", "unbalanced-quotation-marks", {"body": 'The "Example Group came.'}),
    ("E09 mixed", "mixed-quotation-marks", {"body": "The \"Example Group' was dismantled, it said."}),
    (
        "E10",
        "attribution-inside-quotation",
        {"head": "language: en\n", "body": '"The work is done, said Max Muster, head of it.'},
    ),
    (
        "E10 comma",
        "attribution-inside-quotation",
        {"head": "language: en\n", "body": '"The work is done on this day" said Max Muster, head of it.'},
    ),
    ("E11", "relative-date", {"head": "language: en\n", "body": "The harbour opened yesterday."}),
    (
        "E12",
        "numbers-differ",
        {
            "head": "language: en\n",
            "body": "Police in 18 countries worked.\n\nIn the 19 countries searches were made.",
        },
    ),
    (
        "E13",
        "list-repeat",
        {"head": "language: en\n", "body": "Servers stood in Denmark, Romania, Sweden and Romania."},
    ),
    ("E14 boiler", "missing-boilerplate", {}),
    ("E14 contact", "missing-contact", {}),
    ("E15", "placeholder-text", {"body": "The fee is TBC."}),
    ("E15 empty label", "placeholder-text", {"body": "Contact: [insert name], Phone: XX-XXX"}),
    ("E15 empty field", "placeholder-text", {"body": "Phone:\n\nThe harbour opens. E-mail: "}),
    (
        "E16",
        "duplicate-paragraph",
        {
            "body": "The harbour opens on Monday after four years of work.\n\nThe harbour opens on Monday after four years of work."
        },
    ),
    (
        "E17 near",
        "entity-names",
        {
            "house": PUB + '[check]\nnames=["Moving Picture Guild"]\n',
            "head": "language: en\n",
            "body": "The Moving Pictures Guild was there.",
        },
    ),
    ("E17 short", "entity-names", {"head": "language: en\n", "body": "The QXPF network was used."}),
    (
        "E18 declared",
        "wrong-language",
        {
            "head": "language: en\n",
            "body": "Der neue Hafen der Stadt wird am Montag eröffnet. Das ist für die Fähren und für die Gäste der Region eine gute Nachricht, auf die alle lange gewartet haben.",
        },
    ),
    ("T01 alt", "alt-text-missing", {"head": "assets: [{href: https://example.org/a.jpg}]\n"}),
    (
        "T01 credit",
        "asset-credit-missing",
        {"head": "assets: [{href: https://example.org/a.jpg, alt: A}]\n"},
    ),
    ("T01 rel", "relative-link-in-feed", {"body": "See [the price list](/p.html)."}),
    ("T01 http", "insecure-link", {"body": "See [the price list](http://example.org/p.html)."}),
    ("T01 dead", "dead-anchor", {"body": "See [the price list](#prices)."}),
    ("T02 chars", "characters-a-channel-cannot-carry", {"body": "Price 5 €, “ok” – 中.", "profile": "ap"}),
    ("T02 bidi", "bidi-control", {"body": "The \u202eharbour opens."}),
    ("T02 zero", "invisible-characters", {"body": "The har\u200bbour."}),
    (
        "T03",
        "notice-lost",
        {
            "head": "notices: [{kind: liability, heading: Notice, text: Prices may change.}]\n",
            "profile": "ap",
        },
    ),
    (
        "T04",
        "correction-without-link",
        {"head": "version: 2\nchange: {kind: correction, wrong: a, right: b}\n"},
    ),
    (
        "T05",
        "contact-block-unparsed",
        {"body": "Press: Ada, phone +44 20 7946 0321, fax +44 20 7946 0322, ada@example.org"},
    ),
    ("T06", "long-sentence", {"body": "The " + "very " * 40 + "big harbour opens."}),
]


def codes(
    head: str = "",
    body: str = "Der Hafen öffnet am Montag.",
    house: str = "",
    profile: str | None = None,
    headline: str = "One",
) -> list[str]:
    """Return the rules that fire in a Markdown file with this front matter and body."""
    text = f"---\nheadline: {headline}\n{head}---\n{body}\n"
    newsroom = pr.Newsroom.parse(HOUSE + house) if house else None
    release = pr.parse(text, "markdown", newsroom=newsroom)
    return [f.code for f in pr.check(release, source=text, newsroom=newsroom, now=NOW, profile=profile)]


@pytest.mark.parametrize(("row", "rule", "case"), ROWS, ids=[row for row, _, _ in ROWS])
def test_what_a_row_looks_for_is_found(row: str, rule: str, case: dict[str, Any]) -> None:
    assert rule in codes(**case), row


def test_every_row_has_a_case() -> None:
    named = {row.split()[0] for row, _, _ in ROWS}
    assert named == {
        *(f"L{n:02}" for n in range(1, 19)),
        *(f"S{n:02}" for n in range(1, 8)),
        *(f"E{n:02}" for n in range(1, 19)),
        *(f"T{n:02}" for n in range(1, 7)),
    }
