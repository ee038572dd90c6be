"""What stands in a message: the words above the text, the text, and what only editors see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pressrelease.characters import one_line, paragraphs
from pressrelease.envelope import KILLED, is_killed
from pressrelease.formats.registry import Job
from pressrelease.formats.wire.wiretext.facts import desk_facts, label, public_facts, rights_lines
from pressrelease.formats.wire.wiretext.pieces import Piece, labelled, pieces
from pressrelease.formats.wire.wiretext.states import Step, remark, step
from pressrelease.model import Release, defaults
from pressrelease.outline import Outline, outline
from pressrelease.wording import contact_lines, states, wording

NOT_REPEATED = (*KILLED, "subheadline", "byline", "subjects", "people", "places", "organisations", "related")
"""What a kill does not say again: a receiver must not store the withdrawn words once more."""
_WORD = re.compile(r"\S+")
_BY = {"de": "Von", "en": "By", "es": "Por", "fr": "Par", "it": "Di", "nl": "Door"}
BY = re.compile(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Da|Door) \S.{1,200}")
"""A line that says who wrote the text."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One message in words, its slots aside."""

    step: Step
    labels: str
    """The language of the words that are not the release's own."""
    embargo: str
    """The embargo in words, where it stands there."""
    remark: str
    """What changed, for editors and above the text: `Correction: …`."""
    headline: str
    byline: str
    body: tuple[Piece, ...]
    """What may be published."""
    notes: tuple[Piece, ...]
    """For editors only, after what they know from above."""
    facts: tuple[tuple[str, str], ...]
    """For the desk: label's key and words."""

    def spelled(self, spell: Callable[[str], str]) -> Copy:
        """Return the same with its words as a charset has them."""
        return replace(
            self,
            embargo=spell(self.embargo),
            remark=spell(self.remark),
            # Every message has a headline, if its charset has no letter of it.
            headline=one_line(spell(self.headline)) or "-",
            byline=spell(self.byline),
            body=tuple(_spelled(self.body, spell)),
            notes=tuple(_spelled(self.notes, spell)),
            facts=tuple((key, spell(value)) for key, value in self.facts),
        )

    @property
    def words(self) -> int:
        """The words that may be published, counted."""
        lines = (self.headline, *(line for piece in self.body for line in piece.lines))
        return sum(len(_WORD.findall(line)) for line in lines)

    @property
    def text(self) -> str:
        """Every word of it, for finding out which letters it needs."""
        inner = (line for piece in (*self.body, *self.notes) for line in piece.lines)
        facts = (value for _, value in self.facts)
        return "\n".join((self.embargo, self.remark, self.headline, self.byline, *inner, *facts))


def _spelled(pieces: Iterable[Piece], spell: Callable[[str], str]) -> Iterator[Piece]:
    """Yield pieces in a charset's letters, without the lines that are empty then."""
    for piece in pieces:
        lines = tuple(line for line in map(spell, piece.lines) if line.strip())
        if lines:
            yield replace(piece, lines=lines)


def shortened(release: Release) -> Release:
    """Return what a message may say of `release`: nothing of what a kill withdraws."""
    if not is_killed(release):
        return release
    return release.model_copy(update={name: defaults(Release)[name] for name in NOT_REPEATED})


def copy_of(release: Release, job: Job, *, labels: str, embargo_in_words: bool, earlier: str) -> Copy:
    """Return `release` in words.

    `labels` is the language of the words that are not the release's own, `earlier` the number of the item that this
    one follows, where it is known.
    """
    seen = outline(release, job.now, newsroom=job.newsroom)
    zone = job.newsroom.time_zone if job.newsroom else ""
    told = states(release, job.now, zone, labels)
    hold = warned(next((s.label for s in told if s.kind == "embargo" and embargo_in_words), ""))
    facts = tuple(f for f in desk_facts(release, labels) if embargo_in_words or f[0] != "embargo")
    return Copy(
        step=step(release),
        labels=labels,
        embargo=hold,
        remark=remark(release, labels),
        headline=release.headline,
        byline=signed(release.byline, release.language),
        body=tuple(_published(release, seen, labels, hold)),
        notes=tuple(_notes(release)),
        facts=(*facts, *((("earlier_item", earlier),) if earlier else ())),
    )


def warned(hold: str) -> str:
    """Return the words of an embargo so that every desk knows them for one, whatever their language."""
    known = re.search("embarg|sperrfrist|gesperrt", hold, re.I)
    return f"EMBARGO - {hold}" if hold and not known else hold


def signed(byline: str, language: str) -> str:
    """Return a byline with the word that opens one: `By Ada Byron`."""
    opening = _BY.get(language.split("-")[0], "By")
    return byline if not byline or BY.fullmatch(byline) else f"{opening} {byline}"


def _published(release: Release, seen: Outline, labels: str, hold: str) -> Iterator[Piece]:
    w = wording(labels)
    told = remark(release, labels) if step(release) in ("kill", "withheld") else ""
    gone = w("withdrawn_text") if is_killed(release) else ""
    for line in (hold, told, gone, release.subheadline, seen.dateline.line):
        if line:
            yield Piece("text", (line,))
    yield from pieces(seen.story.blocks, w, release.url)
    for section in seen.sections:
        if section.heading:
            yield Piece("head", (section.heading,))
        yield from pieces(section.story.blocks, w, release.url)
    for line in rights_lines(release, labels):
        yield Piece("text", (line,))
    for key, value in public_facts(release):
        yield Piece("text", (labelled(label(key, labels), value, w),))


def _notes(release: Release) -> Iterator[Piece]:
    for paragraph in paragraphs(release.editor_note):
        yield Piece("text", (paragraph,))
    for contact in release.contacts:
        if contact.for_editors:
            heading = contact.heading or wording(release.language)("media_contact")
            lines = tuple(
                one_line(line) for line in contact_lines(contact, release.language) if one_line(line)
            )
            yield Piece("head", (heading,))
            yield Piece("text", lines)
