"""Read datelines: the line above a body, the lead of its first paragraph.

A reader that is wrong here eats a sentence, so it wants evidence: a wire's credit, a whole date, or a city it knows in
capitals. What it accepts it can print again to the letter; what it could not, it leaves alone.
"""

from __future__ import annotations

import re
from typing import Any

from pressrelease.datelines.cities import Cities
from pressrelease.datelines.credits import CREDIT_WORDS, signs_as_news
from pressrelease.datelines.layout import parts, set_by
from pressrelease.datelines.parts import SPACE
from pressrelease.datelines.places import CITIES
from pressrelease.datelines.scan import END, Draft, opening
from pressrelease.datelines.setting import Printed, ending, printed, styled
from pressrelease.datelines.style import STYLES, house
from pressrelease.datelines.zones import zone_of
from pressrelease.model import Dateline
from pressrelease.patterns import literal

_SPACE = re.compile(SPACE)
LIMIT = 240
"""Characters a dateline may have; what lies behind is never looked at."""


def read_line(text: str, language: str = "") -> Dateline | None:
    """Return the dateline that `text`, one line, consists of, or None where it is something else.

    `language` (BCP 47) decides what months and dates in digits mean. What is returned prints as `text` to the letter.
    """
    if len(text) > LIMIT or text != text.strip() or "\n" in text:
        return None
    draft = opening(text, language)
    if draft is None:
        return None
    if draft.at < len(text):
        end = END.match(text, draft.at)
        ended = end is not None and end.end() == len(text)
        if not ended and not _is_stopped(draft):
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
            # Midnight is a time: only what is empty says nothing.
            if said is None or said in ("", ()):
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
        draft = opening(text.line, language)
        if draft is not None:
            draft.literally(len(text.line))
    else:
        match = re.match(rf"({CREDIT_WORDS})(.*)", text.lead, re.S)
        if not dateline.places and match and match.group(1) == dateline.credit:
            return "{credit}" + literal(match.group(2))
        draft = opening(text.lead, language)
        if draft is not None:
            draft.literally(len(text.lead))
    return draft.pattern if draft else ""


# --- the lead ---------------------------------------------------------------------------------------------------------

_SIGNED = re.compile(rf"(?P<credit>{CREDIT_WORDS})(?P<end>{SPACE}(?:[-–—]|--){SPACE})")


def _signed(head: str, language: str, is_certain: bool) -> tuple[Dateline, int] | None:
    """Read a lead that is a credit in capitals and nothing else: `KBN NEWS - `."""
    match = _SIGNED.match(head)
    if match is None or not (is_certain or signs_as_news(match["credit"])):
        return None
    if len(match["credit"]) > 40 or head[match.end() :].isupper() or match["credit"].lower() in CITIES:
        return None
    dateline = Dateline(credit=match["credit"], layout="{credit}" + literal(match["end"]))
    return _settled(dateline, Printed("", match.group()), language, ("gna",)), match.end()


def _led(head: str, text: str, language: str) -> tuple[Dateline, int] | None:
    draft = opening(head, language)
    mark = _ended(draft) if draft else ""
    if draft is None or not mark or not _is_lead(draft, mark, text[draft.at : LIMIT * 2]):
        return None
    dateline = _finished(draft, Printed("", head[: draft.at]), language)
    return None if dateline is None else (dateline, draft.at)


def _ended(draft: Draft) -> str:
    """Take the separator that ends a lead, and return what kind it is (`dash`, `colon`, `bar`); empty without one."""
    text = draft.text
    end = END.match(text, draft.at)
    if end is None:
        wrapped = text.startswith("(") and draft.pattern.endswith(")")
        # PRWeb ends with the date: `Boston, MA (PRWEB) March 05, 2026 Example …`.
        dated_last = draft.agency and "date" in draft.values and ") {" in draft.pattern
        space = _SPACE.match(text, draft.at)
        if not (wrapped or dated_last) or not space or text[draft.at + 1 : draft.at + 2].islower():
            return ""
        draft.literally(draft.at + 1)
        return "dash"
    mark = end.group()
    if end["stop"] and not draft.agency and not _stops(draft, text[end.end() :]):
        return ""
    if (mark == "-" and not draft.agency) or (mark[0] in "–—" and not _may_touch(draft, mark)):
        return ""
    draft.literally(end.end())
    return str(end.lastgroup)


