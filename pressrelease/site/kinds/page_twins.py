"""Markdown twins of the pages that are about many releases or none, but for search and the page for what is missing.

A twin is planned with its page, and made from the same values: it says what the page says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from pressrelease.model import Organisation
from pressrelease.site.addresses import TWIN, root_of
from pressrelease.site.desk import Desk
from pressrelease.site.kinds.people import said_by
from pressrelease.site.kinds.twins import document, entry, links, set_words
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.story import Block, Break, Heading, Link, Paragraph, Quote, Strong, Text
from pressrelease.wording import Wording, contact_lines, imprint_lines, moment_words, wording

MARKS = "\"“„«‚‘'"
"""Where one of them opens a quote, it has its marks."""
_ADDRESS, _MAIL = re.compile(r"https?://\S+"), re.compile(r"[^\s@]+@[^\s@]+")


class Spoken(NamedTuple):
    """How a page speaks."""

    language: str
    time_zone: str


def of_page(site: Site, page: Output) -> Iterator[Output]:
    """Yield the twin of `page`, where its kind has one."""
    if page.kind in WRITERS:
        path = f"{page.path.removesuffix('index.html')}{TWIN}"
        # Not the frame: another colour changes no twin.
        spoken = Spoken(page.frame.language, page.frame.time_zone)
        yield Output(path, "page-twin", (page.kind, spoken, page.inputs[1]))


def make(output: Output, desk: Desk) -> bytes:
    """Write what a reader of the page sees as Markdown."""
    kind, spoken, filled = output.inputs
    w = wording(spoken.language)
    write, title, about = WRITERS[kind]
    heading = filled.get("heading") or w(title)
    said = filled.get("description") or (w(about) if about else "")
    blocks: list[Block] = [Paragraph(set_words(said))] if said else []
    blocks += write(filled, w, spoken, root_of(output.path))
    for turn in ("later", "earlier"):
        if filled.get(turn):
            blocks.append(Paragraph((Link(set_words(w(turn)), f"{filled[turn]}{TWIN}"),)))
    return document(heading, blocks).encode()


# --- what each kind says ----------------------------------------------------------------------------------------------


def _releases(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    return links(entry(s, root) for s in filled["items"])


def _entries(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    return links(
        (e.name, f"{e.href}{TWIN}", ", ".join(filter(None, (str(e.count), e.note))))
        for e in filled["entries"]
    )


def _person(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    blocks: list[Block] = [Paragraph(set_words(filled["role"]))] if filled["role"] else []
    for s in filled["items"]:
        quotes = [said.pieces for said in said_by(filled["person"], s) if said.pieces]
        for pieces in quotes:
            blocks.append(Quote((Paragraph(set_words(" ".join(_marked(p, w) for p in pieces))),)))
        name, href, note = entry(s, root)
        before = () if quotes else set_words(f"{w('named')}: ")
        blocks.append(
            Paragraph((*before, Link(set_words(name), href), *set_words(f": {note}" if note else "")))
        )
    return blocks


def _marked(piece: str, w: Wording) -> str:
    return piece if piece[0] in MARKS else w("quoted", words=piece)


def _archive(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    blocks: list[Block] = []
    for year in filled["years"]:
        blocks.append(
            Heading((Link(set_words(year.name), f"{year.href}{TWIN}"), Text(f" ({year.count})")), 2)
        )
        blocks += links((month.name, f"{month.href}{TWIN}", str(month.count)) for month in year.months)
    return blocks


def _months(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    blocks: list[Block] = []
    for month in filled["months"]:
        if month.name:
            blocks.append(Heading((Link(set_words(month.name), f"{month.href}{TWIN}"),), 2))
        blocks += links(entry(s, root) for s in month.items)
    return blocks


def _corrections(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    blocks: list[Block] = []
    for e in filled["entries"]:
        blocks.append(Heading((Link(set_words(e.release.title), f"{e.release.href}{TWIN}"),), 2))
        when = moment_words(e.at, spoken.language, spoken.time_zone) if e.at else ""
        facts = " · ".join(filter(None, (when, w("version", number=e.version))))
        blocks.append(Paragraph((Strong(set_words(e.label)), Text(f" {facts}"))))
        blocks += (Paragraph(set_words(paragraph)) for paragraph in e.note)
        if e.wrong or e.right:
            which = "wrong_right" if e.wrong and e.right else "wrong_only" if e.wrong else "right_only"
            blocks.append(Paragraph(set_words(w(which, wrong=e.wrong, right=e.right))))
        if e.before:
            blocks.append(Paragraph((Link(set_words(w("earlier_wording")), e.before),)))
    return blocks or [Paragraph(set_words(w("no_corrections")))]


def _contacts(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    blocks: list[Block] = []
    for card in filled["cards"]:
        lines = imprint_lines if isinstance(card.who, Organisation) else contact_lines
        blocks += [Heading(set_words(card.heading), 2), _lines(lines(card.who, spoken.language))]
        blocks.append(Paragraph((Link(set_words(w("vcard")), card.card),)))
    return blocks


def _imprint(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    blocks: list[Block] = []
    for house in filled["houses"]:
        facts = imprint_lines(house.organisation, spoken.language)
        blocks += [Heading(set_words(house.heading), 2), _lines(facts)]
    for notice in filled["notices"]:
        blocks += [Heading(set_words(notice.heading), 2)] if notice.heading else []
        blocks += (_lines(paragraph.split("\n")) for paragraph in notice.paragraphs)
    return blocks


def _lines(lines: Sequence[str]) -> Paragraph:
    """Return `lines` as one paragraph, each on its own line."""
    spans: list[Any] = []
    for line in lines:
        spans += [Break()] if spans else []
        href = line if _ADDRESS.fullmatch(line) else f"mailto:{line}" if _MAIL.fullmatch(line) else ""
        spans += [Link(set_words(line), href)] if href else set_words(line)
    return Paragraph(tuple(spans))


def _terms(filled: dict[str, Any], w: Wording, spoken: Spoken, root: str) -> list[Block]:
    policy = filled["policy"]
    mining = [w(f"data_mining_{policy.data_mining}")] if policy.data_mining else []
    said = [*filter(None, policy.text.split("\n\n")), *mining, *(w(f"{n}_{v}") for n, v in policy.usages)]
    blocks: list[Block] = [Paragraph(set_words(words)) for words in said]
    for name, href in (("licence", policy.licence), ("licence_contact", policy.contact)):
        if href:
            blocks.append(
                Paragraph((Text(f"{w(name)}: "), Link(set_words(href.removeprefix("mailto:")), href)))
            )
    return [*blocks, *([Paragraph(set_words(policy.line))] if policy.line else [])]


Writer = Callable[[dict[str, Any], Wording, Spoken, str], list[Block]]
WRITERS: dict[str, tuple[Writer, str, str]] = {
    **dict.fromkeys(("topics", "places", "people"), (_entries, "", "")),
    **dict.fromkeys(("topics-page", "places-page"), (_releases, "", "")),
    "people-page": (_person, "", ""),
    "archive": (_archive, "archive", "archive_text"),
    **dict.fromkeys(("year", "month"), (_months, "", "")),
    "corrections": (_corrections, "corrections", "corrections_text"),
    "contacts": (_contacts, "contacts", "contacts_text"),
    "imprint": (_imprint, "provider", "imprint_text"),
    "terms": (_terms, "terms", ""),
}
"""By the kind of a page: who writes its twin, and which words are its title and its sentence where it brings none."""

KINDS = (
    Kind(
        "page-twin",
        "twins",
        ("Markdown twin of a further page", "Markdown twins of further pages"),
        make,
        of_page=of_page,
    ),
)
