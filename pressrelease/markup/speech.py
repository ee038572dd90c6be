"""Quotations in running text, and who speaks: found, marked up, not a word moved.

A mark may be missing, of another kind than its partner, or stand behind the attribution: what a reader understands is
understood, kept as printed (`Quotation.opening`, `.closing`) and reported as a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from pressrelease.findings import Finding, Where
from pressrelease.markup.speakers import By, Speakers
from pressrelease.markup.speech_marks import (
    ANY_CLOSER,
    CLOSERS,
    MARK,
    SINGLE,
    closes,
    closes_apart,
    opens,
    speaks,
)
from pressrelease.markup.speech_words import EVERY, SPEECH, Speech
from pressrelease.story import Attribution, Block, Paragraph, Quotation, Span, Spans, Story, Text, plain

_MOST_FINDINGS = 200
_MOST_MARKS = 600
"""Marks of a paragraph that a person wrote; one with more stays text."""
_BETWEEN = re.compile(r"[^.!?:]{0,60}[.,;:]? ")
_AFTER = re.compile(r"[,.]? (?:[–—-] )?")
_REACH = 60
"""Marks that are looked at for the partner of one: bounds the work on a text made of marks."""
_LONGEST_ANNOUNCEMENT = 300
_TITLE_WORDS = 7
"""Words between marks that are a name or a title rather than something said, where nobody says them."""


@dataclass(slots=True)
class _Piece:
    """One stretch between marks: the words at `start:end`, the marks around them."""

    opening: str
    start: int
    end: int
    closing: str
    said: bool = False
    key: str = ""
    open_ended: bool = False


def spoken(story: Story, language: str) -> tuple[Story, tuple[Finding, ...]]:
    """Return `story` with its quotations and attributions marked up, and what is odd about their marks.

    Looks at paragraphs that are nothing but text; `plain()` of each stays the same. `language` is a BCP 47 tag.
    """
    words = SPEECH.get(language.split("-")[0].lower(), EVERY)
    findings: list[Finding] = []
    blocks: list[Block] = []
    reader = _Reader(words, findings)
    texts = [_text(b) for b in story.blocks]
    for number, (block, text) in enumerate(zip(story.blocks, texts, strict=True)):
        if text is None or not 0 < len(MARK.findall(text)) <= _MOST_MARKS:
            reader.carried = ""
            blocks.append(block)
            continue
        following = texts[number + 1] if number + 1 < len(texts) else None
        before = texts[number - 1] if number else None
        by = reader.announced(before) if before else None
        made = Paragraph(reader.paragraph(text, following or "", number, said=by is not None))
        blocks.append(made if plain(made) == plain(block) else block)
        key = _opening_key(made) if by is not None and blocks[-1] is made else ""
        if before and by is not None and key:
            above = Paragraph(_woven(before, [], [(by, _Piece("", 0, 0, "", key=key))]))
            blocks[-2] = above if plain(above) == plain(blocks[-2]) else blocks[-2]
    return Story(tuple(blocks)), tuple(findings)


def _opening_key(made: Paragraph) -> str:
    """Return the key of the quotation that opens a paragraph, where it names nobody itself."""
    first = made.spans[0]
    if not isinstance(first, Quotation) or not first.quote:
        return ""
    return (
        "" if any(isinstance(s, Attribution) and s.quote == first.quote for s in made.spans) else first.quote
    )


def _text(block: Block) -> str | None:
    if isinstance(block, Paragraph) and len(block.spans) == 1 and isinstance(block.spans[0], Text):
        text = block.spans[0].text
        return text if len(text) <= 200_000 else None
    return None


class _Reader:
    def __init__(self, words: Speech, findings: list[Finding]) -> None:
        self.words = words
        self.speakers = Speakers(words)
        self.findings = findings
        self.count = 0
        self.carried = ""
        """Key of a quotation that goes on in the next paragraph."""

    def announced(self, text: str) -> By | None:
        """Return who a paragraph says will speak in the next: `Ada Byron, chair of the board, said:`."""
        if not text.endswith(":") or len(text) > _LONGEST_ANNOUNCEMENT or MARK.search(text):
            return None
        by, _ = self.speakers.ahead(f"{text} ", 0, len(text) + 1)
        return self.speakers.met(text, by) if by is not None else None

    def paragraph(self, text: str, following: str, number: int, said: bool = False) -> Spans:
        """Return the spans of one paragraph; `following` is the text of the next one.

        `said`: the one above says who speaks here.
        """
        carried, self.carried = self.carried, ""
        pieces, inside = self.pieces(text, following, Where(field=f"story.{number}"))
        bys: list[tuple[By, _Piece]] = []
        for i, piece in enumerate(pieces):
            goes_on = piece.open_ended and following[:1] == piece.opening
            if not self.continues(text, pieces, i, bys):
                if carried and i == 0 and not text[: piece.start - len(piece.opening)].strip():
                    piece.key, piece.said = carried, True
                found = self.speaker(text, pieces, i, bys[-1][0].end if bys else 0, inside)
                if found is not None:
                    found = self.speakers.met(text, found)
                    bys.append((found, piece))
                announced = said and i == 0 and piece.start == len(piece.opening) and found is None
                if found is not None or goes_on or announced:
                    piece.said = True
                    piece.key = piece.key or self.new_key()
            if goes_on:
                self.carried = piece.key
        return _woven(text, [p for p in pieces if p.said], bys)

    def new_key(self) -> str:
        """Return a name for one more quote."""
        self.count += 1
        return f"q{self.count}"

    def continues(self, text: str, pieces: list[_Piece], i: int, bys: list[tuple[By, _Piece]]) -> bool:
        """Return whether a piece goes on with the one before it, who speaks between them; it then has its key."""
        if not i:
            return False
        piece, last = pieces[i], pieces[i - 1]
        before = last.end + len(last.closing)
        if last.said and self.words.said_by_pronoun.fullmatch(text, before, piece.start - len(piece.opening)):
            last.key = piece.key = last.key or self.new_key()
            piece.said = True
            return True
        if not bys or bys[-1][1] is not last:
            return False
        by = bys[-1][0]
        between = text[max(by.end, before) : piece.start - len(piece.opening)]
        if (
            by.start < before
            or not _BETWEEN.fullmatch(between)
            or (". " in between and self.another(text, pieces, i))
        ):
            return False
        piece.key, piece.said = last.key, True
        return True

    def another(self, text: str, pieces: list[_Piece], i: int) -> bool:
        """Return whether somebody is named behind a piece: behind a whole sentence it is then a quote of its own."""
        end = pieces[i].end + len(pieces[i].closing)
        stop = pieces[i + 1].start - len(pieces[i + 1].opening) if i + 1 < len(pieces) else len(text)
        return self.speakers.behind(text, end, stop, bool(pieces[i].closing))[0] is not None

    def speaker(self, text: str, pieces: list[_Piece], i: int, told: int, inside: dict[int, By]) -> By | None:
        """Return who says a piece: within it, behind it, before it; `told` is where the last attribution ended."""
        piece = pieces[i]
        if piece.start in inside:
            return inside[piece.start]
        start, end = piece.start - len(piece.opening), piece.end + len(piece.closing)
        stop = pieces[i + 1].start - len(pieces[i + 1].opening) if i + 1 < len(pieces) else len(text)
        found, said = self.speakers.behind(text, end, stop, bool(piece.closing))
        if found is None:
            before = pieces[i - 1].end + len(pieces[i - 1].closing) if i else 0
            found, spoken_of = self.speakers.ahead(text, max(before, told), start)
            said = said or spoken_of
        piece.said = piece.said or said
        return found

    # --- marks ---------------------------------------------------------------------------------------------------

    def pieces(self, text: str, following: str, where: Where) -> tuple[list[_Piece], dict[int, By]]:
        """Return what stands between marks, and the attributions that stand within, by where their piece begins."""
        marks = [m.start() for m in MARK.finditer(text)]
        found: list[_Piece] = []
        inside: dict[int, By] = {}
        at = 0
        while at < len(marks):
            i = marks[at]
            if not opens(text, i):
                at += 1
                continue
            piece, past, by = self.piece(text, marks, at, following, where)
            if piece is not None:
                found.append(piece)
                if by is not None:
                    inside[piece.start] = by
            at = max(past, at + 1)
        return found, inside

    def piece(
        self, text: str, marks: list[int], at: int, following: str, where: Where
    ) -> tuple[_Piece | None, int, By | None]:
        """Return the piece that opens at mark `at`, the mark to go on with, and the attribution within it, if any."""
        i = marks[at]
        opening = text[i]
        partner, other, limit = self.partner(text, marks, at)
        if partner is not None:
            return self.closed(text, i, marks[partner]), partner + 1, None
        if opening in SINGLE and not speaks(text, i):
            return None, at + 1, None
        by = self.speakers.inside(text, i + 1, limit)
        if opening in SINGLE and by is None and other is not None:
            return self.closed(text, i, marks[other]), other + 1, None
        if other is not None and (by is None or self.ends_speech(text, marks[other])):
            closing = text[marks[other]]
            self.tell(
                "mixed-quotation-marks", f"a quotation opens with {opening} and closes with {closing}", where
            )
            return self.closed(text, i, marks[other]), other + 1, None
        past = next((n for n in range(at + 1, len(marks)) if marks[n] >= limit), len(marks))
        unclosed = f"a quotation opened with {opening} is not closed"
        if by is not None:
            self.tell("unbalanced-quotation-marks", unclosed, where)
            self.tell("attribution-inside-quotation", "who speaks stands within the quotation marks", where)
            comma = text.rfind(",", i, by.start)
            return _Piece(opening, i + 1, comma + 1 if comma > i else by.start, "", True), past, by
        goes_on = following[:1] == opening
        if limit < len(text) or (len(text) - i <= 30 and not goes_on):
            self.tell("unbalanced-quotation-marks", f"a quotation mark {opening} has no partner", where)
            return None, at + 1, None
        if not goes_on:
            self.tell("unbalanced-quotation-marks", unclosed, where)
        said = len(text[i:].split()) > _TITLE_WORDS
        return _Piece(opening, i + 1, len(text), "", said, open_ended=True), past, None

    def partner(self, text: str, marks: list[int], at: int) -> tuple[int | None, int | None, int]:
        """Return the mark that closes the one at `at`, another kind that may, and where the search ended."""
        i = marks[at]
        opening = text[i]
        other = apostrophe = None
        for n in range(at + 1, min(len(marks), at + 1 + _REACH)):
            j = marks[n]
            if closes(text, j) or closes_apart(text, j):
                if text[j] in CLOSERS[opening]:
                    if opening not in SINGLE or self.ends_speech(text, j):
                        return n, None, j
                    apostrophe = n if apostrophe is None else apostrophe  # the workers' union
                    continue
                near = len(text[i + 1 : j].split()) < _TITLE_WORDS
                fits = text[j] in ANY_CLOSER and (opening not in SINGLE or text[j] == '"')
                if other is None and fits and (near or self.ends_speech(text, j)):
                    other = n
            if text[j] == opening and opens(text, j) and (opening not in SINGLE or text[j - 2] in ".!?"):
                return None, other if opening not in SINGLE else apostrophe, j
        return apostrophe, other, len(text)

    def closed(self, text: str, i: int, j: int) -> _Piece:
        """Return the piece between the marks at `i` and `j`; one of many words is something said."""
        said = len(text[i + 1 : j].split()) > _TITLE_WORDS
        return _Piece(text[i], i + 1, j, text[j], said)

    def ends_speech(self, text: str, j: int) -> bool:
        """Return whether a mark at `j` ends something said: a stop before it, or a verb of speech behind it."""
        if text[j - 1] in ".,!?…":
            return True
        after = _AFTER.match(text, j + 1)
        return after is not None and self.words.verb.match(text, after.end()) is not None

    def tell(self, code: str, message: str, where: Where) -> None:
        """Report odd marks, as long as a person would read it."""
        if len(self.findings) < _MOST_FINDINGS:
            fix = "set the marks as they should be printed"
            self.findings.append(Finding(code, "warning", message, where, fix))


def _woven(text: str, pieces: list[_Piece], bys: list[tuple[By, _Piece]]) -> Spans:
    places: list[tuple[int, int, Span]] = []
    for piece in pieces:
        start, end = piece.start, piece.end
        inner = text[start:end]
        # An ordinary space within guillemets cannot stand in a node: the marks then stay outside of it.
        if inner[:1] == " " or inner[-1:] == " ":
            bare = inner.strip(" ")
            start += len(inner) - len(inner.lstrip(" "))
            if bare:
                places.append((start, start + len(bare), Quotation((Text(bare),), piece.key, "", "")))
            continue
        first, last = start - len(piece.opening), end + len(piece.closing)
        places.append((first, last, Quotation((Text(inner),), piece.key, piece.opening, piece.closing)))
    for by, piece in bys:
        start, end = by.start, by.end
        if by.known is not None:
            # Only the surname is printed; who it is has been said before, and stands there without words.
            name, role = by.known
            places.append((start, start, Attribution(name, role, layout="", quote=piece.key)))
            continue
        cuts = sorted([(*by.speaker, "speaker"), *([(*by.role, "role")] if by.role else [])])
        layout, at = "", start
        for a, b, name in cuts:
            layout += text[at:a].replace("{", "{{").replace("}", "}}") + "{" + name + "}"
            at = b
        role = text[slice(*by.role)] if by.role else ""
        speaker = Attribution(text[slice(*by.speaker)], role, layout=layout, quote=piece.key)
        places.append((start, cuts[-1][1], speaker))
    spans: list[Span] = []
    at = 0
    for start, end, span in sorted(places, key=lambda p: p[0]):
        if start < at:
            continue
        spans += [Text(text[at:start]), span]
        at = end
    return cast(Spans, (*spans, Text(text[at:])))