def _stops(draft: Draft, rest: str) -> bool:
    """Return whether a full stop behind a date ends a dateline (`Köln, 24. November 2026. Die Firma …`)."""
    cities = draft.cities
    placed = cities is not None and (cities.known or cities.words <= 2) and draft.text[0].isupper()
    return placed and "date" in draft.values and "time" not in draft.values and rest[:1].isupper()


def _may_touch(draft: Draft, mark: str) -> bool:
    # `1939–1945`, `Paris–Berlin` are no datelines: a dash that touches words on both sides needs a credit or capitals.
    return len(mark) > 1 or draft.agency or (draft.cities is not None and draft.cities.capitals)


def _is_lead(draft: Draft, mark: str, rest: str) -> bool:
    values, cities = draft.values, draft.cities
    opens_well = not rest or not rest[0].islower()
    if (
        rest
        and rest.isupper()
        and len(rest) > 12
        and " " in rest
        and not draft.agency
        and "date" not in values
    ):
        return False
    if mark == "bar" and not (draft.agency or "date" in values):
        return False
    if cities is None:
        return mark == "dash" and (draft.agency or ("date" in values and opens_well and bool(rest)))
    if draft.agency:
        return cities.known or cities.capitals or _signs(draft, cities)
    if "date" in values:
        return True
    if mark == "colon":
        return False
    if "credit" in values:
        return cities.known and cities.capitals
    if "date_printed" in values:
        return opens_well and (cities.known or cities.capitals)
    return opens_well and bool(rest) and cities.known and (cities.capitals or cities.located)


def _is_stopped(draft: Draft) -> bool:
    """Return whether nothing but a full stop follows a place and a day: `Paris, le 24 janvier 2007.`."""
    whole = draft.cities is not None and "date" in draft.values
    return whole and draft.text[draft.at :] == "." and draft.text[draft.at - 1].isdigit()


def _is_line(draft: Draft) -> bool:
    values, cities = draft.values, draft.cities
    if cities is None:
        return "date" in values
    if "date" in values:
        return cities.known or cities.words <= 4
    if draft.agency:
        return cities.known or cities.capitals or _signs(draft, cities)
    return "date_printed" in values and cities.known


def _signs(draft: Draft, cities: Cities) -> bool:
    """Return whether a wire's credit after a town nobody knows is one: `OTS` and `AFP` stand for other things too."""
    credit = draft.values["credit"]
    return cities.words <= (3 if credit.isupper() else 4) and not cities.spelt_by(credit)


# --- the end ----------------------------------------------------------------------------------------------------------


def _finished(draft: Draft, text: Printed, language: str) -> Dateline | None:
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
    # Those that set a line, and those that set a lead; the lead of `gna` is the credit alone.
    unsigned = ("plain", "ap", "prnewswire") if text.lead else ("plain", "gna")
    candidates = (signed,) if signed else ("plain", "gna") if dateline.credit else unsigned
    return _settled(dateline, text, language, candidates)


# A reader who was told no language cannot know the one it will be printed in.
_ENDINGS = {name: ending(style.lead) for name, style in STYLES.items()}
_ANY_LANGUAGE = ("en", "de", "fr", "pl")


def _settled(dateline: Dateline, text: Printed, language: str, candidates: tuple[str, ...]) -> Dateline:
    """Return the dateline with the named style that sets it as it stood, else with its layout and the nearest style."""
    for name in candidates:
        if not text.lead.endswith(_ENDINGS[name]) and text.lead:
            continue
        if all(
            styled(dateline, one, STYLES[name]) == text
            for one in ((language,) if language else _ANY_LANGUAGE)
        ):
            return dateline.model_copy(update={"layout": "", "style": name})
    return dateline.model_copy(update={"style": dateline.style or candidates[0]})
