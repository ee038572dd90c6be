"""Notices out of their lines: who answers for the text, under which law, what to beware of."""

from __future__ import annotations

import re
from typing import Any, cast

from pressrelease.markup.cuts import Cut, pattern
from pressrelease.markup.names import NAME, TITLE, is_person
from pressrelease.model import Notice, NoticeKind
from pressrelease.patterns import literal
from pressrelease.wording import notice_lines

_CITATION = re.compile(
    r"(?:§§? ?\d|(?:Sect?\.|Section|Sec\.|Art(?:icle|ikel|\.|ículo)?|Abs\.|Para(?:graph)?\.?|[Ll]oi n°|"
    r"[Ll]ey|[Ll]egge) ?\d|Regulation \(|Verordnung \()",
    re.I,
)
_JOINTS = " &,;/+–-"
_BETWEEN = re.compile(r" [-–—/|] |, | \(")
_TAIL = re.compile(
    rf"(?<=[.!?)\"”“»]) (?P<person>{NAME})(?: [-–—/|] |, "
    rf")(?P<organisation>[^.,;:!?\n]{{2,80}}(?:\.[\w.]{{0,8}})?)\.?$"
)
_TITLES = re.compile(rf"(?<!\w){TITLE} ")
_PLACE = re.compile(r"\d")


def responsibility(
    text: str, heading: str, kind: NoticeKind = "editorial-responsibility", more: str = ""
) -> Notice | None:
    """Return the notice that says who answers (`V.i.S.d.P., § 18 MStV: Ada Byron - Example`); None where it is prose.

    `more` are further paragraphs, kept as the notice's text.
    """
    last = label_end(text)
    cuts: list[Cut] = []
    if last:
        colon = text.rfind(":", 0, last)
        _label(text, colon, cuts)
    elif not heading or len(text) > 200:
        return None
    who = text[last:]
    offset = len(text) - len(who.lstrip())
    if not _who(text, offset, cuts):
        return None
    values = {c.name: text[c.start : c.end] for c in cuts}
    layout = pattern(text, cuts)
    if more:
        if "text" in values:
            return None
        values["text"] = more
        layout += "\n\n{text}"
    whole = f"{heading} {text}"
    return _checked(
        "\n\n".join(filter(None, (text, more))),
        kind=kind,
        heading=heading,
        jurisdiction=jurisdiction(whole),
        layout=layout,
        **values,
    )


def label_end(text: str) -> int:
    """Return where the label ends, behind its colon and space; 0 where no label stands."""
    end = 0
    for colon in re.finditer(r":(?= |$)", text[:300]):
        end = colon.end()
        if not _CITATION.match(text[end:].lstrip()):
            break
    while end and end < len(text) and text[end] == " ":
        end += 1
    return end


def _label(text: str, end: int, cuts: list[Cut]) -> None:
    citation = _CITATION.search(text, 0, end)
    stop = end
    if citation is not None:
        start, last = citation.start(), end
        if text[start - 1 : start] == "(" and text[last - 1] == ")":
            last -= 1
        cuts.append(Cut(start, last, "citation"))
        stop = start
    while stop > 0 and text[stop - 1] in _JOINTS + "(":
        stop -= 1
    if stop > 0:
        cuts.append(Cut(0, stop, "label"))


def _who(text: str, start: int, cuts: list[Cut]) -> bool:
    end = len(text)
    if start >= end:
        return bool(cuts)
    joint = _BETWEEN.search(text, start)
    first = text[start : joint.start() if joint else end]
    if len(first) > 80 or re.search(r"[.!?] [A-Z]", _TITLES.sub("", text[start:])):
        return False
    cuts.append(Cut(start, start + len(first), "person" if is_person(first) or joint else "organisation"))
    if not joint:
        return is_person(first) or len(first.split()) <= 8
    rest = joint.end()
    last = end
    if text[joint.start() : rest] == " (" and text[last - 1] == ")":
        last -= 1
    # An address behind the name is no organisation: it stays as words.
    further = _BETWEEN.search(text, rest)
    if further and not _PLACE.search(text[rest : further.start()]) and _PLACE.search(text[further.end() :]):
        cuts.append(Cut(rest, further.start(), "organisation"))
        cuts.append(Cut(further.end(), last, "text"))
    elif rest < last:
        cuts.append(Cut(rest, last, "text" if _PLACE.search(text[rest:last]) else "organisation"))
    return True


def worded(kind: str, heading: str, paragraphs: list[str], known: Notice | None) -> Notice:
    """Return a notice of words; a person and organisation set behind the last sentence become fields of their own."""
    text = "\n\n".join(paragraphs)
    values: dict[str, Any] = {
        "kind": cast(NoticeKind, kind),
        "heading": heading,
        "jurisdiction": jurisdiction(f"{heading} {text[:3000]}"),
    }
    signed = _signed(text, known)
    if signed is not None:
        made = _checked(text, **values, **signed)
        if made is not None:
            return made
    return Notice(**values, text=text)


def _signed(text: str, known: Notice | None) -> dict[str, str] | None:
    """Return text, person, organisation and layout where the known person, or somebody, signs at the end."""
    if known is not None and known.person:
        for joint in (" - ", " – ", " — ", ", ", " / ", " | "):
            tail = f" {known.person}{joint}{known.organisation}" if known.organisation else f" {known.person}"
            if text.endswith(tail) and len(text) > len(tail):
                layout = "{text} {person}" + (joint + "{organisation}" if known.organisation else "")
                rest = {
                    "text": text[: -len(tail)],
                    "person": known.person,
                    "organisation": known.organisation,
                }
                return {**rest, "layout": layout}
    start = max(0, len(text) - 220)
    match = _TAIL.search(text, start)
    if match is None or "\n" in match.group() or not is_person(match.group("person")):
        return None
    person, organisation = match.group("person"), match.group("organisation")
    between = text[match.end("person") : match.start("organisation")]
    behind = text[match.end("organisation") :]
    layout = "{text} {person}" + literal(between) + "{organisation}" + literal(behind)
    return {"text": text[: match.start()], "person": person, "organisation": organisation, "layout": layout}


def _checked(expected: str, /, **values: Any) -> Notice | None:
    made = Notice(**{k: v for k, v in values.items() if v})
    return made if "\n\n".join(notice_lines(made)) == expected else None


def jurisdiction(text: str) -> str:
    """Return whose law a citation or label names, as an ISO code; empty where it cannot be told."""
    for code, words in (
        ("DE", r"M(?:D)?StV|RStV|\bTMG\b|\bDDG\b|V\. ?i\. ?S\. ?d\. ?P|\bWpHG\b|§ ?44b|Landespresse"),
        ("AT", r"MedienG|\bECG\b|\bUGB\b|Mediengesetz"),
        ("CH", r"\bUWG\b|\bURG\b"),
        ("FR", r"LCEN|loi n°"),
        ("IT", r"\bL(?:egge)?\.? ?\d{1,3}/\d{4}|D\.? ?Lgs"),
        ("ES", r"LSSI|Ley \d"),
        ("EU", r"\bMAR\b|\(EU\)|Regulation EU|Verordnung \(EU"),
        ("US", r"Securities (?:Act|Exchange Act|Litigation)"),
    ):
        if re.search(words, text):
            return code
    return ""
