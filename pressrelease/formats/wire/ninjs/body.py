"""The text of a release as the bodies of an item: XHTML, and the same words as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import escape

from pressrelease.markup.nitf import absolute
from pressrelease.markup.plain import plain_text
from pressrelease.markup.xhtml import xhtml
from pressrelease.model import Release
from pressrelease.outline import Outline, section_blocks
from pressrelease.story import Figure, Link, Story
from pressrelease.wording import State


def xhtml_body(seen: Outline, states: Sequence[State], base: str) -> str:
    """Return what a reader sees beneath the headlines, as well-formed XHTML without a root; all addresses absolute."""
    parts = []
    for state in states:
        text = f" {escape(state.text)}" if state.text else ""
        parts.append(f'<p class="state {state.kind}"><strong>{escape(state.label)}</strong>{text}</p>\n')
    if seen.dateline.line:
        parts.append(f'<p class="dateline">{escape(seen.dateline.line)}</p>\n')
    parts.append(xhtml(seen.story, base=base))
    for section in seen.sections:
        inner = xhtml(section_blocks(section), base=base)
        parts.append(f'<section class="{section.marks}">\n{inner}</section>\n')
    return "".join(parts)


def text_body(seen: Outline, states: Sequence[State]) -> str:
    """Return the same as plain text, paragraphs parted by an empty line."""
    parts = [" ".join(filter(None, (state.label, state.text))) for state in states]
    parts += [seen.dateline.line, plain_text(seen.story)]
    for section in seen.sections:
        parts += [section.heading, plain_text(section.story)]
    return "\n\n".join(filter(None, parts))


def relative_links(release: Release) -> dict[str, str] | None:
    """Return the addresses that become absolute, each with what it had been; None where two of them become one."""
    if not release.url:
        return {}
    found: dict[str, str] = {}
    for href in dict.fromkeys(_links(release)):
        if found.setdefault(absolute(href, release.url), href) != href:
            return None
    return {address: href for address, href in found.items() if address != href}


def _links(release: Release) -> Iterator[str]:
    for story in stories(release).values():
        for node in story.walk():
            if isinstance(node, Link):
                yield node.href
            elif isinstance(node, Figure):
                yield node.src


def stories(release: Release) -> dict[str, Story]:
    """Return the stories that stand in the body, by path."""
    abouts = {f"boilerplates.{i}.story": about.story for i, about in enumerate(release.boilerplates)}
    return {"story": release.story, **abouts}
