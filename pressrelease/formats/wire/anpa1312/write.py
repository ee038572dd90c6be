"""A release as ANPA 1312: what stands in which slot, and the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pressrelease.formats.registry import Job, Written
from pressrelease.formats.wire.anpa1312.gaps import GAPS
from pressrelease.formats.wire.anpa1312.header import derived, header, made_at
from pressrelease.formats.wire.anpa1312.options import Anpa1312Options
from pressrelease.formats.wire.anpa1312.read import of_text, with_slots
from pressrelease.formats.wire.anpa1312.spelling import wired
from pressrelease.formats.wire.wiretext.copy import Copy, copy_of, shortened
from pressrelease.formats.wire.wiretext.facts import label
from pressrelease.formats.wire.wiretext.gaps import lost
from pressrelease.formats.wire.wiretext.lettering import Speller, label_language, speller
from pressrelease.formats.wire.wiretext.numbers import earlier_serial, initials
from pressrelease.formats.wire.wiretext.pieces import labelled
from pressrelease.formats.wire.wiretext.states import HOLD, KILL
from pressrelease.formats.wire.wiretext.stream import EOT, ETX, SOH, STX
from pressrelease.markup.charsets import charset
from pressrelease.model import Release
from pressrelease.notices import fulfilled
from pressrelease.wording import wording

SYN, FF = "\x16", "\x0c"
_END = "\r\n"
_INDENT = "\t   "
NOTE = "EDITOR'S NOTE _ "
"""What opens a note, as American desks write it."""
_ASCII = charset("ascii")


def write(release: Release, job: Job) -> Written:
    """Return `release` as one message. Its losses are what reading it back does not give.

    Raises Unwritable for letters that ASCII lacks and nobody spells in it.
    """
    options: Anpa1312Options = job.options or Anpa1312Options()
    short = shortened(release)
    reference = _reference(short, options)
    copy = copy_of(
        short,
        job,
        labels=label_language("ascii", short.language),
        embargo_in_words=options.embargo_in_words,
        earlier=reference,
    )
    spell = speller(
        _ASCII,
        copy.text,
        short.language,
        transliterate=options.transliterate,
        sooner=partial(wired, language=short.language),
    )
    text = _text(copy.spelled(spell), spell)
    made = made_at(short, job.now)
    # What nobody sets is derived from the release as a reader will see it: then it says nothing of its own.
    version = derived(short, made).version
    bare = of_text(text, made, job.newsroom, version, initials(short)).release
    slots = header(bare, release, made, version, reference, options)
    first, second = slots.lines(made, copy.words)
    slug = f"^{slots.keyword},{min(copy.words, 9999)}<"
    body = (
        f"{SYN}{SYN}{SOH}{first}{_END}{second}{_END}{STX}{slug}{_END}{text}"
        f"{ETX}{slots.trailer(made)}<{_END}{_END}{FF}{_END}{EOT}"
    )
    back = with_slots(bare, slots, made)
    whole = fulfilled(back, job.newsroom, job.now) if job.newsroom else back
    return Written(body.encode("ascii"), tuple(lost(release, short, whole, GAPS, spell, "ascii")), "ascii")


def _reference(release: Release, options: Anpa1312Options) -> str:
    if options.reference is not None:
        return f"{options.reference:04d}"
    number = earlier_serial(release)
    return f"{number:04d}" if number and release.change.kind != "new" else ""


def _text(copy: Copy, spell: Speller) -> str:
    """Return what stands beneath the slug line: headline, lines for editors, byline, then nothing but paragraphs.

    Not every receiver takes a flush-left line of the text for text, and the last of them may pass for the byline.
    """
    lines = [_quad(flag) for flag in (_flag(copy),) if flag]
    lines.append(_quad(copy.headline))
    lines += [_quad(f"Eds: {words}") for words in (*_told(copy), *_facts(copy, spell))]
    lines += [f"^{copy.byline}="] if copy.byline else []
    lines += [f"{_INDENT}{line}" for piece in copy.body for line in piece.lines]
    return "".join(f"{line}{_END}" for line in lines)


def _flag(copy: Copy) -> str:
    return {"kill": KILL, "withheld": HOLD}.get(copy.step, "")


def _quad(text: str) -> str:
    """Return a line that is set flush left."""
    return f"^{text}<"


def _told(copy: Copy) -> Iterator[str]:
    """Yield what editors must know: what changed, the embargo, the desk's notes."""
    states = [words for words in (copy.remark, copy.embargo) if words]
    notes = ["; ".join(piece.lines) for piece in copy.notes]
    # A receiver that keeps one note keeps the last of those that are called so.
    marked = len(states) or min(len(notes), 1)
    for number, words in enumerate((*states, *notes)):
        yield f"{NOTE}{words}" if number < marked else words


def _facts(copy: Copy, spell: Speller) -> Iterator[str]:
    w = wording(copy.labels)
    for key, value in copy.facts:
        yield spell(labelled(label(key, copy.labels), value, w))
