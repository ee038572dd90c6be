"""Quotations in running text, and who speaks: found, marked up, not a word moved.

A mark may be missing, of another kind than its partner, or stand behind the attribution: what a reader understands is
understood, kept as printed (`Quotation.opening`, `.closing`) and reported as a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from pressrelease.findings import Finding, Where
from pressrelease.markup.names import NAME, WORD, names_role
from pressrelease.markup.speech_words import ABBREVIATIONS, EVERY, NO_NAMES, SPEECH, Speech
from pressrelease.story import Attribution, Block, Paragraph, Quotation, Span, Spans, Story, Text, plain

_MARK = re.compile("[\"“”„‟«»‹›‘’‚']")
_CLOSERS = {
    '"': '"',
    "“": "”",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_ANY_CLOSER = "\"“”»«'’‘"
_NAME = re.compile(NAME)
_ONE_NAME = re.compile(WORD)
_STOPS = re.compile(r"[.;:!?\"“”«»()]|, ")
_DOTTED = re.compile(r"(?:(?:\w\. ?)+\w|Inc)\Z")
_REACH = 60
"""Marks that are looked at for the partner of one: bounds the work on a text made of marks."""
_NEAR = 320
"""Characters around a quotation in which its speaker is looked for."""
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


@dataclass(frozen=True, slots=True)
class _By:
    """An attribution at `start:end`, its speaker and role by their bounds."""

    start: int
    end: int
    speaker: tuple[int, int]
    role: tuple[int, int] | None


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
        if text is None or not _MARK.search(text):
            reader.carried = ""
            blocks.append(block)
            continue
        following = texts[number + 1] if number + 1 < len(texts) else None
        made = Paragraph(reader.paragraph(text, following or "", number))
        blocks.append(made if plain(made) == plain(block) else block)
    return Story(tuple(blocks)), tuple(findings)


def _text(block: Block) -> str | None:
    if isinstance(block, Paragraph) and len(block.spans) == 1 and isinstance(block.spans[0], Text):
        text = block.spans[0].text
        return text if len(text) <= 200_000 else None
    return None


class _Reader:
    def __init__(self, words: Speech, findings: list[Finding]) -> None:
        self.words = words
        self.findings = findings
        self.count = 0
        self.carried = ""
        """Key of a quotation that goes on in the next paragraph."""

    def paragraph(self, text: str, following: str, number: int) -> Spans:
        where = Where(field=f"story.{number}")
        carried, self.carried = self.carried, ""
        pieces, inside = self.pieces(text, following, where, bool(carried))
        bys: list[tuple[_By, _Piece]] = []
        for i, piece in enumerate(pieces):
            before = pieces[i - 1].end + len(pieces[i - 1].closing) if i else 0
            if i and not piece.key and bys and bys[-1][1] is pieces[i - 1]:
                by = bys[-1][0]
                between = text[max(by.end, before) : piece.start - len(piece.opening)]
                if by.start >= before and re.fullmatch(r"[^.!?:]{0,60}[.,;:]? ", between):
                    piece.key, piece.said = pieces[i - 1].key, True
                    if piece.open_ended and following[:1] == piece.opening:
                        self.carried = piece.key
                    continue
            after = pieces[i + 1].start - len(pieces[i + 1].opening) if i + 1 < len(pieces) else len(text)
            found = inside.get(piece.start) or self.behind(text, piece.end + len(piece.closing), after, piece)
            lower = max([before, *(b.end for b, _ in bys)])
            found = found or self.ahead(text, lower, piece.start - len(piece.opening), piece)
            if carried and i == 0 and not text[: piece.start - len(piece.opening)].strip():
                piece.key, piece.said = carried, True
                if piece.open_ended:
                    self.carried = carried
            if found is not None:
                piece.said = True
                if not piece.key:
                    self.count += 1
                    piece.key = f"q{self.count}"
                bys.append((found, piece))
            if piece.open_ended and following[:1] == piece.opening:
                if not piece.key:
                    self.count += 1
                    piece.key = f"q{self.count}"
                piece.said = True
                self.carried = piece.key
        return _woven(text, [p for p in pieces if p.said], bys)

    # --- marks ---------------------------------------------------------------------------------------------------

    def pieces(self, text: str, following: str, where: Where, goes_on: bool) -> tuple[list[_Piece], dict[int, _By]]:
        marks = [m.start() for m in _MARK.finditer(text)]
        found: list[_Piece] = []
        inside: dict[int, _By] = {}
        at = 0
        while at < len(marks):
            i = marks[at]
            if not _opens(text, i):
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
    ) -> tuple[_Piece | None, int, _By | None]:
        """Return the piece that opens at mark `at`, the mark to go on with, and the attribution within it, if any."""
        i = marks[at]
        opening = text[i]
        limit, other, single = len(text), None, None
        for n in range(at + 1, min(len(marks), at + 1 + _REACH)):
            j = marks[n]
            closes = _closes(text, j)
            if closes and text[j] in _CLOSERS[opening] and (opening not in "'‘" or self.ends_speech(text, j) or single is None):
                if opening in "'‘" and not self.ends_speech(text, j):
                    single = n  # perhaps an apostrophe: the workers' union
                    continue
                return self.closed(text, i, j), n + 1, None
            if text[j] == opening and _opens(text, j) and opening not in "'‘":
                limit = j
                break
            if closes and other is None and text[j] in _ANY_CLOSER and (opening not in "'‘" or text[j] == '"'):
                if self.ends_speech(text, j) or len(text[i + 1 : j].split()) < _TITLE_WORDS:
                    other = n
        if single is not None:
            return self.closed(text, i, marks[single]), single + 1, None
        if opening in "'‘":
            return None, at + 1, None
        if other is not None and (self.ends_speech(text, marks[other]) or not self.inside(text, i + 1, limit)):
            self.tell("mixed-quotation-marks", f"a quotation opens with {opening} and closes with {text[marks[other]]}", where)
            return self.closed(text, i, marks[other]), other + 1, None
        past = next((n for n in range(at + 1, len(marks)) if marks[n] >= limit), len(marks)) if limit < len(text) else len(marks)
        by = self.inside(text, i + 1, limit)
        if by is not None:
            self.tell("unbalanced-quotation-marks", f"a quotation opened with {opening} is not closed", where)
            self.tell("attribution-inside-quotation", "who speaks stands within the quotation marks", where)
            end = by.start
            verb = text.rfind(",", i, end)
            return _Piece(opening, i + 1, verb + 1 if verb > i else end, "", True), past, by
        if limit == len(text) and (len(text) - i > 30 or following[:1] == opening):
            if following[:1] != opening:
                self.tell("unbalanced-quotation-marks", f"a quotation opened with {opening} is not closed", where)
            return _Piece(opening, i + 1, len(text), "", len(text[i:].split()) > _TITLE_WORDS, open_ended=True), past, None
        self.tell("unbalanced-quotation-marks", f"a quotation mark {opening} has no partner", where)
        return None, at + 1, None

    def closed(self, text: str, i: int, j: int) -> _Piece:
        said = len(text[i + 1 : j].split()) > _TITLE_WORDS
        return _Piece(text[i], i + 1, j, text[j], said)

    def ends_speech(self, text: str, j: int) -> bool:
        """Return whether a mark at `j` ends something said: a stop before it, or a verb of speech behind it."""
        if text[j - 1] in ".,!?…":
            return True
        after = re.compile(r"[,.]? (?:[–—-] )?").match(text, j + 1)
        return after is not None and self.words.verb.match(text, after.end()) is not None

    def tell(self, code: str, message: str, where: Where) -> None:
        self.findings.append(Finding(code, "warning", message, where, "set the marks as they should be printed"))

    # --- speakers ------------------------------------------------------------------------------------------------

    def behind(self, text: str, start: int, end: int, piece: _Piece) -> _By | None:
        """Return who speaks, said behind a quotation: `, said Ada Byron, chief engineer`."""
        stop = min(end, start + _NEAR)
        opening = re.compile(r"[,.;]?[ \u00a0](?:[–—-] )?(?:\()?").match(text, start, stop)
        if opening is None:
            return None
        at = opening.end()
        verb = self.words.verb.match(text, at, stop)
        if verb is not None:
            gap = verb.end()
            if text[gap : gap + 1] == "," :
                gap += 1
            if text[gap : gap + 1] not in (" ", "\u00a0", "-"):
                return None
            who = gap + (text[gap] != "-")
            found = self.who(text, who, stop)
            if found is None and (self.words.pronoun.match(text, who, stop) or text[gap] == "-"):
                piece.said = True
            return found
        if text[start : start + 1] == "." or text[start - 1 : start] in "" or piece.closing == "":
            return None
        by = self.who(text, at, stop, needs_verb=True)
        pronoun = re.compile(r"(?:he|she|they|er|sie|il|elle)(?= )", re.I).match(text, at, stop)
        if pronoun and self.words.verb.match(text, pronoun.end() + 1, stop):
            piece.said = True
        return by

    def inside(self, text: str, start: int, end: int) -> _By | None:
        """Return who speaks where the mark before `, said Ada Byron` was forgotten."""
        for verb in self.words.verb.finditer(text, start, end):
            if text[verb.start() - 2 : verb.start()] == ", " and text[verb.end() : verb.end() + 1] == " ":
                by = self.who(text, verb.end() + 1, min(end, verb.end() + _NEAR))
                if by is not None and " " in text[slice(*by.speaker)] and verb.group().lower() not in ("as", "so"):
                    return by
        return None

    def who(self, text: str, start: int, end: int, needs_verb: bool = False) -> _By | None:
        """Return the attribution that begins at `start`: name and role, or role and name."""
        article = self.words.article.match(text, start, end)
        at = article.end() if article else start
        name = _name_at(text, at, end)
        if name is not None and names_role(text[slice(*name)]):
            name = None
        if name is None:
            return self.role_first(text, at, end, needs_verb)
        role = self.role(text, name[1], end, needs_verb)
        last = role[1] if role else name[1]
        if needs_verb and not self.verb_follows(text, last, end):
            return None
        return _By(name[0], last, name, role)

    def verb_follows(self, text: str, at: int, end: int) -> bool:
        gap = re.compile(r",? ").match(text, at, end)
        return gap is not None and self.words.verb.match(text, gap.end(), end) is not None

    def role_first(self, text: str, at: int, end: int, needs_verb: bool) -> _By | None:
        """Return `chief engineer Ada Byron`: words up to one of a position, then a name."""
        last, comma = end, False
        for stop in _STOPS.finditer(text, at, end):
            if stop.group() == "." and not _ends_sentence(text, stop.start(), end):
                continue
            last, comma = stop.start(), stop.group() == ", "
            break
        if last - at > 160:
            return None
        for word in re.compile(r"(?<= )\S").finditer(text, at, last):
            start = word.start()
            match = _NAME.match(text, start, last) if names_role(text[at:start]) else None
            if match is None or names_role(match.group()) or not _settled_name(match.group()):
                continue
            name = _name_at(text, start, last) or match.span()
            if needs_verb and not self.verb_follows(text, name[1], end):
                return None
            return _By(at, name[1], name, (at, at + len(text[at:start].rstrip())))
        if comma and names_role(text[at:last]):
            name = _name_at(text, last + 2, end)
            if name is not None and " " in text[slice(*name)] and not needs_verb:
                return _By(at, name[1], name, (at, last))
        return None

    def role(self, text: str, start: int, end: int, needs_verb: bool) -> tuple[int, int] | None:
        """Return the words behind `, ` that say what somebody is, up to the end of the sentence or the next clause."""
        if text[start : start + 2] != ", ":
            return None
        first = at = start + 2
        if self.words.clause.match(text, first, end) or self.words.verb.match(text, first, end):
            return None
        for stop in re.compile(r"[.!?](?=[ \"“”«»')]|$)|, | [–—-] |[:;()\"“”„«»]").finditer(text, first, end):
            at = stop.start()
            if stop.group() == ".":
                if not _ends_sentence(text, at, end):
                    continue
                break
            if stop.group() == ", ":
                behind = stop.end()
                if self.words.verb.match(text, behind, end) or self.words.clause.match(text, behind, end):
                    break
                continue
            break
        else:
            at = end if end == len(text) or end - first < _NEAR - 60 else first
        if needs_verb:
            verb = self.words.verb.search(text, first, min(at, end))
            if verb is not None and text[verb.start() - 1] == " " and not self.verb_follows(text, at, end):
                at = verb.start() - 1
                at -= text[at - 1] == ","
        while at > first and text[at - 1] in " ,":
            at -= 1
        # The full stop of `Example B.V.` ends the sentence as well; it belongs to the name.
        if text[at : at + 1] == "." and _DOTTED.search(text, max(first, at - 12), at):
            at += 1
        return (first, at) if first < at <= first + 250 else None

    def ahead(self, text: str, start: int, end: int, piece: _Piece) -> _By | None:
        """Return who speaks, said before a quotation: `Ada Byron, chief engineer, said: `."""
        low = max(start, end - _NEAR)
        tail = re.compile(r"(?:[:,]|(?<=\w))[ \u00a0]*$").search(text, low, end)
        if tail is None or tail.start() <= low:
            return None
        last = tail.start()
        colon = text[last] == ":"
        first = _sentence_start(text, low, last)
        verb = None
        for verb in self.words.verb.finditer(text, first, last):
            pass
        if verb is not None and verb.end() == last:
            piece.said = True
            return self.before_verb(text, first, verb.start())
        if verb is not None and (colon or text[last] == ","):
            by = self.who(text, verb.end() + 1, last) if text[verb.end() : verb.end() + 1] == " " else None
            if by is not None and last - by.end <= 40 and (by.start < 3 or text[by.start - 3 : by.start] != "as "):
                piece.said = True
                return by
            if colon:
                return self.before_verb(text, first, verb.start())
        if colon:
            by = self.before_verb(text, first, last)
            return by if by is not None and by.start == first else None
        return None

    def before_verb(self, text: str, first: int, last: int) -> _By | None:
        while last > first and text[last - 1] in " ,":
            last -= 1
        article = self.words.article.match(text, first, last)
        at = article.end() if article else first
        name = _name_at(text, at, last)
        if name is None or names_role(text[slice(*name)]):
            return self.role_first(text, at, last, False)
        if name[1] == last:
            return _By(name[0], last, name, None)
        if text[name[1] : name[1] + 2] == ", " and last > name[1] + 2:
            return _By(name[0], last, name, (name[1] + 2, last))
        return None


# --- small judgements ---------------------------------------------------------------------------------------------


def _opens(text: str, i: int) -> bool:
    before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
    mark = text[i]
    if mark in "”’" or (mark == "“" and before not in ("", " ", "\u00a0", "(", "[", "—", "–", "-", "/", ":", "\n")):
        return False
    if before and not (before.isspace() or before in "([{—–-/:„“‘"):
        return False
    if mark in "«»‹›":
        return bool(after) and (not after.isspace() or mark in "«‹")
    return bool(after) and not after.isspace() and after not in ",.;:!?)"


def _closes(text: str, j: int) -> bool:
    before, after = text[j - 1 : j], text[j + 1 : j + 2]
    if text[j] in "»«›‹":
        return not after or not after.isalnum()
    return bool(before) and not before.isspace() and (not after or not after.isalnum())


def _settled_name(words: str) -> bool:
    return words.split(" ")[0] not in NO_NAMES


def _name_at(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of the name that begins at `at`: two words or more, or one that a comma or stop follows."""
    match = _NAME.match(text, at, end)
    if match is None:
        one = _ONE_NAME.match(text, at, end)
        if one is None or one.group() in NO_NAMES or len(one.group()) < 3:
            return None
        follows = text[one.end() : one.end() + 1]
        return one.span() if follows in ("", ",", ".", ":", ";") or one.end() == end else None
    start, stop = match.span()
    words = text[start:stop].split(" ")
    while len(words) > 1 and words[-1].rstrip(".") in NO_NAMES:
        stop -= len(words.pop()) + 1
    if words[0] in NO_NAMES or (len(words) == 1 and text[stop : stop + 1] not in ("", ",", ".", " ")):
        return None
    return start, stop


def _ends_sentence(text: str, at: int, end: int) -> bool:
    """Return whether the full stop at `at` ends a sentence rather than an abbreviation."""
    after = text[at + 1 : at + 3]
    if not after.strip() or after.strip()[:1] in "\"“”«»„'":
        return True
    word = text[max(0, at - 12) : at].rpartition(" ")[2].strip("(").lower()
    if re.fullmatch(r"(?:\w\.)*\w", word) or word in ABBREVIATIONS:
        return False
    return not after[1:2].islower()


def _sentence_start(text: str, low: int, last: int) -> int:
    first = low
    for stop in re.compile(r"[.!?…][\"“”»«']? ").finditer(text, low, last):
        if text[stop.start()] != "." or _ends_sentence(text, stop.start(), last):
            first = stop.end()
    while first < last and text[first] in " \"“”«»'":
        first += 1
    return first


def _woven(text: str, pieces: list[_Piece], bys: list[tuple[_By, _Piece]]) -> Spans:
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

