"""A release as IPTC 7901: what stands in which slot, and the bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressrelease.formats.registry import Job, Written
from pressrelease.formats.wire.iptc7901.header import date_line, header, keyword_line
from pressrelease.formats.wire.iptc7901.options import Iptc7901Options
from pressrelease.formats.wire.iptc7901.read import of_text, with_slots
from pressrelease.formats.wire.wiretext.copy import Copy, copy_of, shortened
from pressrelease.formats.wire.wiretext.facts import label
from pressrelease.formats.wire.wiretext.folding import folded, set_piece
from pressrelease.formats.wire.wiretext.gaps import GAPS, lost
from pressrelease.formats.wire.wiretext.lettering import Speller, chosen, label_language, speller
from pressrelease.formats.wire.wiretext.notes import MARK
from pressrelease.formats.wire.wiretext.numbers import earlier_serial, initials
from pressrelease.formats.wire.wiretext.pieces import Piece, labelled
from pressrelease.formats.wire.wiretext.states import HOLD, KILL, ordinal
from pressrelease.formats.wire.wiretext.stream import DEL, EOT, ETX, SOH, STX
from pressrelease.markup.charsets import Charset
from pressrelease.model import Release
from pressrelease.notices import fulfilled
from pressrelease.wording import wording

WIDTH = 69
"""Columns of a line of text."""
_END = "\r\n"
_BELL = "\a"
_DETECTED = ("ascii", "iso-8859-1", "windows-1252", "utf-8")
"""Charsets that a reader finds out by itself; any other is named in the notes."""


def write(release: Release, job: Job) -> Written:
    """Return `release` as one message. Its losses are what reading it back does not give.

    Raises Unwritable for letters that the charset lacks and nobody spells in it.
    """
    options: Iptc7901Options = job.options or Iptc7901Options()
    short = shortened(release)
    copy = copy_of(
        short,
        job,
        labels=label_language(options.charset, short.language),
        embargo_in_words=options.embargo_in_words,
        earlier=options.earlier or _earlier(short),
    )
    wanted = chosen(options.charset, copy.text)
    spell = speller(wanted, copy.text, short.language, transliterate=options.transliterate)
    text = _text(copy.spelled(spell), short, options, wanted, spell)
    date = date_line(short, job.now)
    # What nobody sets is derived from the release as a reader will see it: then it says nothing of its own.
    bare = of_text(wanted.decode(wanted.encode(text)), date, job.newsroom, (initials(short),)).release
    slots = header(bare, release, options)
    keywords = spell(keyword_line(bare if not short.slugline else short))
    head = f"{SOH}{slots.line(copy.words)}{_END}\n{keywords}{_END}"
    body = wanted.encode(f"{head}{STX}{text}{ETX}{date}{_END}{DEL}{_END}{DEL}{EOT}")
    back = with_slots(bare, slots, keywords)
    whole = fulfilled(back, job.newsroom, job.now) if job.newsroom else back
    losses = lost(release, short, whole, GAPS, spell, wanted.name)
    return Written(body, tuple(losses), wanted.codec)


def _earlier(release: Release) -> str:
    number = earlier_serial(release)
    return f"{initials(release)}{number:04d}" if number and release.change.kind != "new" else ""


def _text(copy: Copy, release: Release, options: Iptc7901Options, charset: Charset, spell: Speller) -> str:
    """Return what stands between start and end of text."""
    blank = f"{_END}\n"
    parts = [_head(copy, release, options), *map(_set, copy.body)]
    notes = [_set(Piece("text", (line,))) for line in (copy.embargo, copy.remark) if line]
    notes += [*map(_set, copy.notes), *_facts(copy, charset, spell)]
    if notes:
        # Superdesk's stock parser knows the notes by the English sentence alone.
        said = dict.fromkeys(wording(language)("not_for_publication") for language in (copy.labels, "en"))
        parts.append(_END.join([MARK, *(line for words in said for line in folded(spell(words), WIDTH))]))
        parts += notes
    parts += [options.sign_off] if options.sign_off else []
    return f"{blank.join(parts)}{_END}{_END}"


def _facts(copy: Copy, charset: Charset, spell: Speller) -> Iterator[str]:
    w = wording(copy.labels)
    for key, value in copy.facts:
        yield _set(Piece("text", (spell(labelled(label(key, copy.labels), value, w)),)))
    if charset.name not in _DETECTED:
        yield f"Charset: {charset.name}"


def _set(piece: Piece) -> str:
    return _END.join(set_piece(piece, WIDTH))


def _head(copy: Copy, release: Release, options: Iptc7901Options) -> str:
    """Return the lines above the text, the last ended by an equals sign."""
    lines: list[str] = []
    if copy.step in ("kill", "withheld"):
        lines.append(KILL if copy.step == "kill" else HOLD)
    elif release.urgency in (1, 2):
        lines.append(f"({'FLASH ' + _BELL * 10 if release.urgency == 1 else 'URGENT ' + _BELL * 5})")
    lines += _flags(copy, release)
    lines += _line(copy.embargo)
    lines += folded(f"({copy.remark})", WIDTH) if copy.remark else []
    lines += folded(copy.headline, WIDTH - 2)
    lines += folded(copy.byline, WIDTH - 2) if copy.byline else []
    return f"{_END.join(lines)} ="


def _line(words: str) -> Sequence[str]:
    """Return a line that stands by itself; one that does not fit is held together by brackets."""
    found = folded(words, WIDTH) if words else []
    return found if len(found) < 2 else folded(f"({words})", WIDTH)


def _flags(copy: Copy, release: Release) -> Iterator[str]:
    earlier = next((value for key, value in copy.facts if key == "earlier_item"), "")
    if copy.step == "correction":
        yield f"COR {earlier}".rstrip()
    elif copy.step == "update":
        lead = f"{ordinal(release.version - 1).upper()} LEAD" if 1 < release.version < 100 else "REFILE"
        yield f"{lead} {earlier}".rstrip()
    elif earlier and copy.step == "kill":
        yield f"KILL {earlier}"
