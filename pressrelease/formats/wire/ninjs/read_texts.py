"""Headlines, descriptions and bodies, whether they stand in lists or as members of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pressrelease.characters import one_line
from pressrelease.formats.wire.ninjs.members import Members
from pressrelease.markup.html import story_from_html

Kind = Literal["xhtml", "html", "nitf", "text", ""]
_LISTS = {"headline": "headlines", "body": "bodies", "description": "descriptions"}
_MAIN = ("", "main", "text", "simple")
_SUB = ("sub", "subheadline", "subhead", "subtitle", "secondary", "deck", "lower", "kicker")
_SUMMARY = (*_MAIN, "summary", "abstract", "short", "teaser", "lead", "caption")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of an item: what it is for, what it is marked up in, and its words."""

    role: str
    type: str
    value: str

    @property
    def kind(self) -> Kind:
        """What it is marked up in, as far as type and role say: nothing known is an empty text."""
        said = f"{self.type} {self.role}".lower()
        if "nitf" in said:
            return "nitf"
        if "xhtml" in said:
            return "xhtml"
        if "html" in said or "richtext" in said:
            return "html"
        return "text" if "plain" in said or "text" in said.split() else ""

    @property
    def plain(self) -> str:
        """Its words without markup; an empty line parts paragraphs."""
        return story_from_html(self.value)[0].text if self.kind in ("xhtml", "html") else self.value


def texts(item: Members, stem: Literal["headline", "body", "description"]) -> list[Text]:
    """Return the texts of one sort, in their order; empty ones are none."""
    found = []
    for name, one in item.objects(_LISTS[stem]):
        one.take("charcount", "wordcount")
        value = one.text("value") or name
        found.append(Text(one.text("role"), one.text("contenttype", "mimetype"), value))
    for name in [n for n in item.names() if n == stem or n.startswith(f"{stem}_")]:
        found.append(Text(name.removeprefix(stem).removeprefix("_"), "", item.text(name)))
    return [text for text in found if text.value.strip(" \t\r\n")]


def headline(found: Iterable[Text]) -> str:
    """Return the headline: the one that says it is, else the first that is no lesser one."""
    every = list(found)
    ranked = [t for t in every if t.role in _MAIN] + [t for t in every if t.role.lower() not in _SUB] + every
    return one_line(ranked[0].plain) if ranked else ""


def subheadline(found: Iterable[Text]) -> str:
    """Return the line beneath the headline."""
    return next((one_line(t.plain) for t in found if t.role.lower() in _SUB), "")


def summary(found: Iterable[Text]) -> str:
    """Return the summary, plain text before marked up."""
    chosen = sorted(
        (t for t in found if _purpose(t.role) in _SUMMARY), key=lambda t: t.kind in ("xhtml", "html")
    )
    return chosen[0].plain if chosen else ""


def _purpose(role: str) -> str:
    """Return what a text is for, its markup left out: `caption_xhtml` is a caption."""
    return re.sub(r"_?(?:xhtml|html5?|richtext|text)$", "", role.lower())


BEST: tuple[Kind, ...] = ("xhtml", "html", "nitf", "", "text")
"""Bodies by how much they say, the best first."""


def bodies(found: Iterable[Text]) -> list[Text]:
    """Return the bodies, the one that says most first."""
    return sorted(found, key=lambda text: BEST.index(text.kind))
