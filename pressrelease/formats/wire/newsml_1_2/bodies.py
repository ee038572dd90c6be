"""The text of a release as it stands in DataContent: a page of XHTML, or NITF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pressrelease.markup.nitf import absolute, nitf
from pressrelease.markup.xhtml import xhtml
from pressrelease.outline import Outline, Section, section_blocks
from pressrelease.story import Blocks, Figure, Link, Story

# The writer escapes quotation marks and angle brackets wherever they are words, so these are marks only.
_OURS = re.compile(r' pr:[a-z]+="[^"]*"|<pr:[a-z]+(?: [a-z]+="[^"]*")*/>')


@dataclass(frozen=True, slots=True)
class Marked:
    """A section of the body, its blocks as markup."""

    section: Section
    blocks: Markup


@dataclass(frozen=True, slots=True)
class Body:
    """The story, and the sections beneath it; `contacts` stand in a component of their own."""

    story: Markup
    sections: tuple[Marked, ...]
    contacts: tuple[Marked, ...] = ()


def xhtml_body(seen: Outline, base: str) -> Body:
    """Return the text as XHTML, whom to ask apart from it."""
    marked = [Marked(s, xhtml(section_blocks(s), base=base)) for s in seen.sections]
    return Body(
        xhtml(seen.story, base=base),
        tuple(m for m in marked if m.section.kind != "contact"),
        tuple(m for m in marked if m.section.kind == "contact"),
    )


def nitf_body(seen: Outline, base: str) -> Body:
    """Return the text as NITF without a namespace: receivers of NewsML 1.2 know it by its bare names."""
    sections = (Marked(s, plain_nitf(section_blocks(s), base)[0]) for s in seen.sections)
    return Body(plain_nitf(seen.story, base, lede=True)[0], tuple(sections))


def plain_nitf(story: Story | Blocks, base: str = "", *, lede: bool = False) -> tuple[Markup, bool]:
    """Return `story` as NITF without marks of our own, and whether it says all of the story even so."""
    marked = nitf(story, base=base, lede=lede)
    bare = Markup(_OURS.sub("", marked))
    return bare, bare == marked


# --- addresses -----------------------------------------------------------------------------------------------------


def comes_back(story: Story, base: str, written: Mapping[str, str]) -> bool:
    """Return whether each address of `story` can be told from how it is written."""
    return all(written.get(at, at) == href for href in _addresses(story) for at in (absolute(href, base),))


def _addresses(story: Story) -> Iterator[str]:
    for node in story.walk():
        if isinstance(node, Link):
            yield node.href
        elif isinstance(node, Figure):
            yield node.src
