"""Who speaks, in the words around quotations: names with titles and particles, roles, verbs of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pressrelease.markup.names import NAME, TITLE, WORD, names_role
from pressrelease.markup.speech_words import ABBREVIATIONS, NO_NAMES, Speech

_NAME = re.compile(NAME)
_CAPITAL = re.compile(f" {WORD}")
_ONE_NAME = re.compile(WORD)
NEAR = 320
"""Characters around a quotation in which its speaker is looked for."""
_FAR = 4000
_STOPS = re.compile(r"[.;:!?\"“”«»()]|, ")
_ROLE_STOPS = re.compile(r"[.!?](?=[ \"“”«»')]|$)|, | [–—-] |[:;()\"“”„«»]")
_DOTTED = re.compile(r"(?:(?:\w\. ?)+\w|Inc)\Z")
_BEHIND = re.compile(r"[,.;]?[ \u00a0](?:[–—-] )?\(?")
_AHEAD = re.compile(r"(?:[:,]|(?<=\w))[ \u00a0]*$")
_PRONOUN = re.compile(r"(?:he|she|they|er|sie|il|elle)(?= )", re.I)
_WORD_START = re.compile(r"(?<= )\S")
_NO_SUFFIX = re.compile(r",? (?:Jr\.|Sr\.|III|II|PhD|MdB|MEP|MP)$")
_ONLY_TITLE = re.compile(rf"{TITLE}(?: {TITLE})*")
_TITLED = re.compile(rf"(?:{TITLE} ?){{0,2}}({WORD})")
_SMALL = re.compile(r"([^\W\dA-ZÀ-Þ][\w'’-]{1,30}(?: [^\W\dA-ZÀ-Þ][\w'’-]{1,30}){0,3}) (?=[^\Wa-zß-ÿ\d_])")
_NAME_ENDS = ("", ".", ",", ";", ":", "!", "?", " ", ")")
_GENITIVE = re.compile(r"((?:(?!von |van )[^\s]+ )+?(?!von |van )[^\s]+) (?:der|dem|des) [^\W\d_]")
_OF = re.compile(r"\b(?:dell[aeo]|dei|degli|del|di|du|des|de l[ao]s?) \Z")
_GAP = re.compile(r",? ")
_SENTENCE = re.compile(r"[.!?…][\"“”»«']? ")


@dataclass(frozen=True, slots=True)
class By:
    """An attribution at `start:end` of a text, its speaker and role by their bounds."""

    start: int
    end: int
    speaker: tuple[int, int]
    role: tuple[int, int] | None
    known: tuple[str, str] | None = None
    """Name and role of somebody named in full before, of whom only the surname stands here."""


class Speakers:
    """Find who speaks, in one language."""

    def __init__(self, words: Speech) -> None:
        self.words = words
        self.named: dict[str, tuple[str, str] | None] = {}
        """Name and role of who has spoken, by surname; None where two have it."""

    def met(self, text: str, by: By) -> By:
        """Return `by` as who it is, where only a surname stands there; remember whoever is named in full."""
        name = text[slice(*by.speaker)]
        first, _, surname = _NO_SUFFIX.sub("", name).rpartition(" ")
        if first and not _ONLY_TITLE.fullmatch(first):
            role = text[slice(*by.role)] if by.role else ""
            before = self.named.get(surname, (name, role))
            same = before is not None and before[0] == name
            self.named[surname] = (name, role or (before[1] if before else "")) if same else None
            return by
        known = self.named.get(surname)
        return replace(by, known=known) if known and by.role is None else by

    def behind(self, text: str, start: int, end: int, closed: bool) -> tuple[By | None, bool]:
        """Return who speaks, said behind a quotation (`, said Ada Byron, chief engineer`), and whether anybody does.

        `closed`: the quotation has a closing mark.
        """
        stop = min(end, start + NEAR)
        opening = _BEHIND.match(text, start, stop)
        if opening is None:
            return None, False
        at = opening.end()
        verb = self.words.verb.match(text, at, stop)
        if verb is not None:
            gap = verb.end() + (text[verb.end() : verb.end() + 1] == ",")
            hyphen = text[gap : gap + 1] == "-"
            if not hyphen and text[gap : gap + 1] not in (" ", "\u00a0"):
                return None, False
            who = gap + (not hyphen)
            found = self.who(text, who, stop)
            return found, found is not None or hyphen or self.words.pronoun.match(text, who, stop) is not None
        if text[start : start + 1] == "." or not closed:
            return None, False
        by = self.who(text, at, stop, needs_verb=True) or self.surname(text, at, stop)
        pronoun = _PRONOUN.match(text, at, stop)
        spoken_of = pronoun is not None and self.words.verb.match(text, pronoun.end() + 1, stop) is not None
        return by, by is not None or spoken_of

    def inside(self, text: str, start: int, end: int) -> By | None:
        """Return who speaks where the mark before `, said Ada Byron` was forgotten."""
        # A forgotten mark is missed within a few sentences, or not at all.
        for verb in self.words.verb.finditer(text, start, min(end, start + _FAR)):
            if text[verb.start() - 2 : verb.start()] == ", " and text[verb.end() : verb.end() + 1] == " ":
                by = self.who(text, verb.end() + 1, min(end, verb.end() + NEAR))
                if (
                    by is not None
                    and " " in text[slice(*by.speaker)]
                    and verb.group().lower() not in ("as", "so")
                ):
                    return by
        return None

    def who(self, text: str, start: int, end: int, needs_verb: bool = False) -> By | None:
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
        return By(name[0], last, name, role)

    def surname(self, text: str, at: int, end: int) -> By | None:
        """Return `Byron` of `Byron said`; unknown, it is a name only where other nouns are written small."""
        match = _TITLED.match(text, at, end)
        if match is None or match[1] in NO_NAMES or not self.verb_follows(text, match.end(), end):
            return None
        if match[1] not in self.named and not self.words.small_nouns:
            return None
        return By(at, match.end(), match.span(), None)

    def verb_follows(self, text: str, at: int, end: int) -> bool:
        """Return whether a verb of speech stands at `at`, a comma before it or not."""
        gap = _GAP.match(text, at, end)
        return gap is not None and self.words.verb.match(text, gap.end(), end) is not None

    def role_first(self, text: str, at: int, end: int, needs_verb: bool) -> By | None:
        """Return `chief engineer Ada Byron`: words up to one of a position, then a name."""
        last, comma = end, False
        for stop in _STOPS.finditer(text, at, end):
            if stop.group() == "." and not _ends_sentence(text, stop.start(), end):
                continue
            last, comma = stop.start(), stop.group() == ", "
            break
        if last - at > 160:
            return None
        for word in _WORD_START.finditer(text, at, last):
            start = word.start()
            if not names_role(text[at:start]):
                continue
            if not (comma or needs_verb) and _is_surname(text, at, start, last):
                return By(at, last, (start, last), (at, start - 1))
            one = _ONE_NAME.match(text, start, last) if needs_verb else None
            if one and _is_surname(text, at, start, one.end()) and self.verb_follows(text, one.end(), end):
                return By(at, one.end(), one.span(), (at, start - 1))
            if _NAME.match(text, start, last) is None:
                continue
            if _OF.search(text, at, start):
                # `il Presidente della Regione Esempio`: whose office it is, and nobody yet.
                break
            who = _name_at(text, start, last)
            if who is None or names_role(text[slice(*who)]):
                continue
            if needs_verb and not self.verb_follows(text, who[1], end):
                return None
            return By(at, who[1], who, (at, at + len(text[at:start].rstrip())))
        small = self.small_role(text, at, last) if self.words.small_nouns else None
        if small is not None and not (needs_verb and not self.verb_follows(text, small.end, end)):
            return small
        small_words = (
            self.words.small_nouns and text[at : at + 1].islower() and not self.words.clause.match(text, at)
        )
        if comma and (names_role(text[at:last]) or (small_words and text.count(" ", at, last) < 8)):
            name = _name_at(text, last + 2, end)
            if name is not None and " " in text[slice(*name)] and not needs_verb:
                return By(at, name[1], name, (at, last))
        return None

    def small_role(self, text: str, at: int, end: int) -> By | None:
        """Return `conductor Ada Byron`: a few small words that are no clause, then a name."""
        match = _SMALL.match(text, at, end)
        if match is None or any(self.words.clause.fullmatch(word) for word in match[1].split(" ")):
            return None
        if _OF.search(text, at, match.end()):
            return None
        name = _name_at(text, match.end(), end)
        if name is None or " " not in text[slice(*name)] or text[name[1] : name[1] + 1] not in _NAME_ENDS:
            return None
        return By(at, name[1], name, match.span(1))

    def role(self, text: str, start: int, end: int, needs_verb: bool) -> tuple[int, int] | None:
        """Return the words behind `, ` that say what somebody is, up to the end of the sentence or the next clause."""
        if text[start : start + 2] != ", ":
            return None
        first = at = start + 2
        if self.words.clause.match(text, first, end) or self.words.verb.match(text, first, end):
            return None
        for stop in _ROLE_STOPS.finditer(text, first, end):
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
            at = end if end == len(text) or end - first < NEAR - 60 else first
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

    def ahead(self, text: str, start: int, end: int) -> tuple[By | None, bool]:
        """Return who speaks, said before a quotation (`Ada Byron, engineer, said: `), and whether anybody does."""
        low = max(start, end - NEAR)
        tail = _AHEAD.search(text, low, end)
        if tail is None or tail.start() <= low:
            return None, False
        last = tail.start()
        colon = text[last] == ":"
        first = _sentence_start(text, low, last)
        verbs = list(self.words.verb.finditer(text, first, last))
        verb = verbs[-1] if verbs else None
        if verb is not None and verb.end() == last:
            return self.before_verb(text, first, verb.start()), True
        if verb is not None and (colon or text[last] == ","):
            by = self.who(text, verb.end() + 1, last) if text[verb.end() : verb.end() + 1] == " " else None
            if by is not None and last - by.end <= 40 and text[max(0, by.start - 3) : by.start] != "as ":
                return by, True
            if colon:
                by = self.before_verb(text, first, verb.start())
                return by, by is not None
        by = self.before_verb(text, first, last) if colon else None
        return (by, True) if by is not None and by.start == first else (None, False)

    def before_verb(self, text: str, first: int, last: int) -> By | None:
        """Return the attribution that is all of `text[first:last]`."""
        while last > first and text[last - 1] in " ,":
            last -= 1
        article = self.words.article.match(text, first, last)
        at = article.end() if article else first
        name = _name_at(text, at, last)
        if name is None or names_role(text[slice(*name)]):
            return self.role_first(text, at, last, False)
        if name[1] == last:
            return By(name[0], last, name, None)
        if text[name[1] : name[1] + 2] == ", " and last > name[1] + 2:
            return By(name[0], last, name, (name[1] + 2, last))
        return None


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
    if _CAPITAL.match(text, stop, end):
        # Six words with capitals and more are no name, but a house and an office before one.
        return None
    # `Ada Byron der Deutschen Presse-Agentur`: a German genitive behind a whole name is none of it.
    genitive = _GENITIVE.match(text, start, stop)
    stop = genitive.end(1) if genitive else stop
    words = text[start:stop].split(" ")
    while len(words) > 1 and words[-1].rstrip(".") in NO_NAMES:
        stop -= len(words.pop()) + 1
    if words[0] in NO_NAMES or (len(words) == 1 and text[stop : stop + 1] not in ("", ",", ".", " ")):
        return None
    return start, stop


def _is_surname(text: str, at: int, start: int, end: int) -> bool:
    """Return whether all of `text[start:end]` is one name, right behind the word of a position: `Captain Byron`."""
    name = text[start:end]
    return (
        names_role(text[at:start].rstrip().rpartition(" ")[2])
        and _ONE_NAME.fullmatch(name) is not None
        and len(name) > 2
        and name[0].isupper()
        and not (name in NO_NAMES or name.isupper() or names_role(name))
    )


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
    for stop in _SENTENCE.finditer(text, low, last):
        if text[stop.start()] != "." or _ends_sentence(text, stop.start(), last):
            first = stop.end()
    while first < last and text[first] in " \"“”«»'":
        first += 1
    return first
