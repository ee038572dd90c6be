"""Scan the opening of a text for places, date, time and credit, in whatever order they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pressrelease.datelines.cities import Cities, cities_at
from pressrelease.datelines.credits import AGENCY, ANY_CREDIT
from pressrelease.datelines.parts import SPACE, Found, Manners, date_at, time_at
from pressrelease.patterns import literal


def _re(expression: str) -> re.Pattern[str]:
    return re.compile(expression.replace("~", SPACE))


_BEFORE_DATE = _re(
    r"~?(?:[–—|]|--)~?\(|~-~\(|~?--~?|~?[–—|]~|~-~|~?\(|[,.]?~(?:(?:den|le|el|a|am|lì|li|on|vom)~)?|,"
)
_MARKS = tuple("(–—-|")
_BEFORE_TIME = _re(r"~?[–—|]~|~-~|,?~(?:(?:um|at|à|alle|ore|a~las|klo)~)?|,|/")
_BEFORE_PLACE = _re(r"~[-–—|/]~|,~|~")
_OPENS = _re(r",?~?\(~?|--\(|~--~\(|~–~\(")
_SLASH = _re(rf",?(?P<o>~/~?)(?P<credit>{AGENCY})(?P<c>~?/)")
_CREDIT = re.compile(rf"(?P<known>{AGENCY})(?=[)\s,/:;–—]|~?[–—-]|$)".replace("~", SPACE))
_OTHER = re.compile(rf"(?:{ANY_CREDIT})(?=\))")
_SIGNATURE = _re(rf"~\({AGENCY}\)")
_IN_PARENS = _re(r"~[-–—/]~|,~|/|~")
END = _re(
    r"(?P<dash>\.?~?--~?|~-~|-~|-$|~-$|\.-~?|~?\.?~?[–—―]~?|(?<=\))\.~|(?<=\))~_~|(?P<stop>(?<=\d{4})\.~))"
    r"|(?P<colon>:~|:$)|(?P<bar>~[|/]~|~/$)"
)


# What the setting of a text tells of its language. Each expression begins with what stands there to the letter: a
# search for that is many times faster than one for a digit.
_HINTS = tuple(
    (languages, re.compile(expression))
    for languages, *expressions in (
        (("de",), r"\.(?<=\d\.) ?[^\W\d_]", r"den (?<=\bden )\d", "Uhr", r"\((?:dpa|ots|OTS|APA)"),
        (("fr",), r"le (?<=\ble )\d", r"h(?<=\dh)\d\d"),
        (("es", "pt"), r" de (?<=\d de )[^\W\d_]"),
        (("it",), r"\((?:ANSA|AGI|LaPresse)"),
        (("es",), r"\((?:EFE|Europa)"),
        (("nl",), r"\((?:ANP|Belga)"),
    )
    for expression in expressions
)
_SHORT_MONTHS = tuple(re.compile(e) for e in (r"\((?:AP\)|GLOBE NEWSWIRE)", "/(?:PRNewswire|CNW)"))
_SLASHED = re.compile(rf"/(?P<credit>{AGENCY})/")
_CLOSING = _re(r"~?\)")


@dataclass(slots=True)
class Draft:
    """A dateline while it is read."""

    text: str
    manners: Manners
    at: int = 0
    pattern: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    cities: Cities | None = None
    agency: bool = False
    wrapped: bool = False
    """Whether it stands in parentheses as a whole: `(4 May 2026 – Lisbon)`."""

    def take(self, separator: str, found: Found) -> None:
        """Add what was found, and the separator before it."""
        self.pattern += literal(separator) + found.pattern
        self.values.update(found.values)
        self.at = found.end

    def literally(self, end: int) -> None:
        """Add the text up to `end` as it stands."""
        self.pattern += literal(self.text[self.at : end])
        self.at = end

    @property
    def dated(self) -> bool:
        """Whether a date was read, whole or not."""
        return "date" in self.values or "date_printed" in self.values


def opening(text: str, language: str) -> Draft | None:
    """Read places, date, time and credit from the start of `text`, in whatever order they stand."""
    draft = Draft(text, _manners(text, language))
    if text.startswith("("):
        credit = _CREDIT.match(text, 1)
        if credit and text[credit.end() : credit.end() + 1] == ")":
            draft.take("(", Found(credit.end(), "{credit}", {"credit": credit["known"]}))
            draft.agency = True
            draft.literally(draft.at + 1)
        else:
            draft.literally(1)
            draft.wrapped = True
    slash = _SLASHED.match(text)
    if slash:
        _slashed(draft, "/", slash)
    while _date(draft) or _time(draft) or _place(draft) or _credit(draft):
        pass
    if draft.wrapped:
        if text[draft.at : draft.at + 1] != ")" or "date" not in draft.values:
            return None
        draft.literally(draft.at + 1)
    return draft if draft.values or draft.cities else None


def _manners(text: str, language: str) -> Manners:
    """Return which languages to try first: the one told, else what the setting of the date tells."""
    hints = [language.partition("-")[0].lower()] if language else []
    for languages, expression in _HINTS:
        if expression.search(text):
            hints += languages
    order = dict.fromkeys([*hints, "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl"])
    # March is both its long and its short form: the house tells which an edited date will take.
    form = "bare" if "(Reuters)" in text else "long"
    if any(expression.search(text) for expression in _SHORT_MONTHS):
        form = "short"
    return Manners(language, tuple(order), form, two_digit_day="(GLOBE NEWSWIRE" in text)


def _separator(draft: Draft, expression: re.Pattern[str]) -> str | None:
    if not draft.values and draft.cities is None:
        return ""
    match = expression.match(draft.text, draft.at)
    return match.group() if match else None


def _date(draft: Draft) -> bool:
    if draft.dated:
        return False
    separator = _separator(draft, _BEFORE_DATE)
    if separator is None:
        return False
    found = date_at(draft.text, draft.at + len(separator), draft.manners)
    if found is None:
        return False
    # `Released on December 7, 2026`: only a place that is known needs no comma before the date.
    if (
        separator[:1].isspace()
        and separator.rstrip()[-1:] not in _MARKS
        and draft.cities
        and not draft.cities.known
    ):
        return False
    if not separator.endswith("("):
        draft.take(separator, found)
        return True
    more = _BEFORE_TIME.match(draft.text, found.end)
    time = time_at(draft.text, more.end()) if more and "time" not in draft.values else None
    end = time.end if time else found.end
    if draft.text[end : end + 1] != ")":
        return False
    draft.take(separator, found)
    if more and time:
        draft.take(more.group(), time)
    draft.literally(end + 1)
    return True


def _time(draft: Draft) -> bool:
    if "time" in draft.values or not (draft.dated or draft.cities):
        return False
    separator = _separator(draft, _BEFORE_TIME)
    found = None if not separator else time_at(draft.text, draft.at + len(separator))
    if found is None or separator is None:
        return False
    draft.take(separator, found)
    return True


def _place(draft: Draft) -> bool:
    if draft.cities is not None:
        return False
    separator = _separator(draft, _BEFORE_PLACE)
    if separator is None:
        return False
    at = draft.at + len(separator)
    cities = cities_at(draft.text, at, draft.manners)
    if cities is None:
        return False
    # After a date a place is a guess: a wire has to sign it, or it is a known one between dashes.
    # `(ots) - Die Stadt baut`: behind a credit alone, only what looks like a place is one.
    signs = draft.agency and (draft.dated or cities.known or cities.capitals)
    signed = signs or _SIGNATURE.match(draft.text, cities.end)
    ended = END.match(draft.text, cities.end) or (draft.wrapped and draft.text[cities.end :].startswith(")"))
    certain = cities.known and separator not in (" ", ",") and ended
    if separator and not signed and not certain:
        return False
    draft.take(separator, Found(cities.end, cities.pattern, {"places": cities.places}))
    draft.cities = cities
    return True


def _credit(draft: Draft) -> bool:
    if "credit" in draft.values or not (draft.dated or draft.cities):
        return False
    text, at = draft.text, draft.at
    slash = _SLASH.match(text, at)
    if slash:
        return _slashed(draft, text[at : slash.start("credit")], slash)
    opens = _OPENS.match(text, at)
    if opens is None:
        return False
    known = _CREDIT.match(text, opens.end())
    other = _OTHER.match(text, opens.end()) if known is None else None
    credit = known or other
    if credit is None or (other and other.group().count(" ") > 4):
        return False
    return _in_parens(draft, opens.group(), credit, known is not None)


def _slashed(draft: Draft, opens: str, slash: re.Match[str]) -> bool:
    draft.take(opens, Found(slash.end("credit"), "{credit}", {"credit": slash["credit"]}))
    draft.literally(slash.end())
    draft.agency = True
    return True


def _in_parens(draft: Draft, opens: str, credit: re.Match[str], agency: bool) -> bool:
    """Take a credit in parentheses, and a date and time that stand there with it."""
    saved = (draft.at, draft.pattern, dict(draft.values))
    draft.take(opens, Found(credit.end(), "{credit}", {"credit": credit.group()}))
    for reader, missing in ((date_at, not draft.dated), (time_at, "time" not in draft.values)):
        separator = _IN_PARENS.match(draft.text, draft.at)
        if not separator or not missing:
            continue
        at = separator.end()
        found = date_at(draft.text, at, draft.manners) if reader is date_at else time_at(draft.text, at)
        if found is not None:
            draft.take(separator.group(), found)
    closing = _CLOSING.match(draft.text, draft.at)
    if closing is None:
        draft.at, draft.pattern, draft.values = saved
        return False
    draft.literally(closing.end())
    draft.agency = agency
    return True
