"""The body of an item: what a reader of the page sees, with absolute links, through `templates/feed/item.html`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from pressrelease.characters import paragraphs
from pressrelease.formats.feed._kept import kept
from pressrelease.formats.feed._media import media
from pressrelease.formats.registry import Job
from pressrelease.markup.plain import plain_text
from pressrelease.markup.xhtml import inline, xhtml
from pressrelease.model import Notice, Part, Release
from pressrelease.newsroom import Links
from pressrelease.outline import Outline, Section, outline, section_blocks
from pressrelease.story import Figure, Heading, Link, Node, Paragraph, Story, Text, figures
from pressrelease.wording import notice_lines

TEMPLATE = "feed/item.html"
_NOTICE = ("label", "citation", "text", "person", "organisation")
# Private-use characters stand around a field's words while a layout sets them; markup takes their place.
_OPEN = {name: chr(0xF8E0 + i) for i, name in enumerate(_NOTICE)}
_CLOSE = chr(0xF8EF)
_MARKS = frozenset((*_OPEN.values(), _CLOSE))


@dataclass(frozen=True, slots=True)
class Body:
    """A body as HTML and as plain text, and what rendering it found out about the release."""

    html: str
    text: str
    figures: frozenset[str] = frozenset()
    """Addresses, as stated, of what the story shows itself."""
    relative: tuple[str, ...] = ()
    """Paths of stories whose relative addresses were made absolute."""


def body(release: Release, base: str, job: Job, full: bool) -> Body:
    """Return the body of an item: whole, or (not `full`) states, summary, notices and rights alone."""
    seen = outline(release, job.now, newsroom=job.newsroom)
    html = job.templates.render(TEMPLATE, "html", **_values(release, seen, base, job, full))
    # Within a CDATA section these three characters would end it; in HTML both spellings mean the same.
    shown = frozenset(f.src for f in figures(release.story.blocks))
    return Body(
        html.strip().replace("]]>", "]]&gt;"), _text(release, seen, full), shown, _relative(release, full)
    )


def _relative(release: Release, full: bool) -> tuple[str, ...]:
    stories = [("story", release.story)] if full else []
    stories += (
        [(f"boilerplates.{i}.story", b.story) for i, b in enumerate(release.boilerplates)] if full else []
    )
    return tuple(path for path, story in stories if any(map(_is_relative, story.walk())))


def _is_relative(node: Node) -> bool:
    address = node.href if isinstance(node, Link) else node.src if isinstance(node, Figure) else ""
    return bool(address) and not address.lower().startswith(("http://", "https://", "mailto:", "tel:"))


def _values(release: Release, seen: Outline, base: str, job: Job, full: bool) -> dict[str, Any]:
    links = job.newsroom.links if job.newsroom else Links()
    how: dict[str, Any] = {
        "base": base,
        "rel": links.rel,
        "own": job.newsroom.base_url if job.newsroom else "",
    }
    lead = seen.dateline.lead if seen.dateline.lead.strip() else ""
    blocks = release.story.blocks
    first = ""
    if lead and blocks and isinstance(blocks[0], Paragraph):
        first, blocks = inline(blocks[0].spans, **how), blocks[1:]
    return {
        "release": release,
        "outline": seen,
        "full": full,
        "states": [_state(release, s.kind, s.label, s.text) for s in seen.states],
        "lead": lead,
        "dateline": kept(release.dateline) if release.dateline else "",
        "opening": first,
        "story": xhtml(blocks, **how) if full else "",
        "summary": paragraphs(release.summary) or _opening(release),
        "pictures": _assets(release, base) if full else (),
        "sections": [_section(release, s, how) for s in seen.sections if full or s.kind == "notice"],
    }


def _opening(release: Release) -> tuple[str, ...]:
    first = next((b for b in release.story.blocks if isinstance(b, Paragraph)), None)
    return tuple(filter(None, (plain_text(Story((first,)), width=None).strip(),))) if first else ()


def _state(release: Release, kind: str, label: str, text: str) -> Mapping[str, Any]:
    """Return a state with the house's own note apart from the sentence made of wrong and right."""
    note = release.change.note if text.startswith(release.change.note) else ""
    return {"kind": kind, "label": label, "note": paragraphs(note), "more": text[len(note) :].strip()}


def _assets(release: Release, base: str) -> list[Mapping[str, Any]]:
    """Return the assets that the story does not show itself."""
    inside = {f.src for f in figures(release.story.blocks)}
    return [
        {
            "place": i,
            "asset": m.asset,
            "file": m.files[0],
            "is_image": m.is_image,
            "caption": paragraphs(m.asset.caption),
            "title": m.asset.title or m.asset.caption or m.files[0].href.rstrip("/").rpartition("/")[2],
        }
        for i, m in enumerate(media(release, base))
        if m.asset.renditions[0].href not in inside
    ]


def _section(release: Release, section: Section, how: dict[str, Any]) -> Mapping[str, Any]:
    field, _, place = section.path.partition(".")
    notice = release.notices[int(place)] if field == "notices" else None
    part: Part | None = release.contacts[int(place)] if field == "contacts" else None
    if section.notice == "provider":
        part = release.provider
    return {
        "kind": "imprint" if section.path == "provider" else section.kind,
        "notice": section.notice,
        "heading": section.heading,
        "html": _notice(notice, release) if notice else xhtml(section.story, **how),
        "law": notice.jurisdiction if notice else "",
        "unmarked": notice is not None and unmarkable(notice),
        "data": kept(part) if part else "",
    }


def _notice(notice: Notice, release: Release) -> Markup:
    """Return a notice's paragraphs with each field's words marked, so that a reader of the feed finds them again."""
    words = {name: getattr(notice, name) for name in _NOTICE}
    marks = {} if unmarkable(notice) else {name: _marked(name, text) for name, text in words.items() if text}
    marked = notice.model_copy(update=marks)
    lines = notice_lines(marked, release.provider, release.language)
    return Markup("\n").join(Markup("<p>{}</p>").format(_spans(line)) for line in lines)


def _marked(name: str, text: str) -> str:
    return "\n\n".join(f"{_OPEN[name]}{p}{_CLOSE}" for p in text.split("\n\n"))


def _spans(line: str) -> Markup:
    html = str(escape(line))
    for name, mark in _OPEN.items():
        html = html.replace(mark, f'<span class="{name}">')
    return Markup(html.replace(_CLOSE, "</span>"))


def _text(release: Release, seen: Outline, full: bool) -> str:
    """Return the item as plain text, in the order of the page."""
    state = [": ".join(filter(None, (s.label, s.text))) for s in seen.states]
    parts: list[Any] = [Paragraph((Text(line),)) for line in state]
    if full:
        parts += [Paragraph((Text(t),)) for t in (seen.subheadline, seen.dateline.line)]
        parts += seen.story.blocks
    else:
        parts += [Paragraph((Text(t),)) for t in paragraphs(release.summary) or _opening(release)]
    for section in seen.sections:
        if full or section.kind == "notice":
            parts += section_blocks(section) if section.heading else section.story.blocks
    parts += [Paragraph((Text(t),)) for t in (seen.rights, *paragraphs(seen.usage_terms))]
    return plain_text(
        Story(tuple(p for p in parts if not isinstance(p, Heading) or p.spans)), width=None
    ).strip("\n")


def unmarkable(notice: Notice) -> bool:
    """Return whether the fields of `notice` cannot be marked in its words."""
    return bool(_MARKS & set("".join(getattr(notice, name) for name in _NOTICE)))
