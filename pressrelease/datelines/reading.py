"""Read datelines: the line above a body, the lead of its first paragraph.

A reader that is wrong here eats a sentence, so it wants evidence: a wire's credit, a whole date, or a city it knows in
capitals. What it accepts it can print again to the letter; what it could not, it leaves alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pressrelease.datelines.cities import Cities, cities_at
from pressrelease.datelines.credits import AGENCY, ANY_CREDIT, CREDIT_WORDS, signs_as_news
from pressrelease.datelines.layout import parts, set_by
from pressrelease.datelines.parts import SPACE, Found, Manners, date_at, time_at
from pressrelease.datelines.setting import Printed, printed, styled
from pressrelease.datelines.style import STYLES, house
from pressrelease.datelines.zones import zone_of
from pressrelease.model import Dateline
from pressrelease.patterns import literal

LIMIT = 240
"""Characters a dateline may have; what lies behind is never looked at."""


def _re(expression: str) -> re.Pattern[str]:
    return re.compile(expression.replace("~", SPACE))


_BEFORE_DATE = _re(r"~?[–—|]~|~-~|~?\(|[,.]?~(?:(?:den|le|el|a|am|lì|li|on|vom)~)?|,")
_BEFORE_TIME = _re(r"~?[–—|]~|~-~|,?~(?:(?:um|at|à|alle|ore|a~las|klo)~)?|,|/")
_BEFORE_PLACE = _re(r"~[-–—|/]~|,~|~")
_OPENS = _re(r",?~?\(~?|--\(|~--~\(|~–~\(")
_SLASH = _re(rf",?(?P<o>~/~?)(?P<credit>{AGENCY})(?P<c>~?/)")
_CREDIT = re.compile(rf"(?P<known>{AGENCY})(?=[)\s,/:;–—]|~?[–—-]|$)".replace("~", SPACE))
_OTHER = re.compile(rf"(?:{ANY_CREDIT})(?=\))")
_IN_PARENS = _re(r"~[-–—/]~|,~|/|~")
_END = _re(r"(?P<dash>\.?~?--~?|~-~|-~|-$|~-$|\.-~?|~?\.?~?[–—―]~?)|(?P<colon>:~|:$)|(?P<bar>~[|/]~|~/$)")


@dataclass(slots=True)
class _Draft:
    """A dateline while it is read."""

    text: str
    manners: Manners
    at: int = 0
    pattern: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    cities: Cities | None = None
    agency: bool = False

    def take(self, separator: str, found: Found) -> None:
        self.pattern += literal(separator) + found.pattern
        self.values.update(found.values)
        self.at = found.end

    def literally(self, end: int) -> None:
        self.pattern += literal(self.text[self.at : end])
        self.at = end

    @property
    def dated(self) -> bool:
        return "date" in self.values or "date_printed" in self.values


def read_line(text: str, language: str = "") -> Dateline | None:
    """Return the dateline that `text`, one line, consists of, or None where it is something else.

    `language` (BCP 47) decides what months and dates in digits mean. What is returned prints as `text` to the letter.
    """
    if len(text) > LIMIT or text != text.strip() or "\n" in text:
        return None
    draft = _opening(text, language)
    if draft is None:
        return None
    if draft.at < len(text):
        end = _END.match(text, draft.at)
        if end is None or end.end() != len(text):
            return None
        draft.literally(len(text))
    return _finished(draft, Printed(text, ""), language) if _is_line(draft) else None


def read_lead(text: str, language: str = "", *, after: Dateline | None = None) -> tuple[Dateline, str] | None:
    """Return the dateline that opens the paragraph `text`, and the text behind it; None where none opens it.

    `language` (BCP 47) decides what months and dates in digits mean. The dateline's lead and the remaining text,
    joined, are `text` to the letter. `after` is the dateline of a line above: then any words in capitals before a dash
    are a credit, and what is returned is both in one.
    """
    head = text[:LIMIT]
    found = _signed(head, language, after is not None) or _led(head, text, language)
    if found is None:
        return None
    dateline, end = found
    if after is not None:
        both = joined(after, dateline, language)
        if both is None:
            return None
        dateline = both
    return dateline, text[end:]


def joined(line: Dateline, lead: Dateline, language: str = "") -> Dateline | None:
    """Return in one what a line and the lead beneath it say; None where both say the same thing twice."""
    values: dict[str, Any] = {}
    for part in (line, lead):
        for name in ("places", "date", "time", "zone", "zone_printed", "date_printed", "credit"):
            said = getattr(part, name)
            if not said and said is not None or said is None:
                continue
            if name in values:
                return None
            values[name] = said
    above, opening = printed(line, language).line, printed(lead, language).lead
    patterns = [_pattern_of(line, language, "line"), _pattern_of(lead, language, "lead")]
    credit_house = house(lead.credit or line.credit)
    both = Dateline(**values, style=credit_house or "gna", layout="\n".join(patterns))
    return _settled(both, Printed(above, opening), language, (both.style,))


def _pattern_of(dateline: Dateline, language: str, which: str) -> str:
    if dateline.layout:
        return parts(dateline.layout)[0 if which == "line" else 1]
    text = printed(dateline, language)
    draft = None
    if which == "line":
        draft = _opening(text.line, language)
        if draft is not None:
            draft.literally(len(text.line))
    else:
        match = re.match(rf"({CREDIT_WORDS})(.*)", text.lead, re.S)
        if not dateline.places and match and match.group(1) == dateline.credit:
            return "{credit}" + literal(match.group(2))
        draft = _opening(text.lead, language)
        if draft is not None:
            draft.literally(len(text.lead))
    return draft.pattern if draft else ""


# --- the lead ---------------------------------------------------------------------------------------------------------

_SIGNED = _re(rf"(?P<credit>{CREDIT_WORDS})(?P<end>~[-–—]~|~--~)")


def _signed(head: str, language: str, is_certain: bool) -> tuple[Dateline, int] | None:
    """Read a lead that is a credit in capitals and nothing else: `USPA NEWS - `."""
    match = _SIGNED.match(head)
    if match is None or not (is_certain or signs_as_news(match["credit"])):
        return None
    if len(match["credit"]) > 40 or head[match.end() :].isupper():
        return None
    dateline = Dateline(credit=match["credit"], layout="{credit}" + literal(match["end"]))
    return _settled(dateline, Printed("", match.group()), language, ("gna",)), match.end()


def _led(head: str, text: str, language: str) -> tuple[Dateline, int] | None:
    draft = _opening(head, language)
    if draft is None:
        return None
    wrapped = head.startswith("(") and draft.pattern.endswith(")")
    end = _END.match(head, draft.at)
    if end is None or not end.group():
        space = re.match(SPACE, head[draft.at :])
        if not (wrapped and space):
            return None
        draft.literally(draft.at + 1)
        mark = "dash"
    else:
        mark = str(end.lastgroup)
        if end.group() == "-" or (mark == "dash" and end.group()[0] in "–—" and not _may_touch(head, draft, end.group())):
            return None
        draft.literally(end.end())
    if not _is_lead(draft, mark, text[draft.at : LIMIT * 2]):
        return None
    return (d, draft.at) if (d := _finished(draft, Printed("", head[: draft.at]), language)) else None


def _may_touch(head: str, draft: _Draft, mark: str) -> bool:
    # `1939–1945` and `Paris–Berlin` are no datelines: a dash that touches words on both sides needs a credit or capitals.
    return len(mark) > 1 or draft.agency or (draft.cities is not None and draft.cities.capitals)


def _is_lead(draft: _Draft, mark: str, rest: str) -> bool:
    values, cities = draft.values, draft.cities
    opens_well = not rest or not rest[0].islower()
    if rest and rest.isupper() and len(rest) > 12 and " " in rest and not draft.agency and not "date" in values:
        return False
    if mark == "bar" and not (draft.agency or "date" in values):
        return False
    if cities is None:
        return draft.agency and mark == "dash" or ("date" in values and mark == "dash" and opens_well and bool(rest))
    if draft.agency:
        return cities.known or cities.capitals or cities.words <= 4
    if "date" in values:
        return True
    if mark == "colon":
        return False
    if "credit" in values:
        return cities.known and cities.capitals
    if "date_printed" in values:
        return opens_well and (cities.known or cities.capitals)
    return opens_well and bool(rest) and cities.known and (cities.capitals or cities.located)


def _is_line(draft: _Draft) -> bool:
    values, cities = draft.values, draft.cities
    if cities is None:
        return "date" in values
    if "date" in values:
        return cities.known or cities.words <= 4
    if draft.agency:
        return True
    return "date_printed" in values and cities.known


# --- the scan ---------------------------------------------------------------------------------------------------------


def _opening(text: str, language: str) -> _Draft | None:
    """Read places, date, time and credit from the start of `text`, in whatever order they stand."""
    draft = _Draft(text, _manners(text, language))
    if text.startswith("("):
        credit = _CREDIT.match(text, 1)
        if credit and text[credit.end() : credit.end() + 1] == ")":
            draft.take("(", Found(credit.end(), "{credit}", {"credit": credit["known"]}))
            draft.agency = True
            draft.literally(draft.at + 1)
        else:
            draft.literally(1)
    wrapped = draft.at == 1
    while _date(draft) or _time(draft) or _place(draft) or _credit(draft):
        pass
    if wrapped:
        if text[draft.at : draft.at + 1] != ")" or "date" not in draft.values:
            return None
        draft.literally(draft.at + 1)
    return draft if draft.values or draft.cities else None


def _manners(text: str, language: str) -> Manners:
    """Return which languages to try first: the one told, else what the setting of the date tells."""
    hints = []
    if language:
        hints.append(language.partition("-")[0].lower())
    if re.search(r"\d\. ?[^\W\d_]|\bden \d|Uhr|\((?:dpa|ots|OTS|APA)", text):
        hints.append("de")
    if re.search(r"\ble \d|\d{1,2}h\d\d|\d\ber ", text):
        hints.append("fr")
    if re.search(r"\d de [^\W\d_]", text):
        hints += ["es", "pt"]
    if re.search(r"\((?:ANSA|AGI|LaPresse)", text):
        hints.append("it")
    if re.search(r"\(EFE|\(Europa", text):
        hints.append("es")
    if re.search(r"\(ANP|\(Belga", text):
        hints.append("nl")
    order = dict.fromkeys([*hints, "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl"])
    short = re.search(r"\(AP\)|/PRNewswire|/CNW|\(GLOBE NEWSWIRE", text)
    return Manners(language, tuple(order), "short" if short else "bare" if "(Reuters)" in text else "long")


def _separator(draft: _Draft, expression: re.Pattern[str]) -> str | None:
    if not draft.values and draft.cities is None:
        return ""
    match = expression.match(draft.text, draft.at)
    return match.group() if match else None


def _date(draft: _Draft) -> bool:
    if draft.dated:
        return False
    separator = _separator(draft, _BEFORE_DATE)
    if separator is None:
        return False
    found = date_at(draft.text, draft.at + len(separator), draft.manners)
    if found is None:
        return False
    if separator.endswith("("):
        if draft.text[found.end : found.end + 1] != ")":
            return False
        found = Found(found.end + 1, found.pattern + ")", found.values)
    draft.take(separator, found)
    return True


def _time(draft: _Draft) -> bool:
    if "time" in draft.values or not (draft.dated or draft.cities):
        return False
    separator = _separator(draft, _BEFORE_TIME)
    found = None if not separator else time_at(draft.text, draft.at + len(separator))
    if found is None or separator is None:
        return False
    draft.take(separator, found)
    return True


def _place(draft: _Draft) -> bool:
    if draft.cities is not None:
        return False
    separator = _separator(draft, _BEFORE_PLACE)
    if separator is None:
        return False
    at = draft.at + len(separator)
    cities = cities_at(draft.text, at, draft.manners)
    # After a date a place is a guess, and has to be a known one.
    if cities is None or (separator and not draft.agency and not cities.known):
        return False
    if separator in (" ", ",") and not draft.agency:
        return False
    if separator and not draft.agency and not _END.match(draft.text, cities.end):
        return False
    draft.take(separator, Found(cities.end, cities.pattern, {"places": cities.places}))
    draft.cities = cities
    return True


def _credit(draft: _Draft) -> bool:
    if "credit" in draft.values or not (draft.dated or draft.cities):
        return False
    text, at = draft.text, draft.at
    slash = _SLASH.match(text, at)
    if slash:
        draft.take(text[at : slash.start("credit")], Found(slash.end("credit"), "{credit}", {"credit": slash["credit"]}))
        draft.literally(slash.end())
        draft.agency = True
        return True
    opens = _OPENS.match(text, at)
    if opens is None:
        return False
    known = _CREDIT.match(text, opens.end())
    other = _OTHER.match(text, opens.end()) if known is None else None
    credit = known or other
    if credit is None or (other and other.group().count(" ") > 4):
        return False
    return _in_parens(draft, opens.group(), credit, known is not None)


def _in_parens(draft: _Draft, opens: str, credit: re.Match[str], agency: bool) -> bool:
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
    closing = re.compile(f"{SPACE}?\\)").match(draft.text, draft.at)
    if closing is None:
        draft.at, draft.pattern, draft.values = saved
        return False
    draft.literally(closing.end())
    draft.agency = agency
    return True


# --- the end ----------------------------------------------------------------------------------------------------------


def _finished(draft: _Draft, text: Printed, language: str) -> Dateline | None:
    values = draft.values
    if values.get("zone_printed"):
        countries = tuple({p.country for p in values.get("places", ()) if p.country})
        zone = zone_of(values["zone_printed"], countries, language)
        values = {**values, "zone": zone}
    layout = draft.pattern + "\n" if text.line else draft.pattern
    dateline = Dateline(**values, layout=layout)
    line, lead = parts(layout)
    if (set_by(line, dateline), set_by(lead, dateline)) != (text.line, text.lead):
        return None
    signed = house(dateline.credit)
    candidates = (signed,) if signed else ("plain", "gna") if dateline.credit else ("plain", "ap", "prnewswire", "gna")
    return _settled(dateline, text, language, candidates)


# A reader who was told no language cannot know the one it will be printed in.
_ANY_LANGUAGE = ("en", "de", "fr", "pl")


def _settled(dateline: Dateline, text: Printed, language: str, candidates: tuple[str, ...]) -> Dateline:
    """Return the dateline with the named style that sets it as it stood, else with its layout and the nearest style."""
    bare = dateline.changed(layout="", style="")
    for name in candidates:
        if all(styled(bare, one, STYLES[name]) == text for one in ((language,) if language else _ANY_LANGUAGE)):
            return Dateline(**{**_fields(bare), "style": name})
    return Dateline(**{**_fields(dateline), "style": dateline.style or candidates[0]})


def _fields(dateline: Dateline) -> dict[str, Any]:
    return {name: getattr(dateline, name) for name in Dateline.model_fields}
