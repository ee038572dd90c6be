"""The text of a release as the bodies of an item: XHTML, and the same words as plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from markupsafe import escape

from pressrelease.markup.nitf import absolute
from pressrelease.markup.plain import plain_text
from pressrelease.markup.xhtml import xhtml
from pressrelease.model import Release
from pressrelease.outline import Outline, section_blocks
from pressrelease.story import Story, with_sources
from pressrelease.wording import State


def xhtml_body(seen: Outline, states: Sequence[State]) -> str:
    """Return what a reader sees beneath the headlines, as well-formed XHTML without a root."""
    parts = []
    for state in states:
        text = f" {escape(state.text)}" if state.text else ""
        parts.append(f'<p class="state {state.kind}"><strong>{escape(state.label)}</strong>{text}</p>\n')
    if seen.dateline.line:
        parts.append(f'<p class="dateline">{escape(seen.dateline.line)}</p>\n')
    parts.append(xhtml(seen.story))
    for section in seen.sections:
        inner = xhtml(section_blocks(section))
        parts.append(f'<section class="{section.marks}">\n{inner}</section>\n')
    return "".join(parts)


def text_body(seen: Outline, states: Sequence[State], base: str) -> str:
    """Return the same as plain text, paragraphs parted by an empty line; a file without an address has its name."""

    def shown(src: str) -> str:
        whole = absolute(src, base)
        return whole if ":" in whole else re.split(r"[?#]", whole)[0].rstrip("/").rpartition("/")[2] or whole

    parts = [" ".join(filter(None, (state.label, state.text))) for state in states]
    parts += [seen.dateline.line, plain_text(with_sources(seen.story, shown))]
    for section in seen.sections:
        parts += [section.heading, plain_text(with_sources(section.story, shown))]
    return "\n\n".join(filter(None, parts))


_LINK = re.compile(r'(<(?:a|img|video|audio) [^<>]*?(?:href|src)=")([^"]*)')


def with_whole_links(body: str, base: str) -> tuple[str, dict[str, str] | None]:
    """Return `body` with its addresses absolute against `base`, and what each of those had been.

    Nothing can be told where two addresses become one.
    """
    found: dict[str, str] = {}
    several = False

    def whole(match: re.Match[str]) -> str:
        nonlocal several
        before, href = match.groups()
        address = _whole(href, base)
        several = several or found.setdefault(address, href) != href
        return f"{before}{address}"

    if not base:
        return body, {}
    body = _LINK.sub(whole, body)
    moved = {html.unescape(a): html.unescape(href) for a, href in found.items() if a != href}
    return body, None if several else moved


def _whole(href: str, base: str) -> str:
    if _WHOLE.match(href):
        return href
    return str(escape(absolute(html.unescape(href), base)))


_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def stories(release: Release) -> dict[str, Story]:
    """Return the stories that stand in the body, by path."""
    abouts = {f"boilerplates.{i}.story": about.story for i, about in enumerate(release.boilerplates)}
    return {"story": release.story, **abouts}
