"""A quotation that names nobody.

A desk cannot print words that nobody said. Somebody is named beneath a block quote, or with a verb of speech beside the
quotation, in its paragraph or in the one before or behind it. Titles and single words in marks are no quotations.

Source: Reuters Handbook of Journalism, "Accuracy" (quotes and sources); AP Stylebook, "quotations in the news".

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

    > We have waited six years for this day.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

    > We have waited six years for this day.
    >
    > — Ada Byron, harbour master

Excuse it: where the words are those of a book, a song or a law that the text names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.passages import APART, Passage
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.speech_words import SPEECH

_WORDS = 8
"""Words that make a sentence of somebody's, where a name or a title has fewer."""
_ENDS = re.compile(r"[.!?,…]\W{0,2}\Z")
_NAMED = re.compile(r"(?:^|[^\w])[A-ZÀ-Þ][\w'’-]+ (?:\w{1,3} )?[A-ZÀ-Þ][\w'’-]+")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+ (?:\w{1,3} )?[A-ZÀ-Þ][\w'’-]+\b")
_LONGEST_NAME = 160
_DASHES = ("-", "–", "—")
_WHO = re.compile(r" ?(?:[A-ZÀ-Þ][\w'’-]+ (?:\w{1,3} )?[A-ZÀ-Þ][\w'’-]+|[A-ZÀ-Þ][\w'’-]+(?= ?[–—,.-]))")
"""Behind a verb of speech: a whole name, or one that a mark ends."""
_SIGNATURE = re.compile(
    r"(?:[—–-] ?[A-ZÀ-Þ]|[A-ZÀ-Þ][\w'’-]+ (?:\w{1,3} )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?, )[^\0]{0,118}[^\0.!?]"
)
"""A line of its own beneath a quotation: `— Ada Byron, harbour master`, the dash or the full stop left out."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each sentence between marks, and each block quote, beside which nobody speaks."""
    verb = SPEECH[case.language].verb
    quoted = {q.text for q in case.quotes if q.speaker}
    passages = case.body.passages
    for number, passage in enumerate(passages):
        beside = passages[max(0, number - 1) : number + 2]
        if passage.kind == "quote":
            whole = passage.path.rpartition(".blocks.")[0]
            last = not passages[number + 1 : number + 2] or not passages[number + 1].path.startswith(
                f"{whole}."
            )
            named = _speaks(beside, verb) or _told_within(beside, verb) or _is_signed(passages, number)
            if last and not named:
                yield passage.hit("a quote that names nobody", fix="name who said it beneath: — Name, role")
        else:
            yield from _within(passage, beside, verb, quoted)


def _within(
    passage: Passage, beside: tuple[Passage, ...], verb: re.Pattern[str], quoted: set[str]
) -> Iterator[Hit]:
    for piece in passage.marked:
        said = passage.text[piece.start + 1 : piece.end - bool(piece.closing)].strip()
        sentence = len(said.split()) >= _WORDS and said[:1].isupper() and _ENDS.search(said)
        if sentence and any(said.strip(" .,") in text for text in quoted):
            # Who speaks in a paragraph goes on speaking in it.
            return
        if sentence:
            following = beside[beside.index(passage) + 1 :]
            signed = any(_SIGNATURE.fullmatch(after.text) for after in following)
            if not signed and not _speaks(beside, verb) and not _dashed(said, verb):
                message = f"nobody is named who said “{said[:40].rstrip()}…”"
                yield passage.hit(message, piece.start, piece.end, fix="name who said it")
            return


def _is_signed(passages: tuple[Passage, ...], number: int) -> bool:
    """Return whether a block quote's last passage opens with a name, beneath words that end in a mark of their own."""
    above, text = passages[max(0, number - 1)], passages[number].text
    words = above.marked if above.kind == "quote" else ()
    name = _NAME.match(text)
    return bool(
        words
        and words[-1].end == len(above.text)
        and name
        and len(text) < _LONGEST_NAME
        and text[name.end() : name.end() + 1] in ("", ",")
    )


def _told_within(beside: tuple[Passage, ...], verb: re.Pattern[str]) -> bool:
    """Return whether a block quote has its words in marks, and beside the marks a verb of speech."""
    for passage in beside:
        marked = passage.marked if passage.kind == "quote" else ()
        starts = (0, *(piece.end for piece in marked))
        ends = (*(piece.start for piece in marked), len(passage.text))
        if marked and any(verb.search(passage.text, *own) for own in zip(starts, ends, strict=True)):
            return True
    return False


def _dashed(said: str, verb: re.Pattern[str]) -> bool:
    """Return whether a dash or comma within the words leads to who said them, as Italian and French set it."""
    for match in verb.finditer(said):
        before = said[max(0, match.start() - 4) : match.start()].rstrip()[-1:]
        if (before in _DASHES or before == ",") and _WHO.match(said, match.end()):
            return True
        if before in _DASHES and said[match.end() :].lstrip()[:1] in _DASHES:
            return True
    return False


def _speaks(beside: tuple[Passage, ...], verb: re.Pattern[str]) -> bool:
    """Return whether somebody is named, or a verb of speech stands, outside of what is quoted."""
    for passage in beside:
        own = passage.outside
        if passage.kind == "attribution" or verb.search(own) or own.rstrip(" \n").endswith(":"):
            return True
        rest = own.rpartition(APART)[2] if APART in own else ""
        if rest.lstrip().startswith(("—", "–", "-", "(")) or (len(rest) < 120 and _NAMED.search(rest)):
            return True
    return False


RULE = Rule(id="quote-without-speaker", group="editorial", severity="error", run=run, languages=LANGUAGES)
